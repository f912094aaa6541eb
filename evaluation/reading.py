"""Draws asserted casualty claims of a corpus at random and prints each with its words, for a person to judge.

Fully right is a claim whose figure, group, speaker, day and place are what an expert would write down from the same
report. The judgement is the reader's: nothing is scored here. Only the part that may be tuned on is drawn from; the
same seed draws the same claims from the same code.
"""

import argparse
import random
from collections.abc import Iterator, Sequence
from pathlib import Path

from evaluation.corpus import part_of
from evaluation.judged_claims import CORPORA, is_judged, reports
from evaluation.readings import Shelf, readings
from evaluation.score import Run
from twosource.model import Article, Claim, Reading

AROUND = 240  # characters of the text before and behind a claim
BATCH = 8  # reports read at once
Drawn = tuple[Reading, Claim]


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the claims drawn."""
    options = _options(arguments)
    run = Run(corpora=options.corpora, quick=False, shelf=Shelf(options.cache, options.workers))
    for number, (read, claim) in enumerate(drawn(run, options.set, options.seed), 1):
        if number > options.number:
            break
        print(shown(number, read, claim))
    return 0


def drawn(run: Run, corpus: str, seed: int) -> Iterator[Drawn]:
    """Yield claims in an order that the seed decides, one of each report drawn."""
    chance = random.Random(seed)  # noqa: S311 - a draw that can be made again, no secret
    kept = sorted((r for r in reports(run, corpus, None) if part_of(r.key) == "tuned"), key=lambda r: str(r.row["id"]))
    chance.shuffle(kept)
    for first in range(0, len(kept), BATCH):
        for read in readings([report.row for report in kept[first : first + BATCH]], run.shelf):
            claims = [claim for claim in read.claims if is_judged(claim)]
            if claims:
                yield read, chance.choice(claims)


def shown(number: int, read: Reading, claim: Claim) -> str:
    """Return a claim as a person reads it: what it says, of whom, who says so, when, where; then its words."""
    group, speaker, date, place = claim.group, claim.speaker, claim.date, claim.place
    lines = [
        f"{number}. {claim.measure} {claim.low}-{claim.high}{' (of more)' if claim.part_of else ''}, {claim.id}",
        f"   group    {group and (group.text, group.role, group.status, group.nationality, group.names)}",
        f"   speaker  {speaker and (speaker.name, speaker.kind)}",
        f"   date     {date and (date.earliest, date.latest, date.text)}",
        f"   place    {place and (place.name, place.admin1, place.country, place.precision)}",
    ]
    if read.article is not None:
        lines += [
            f"   report   {read.article.published}, {read.article.title}",
            f"   {_context(read.article, claim)}",
            "",
        ]
    return "\n".join(lines)


def _context(article: Article, claim: Claim) -> str:
    span, text = claim.span, article.text
    before, behind = text[max(0, span.start - AROUND) : span.start], text[span.end : span.end + AROUND]
    return " ".join(f"{before}>>{span.of(text)}<<{behind}".split())


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m evaluation.reading", description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True, metavar="DIR", help="folder of the corpora")
    parser.add_argument("--set", choices=CORPORA, required=True, help="corpus to draw from")
    parser.add_argument("--seed", type=int, required=True, help="another seed draws other claims")
    parser.add_argument("--number", type=int, default=50, help="claims to print (default 50)")
    parser.add_argument("--cache", type=Path, metavar="DIR", help="keep readings here, under the code's own digest")
    parser.add_argument("--workers", type=int, default=1, help="processes that read (default 1)")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    raise SystemExit(main())
