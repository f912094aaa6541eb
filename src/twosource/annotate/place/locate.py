"""Text and candidate spans in, toponyms out: which spans are places, where they lie, and which stand for a government.

Knows no parser: labels and dependency hints come from the caller.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from twosource.annotate.place.called import is_quarter
from twosource.annotate.place.candidate import Candidate
from twosource.annotate.place.containers import containers, holds
from twosource.annotate.place.context import Mention, PlaceContext
from twosource.annotate.place.find import datelines, find_spots, follows_preposition, is_street
from twosource.annotate.place.fold import fold
from twosource.annotate.place.government import stands_for_government
from twosource.annotate.place.origin import hints, of_groups, outlet_names, outlet_town, story_of, title_spans
from twosource.annotate.place.parts import around, full_name, named, places_inside, plain_words
from twosource.annotate.place.quarters import called_quarters, cities_of, without_quarters
from twosource.annotate.place.resolve import Sighting, prior, settle
from twosource.lang.places import place_words
from twosource.model.annotation import Toponym
from twosource.model.place import Place
from twosource.model.span import Span

Settled = tuple[Span, Candidate | None]


def find_places(text: str, mentions: Sequence[Mention], context: PlaceContext) -> tuple[Toponym, ...]:
    """Return the places named in ``text``, in order, each with its coordinates where they are known.

    Args:
        text: the article's text; positions are characters of it.
        mentions: spans with the labels of a name recogniser; what it misses is found by pattern.
        context: where the report comes from.

    Demonyms ("Cuban") are toponyms of their country with ``government`` set: they tell of people, not of ground.
    """
    return find_all_places(text, mentions, context)[0]


def find_all_places(
    text: str, mentions: Sequence[Mention], context: PlaceContext
) -> tuple[tuple[Toponym, ...], tuple[Toponym, ...]]:
    """Return the places named in the text and those named in the title, each with spans of its own."""
    spots = find_spots(text, mentions)
    settled, heading = _settled(text, [spot.span for spot in spots], context)
    found = ((spot, place or _beside(text, spot, settled)) for spot, (_, place) in zip(spots, settled, strict=True))
    titled = ((Mention(span=span, label="GPE"), place) for span, place in heading if place is not None)
    inside = tuple(_toponym(text, spot, place) for spot, place in found)
    return inside, tuple(_toponym(context.title or "", spot, place) for spot, place in titled)


def outlet_place(told: Sequence[Toponym], context: PlaceContext) -> Place | None:
    """Return the town of a local outlet whose report puts itself nowhere else, known no closer than its surroundings.

    No words name it. Of 43 such reports on shootings 23 were within 25 km of it.
    """
    town = outlet_town(context)
    return None if town is None or any(_is_elsewhere(toponym.place, town) for toponym in told) else _place(town, None)


def _is_elsewhere(place: Place, town: Candidate) -> bool:
    """Tell whether a place is one on the map, or another country."""
    return place.latitude is not None and (place.precision != "country" or place.country != town.country)


def locate(text: str, spans: Sequence[Span], context: PlaceContext) -> list[Candidate | None]:
    """Return the place each span of ``text`` stands for, the spans being known for places.

    A name unknown to the gazetteer takes the place of a part of it or of the town named next to it, with the reach of
    that town's division; None where there is neither.
    """
    settled, _ = _settled(text, spans, context)
    return [place or around(span, settled) for span, place in settled]


def _settled(text: str, spans: Sequence[Span], context: PlaceContext) -> tuple[list[Settled], list[Settled]]:
    """Settle the names of text and title together, with what the outlet says of itself as company."""
    title = context.title or ""
    story, headed = story_of(title), title_spans(title)
    sightings = [_sighting(text, span) for span in spans]
    above = [_sighting(story, span) for span in headed]
    around_it = [Sighting(fold(name), named(name)) for name in outlet_names(title)]
    every = [*sightings, *above, *around_it]
    home = hints(context)
    settled = _supported(every, settle(every, [*home, *of_groups(text)]))
    filed = set(datelines(text))
    from_there = [p for p, span in zip(settled, spans, strict=False) if p is not None and span in filed]
    settled = without_quarters(every, settled, called_quarters(text, spans), cities_of(from_there, home))
    divisions = Counter(place.division for place in settled if place)
    places = [p or _in_holder(s, divisions) for p, s in zip(settled, every, strict=True)]
    own, rest = places[: len(spans)], places[len(spans) : len(spans) + len(headed)]
    return list(zip(spans, own, strict=True)), list(zip(headed, rest, strict=True))


def _supported(sightings: Sequence[Sighting], settled: Sequence[Candidate | None]) -> list[Candidate | None]:
    """Leave out places known by a part of a name alone in a country where no other place of the report lies.

    A school or street is often named after somebody who shares a town's name.
    """
    told = list(zip(sightings, settled, strict=True))
    countries = {place.country for sighting, place in told if place is not None and not sighting.partly}
    return [p if not s.partly or p is None or not countries or p.country in countries else None for s, p in told]


def _in_holder(sighting: Sighting, divisions: Counter[int]) -> Candidate | None:
    """Place an unknown name in what the text says holds it: "Tilga in Borno state" lies in Borno.

    Of several places of the holder's name the one in the division that most of the report's places lie in.
    """
    holder = max(
        sighting.containers, key=lambda c: (divisions[c.division] if c.division else 0, prior(c)), default=None
    )
    return replace(holder, name="", kind="region", geonames_id=None) if holder else None


def _sighting(text: str, span: Span) -> Sighting:
    name = full_name(text, span)
    if is_street(text, span) or is_quarter(text, span):
        return Sighting(fold(name), (), containers(text, span))
    if fold(name) in plain_words():
        outer = containers(text, span)
        return Sighting(fold(name), tuple(c for c in named(name) if any(holds(o, c) for o in outer)), outer)
    whole = _towns_first(name, named(name))
    return Sighting(fold(name), whole or places_inside(name), containers(text, span), partly=not whole)


def _towns_first(name: str, found: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
    """Leave out the counties called so in full alone where a town of their state has the bare name: "DOUGLAS, Ga."."""
    called = {place for place in found if place.kind == "admin2" and fold(place.name) != fold(name)}
    states = {place.division for place in found if place.kind == "town" and fold(place.name) == fold(name)}
    return tuple(place for place in found if place not in called or place.division not in states)


def _beside(text: str, spot: Mention, settled: Sequence[Settled]) -> Candidate | None:
    """Place a site or quarter by the town named nearest to it; nothing else is guessed."""
    if is_quarter(text, spot.span) and (own := _near_towns(full_name(text, spot.span), settled)) is not None:
        return own
    site = not {fold(word) for word in spot.span.of(text).split()}.isdisjoint(place_words("kinds", "site"))
    sure = spot.label == "FAC" or (site if spot.label == "LOC" else follows_preposition(text, spot.span))
    return around(spot.span, _told(text, settled)) if sure else None


def _told(text: str, settled: Sequence[Settled]) -> list[Settled]:
    """The places without a capital in the dateline: from there the whole country is told of."""
    filed = set(datelines(text))
    return [(span, place) for span, place in settled if place is None or not place.capital or span not in filed]


def _near_towns(name: str, settled: Sequence[Settled]) -> Candidate | None:
    """Return the place of a quarter's name that lies by a town of the report."""
    towns = {place for _, place in settled if place is not None and place.kind == "town"}
    near = (place for place in named(name) if place.kind == "town" and any(holds(town, place) for town in towns))
    return next(near, None)


def _toponym(text: str, spot: Mention, place: Candidate | None) -> Toponym:
    wording = spot.span.of(text)
    if place is None:
        return Toponym(span=spot.span, place=Place(name=wording, text=wording))
    return Toponym(span=spot.span, place=_place(place, wording), government=stands_for_government(text, spot, place))


def _place(place: Candidate, wording: str | None) -> Place:
    return Place(
        name=place.name or wording or "",
        admin1=place.admin1,
        country=place.country,
        latitude=place.latitude,
        longitude=place.longitude,
        precision=place.reach,
        geonames_id=place.geonames_id,
        text=wording,
    )
