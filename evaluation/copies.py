"""How well copies are found: reports of the gva set, edited as desks edit a dispatch, must find back their origin.

Run ``python -m evaluation.copies --corpora DIR``. Gold pairs are all pairs of one family (an original and its copies).
Everything else that is joined is wrong, reports whose paragraphs were put into a copy included; pairs of untouched
reports that share wording of their own (``reuse_pairs_unlabelled``) have no label and are left out. A fifth of the
originals, chosen by the digest of their id, is reported apart. It is not wholly unseen: the least share and the list
of furniture sentences were chosen while looking at untouched reports of the whole set, before any copy was made.
"""

import argparse
import gzip
import hashlib
import json
import random
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING

from evaluation import edits
from twosource.copies import CopyGroup, copy_groups, fingerprint, keys, step
from twosource.copies.trace import Told, Wording, traced
from twosource.model import Article, Span

if TYPE_CHECKING:
    from twosource.copies.fingerprint import Fingerprint

ORIGINALS = 400
EDITS: tuple[edits.Edit, ...] = (
    edits.truncate,
    edits.reorder,
    edits.drop_paragraphs,
    edits.merge_paragraphs,
    edits.attribution,
    edits.light,
    edits.new_lead,
    edits.headline,
    edits.dateline_and_credit,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Copied:
    """A text made from ``parent``; ``donor`` is the report whose paragraphs were put in.

    ``marked`` is its text with a sign (``edits.marked``) before each paragraph that is the original's.
    """

    article: Article
    family: str
    edits: tuple[str, ...]
    donor: str | None
    marked: str


def main() -> None:
    """Print precision, recall and F1 of pairs, per part and per edit, and what the stages cost."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--corpora", type=Path, required=True)
    folder = options.parse_args().corpora / "gva"
    articles, natural = _reports(folder / "docs.jsonl.gz"), _natural(folder / "reuse_pairs_unlabelled.jsonl")
    made = derived(articles, natural)
    pool = [*articles, *(copy.article for copy in made)]
    started = time.process_time()
    groups = found(pool)
    print(f"{len(pool)} reports, {len(made)} of them copies: {time.process_time() - started:.1f} s")
    families = {copy.article.id: copy.family for copy in made} | {copy.family: copy.family for copy in made}
    for name, unseen in (("tuned on", False), ("unseen fifth", True)):
        part = {report for report, family in families.items() if is_unseen(family) == unseen}
        _print_scores(name, groups, families, part)
    _print_edits(groups, made)
    judged = list(fates(articles, made))
    for name, right in (("fate", [fate for _, fate, _ in judged]), ("source", [source for _, _, source in judged])):
        print(f"sentences: {name} right in {sum(right) / len(right):.3f} of {len(right)}")
    _print_cost(articles)


def derived(articles: list[Article], natural: set[str]) -> list[Copied]:
    """Return two or three copies of each of 400 reports that share no wording with another report."""
    source = random.Random(20260105)  # noqa: S311 - edits need repeating, not secrecy
    fit = [a for a in articles if a.id not in natural and len(edits.paragraphs(a.text)) >= 4 and len(a.text) > 700]
    chosen = source.sample(fit, ORIGINALS)
    made = []
    for original in chosen:
        parent = whole = edits.marked(original.text)
        for number in range(source.randint(2, 3)):
            copy = _copy(original.id, parent, source.choice(fit), source, number)
            made.append(copy)
            parent = copy.marked if source.random() < 0.12 else whole
    return made


def _copy(family: str, text: str, donor: Article, source: random.Random, number: int) -> Copied:
    chosen = source.sample(EDITS, source.randint(1, 4))
    for edit in chosen:
        text = edit(text, source)
    took = source.random() < 0.25
    if took:
        parts = edits.paragraphs(text)
        parts[1:1] = source.sample(edits.paragraphs(donor.text), source.randint(1, 2))
        text = edits.joined(parts)
    names = tuple(edit.__name__ for edit in chosen) + (("another's paragraph",) if took else ())
    article = Article(id=f"{family}-{number}", sha256="", text=edits.unmarked(text), blocks=(), published=None)
    return Copied(article=article, family=family, edits=names, donor=donor.id if took else None, marked=text)


def found(pool: list[Article]) -> tuple[CopyGroup, ...]:
    """Run the stage as the pipeline does."""
    buckets: dict[str, list[Fingerprint]] = defaultdict(list)
    for article in pool:
        print_of = fingerprint(article)
        for key in keys(print_of):
            buckets[key].append(print_of)
    pairs = [pair for key, group in sorted(buckets.items()) if len(group) > 1 for pair in step(key, group)]
    return copy_groups(pool, pairs)


def fates(articles: list[Article], made: list[Copied]) -> Iterator[tuple[str, bool, bool]]:
    """Yield for each sentence of each copy the original's id, and whether its fate and its source paragraph are right.

    Each copy is traced to its original alone: what came from another's paragraph, or from nowhere, is added.
    """
    originals = {article.id: article for article in articles}
    for copy in made:
        original, own = Wording(originals[copy.family]), Wording(copy.article)
        signs, theirs = edits.paragraphs_of(copy.marked), edits.paragraphs_of(edits.marked(original.text))
        found = traced(Told(copy.article.id, own), [Told(copy.family, original)], {})
        for sentence, words in zip(found, own.words, strict=True):
            sign = _sign(signs, sentence.span)
            gold = "added" if sign is None else "copied" if words in original.first_of else "edited"
            there = None if sentence.source_span is None else _sign(theirs, sentence.source_span)
            yield copy.family, sentence.fate == gold, there == sign


def is_unseen(family: str) -> bool:
    """Tell whether an original belongs to the fifth that no threshold was set on."""
    return int(hashlib.sha1(family.encode(), usedforsecurity=False).hexdigest(), 16) % 5 == 0


def _print_scores(name: str, groups: tuple[CopyGroup, ...], families: dict[str, str], part: set[str]) -> None:
    # A pair counts where one side at least was made, or was copied from, in this part: others have no label.
    joined = {pair for group in groups for pair in combinations(sorted(group.reports), 2) if part & set(pair)}
    joined = {pair for pair in joined if families.get(pair[0]) or families.get(pair[1])}
    members: dict[str, list[str]] = defaultdict(list)
    for report in part:
        members[families[report]].append(report)
    gold = {pair for reports in members.values() for pair in combinations(sorted(reports), 2)}
    right = len(joined & gold)
    precision, recall = right / max(len(joined), 1), right / len(gold)
    score = 2 * precision * recall / max(precision + recall, 1e-9)
    print(f"{name}: {len(gold)} pairs, precision {precision:.3f}, recall {recall:.3f}, F1 {score:.3f}")


def _sign(signs: list[str | None], span: Span) -> str | None:
    inside = Counter(sign for sign in signs[span.start : span.end] if sign is not None)
    return min(inside, key=lambda sign: (-inside[sign], sign), default=None)


def _print_edits(groups: tuple[CopyGroup, ...], made: list[Copied]) -> None:
    of = {report: group.id for group in groups for report in group.reports}
    tally: dict[str, list[bool]] = defaultdict(list)
    for copy in made:
        hit = copy.article.id in of and of[copy.article.id] == of.get(copy.family)
        for edit in copy.edits:
            tally[edit].append(hit)
    for edit, hits in sorted(tally.items()):
        print(f"  {edit}: {sum(hits) / len(hits):.3f} of {len(hits)} found")


def _print_cost(articles: list[Article]) -> None:
    long = max(articles, key=lambda a: -abs(len(a.text.split()) - 400))
    started = time.process_time()
    for _ in range(200):
        fingerprint(long)
    print(f"fingerprint: {(time.process_time() - started) * 5:.2f} ms for {len(long.text.split())} words")
    same = [Article(id=f"r{n:05}", sha256="", text=long.text, blocks=()) for n in range(5000)]
    started = time.process_time()
    groups = found(same)
    print(f"5,000 identical reports: {len(groups)} group, {time.process_time() - started:.1f} s")
    near = [Article(id=f"r{n:05}", sha256="", text=f"Town {n} paper.\n\n{long.text}", blocks=()) for n in range(5000)]
    started = time.process_time()
    groups = found(near)
    print(f"5,000 copies, each with a line of its own: {len(groups)} group, {time.process_time() - started:.1f} s")


def _reports(path: Path) -> list[Article]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return [Article(id=r["id"], sha256="", text=r["text"], blocks=(), published=r["published"]) for r in rows]


def _natural(path: Path) -> set[str]:
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return {row[side] for row in rows for side in ("a", "b")}


if __name__ == "__main__":
    main()
