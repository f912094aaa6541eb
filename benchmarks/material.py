"""Reports to measure on, as input rows: the ``gva`` corpus or the examples; as many as asked for, no two alike."""

import gzip
import json
import random
import re
from pathlib import Path

from twosource import collect
from twosource.clean import clean
from twosource.config import Limits
from twosource.model import Report

Row = dict[str, str | None]
NUMBER = re.compile(r"\b\d{1,2}\b")
NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]+\b")
EXAMPLES = Path(__file__).parent.parent / "examples"
FIELDS = ("id", "url", "title", "published", "text")


def corpus_rows(corpora: Path) -> list[Row] | None:
    """Return the reports of ``gva``, None where they are not there."""
    path = corpora / "gva" / "docs.jsonl.gz"
    if not path.exists():
        return None
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [{name: row[name] for name in FIELDS} for row in map(json.loads, lines)]


def example_rows() -> list[Row]:
    """Return the examples as rows of running text."""
    found = collect.collect([EXAMPLES], Limits())
    articles = [clean(report, Limits()) for report in found if isinstance(report, Report)]
    return [{"id": a.id, "url": a.url, "title": a.title, "published": a.published, "text": a.text} for a in articles]


def drawn(rows: list[Row], count: int) -> list[Row]:
    """Return ``count`` rows: first the rows as they are, then mixtures of their paragraphs, names and numbers changed.

    Paragraph k of a mixture is the k-th of another report each time, so that no two share more than a paragraph's
    wording and none counts as a copy of a whole.
    """
    names = sorted({name for row in rows for name in NAME.findall(row["text"] or "")})
    parts = [(row["text"] or "").split("\n\n") for row in rows]
    return [row if turn == 0 else _mixed(row, number, parts, names) for number, turn, row in _turns(rows, count)]


def words(rows: list[Row]) -> int:
    """Return how many words the texts have, divided at white space."""
    return sum(len((row["text"] or "").split()) for row in rows)


def _turns(rows: list[Row], count: int) -> list[tuple[int, int, Row]]:
    return [(number, number // len(rows), rows[number % len(rows)]) for number in range(count)]


def _mixed(row: Row, number: int, parts: list[list[str]], names: list[str]) -> Row:
    source = random.Random(number)  # noqa: S311 - texts need repeating, not secrecy
    turn = number // len(parts)
    own = parts[number % len(parts)]
    others = (parts[(number + turn * 101 * k) % len(parts)] for k in range(len(own)))
    text = "\n\n".join(other[k % len(other)] for k, other in enumerate(others))
    text = NUMBER.sub(lambda _: str(source.randint(2, 60)), text)
    text = NAME.sub(lambda _: source.choice(names), text)
    return row | {"id": f"{row['id']}-{number}", "url": None, "title": None, "text": text}
