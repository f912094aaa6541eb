"""Names as plain strings: folding and comparing; no document, no language model."""

import unicodedata
from functools import lru_cache

LEFT_OUT = str.maketrans({".": None, "'": None, "-": " "})
SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})


@lru_cache(maxsize=65536)
def folded(name: str) -> str:
    """Return the name in lower case without accents, dots and doubled space: "Nicolás" and "NICOLAS" are one."""
    if name.isascii():  # twice as quick, and the same
        return " ".join(name.lower().translate(LEFT_OUT).split())
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", name).casefold())
    kept = "".join(c for c in plain if not unicodedata.combining(c) and c not in ".’'")
    return " ".join(kept.replace("-", " ").split())


def is_short_form(short: str, full: str) -> bool:
    """Tell whether ``short`` may be a shorter name of the same person: its last words, or first and last word.

    "Maduro" is short for "Nicolás Maduro", "Nicolás Maduro" for "Nicolás Maduro Moros".
    """
    few, many = _without_suffix(folded(short)), _without_suffix(folded(full))
    if not few or len(few) > len(many):
        return False
    return many[-len(few) :] == few or (len(few) > 1 and _in_order(few, many) and few[0] == many[0])


def _without_suffix(name: str) -> list[str]:
    """The words of a folded name without "Jr" and the like."""
    words = name.split()
    return words[:-1] if len(words) > 1 and words[-1] in SUFFIXES else words


def _in_order(few: list[str], many: list[str]) -> bool:
    rest = iter(many)
    return all(word in rest for word in few)
