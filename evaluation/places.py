"""Share of gold toponyms located within 161 km, the spans being given, on the corpus ``places``.

Run ``python -m evaluation.places --corpora DIR``; a place left without coordinates counts as wrong.
"""

import argparse
import gzip
import hashlib
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from twosource.annotate.place.context import PlaceContext
from twosource.annotate.place.locate import locate
from twosource.model import Span
from twosource.values.geography import distance_km

WITHIN_KM = 161.0


def documents(corpora: Path) -> Iterator[dict[str, Any]]:
    """Yield the documents of the corpus: id, corpus, title, url, text, toponyms with start, end, lat, lon."""
    with gzip.open(corpora / "places" / "docs.jsonl.gz", "rt", encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines)


def part_of(identifier: str) -> str:
    """Return "unseen" for the fifth that no weight or rule was set on, else "seen"."""
    return "seen" if int(hashlib.sha1(identifier.encode(), usedforsecurity=False).hexdigest(), 16) % 5 else "unseen"


def right_and_all(document: dict[str, Any]) -> tuple[int, int]:
    """Return how many of the document's located toponyms are within 161 km, and how many there are."""
    gold = [toponym for toponym in document["toponyms"] if toponym["lat"] is not None]
    spans = [Span(toponym["start"], toponym["end"]) for toponym in gold]
    found = locate(document["text"], spans, PlaceContext(title=document["title"], url=document["url"]))
    near = (
        place is not None
        and distance_km((place.latitude, place.longitude), (toponym["lat"], toponym["lon"])) <= WITHIN_KM
        for place, toponym in zip(found, gold, strict=True)
    )
    return sum(near), len(gold)


def score(corpora: Path) -> dict[tuple[str, str], float]:
    """Return the share located by part (seen, unseen) and collection ("all" over both)."""
    right: Counter[tuple[str, str]] = Counter()
    whole: Counter[tuple[str, str]] = Counter()
    for document in documents(corpora):
        good, count = right_and_all(document)
        for name in (document["corpus"], "all"):
            right[part_of(document["id"]), name] += good
            whole[part_of(document["id"]), name] += count
    return {key: right[key] / whole[key] for key in sorted(whole) if whole[key]}


def main() -> None:
    """Print one line for each part and collection."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True)
    for (part, name), share in score(parser.parse_args().corpora).items():
        print(f"places within 161 km, spans given\t{part}\t{name}\t{share:.4f}")


if __name__ == "__main__":
    main()
