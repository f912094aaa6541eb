"""The words of a row by which it is found, in a form that every database cuts alike: lower-case ASCII and spaces."""

import re
from typing import Any

from twosource.store.store import Row
from twosource.values.name import folded

SEARCHED: dict[str, tuple[str, ...]] = {
    "readings": ("article.title", "article.text", "article.outlet"),
    "events": ("title", "type", "place.name", "place.admin1", "actors.name"),
}
"""The fields of a table's records that are searched."""

WORD = re.compile(r"[^\W_]+")
LONGEST = 200  # characters of a word; PostgreSQL takes 2,046


def words_of(table: str, row: Row) -> str:
    """Return the words of a row, each once, sorted, "" where its table is not searched."""
    record = row.get("record")
    if table not in SEARCHED or not isinstance(record, dict):
        return ""
    return " ".join(sorted({word for path in SEARCHED[table] for text in _texts(record, path) for word in words(text)}))


def words(text: str) -> list[str]:
    """Return the words of a text: folded, signs outside ASCII spelled by their numbers."""
    found = WORD.findall(folded(text))
    return [(word if word.isascii() else "".join(map(_spelled, word)))[:LONGEST] for word in found]


def _spelled(sign: str) -> str:
    return sign if sign.isascii() else f"u{ord(sign):x}z"


def _texts(value: Any, path: str) -> list[str]:
    name, _, rest = path.partition(".")
    found = value.get(name) if isinstance(value, dict) else None
    if not rest:
        return [found] if isinstance(found, str) else []
    inner = found if isinstance(found, list) else [found]
    return [text for each in inner for text in _texts(each, rest)]
