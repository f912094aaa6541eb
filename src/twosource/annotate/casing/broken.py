"""Text with broken quotation marks in, the same with marks the parser knows out, character for character.

UTF-8 read as Windows-1252 turns one mark into three characters; the two to spare become spaces on the outer side.
"""

import re
from functools import cache

from twosource.lang.reading import lexicon

SIGN = "â€"  # what every broken mark begins with


def unbroken(text: str) -> str:
    """Return ``text`` with its broken quotation marks and dashes as plain ones; itself where there are none."""
    return _broken_mark().sub(_plain, text) if SIGN in text else text


@cache
def _broken_mark() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, sorted(_marks(), key=len, reverse=True))))


@cache
def _marks() -> dict[str, str]:
    marks: dict[str, str] = lexicon("en/casing")["broken"]
    return marks


def _plain(match: re.Match[str]) -> str:
    mark = _marks()[match[0]]
    is_opening = match.string[match.end() : match.end() + 1].isalnum()
    return mark.rjust(len(match[0])) if is_opening else mark.ljust(len(match[0]))
