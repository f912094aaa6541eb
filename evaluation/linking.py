"""Scores of the link stage on sets of reports grouped by event, beside plain TF-IDF with average linkage.

``python -m evaluation.linking --corpora DIR`` reads ``gva`` and ``clusters`` below DIR and prints B-cubed, CEAF-e and
pairwise F1 on all events and on the unseen fifth (by hash of the event's id), with time and peak memory.
"""

import argparse
import gzip
import hashlib
import json
import resource
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np
from scipy.cluster.hierarchy import fcluster, linkage
from scipy.optimize import linear_sum_assignment
from scipy.spatial.distance import squareform
from sklearn.feature_extraction.text import TfidfVectorizer

from twosource.link.account import Account, Profile
from twosource.link.accounts import accounts
from twosource.link.compare import step
from twosource.link.events import Told, events
from twosource.link.vocabulary import keys, vocabulary, weigh
from twosource.model import Article, Block, Event, Link, Span

Row = dict[str, Any]
Groups = list[frozenset[int]]
KEY = {"gva": "incident", "clusters": "cluster"}
WINDOW_DAYS = 14
THRESHOLDS = (0.74, 0.76, 0.78, 0.8, 0.82, 0.84, 0.86)


def rows(path: Path) -> list[Row]:
    """Return the rows of a JSON Lines file, packed or not."""
    packed = path.with_name(path.name + ".gz")
    text = gzip.decompress(packed.read_bytes()).decode() if packed.exists() else path.read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines()]


def article(row: Row) -> Article:
    """Return the row as the clean stage would give it for running text without furniture."""
    block = Block(span=Span(0, len(row["text"])), kind="paragraph")
    return Article(
        id=row["id"],
        sha256="",
        text=row["text"],
        blocks=(block,),
        url=row["url"],
        title=row["title"],
        published=row["published"],
    )


def is_unseen(event: str) -> bool:
    """Tell whether an event belongs to the fifth that nothing was tuned on."""
    return int(hashlib.sha1(event.encode(), usedforsecurity=False).hexdigest(), 16) % 5 == 0


def linked(articles: Iterable[Article]) -> tuple[Event, ...]:
    """Return the events of articles without claims, by the stage's functions in a plain loop."""
    found = [account for one in articles for account in accounts(one, ())]
    return events(found, all_links(found), Told())


def all_links(found: Sequence[Account]) -> list[Link]:
    """Return the links of all blocks."""
    known = vocabulary(found)
    blocks: dict[str, list[Profile]] = defaultdict(list)
    for account in found:
        profile = weigh(account, known)
        for key in keys(profile):
            blocks[key].append(profile)
    return [link for key in sorted(blocks) if len(blocks[key]) > 1 for link in step(key, blocks[key])]


def plain(articles: Sequence[Article], threshold: float) -> Groups:
    """Return clusters of plain TF-IDF with average linkage; reports more than 14 days apart are kept apart."""
    texts = [f"{one.title or ''}\n{one.text}" for one in articles]
    matrix = TfidfVectorizer(sublinear_tf=True, stop_words="english").fit_transform(texts)
    cosine = (matrix @ matrix.T).toarray()
    if all(one.published for one in articles):
        days = np.array([np.datetime64((one.published or "")[:10]).astype(int) for one in articles])
        cosine[np.abs(days[:, None] - days[None]) > WINDOW_DAYS] = 0
    distance = np.clip(1 - cosine, 0, None)
    np.fill_diagonal(distance, 0)
    labels = fcluster(linkage(squareform(distance, checks=False), "average"), threshold, "distance")
    return as_groups([[label] for label in labels])


def as_groups(labels: Sequence[Iterable[object]]) -> Groups:
    """Return the clusters of items, each item with the labels it bears."""
    members: dict[object, set[int]] = defaultdict(set)
    for item, bears in enumerate(labels):
        for label in bears:
            members[label].add(item)
    return [frozenset(items) for items in members.values()]


