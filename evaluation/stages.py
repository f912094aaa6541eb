"""The scorers of single stages (times, places, pages, links, copies) as Scores; each measures, this only asks.

``extraction`` is the mean F1 of bags of words over pages and its distance to trafilatura alone; ``linking`` F1
of events from texts alone; ``copies`` F1 of pairs over copies that were made by ``edits``.
"""

import gzip
import logging
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import combinations
from statistics import mean

import trafilatura

from evaluation import copies, linking, pages, places, timex
from evaluation.corpus import PARTS, f1, part_of, rows, sample, share
from evaluation.score import Run, Score

QUICK_PAGES = 60


def times(run: Run) -> Iterator[Score]:
    """Yield relaxed F1 and the share of right values among the found."""
    for row in timex.score(run.corpora):
        part, collection = row.part.split()
        if collection == "all":
            yield Score(task="timex", measure="relaxed", part=part, value=row.relaxed, n=row.gold)
            yield Score(task="timex", measure="value", part=part, value=row.value, n=row.gold)


def located(run: Run) -> Iterator[Score]:
    """Yield the share of toponyms within 161 km, the spans being given."""
    count = Counter[str]()
    for document in places.documents(run.corpora):
        count[places.part_of(document["id"])] += sum(t["lat"] is not None for t in document["toponyms"])
    found = places.score(run.corpora)
    for part, theirs in (("tuned", "seen"), ("unseen", "unseen")):
        value = found[theirs, "all"]
        yield Score(task="places", measure="within 161 km", part=part, value=value, n=count[theirs])


def main_text(run: Run) -> Iterator[Score]:
    """Yield mean F1 of the main text, and how far it is above trafilatura alone."""
    logging.disable(logging.CRITICAL)  # trafilatura logs each odd page
    folder = run.corpora / "extraction"
    ours, plain = defaultdict(list), defaultdict(list)
    for gold in sample(rows(folder / "gold.jsonl.gz"), "id", run.most(QUICK_PAGES)):
        content = gzip.decompress((folder / "html" / f"{gold['id']}.html.gz").read_bytes())
        article = pages.article_of(content, gold["id"], gold["url"])
        ours[part_of(gold["id"])].append(pages.f1(article.text if article else "", gold["body"]))
        plain[part_of(gold["id"])].append(pages.f1(trafilatura.extract(content) or "", gold["body"]))
    logging.disable(logging.NOTSET)
    for part in PARTS:
        for measure, value in (
            ("main text F1", mean(ours[part])),
            ("above trafilatura", mean(ours[part]) - mean(plain[part])),
        ):
            yield Score(
                task="extraction", measure=measure, part=part, value=value, n=len(ours[part]), whole=not run.quick
            )


def days(run: Run) -> Iterator[Score]:
    """Yield the share of pages whose day of publication is exact."""
    logging.disable(logging.CRITICAL)
    right = defaultdict(list)
    for gold in sample(rows(run.corpora / "pubdate" / "pages.jsonl.gz"), "id", run.most(QUICK_PAGES)):
        article = pages.article_of(gold["html"].encode("utf-8", "replace"), gold["id"], gold["url"])
        right[part_of(gold["id"])].append(((article and article.published) or "")[:10] == gold["published"])
    logging.disable(logging.NOTSET)
    for part in PARTS:
        n = len(right[part])
        yield Score(
            task="pubdate", measure="exact day", part=part, value=sum(right[part]) / n, n=n, whole=not run.quick
        )


def linked(run: Run) -> Iterator[Score]:
    """Yield the scores of the events found in both sets of grouped reports, beside those of plain methods."""
    yield from linking.scores(run.corpora)


def copied(run: Run) -> Iterator[Score]:
    """Yield F1 of pairs of one family, over pairs that touch a copy or an original of the part; then of sentences.

    A sentence of a copy is to be told copied, edited or added, and from which paragraph of the original it came.
    """
    folder = run.corpora / "gva"
    articles = copies._reports(folder / "docs.jsonl.gz")  # noqa: SLF001 - the scorer's own reading of its corpus
    made = copies.derived(articles, copies._natural(folder / "reuse_pairs_unlabelled.jsonl"))  # noqa: SLF001
    groups = copies.found([*articles, *(copy.article for copy in made)])
    families = {copy.article.id: copy.family for copy in made} | {copy.family: copy.family for copy in made}
    fates = list(copies.fates(articles, made))
    joined = {pair for group in groups for pair in combinations(sorted(group.reports), 2)}
    for part, unseen in (("tuned", False), ("unseen", True)):
        inside = {report for report, family in families.items() if copies.is_unseen(family) == unseen}
        pairs = {(a, b) for a, b in joined if {a, b} & inside}
        gold = {pair for pair in combinations(sorted(inside), 2) if families[pair[0]] == families[pair[1]]}
        yield Score(
            task="copies", measure="F1", part=part, value=f1(len(pairs & gold), len(pairs), len(gold)), n=len(gold)
        )
        judged = [right for family, *right in fates if copies.is_unseen(family) == unseen]
        for measure, of in (("sentences: fate", 0), ("sentences: source", 1)):
            value, n = share(right[of] for right in judged)
            yield Score(task="copies", measure=measure, part=part, value=value, n=n)
