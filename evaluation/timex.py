"""Score the expressions of time of ``annotate`` on the ``timex`` corpus: spans (strict, relaxed) and values."""

import argparse
import gzip
import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from twosource.annotate.time.find import find_times
from twosource.lang.times import time_lexicon
from twosource.model import Time


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """Figures of one part: F1 of exact spans and of overlapping spans, and the share of right values of the found."""

    part: str
    gold: int
    found: int
    strict: float
    relaxed: float
    value: float


@dataclass(slots=True)
class Tally:
    """Counts of one part: gold and found expressions, those matched exactly, by overlap, and with the right value."""

    gold: int = 0
    found: int = 0
    exact: int = 0
    overlapped: int = 0
    overlapping: int = 0
    right: int = 0
    judged: int = 0


def documents(corpora: Path) -> Iterator[dict[str, Any]]:
    """Yield the documents of the development half."""
    with gzip.open(corpora / "timex" / "docs.jsonl.gz", "rt", encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines)


def found_in(document: dict[str, Any]) -> tuple[Time, ...]:
    """Return the expressions found; histories have no day of speech, so their dates follow the text."""
    anchor = None if document["corpus"] == "wikiwars" else date.fromisoformat(document["dct"][:10])
    return find_times(document["text"], anchor, time_lexicon("en"))


def pairs(document: dict[str, Any], found: Sequence[Time]) -> Iterator[tuple[dict[str, Any], Time | None]]:
    """Yield each gold expression with the found one that overlaps it most."""
    for gold in document["timexes"]:
        near = [t for t in found if t.span.start < gold["end"] and gold["start"] < t.span.end]
        yield (
            gold,
            max(
                near,
                key=lambda t: min(t.span.end, gold["end"]) - max(t.span.start, gold["start"]),
                default=None,
            ),
        )


def add(tally: Tally, document: dict[str, Any], found: Sequence[Time]) -> None:
    """Count one document into ``tally``."""
    spans = {(gold["start"], gold["end"]) for gold in document["timexes"]}
    tally.gold += len(document["timexes"])
    tally.found += len(found)
    tally.exact += sum((t.span.start, t.span.end) in spans for t in found)
    tally.overlapping += sum(any(t.span.start < end and start < t.span.end for start, end in spans) for t in found)
    for gold, time in pairs(document, found):
        tally.overlapped += time is not None
        if time is not None and gold["value"]:
            tally.judged += 1
            tally.right += time.value == gold["value"]


def row_of(part: str, tally: Tally) -> Row:
    """Return the figures of a part."""
    precision, recall = tally.overlapping / max(tally.found, 1), tally.overlapped / max(tally.gold, 1)
    return Row(
        part=part,
        gold=tally.gold,
        found=tally.found,
        strict=2 * tally.exact / max(tally.gold + tally.found, 1),
        relaxed=2 * precision * recall / max(precision + recall, 1e-9),
        value=tally.right / max(tally.judged, 1),
    )


def score(corpora: Path) -> list[Row]:
    """Return the figures by corpus, for the four fifths used for tuning and the fifth left unseen."""
    tallies: dict[str, Tally] = {}
    for document in documents(corpora):
        unseen = int(hashlib.sha1(document["id"].encode(), usedforsecurity=False).hexdigest(), 16) % 5 == 0
        found = found_in(document)
        half = "unseen" if unseen else "tuned"
        for part in (f"{half} all", f"{half} {document['corpus']}"):
            add(tallies.setdefault(part, Tally()), document, found)
    return [row_of(part, tallies[part]) for part in sorted(tallies)]


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True)
    for row in score(parser.parse_args().corpora):
        figures = f"strict {row.strict:.3f}  relaxed {row.relaxed:.3f}  value {row.value:.3f}"
        print(f"{row.part:16} gold {row.gold:5} found {row.found:5}  {figures}")


if __name__ == "__main__":
    main()
