"""Where a report comes from (title, outlet, address, dateline) in; places that speak for its surroundings out.

So do the armed groups that the text names: each fights in one country.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from twosource.annotate.place.candidate import WIDELY, Candidate
from twosource.annotate.place.containers import holds
from twosource.annotate.place.context import PlaceContext, country_of_address
from twosource.annotate.place.find import find_spots, is_sure
from twosource.annotate.place.gazetteer import lookup
from twosource.lang.armed_groups import groups_named
from twosource.lang.outlets import home_of
from twosource.lang.places import country_name
from twosource.model.span import Span
from twosource.values.address import site

# "Man shot in Dover - WXYZ 5 News | Dover, DE": what follows tells of the outlet, not of the story.
TAIL = re.compile(r"\s+(?:[-–—|]|::)\s+|(?<=\w)-\s")
WORD = re.compile(r"[A-Z][\w.'’]*")
LONGEST = 3  # words of a place's name in an outlet's line about itself
LEAST_IN_HOST = 6  # letters; shorter words stand in any name


def hints(context: PlaceContext) -> list[Candidate]:
    """Return the places told outside title and text: the country of the address, the dateline's town, the outlet's."""
    iso = country_of_address(context.url)
    found = [c for c in lookup(country_name(iso)) if c.kind == "country"] if iso else []
    town, _, outer = (context.dateline or "").partition(",")
    inside = [c for c in lookup(town.strip().title()) if any(holds(o, c) for o in lookup(outer.strip()))]
    return [*found, *inside[:1], *_home(site(context.url))]


def outlet_town(context: PlaceContext) -> Candidate | None:
    """Return the town of a local outlet, from where its surroundings are told of; None of one that is not known."""
    towns = (place for place in _home(site(context.url)) if place.kind == "town")
    return next((replace(town, reach=WIDELY) for town in towns), None)


def of_groups(text: str) -> list[Candidate]:
    """Return the countries of the armed groups that the text names, each once."""
    isos = dict.fromkeys(iso for _, iso in groups_named(text))
    return [c for iso in isos for c in lookup(country_name(iso)) if c.kind == "country" and c.country == iso]


@lru_cache(maxsize=2048)
def _home(host: str | None) -> tuple[Candidate, ...]:
    """The outlet's town; else the state in the name of its host ("delawareonline.com")."""
    told = home_of(host)
    if told is not None:
        return tuple(c for c in lookup(told[0]) if c.kind == "town" and any(holds(o, c) for o in lookup(told[1])))[:1]
    name = re.sub(r"\W", "", (host or "").rpartition(".")[0])
    pieces = (name[a:b] for a in range(len(name)) for b in range(len(name), a + LEAST_IN_HOST - 1, -1))
    states = ([c for c in lookup(piece.title()) if c.kind == "admin1" and c.main] for piece in pieces)
    return tuple(next((found[:1] for found in states if found), []))


def story_of(title: str) -> str:
    """Return the part of a title that tells the story, without the outlet's name behind it."""
    return TAIL.split(title, maxsplit=1)[0]


def title_spans(title: str) -> list[Span]:
    """Return the spans of places in the part of a title that tells the story."""
    return [spot.span for spot in find_spots(story_of(title), ())]


def outlet_names(title: str) -> Iterator[str]:
    """Yield the places that an outlet names of itself behind the title: "WXYZ - Dover, DE News"."""
    tail = title[len(story_of(title)) :]
    words = [match.group().rstrip(".,'") for match in WORD.finditer(tail)]
    at = 0
    while at < len(words):
        sizes = range(min(LONGEST, len(words) - at), 0, -1)
        length = next(
            (n for n in sizes if " ".join(words[at : at + n]) in tail and is_sure(" ".join(words[at : at + n]))), 0
        )
        if length:
            yield " ".join(words[at : at + length])
        at += max(length, 1)
