"""Patterns of credit lines by language, read from ``<language>/credits.toml`` and compiled."""

import re
from dataclasses import dataclass
from functools import cache

from twosource.lang.reading import lexicon


@dataclass(frozen=True, slots=True, kw_only=True)
class CreditLines:
    """Patterns of credits.

    ``contribution`` searches a line, ``sign_off`` the end of a paragraph (group ``agency``), ``byline`` matches a whole
    line (group ``name``); ``not_places`` stand where a dateline does.
    """

    contribution: re.Pattern[str]
    sign_off: re.Pattern[str]
    byline: re.Pattern[str]
    not_places: frozenset[str]


@cache
def credit_lines(language: str = "en") -> CreditLines:
    """Return the credit lines of a language.

    Raises:
        FileNotFoundError: there are none for it.
    """
    tables = lexicon(f"{language}/credits")
    openings = "|".join(map(re.escape, sorted(tables["byline"]["openings"], key=len, reverse=True)))
    return CreditLines(
        contribution=re.compile("|".join(tables["contribution"]["patterns"]), re.IGNORECASE),
        sign_off=re.compile("|".join(tables["sign_off"]["patterns"])),
        byline=re.compile(rf"\W*(?:{openings})\b\s*:?\s*(?P<name>\S.{{1,100}})$", re.IGNORECASE),
        not_places=frozenset(tables["dateline"]["not_places"]),
    )
