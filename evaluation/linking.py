"""Scores of the link stage on sets of reports grouped by event, beside what plain methods reach on the same reports.

B-cubed, CEAF-e and pairwise F1 of our links from texts alone, B-cubed F1 of the baselines; ``python -m
evaluation.linking --corpora DIR`` reads ``gva`` and ``clusters`` below DIR and prints them.
"""

import argparse
import gzip
import hashlib
import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from evaluation.baselines import by_day_and_place, by_sentence_vectors, by_tf_idf
from evaluation.groupings import Groups, b_cubed, ceaf_e, pairwise, within
from evaluation.score import Score
from twosource.link.account import Account, Profile
from twosource.link.accounts import accounts
from twosource.link.compare import step
from twosource.link.events import Told, events
from twosource.link.vocabulary import keys, vocabulary, weigh
from twosource.model import Article, Block, Event, Link, Span

Row = dict[str, Any]
KEY = {"gva": "incident", "clusters": "cluster"}


@dataclass(frozen=True, slots=True)
class Grouped:
    """Reports with their gold groups; reports are told by their place in the list, ``parts`` lists those of each."""

    articles: list[Article]
    gold: Groups
    parts: dict[str, list[int]]


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


def read_set(corpora: Path, corpus: str) -> Grouped:
    """Return one set of reports with its gold and its parts."""
    documents, truth = rows(corpora / corpus / "docs.jsonl"), rows(corpora / corpus / "gold.jsonl")
    number = {row["id"]: index for index, row in enumerate(documents)}
    gold = [frozenset(number[one] for one in row["docs"]) for row in truth]
    unseen = {number[one] for row in truth if is_unseen(row[KEY[corpus]]) for one in row["docs"]}
    parts = {"tuned": sorted({*number.values()} - unseen), "unseen": sorted(unseen)}
    return Grouped([article(row) for row in documents], gold, parts)


def scores(corpora: Path) -> Iterator[Score]:
    """Yield what our links reach on each set, and beside it the B-cubed F1 of the baselines."""
    for corpus in KEY:
        reports = read_set(corpora, corpus)
        number = {one.id: index for index, one in enumerate(reports.articles)}
        found = [frozenset(number[one] for one in event.reports) for event in linked(reports.articles)]
        yield from _own_scores(corpus, found, reports)
        for name, groups in by_baseline(reports).items():
            yield from _scores(f"B-cubed {corpus}, {name}", partial(b_cubed, groups, reports.gold), reports, rival=True)


def by_baseline(reports: Grouped) -> dict[str, Groups]:
    """Return the groups that each baseline finds, its threshold the best one for the tuned part."""

    def best(cuts: Iterable[Groups]) -> Groups:
        return max(cuts, key=lambda groups: b_cubed(groups, reports.gold, reports.parts["tuned"]))

    return {
        "TF-IDF": best(by_tf_idf(reports.articles)),
        "sentence vectors": best(by_sentence_vectors(reports.articles)),
        "day and place": by_day_and_place(reports.articles),
    }


def _own_scores(corpus: str, found: Groups, reports: Grouped) -> Iterator[Score]:
    gold = reports.gold
    yield from _scores(f"B-cubed {corpus}", partial(b_cubed, found, gold), reports)
    for name, measure in (("CEAF-e", ceaf_e), ("pairwise", pairwise)):
        value = partial(_inside, measure, found, gold)
        yield from _scores(f"{name} {corpus}", value, reports)


def _inside(measure: Callable[[Groups, Groups], float], found: Groups, gold: Groups, items: Sequence[int]) -> float:
    return measure(within(found, items), within(gold, items))


def _scores(
    measure: str, value: Callable[[Sequence[int]], float], reports: Grouped, *, rival: bool = False
) -> Iterator[Score]:
    for part, items in reports.parts.items():
        yield Score(task="linking", measure=measure, part=part, value=value(items), n=len(items), rival=rival)


def main() -> None:
    """Print the scores of the sets below the folder given."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True)
    for score in scores(parser.parse_args().corpora):
        print(f"{score.measure:36} {score.part:6} {score.value:.3f}")


if __name__ == "__main__":
    main()