def f1(precision: float, recall: float) -> float:
    """Return the harmonic mean."""
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def b_cubed(found: Groups, gold: Groups, items: Sequence[int]) -> float:
    """Return B-cubed F1 over ``items``, for overlapping clusters after Amigó et al. (2009)."""
    return f1(_b_cubed_half(found, gold, items), _b_cubed_half(gold, found, items))


def _b_cubed_half(groups: Groups, others: Groups, items: Sequence[int]) -> float:
    of, other_of = _membership(groups), _membership(others)
    total = 0.0
    for item in items:
        mates = {mate for group in of[item] for mate in groups[group]}
        shares = [min(len(of[item] & of[m]), len(other_of[item] & other_of[m])) / len(of[item] & of[m]) for m in mates]
        total += sum(shares) / len(shares)
    return total / len(items)


def _membership(groups: Groups) -> dict[int, set[int]]:
    of: dict[int, set[int]] = defaultdict(set)
    for number, group in enumerate(groups):
        for item in group:
            of[item].add(number)
    return of


def ceaf_e(found: Groups, gold: Groups) -> float:
    """Return CEAF-e F1 (Luo 2005, phi 4): the best one-to-one match of clusters by their Dice coefficients."""
    of, shared = _membership(found), Counter[tuple[int, int]]()
    for number, group in enumerate(gold):
        shared.update((number, other) for item in group for other in of[item])
    dice = np.zeros((len(gold), len(found)))
    for (a, b), count in shared.items():
        dice[a, b] = 2 * count / (len(gold[a]) + len(found[b]))
    best = float(dice[linear_sum_assignment(-dice)].sum())
    return f1(best / len(found), best / len(gold))


def pairwise(found: Groups, gold: Groups) -> float:
    """Return F1 over pairs of items in one cluster."""
    pairs, right = ({p for group in groups for p in combinations(sorted(group), 2)} for groups in (found, gold))
    return f1(len(pairs & right) / max(1, len(pairs)), len(pairs & right) / max(1, len(right)))


def within(groups: Groups, items: frozenset[int]) -> Groups:
    """Return the clusters with only the items asked for."""
    return [group & items for group in groups if group & items]


def report(name: str, found: Groups, gold: Groups, unseen: list[int], everything: list[int]) -> None:
    """Print one row of scores."""
    kept = frozenset(unseen)
    print(
        f"{name:34} B3 {b_cubed(found, gold, everything):.3f}  CEAFe {ceaf_e(found, gold):.3f}  "
        f"pairs {pairwise(found, gold):.3f}  | unseen B3 {b_cubed(found, gold, unseen):.3f}  "
        f"CEAFe {ceaf_e(within(found, kept), within(gold, kept)):.3f}  "
        f"pairs {pairwise(within(found, kept), within(gold, kept)):.3f}"
    )


def evaluate(corpora: Path, corpus: str) -> None:
    """Print the scores on one set of reports."""
    documents, truth = rows(corpora / corpus / "docs.jsonl"), rows(corpora / corpus / "gold.jsonl")
    number = {row["id"]: index for index, row in enumerate(documents)}
    gold = [frozenset(number[one] for one in row["docs"]) for row in truth]
    marked = {number[one] for row in truth if is_unseen(row[KEY[corpus]]) for one in row["docs"]}
    everything, unseen = list(range(len(documents))), sorted(marked)
    articles = [article(row) for row in documents]
    started = time.perf_counter()
    found = [frozenset(number[one] for one in event.reports) for event in linked(articles)]
    seconds = time.perf_counter() - started
    print(f"{corpus}: {len(documents)} reports, {len(gold)} events, {seconds:.1f} s, peak {peak_mb()} MB")
    report("twosource, default setting", found, gold, unseen, everything)
    tuned = max((plain(articles, t) for t in THRESHOLDS), key=lambda groups: b_cubed(groups, gold, everything))
    report("TF-IDF, threshold tuned on this set", tuned, gold, unseen, everything)


def peak_mb() -> int:
    """Return the most memory this process has held, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def main() -> None:
    """Score each set below the folder given."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True)
    for corpus in KEY:
        evaluate(parser.parse_args().corpora, corpus)


if __name__ == "__main__":
    main()
