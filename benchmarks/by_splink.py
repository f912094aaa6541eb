"""Accounts in, clusters of rows out, as splink links them: its comparisons of arrays, its blocking on rare terms.

Nothing of ours but the terms of the accounts; needs the extra ``bench``.
"""

import logging
from collections import Counter
from collections.abc import Sequence

import pandas as pd
import splink.comparison_library as compared
from splink import Linker, SettingsCreator, block_on
from splink.internals.duckdb.database_api import DuckDBAPI

from twosource.link import Account

SHARED_BY = 64  # accounts that hold a term it is blocked on, and eight such terms an account: as in ours
KEYS = 8
COMMON = 0.05  # of the accounts: words that more hold are left out, so that arrays stay short
PER_EVENT = 1.7  # reports of an event in gva: how likely two drawn at random are of one
LIKELY = 0.2  # the best of .1, .2, .35, .5, .8, .95 and .99 on 3,000 drawn reports
PAIRS, SEED = 1e6, 1


def clusters(accounts: Sequence[Account]) -> list[list[int]]:
    """Return the rows of the accounts in clusters: connected components of the pairs that are likely enough."""
    logging.getLogger("splink").setLevel(logging.ERROR)
    linker = Linker(DuckDBAPI(":memory:").register(pd.DataFrame(_rows(accounts))), _settings(len(accounts)), 40)
    linker.training.estimate_u_using_random_sampling(max_pairs=PAIRS, seed=SEED)
    for rule in ("day", "rarest"):
        linker.training.estimate_parameters_using_expectation_maximisation(block_on(rule))
    pairs = linker.inference.predict(threshold_match_probability=LIKELY)
    found = linker.clustering.cluster_pairwise_predictions_at_threshold(pairs, threshold_match_probability=LIKELY)
    return [list(rows) for _, rows in found.as_pandas_dataframe().groupby("cluster_id")["unique_id"]]


def _settings(size: int) -> SettingsCreator:
    days = {"metrics": ["day", "day", "day"], "thresholds": [1, 7, 30]}
    return SettingsCreator(
        link_type="dedupe_only",
        probability_two_random_records_match=PER_EVENT / size,
        comparisons=[
            compared.ArrayIntersectAtSizes("names", [12, 8, 5, 3, 1]),
            compared.ArrayIntersectAtSizes("words", [20, 12, 6, 3]),
            compared.ArrayIntersectAtSizes("numbers", [6, 4, 2, 1]),
            compared.AbsoluteDateDifferenceAtThresholds("day", input_is_string=True, **days),
        ],
        blocking_rules_to_generate_predictions=[block_on("keys", arrays_to_explode=["keys"])],
    )


def _rows(accounts: Sequence[Account]) -> list[dict[str, object]]:
    held = Counter(term for account in accounts for term in set(account.terms.split()))
    most = round(COMMON * len(accounts))
    return [_row(number, account, held, most) for number, account in enumerate(accounts)]


def _row(number: int, account: Account, held: Counter[str], most: int) -> dict[str, object]:
    terms = sorted(term for term in set(account.terms.split()) if held[term] > 1)
    rare = sorted((t for t in terms if t[0] in "Nw#" and held[t] <= SHARED_BY), key=lambda term: (held[term], term))
    return {
        "unique_id": number,
        "day": account.day,
        "names": [term for term in terms if term[0] == "N"],
        "words": [term for term in terms if term[0] == "w" and held[term] <= most],
        "numbers": [term for term in terms if term[0] in "#A"],
        "keys": rare[:KEYS],
        "rarest": next(iter(rare), None),
    }
