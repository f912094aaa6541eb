"""Text and candidate spans in, toponyms out: which spans are places, where they lie, and which stand for a government.

Knows no parser: labels and dependency hints come from the caller.
"""

from collections.abc import Sequence
from dataclasses import replace

from twosource.annotate.place.candidate import Candidate
from twosource.annotate.place.containers import containers, holds
from twosource.annotate.place.context import Mention, PlaceContext, country_of_address
from twosource.annotate.place.find import find_spots, follows_preposition
from twosource.annotate.place.fold import fold
from twosource.annotate.place.gazetteer import lookup
from twosource.annotate.place.government import stands_for_government
from twosource.annotate.place.parts import around, full_name, named, places_inside, plain_words
from twosource.annotate.place.resolve import Sighting, prior, settle
from twosource.lang.places import country_name, place_words
from twosource.model.annotation import Toponym
from twosource.model.place import Place
from twosource.model.span import Span


def find_places(text: str, mentions: Sequence[Mention], context: PlaceContext) -> tuple[Toponym, ...]:
    """Return the places named in ``text``, in order, each with its coordinates where they are known.

    Args:
        text: the article's text; positions are characters of it.
        mentions: spans with the labels of a name recogniser; what it misses is found by pattern.
        context: where the report comes from.

    Demonyms ("Cuban") are toponyms of their country with ``government`` set: they tell of people, not of ground.
    """
    spots = find_spots(text, mentions)
    settled = _settled(text, [spot.span for spot in spots], context)
    found = ((spot, place or _beside(text, spot, settled)) for spot, (_, place) in zip(spots, settled, strict=True))
    return tuple(_toponym(text, spot, place) for spot, place in found)


def locate(text: str, spans: Sequence[Span], context: PlaceContext) -> list[Candidate | None]:
    """Return the place each span of ``text`` stands for, the spans being known for places.

    A name unknown to the gazetteer takes the place of a part of it or of the town named next to it, with the reach of
    that town's division; None where there is neither.
    """
    settled = _settled(text, spans, context)
    return [place or around(span, settled) for span, place in settled]


def _settled(text: str, spans: Sequence[Span], context: PlaceContext) -> list[tuple[Span, Candidate | None]]:
    sightings = [_sighting(text, span) for span in spans]
    settled = settle(sightings, _hints(context))
    places = [place or _in_holder(sighting) for place, sighting in zip(settled, sightings, strict=True)]
    return list(zip(spans, places, strict=True))


def _in_holder(sighting: Sighting) -> Candidate | None:
    """Place an unknown name in what the text says holds it: "Tilga in Borno state" lies in Borno."""
    holder = max(sighting.containers, key=prior, default=None)
    return replace(holder, name="", kind="region", geonames_id=None) if holder else None


def _sighting(text: str, span: Span) -> Sighting:
    name = full_name(text, span)
    if fold(name) in plain_words():
        return Sighting(fold(name), ())
    return Sighting(fold(name), named(name) or places_inside(name), containers(text, span))


def _beside(text: str, spot: Mention, settled: Sequence[tuple[Span, Candidate | None]]) -> Candidate | None:
    """Place a site or quarter by the town named nearest to it; nothing else is guessed."""
    site = not {fold(word) for word in spot.span.of(text).split()}.isdisjoint(place_words("kinds", "site"))
    sure = spot.label == "FAC" or (site if spot.label == "LOC" else follows_preposition(text, spot.span))
    return around(spot.span, settled) if sure else None


def _hints(context: PlaceContext) -> list[Candidate]:
    """Return the places told outside the text: the outlet's country, the dateline's town."""
    iso = country_of_address(context.url)
    found = [c for c in lookup(country_name(iso)) if c.kind == "country"] if iso else []
    town, _, outer = (context.dateline or "").partition(",")
    inside = [c for c in lookup(town.strip().title()) if any(holds(o, c) for o in lookup(outer.strip()))]
    return found + inside[:1]


def _toponym(text: str, spot: Mention, place: Candidate | None) -> Toponym:
    wording = spot.span.of(text)
    if place is None:
        return Toponym(span=spot.span, place=Place(name=wording, text=wording))
    where = Place(
        name=place.name or wording,
        admin1=place.admin1,
        country=place.country,
        latitude=place.latitude,
        longitude=place.longitude,
        precision=place.reach,
        geonames_id=place.geonames_id,
        text=wording,
    )
    return Toponym(span=spot.span, place=where, government=stands_for_government(text, spot, place))
