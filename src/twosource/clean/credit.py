"""Bylines, datelines and closing lines come in; the agencies and people they credit go out."""

import re
from collections.abc import Iterable

from twosource.lang.agencies import Agency, agencies_in, agencies_in_credit, agency_named
from twosource.lang.credits import credit_lines
from twosource.model import Credit

_CLOSING = re.compile(r"(?:staff|writers?|reporters?|correspondents?|journalists?)$", re.IGNORECASE)
_PICTURE = re.compile(r"\b(?:photos?|images?|getty|pool|via|picture)\b", re.IGNORECASE)
_BESIDE_NAME = re.compile(
    r"\s(?:(?:on|[Pp]ublished|[Pp]osted|[Uu]pdated):?\s)?[A-Z]\w{2,8}\.?\s\d|\s\d|\s{3,}|\s[—|·•]\s|\. (?=[A-Z]{4})"
)
_DAY = re.compile(
    r"\b(?:published|updated|posted|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b|\b[a-z]{3,9}\.?\s\d|\d", re.IGNORECASE
)
_MARKS = " |•·/–—-,"
_MOST_WORDS = 80


def named_credits(words: str, where: str) -> tuple[Credit, ...]:
    """Return the agencies that a credit (a byline, the brackets of a dateline, a copyright line) names."""
    found = (mention.agency for mention in agencies_in_credit(words))
    whole = agency_named(words)
    return distinct(_credit(agency, where, words) for agency in ([whole] if whole else found))


def contribution_credits(line: str) -> tuple[Credit, ...]:
    """Return whom a closing line credits: "This report included contributions from Associated Press reporters".

    A line that credits somebody who is no known agency gives one credit with the line as its name's wording.
    """
    if line.count(" ") >= _MOST_WORDS or not credit_lines().contribution.search(line):
        return ()
    named = agencies_in(line) or agencies_in_credit(line)
    if named:
        return distinct(_credit(mention.agency, "contribution", line) for mention in named)
    return (Credit(name=line, agency=None, where="contribution", quote=line),)


def sign_off_credits(paragraph: str) -> tuple[Credit, ...]:
    """Return the agency that stands alone at the end of a last paragraph: "(AFP)", "-- Reuters"."""
    match = credit_lines().sign_off.search(paragraph[-60:])
    agency = agency_named(match["agency"]) if match else None
    return (_credit(agency, "byline", match[0].strip()),) if match and agency else ()


def byline_name(line: str) -> str | None:
    """Return the name in a byline ("By Reuters" -> "Reuters"), or an agency that is the whole line; else None."""
    if len(line) > 120 or _PICTURE.search(line):
        return None
    bare = _DAY.split(line, maxsplit=1)[0].strip(_MARKS)
    if agency_named(bare):
        return bare
    match = credit_lines().byline.match(line)
    name = _BESIDE_NAME.split(match["name"], maxsplit=1)[0].strip(_MARKS) if match else ""
    return name if name and is_name(name) else _with_agency(line)


def _with_agency(line: str) -> str | None:
    """Return a line such as "Ann Example, Associated Press" or "Reuters | Beirut"."""
    parts = [part.strip() for part in re.split(r"[,|•·/]| - | – ", line)]
    named = any(agency_named(_CLOSING.sub("", part).strip()) for part in parts)
    return line if 2 <= len(parts) <= 3 and named and all(is_name(part) for part in parts) else None


def is_name(words: str, most: int = 14) -> bool:
    """Tell whether nearly all words, ``most`` at most, open with a capital and none ends a sentence."""
    bare = re.findall(r"[^\W\d]\S*", _CLOSING.sub("", words))
    small = [
        word
        for word in bare
        if word[0].islower()
        and word not in {"and", "de", "van", "von", "al", "bin", "of", "for", "in", "the", "la", "del"}
    ]
    return 0 < len(bare) <= most and len(small) <= len(bare) / 4 and not re.search(r"[a-z]{3}[.!?]$", words)


def distinct(credited: Iterable[Credit]) -> tuple[Credit, ...]:
    """Return credits without those that credit an agency already credited from the same place."""
    kept: dict[tuple[str, str], Credit] = {}
    for credit in credited:
        kept.setdefault((credit.agency or credit.name, credit.where), credit)
    return tuple(kept.values())


def _credit(agency: Agency, where: str, quote: str) -> Credit:
    return Credit(name=agency.name, agency=agency.id, where=where, quote=quote)
