"""Names that no gazetteer holds: a known place inside them ("Bank of Mexico"), or the places around them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache, lru_cache

from twosource.annotate.place.candidate import Candidate
from twosource.annotate.place.fold import fold
from twosource.annotate.place.gazetteer import lookup
from twosource.lang.places import country_name, country_of_demonym, place_words
from twosource.model.span import Span

# A part of a longer name is a place by itself from this size on; smaller towns share their names with people.
LEAST_PART_POPULATION = 20000
# Towns further away in the text than this say little about where a street is.
NEARBY_CHARACTERS = 2000
COUNTIES = re.compile(r"(?:,?\s+(?:and\s+|or\s+)?[A-Z][\w.]+(?:\s[A-Z]\w+)?){0,6}\s+[Cc]ounties\b")


@lru_cache(maxsize=8192)
def places_inside(name: str) -> tuple[Candidate, ...]:
    """Return the places of the longest part of ``name`` that the gazetteer knows, () where there is none.

    What follows "City of" is its own name: "the Colombian City of Medellin" is no place known by "Colombian".
    Countries, divisions and larger towns only; words of kind ("River", "High School") are no names.
    """
    kind = _kind_of().match(name)
    for part in (*([name[kind.end() :]] if kind is not None else []), *_parts(name.split())):
        found = tuple(c for c in named(part) if _is_large(c))
        if found:
            return tuple(replace(c, main=False) for c in found)
    return ()


def full_name(text: str, span: Span) -> str:
    """Return the name at ``span``, with "County" where it stands in a list of them: "Clarke and Oconee counties"."""
    name = span.of(text).strip().removesuffix("'s").removesuffix("’s")
    return f"{name} County" if COUNTIES.match(text, span.end, span.end + 100) else name


def named(name: str) -> tuple[Candidate, ...]:
    """Return what a name or a demonym may stand for: "Cuban" stands for Cuba."""
    found = lookup(name)
    iso = country_of_demonym(name)
    if iso and not any(c.kind == "country" for c in found):
        return tuple(c for c in lookup(country_name(iso)) if c.kind == "country")
    return found


def _parts(words: Sequence[str]) -> Iterator[str]:
    for length in range(len(words) - 1, 0, -1):
        for first in range(len(words) - length + 1):
            part = " ".join(words[first : first + length])
            stands = first == 0 or words[first - 1].islower() or fold(words[first - 1]) in plain_words()
            if stands and part[0].isupper() and len(part) > 3 and fold(part) not in plain_words():
                yield part


@cache
def _kind_of() -> re.Pattern[str]:
    kinds = "|".join((*place_words("kinds", "town"), *place_words("kinds", "admin1")))
    return re.compile(rf"(?:\S+ ){{0,3}}?(?:{kinds}) of (?:the )?", re.IGNORECASE)


@lru_cache(maxsize=1)
def plain_words() -> frozenset[str]:
    """Return the words that begin or end many names and are no name by themselves, folded."""
    tables = (place_words("kinds", kind) for kind in ("admin1", "admin2", "town", "site", "plain"))
    return frozenset(word for table in tables for word in table)


def _is_large(place: Candidate) -> bool:
    """A county without "County" ("Churchill Downs") shares its name with people, parks and rivers."""
    if place.kind == "admin2":
        return place.main
    return place.kind != "town" or (place.main and place.population >= LEAST_PART_POPULATION)


def around(span: Span, known: Sequence[tuple[Span, Candidate | None]]) -> Candidate | None:
    """Return the town or county named nearest to ``span``, known no closer than its division; None: no town near.

    The place has no name of its own: it takes that of the span.
    """
    near = [(abs(s.start - span.start), c) for s, c in known if c and c.kind in {"town", "admin2"}]
    distance, place = min(near, key=lambda pair: pair[0], default=(NEARBY_CHARACTERS + 1, None))
    if place is None or distance > NEARBY_CHARACTERS:
        return None
    return replace(place, name="", kind="region", reach="admin1", geonames_id=None)
