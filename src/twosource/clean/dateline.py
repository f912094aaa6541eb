"""The opening of a paragraph comes in; the place it was filed from and the agency in its brackets go out."""

import re
from dataclasses import dataclass

from twosource.clean.dates import iso_date
from twosource.lang.agencies import agency_named
from twosource.lang.credits import credit_lines

# A hyphen is a part of a word alone: as a mark between words too, 120 letters of "A-A-A-..." took over 15 seconds.
_PLACE = r"[A-ZÀ-ÞĀ-Ž][A-ZÀ-ÞĀ-Ž.’'-]+(?:[ /][A-ZÀ-ÞĀ-Ž][A-ZÀ-ÞĀ-Ž.’'-]*){0,4}"
_REST = r"(?:,\s[A-Z][\w.’'-]*(?:\s(?:[A-Z][\w.’'-]*|of|and|the|de|al)){0,3})"
_MIXED = r"[A-Z][\w.’'-]+(?:[ /][A-Z][\w.’'-]+){0,3}"
_DAY = r"(?:,\s?(?:\d{1,2}\s)?[A-Z][A-Za-z]{2,8}\.?(?:\s\d{1,2})?(?:,?\s\d{2,4})?)"
_DASH = r"(?:\s*(?:—|–|--+|―)\s*|\s+-\s+|\s*-\s+(?=[A-Z\"“]))"
_MARK = r"(?:\s*(?:\(\s*(?P<b>[^()\n]{2,40}?)\s*\)|\[\s*(?P<c>[^\[\]\n]{2,30}?)\s*\]|/(?P<d>[A-Za-z -]{2,20})/))"
_OPENINGS = tuple(
    re.compile(pattern.replace("MARK", _MARK))
    for pattern in (
        rf"(?P<place>{_PLACE}{_REST}?){_DAY}?MARK?{_DASH}",
        rf"(?P<place>{_PLACE}{_REST}?){_DAY}?\.?MARK\.?:?\s+",
        rf"(?P<place>{_MIXED}{_REST}?){_DAY}?MARK{_DASH}",
        rf"(?P<place>)MARK{_DASH}",
        rf"(?P<place>{_PLACE}{_REST}?)\s?:\s(?=[A-Z\"“])",
    )
)
_BRACKETS = ("b", "c", "d")
_DASHES = ("—", "–", "-", "―")
_DATED = re.compile(r"\d")
_SHOUTED = re.compile(r"[^a-z]{60}")
"""A text printed in capitals throughout: there only the dash or the brackets tell a dateline from a sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dateline:
    """A dateline as printed.

    ``place`` ("HAVANA", "GAZA CITY, Gaza Strip") is None where only an agency stands; ``day`` (ISO 8601) is None where
    no year is told; ``mark`` is what stands in the brackets, ``quote`` the whole opening, ``length`` its characters.
    """

    place: str | None
    day: str | None
    mark: str | None
    quote: str
    length: int


def dateline(paragraph: str) -> Dateline | None:
    """Return the dateline that a paragraph opens with, None where it opens with none.

    Forms: "HAVANA — ", "WASHINGTON (AP) — ", "BEIRUT, Jan. 5 (Xinhua) -- ", "MOSCOW, January 5. /TASS/. ",
    "(Reuters) - ", "Gaza City, Gaza Strip (CNN) — ", "QUETTA: ".
    """
    head = paragraph[:120]
    found = (_read(match) for pattern in _OPENINGS if (match := pattern.match(head)))
    is_shouted = _SHOUTED.match(paragraph) is not None
    return next((told for told in found if _is_dateline(told, is_shouted=is_shouted)), None)


def _read(match: re.Match[str]) -> Dateline:
    mark = next((match[group] for group in _BRACKETS if match.re.groupindex.get(group) and match[group]), None)
    place, quote = match["place"].strip(" ,") or None, match[0].strip()
    return Dateline(place=place, day=iso_date(quote), mark=mark, quote=quote, length=match.end())


def _is_dateline(told: Dateline, *, is_shouted: bool) -> bool:
    """Tell whether the opening is one: no label, and no sentence whose subject happens to stand before brackets."""
    if told.place in credit_lines().not_places:
        return False
    if told.mark and not told.quote.endswith(_DASHES) and not agency_named(told.mark):
        return False
    return (
        not is_shouted
        or (told.mark is not None and agency_named(told.mark) is not None)
        or _DATED.search(told.quote) is not None
    )
