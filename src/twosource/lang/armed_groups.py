"""A text in, the countries of the armed groups that it names out; each group fights, nearly always, in one country."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from twosource.lang.reading import lexicon

LEXICON = "en/armed_groups"
WORD = re.compile(r"\w+")
APOSTROPHE = str.maketrans("’", "'")

Named = tuple[int, str]  # where a name starts, the country of the group


@lru_cache(maxsize=4)  # texts: each is asked three times in a row
def groups_named(text: str) -> tuple[Named, ...]:
    """Return where an armed group is named and the ISO code of the country it fights in, in text order.

    The longer of two names at one place counts, once: "Farabundo Marti National Liberation Front".
    """
    return tuple(_named(text))


def _named(text: str) -> Iterator[Named]:
    plain = text.translate(APOSTROPHE)
    low = plain.lower()
    if _by_first_word().keys().isdisjoint(WORD.findall(low)):
        return
    done = 0
    for match in WORD.finditer(low):
        start = match.start()
        if start >= done and match.group() in _by_first_word():
            for name, iso, cased in _by_first_word()[match.group()]:
                end = start + len(name)
                if (plain if cased else low).startswith(name, start) and not low[end : end + 1].isalnum():
                    yield start, iso
                    done = end
                    break


@cache
def _by_first_word() -> dict[str, tuple[tuple[str, str, bool], ...]]:
    """Return names with country and whether their case counts, by their first word, the longest first."""
    found: dict[str, list[tuple[str, str, bool]]] = {}
    for kind, cased in (("names", False), ("short", True)):
        for iso, names in lexicon(LEXICON)[kind].items():
            for name in names:
                first = WORD.search(name)
                if first is not None:
                    spelled = name if cased else name.lower()
                    found.setdefault(first.group().lower(), []).append((spelled, iso, cased))
    return {first: tuple(sorted(rows, key=lambda row: (-len(row[0]), row))) for first, rows in found.items()}
