"""When and where a claim's happening was: the time and place of its clause, else those the report's story is set in."""

from collections import Counter
from dataclasses import dataclass, replace

from twosource.extract.statements import Told, date_range
from twosource.extract.tree import VERBAL, Tree
from twosource.lang.reading import words
from twosource.model import DateRange, Place, Time, Toponym

ACTS = "en/acts"
PLACE_ORDER = {"exact": 0, "town": 1, "admin2": 2, "admin1": 3, "region": 4, "country": 5, "international": 6}


@dataclass(frozen=True, slots=True)
class Setting:
    """The day and the place of the report's main happening, and the token of who acted in it; None if not told."""

    date: DateRange | None
    place: Place | None
    actor: int | None


def is_happening(tree: Tree, index: int) -> bool:
    """Tell whether a token names a happening of violence or disaster ("strike", "raid", "exploded")."""
    token = tree.tokens[index]
    if token.pos in VERBAL:
        return token.lemma in words(ACTS, "happenings", "verbs")
    return token.pos in {"NOUN", "PROPN"} and token.lemma in words(ACTS, "happenings", "nouns")


def setting(tree: Tree, told: list[Told]) -> Setting:
    """Find the main happening's day and place by what most mentions of happenings in the report say, early ones first.

    A day far before the others (an anniversary, a war long ago) does not date the story: days within a month of
    the latest are counted. A day after the publication (a hearing to come) does not either.
    """
    days: Counter[DateRange] = Counter()
    places: Counter[tuple[int, str]] = Counter()
    spots: dict[tuple[int, str], Place] = {}
    latest = tree.article.published or tree.article.modified
    for index in range(len(tree.tokens)):
        if not is_happening(tree, index):
            continue
        weight = 3 if tree.sentence_number(index) < 4 else 1
        when = date_at(tree, index, told)
        if when is not None and (latest is None or when.earliest <= latest):
            days[when] += weight
        for toponym in places_at(tree, index):
            key = (PLACE_ORDER.get(toponym.place.precision or "", 7), toponym.place.name)
            places[key] += weight
            spots.setdefault(key, toponym.place)
    return Setting(_main_day(days), _main_place(places, spots), _main_actor(tree))


def _main_day(days: Counter[DateRange]) -> DateRange | None:
    if not days:
        return None
    latest = max(day.latest for day in days)
    recent = {day: weight for day, weight in days.items() if day.latest[:7] >= _month_before(latest)}
    merged = {day: sum(w for other, w in recent.items() if _within(day, other)) for day in recent}
    best = min(merged, key=lambda d: (-merged[d], d.precision != "day", d.earliest, d.latest, d.text or ""))
    return replace(best, text=None)


def _month_before(day: str) -> str:
    year, month = int(day[:4]), int(day[5:7])
    return f"{year:04d}-{month - 1:02d}" if month > 1 else f"{year - 1:04d}-12"


def _within(day: DateRange, other: DateRange) -> bool:
    """Tell whether ``day`` lies inside ``other``: "over the weekend" speaks for "Saturday" too."""
    return other.earliest <= day.earliest and day.latest <= other.latest


def _main_place(places: Counter[tuple[int, str]], spots: dict[tuple[int, str], Place]) -> Place | None:
    """The best supported place of the finest kind that the best supported country holds."""
    if not places:
        return None
    countries: Counter[str] = Counter()
    for key, weight in places.items():
        countries[spots[key].country or ""] += weight
    country = min(countries, key=lambda c: (-countries[c], c))
    inside = [key for key in places if (spots[key].country or "") == country]
    return spots[min(inside, key=lambda key: (key[0] >= PLACE_ORDER["country"], -places[key], key))]


def _main_actor(tree: Tree) -> int | None:
    """Who carried out the first attack told of: the subject or agent of its verb, or the country before its noun."""
    from_acts = (
        actor for index in range(len(tree.tokens)) if is_happening(tree, index) and (actor := _actor(tree, index))
    )
    return next(from_acts, None)


def _actor(tree: Tree, index: int) -> int | None:
    if tree.tokens[index].pos in VERBAL:
        return None
    for child in tree.children(index, "nmod", "compound", "amod", "poss"):
        name = tree.name(child)
        if name is not None and name.kind in {"place", "nationality", "organisation"}:
            return child
    verb = tree.tokens[index].head
    if tree.tokens[index].dep == "dobj" and tree.tokens[verb].pos in VERBAL:
        return tree.child(verb, "nsubj")
    return None


def date_at(tree: Tree, index: int, told: list[Told]) -> DateRange | None:
    """Return the day that the clause of a token names, leaving out days that only date what somebody said."""
    sentence = tree.sentence_span(index)
    spoken = {t.statement.said.text for t in told if t.statement.said is not None and t.cue is not None
              and sentence.touches(tree.span_of(t.cue, t.cue))}  # fmt: skip
    times = [t for t in tree.times if sentence.covers(t.span) and t.earliest is not None and t.kind != "DURATION"]
    own = [t for t in times if _holds(tree, index, t)]
    near = own or [t for t in times if t.text not in spoken and not _dates_speech(tree, t, told)]
    if not near:
        return None
    anchor = tree.tokens[index].start
    return date_range(min(near, key=lambda t: (_coarse(t), abs(t.span.start - anchor))))


def _coarse(time: Time) -> bool:
    return time.precision in {"month", "year"}


def _holds(tree: Tree, index: int, time: Time) -> bool:
    """Tell whether a time hangs on a token or on the verb of its clause."""
    first = next(iter(tree.inside(time.span)), None)
    if first is None:
        return False
    verb = index if tree.tokens[index].pos in VERBAL else tree.verb_above(index)
    return index in tree.ancestors(first) or (verb is not None and tree.verb_above(first) == verb)


def _dates_speech(tree: Tree, time: Time, told: list[Told]) -> bool:
    first = next(iter(tree.inside(time.span)), None)
    return first is not None and any(t.cue is not None and tree.verb_above(first) == t.cue for t in told)


def places_at(tree: Tree, index: int) -> list[Toponym]:
    """Return the places named in the clause of a token, finest first; governments are no places."""
    sentence = tree.sentence_span(index)
    found = [p for p in tree.places if sentence.covers(p.span) and not p.government and _is_ground(tree, p)]
    return sorted(found, key=lambda p: (PLACE_ORDER.get(p.place.precision or "", 7), p.span))


def _is_ground(tree: Tree, toponym: Toponym) -> bool:
    """A place after a preposition of place, or in a list of such, is ground; "US forces" and "Cuba says" are not."""
    indices = tree.inside(toponym.span)
    if not indices:
        return False
    heads = [i for i in indices if tree.tokens[i].head not in indices] or [indices[-1]]
    token = tree.tokens[heads[0]]
    above = tree.tokens[token.head]
    if token.dep in {"appos", "npadvmod", "conj"} or (token.dep == "compound" and above.pos == "PROPN"):
        return above.dep == "pobj" or token.dep == "npadvmod"
    return token.dep == "pobj" and above.lemma in words(ACTS, "places", "prepositions")
