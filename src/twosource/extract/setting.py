"""When and where a claim's happening was: the time and place of its clause, else those the report's story is set in."""

from collections import Counter
from dataclasses import dataclass, replace

from twosource.extract.statements import Told, date_range
from twosource.extract.tree import VERBAL, Tree
from twosource.lang.reading import words
from twosource.model import DateRange, Place, Time, Toponym

ACTS = "en/acts"
SUBJECTS = ("nsubj", "nsubjpass")
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
    verb = own_clause(tree, index)
    return index in tree.ancestors(first) or (verb is not None and tree.verb_above(first) == verb)


def _dates_speech(tree: Tree, time: Time, told: list[Told]) -> bool:
    first = next(iter(tree.inside(time.span)), None)
    return first is not None and any(t.cue is not None and tree.verb_above(first) == t.cue for t in told)


def places_at(tree: Tree, index: int) -> list[Toponym]:
    """Return the places of a token's own clause, finest first; governments are no places.

    Where the clause is one of speech, only the places named with the token itself count: "commented on the raid on his
    flight from Florida" puts no raid in Florida.
    """
    sentence = tree.sentence_span(index)
    verb = own_clause(tree, index)
    speaks = verb is not None and verb != index and tree.tokens[verb].lemma in words("en/speech", "verbs")
    found = [
        place
        for place in tree.places
        if sentence.covers(place.span)
        and not place.government
        and (first := _ground(tree, place)) is not None
        and (index in tree.ancestors(first) or (not speaks and _clause(tree, first) == verb))
    ]
    return sorted(found, key=lambda p: (PLACE_ORDER.get(p.place.precision or "", 7), p.span))


def own_clause(tree: Tree, index: int) -> int | None:
    """Return the verb whose clause a token stands in; a participle shares that of its head ("..., killing 14")."""
    verb = index if tree.tokens[index].pos in VERBAL else tree.verb_above(index)
    while verb is not None and tree.tokens[verb].dep in {"advcl", "conj", "xcomp"} and tree.tokens[verb].head != verb:
        if tree.children(verb, *SUBJECTS) or tree.tokens[tree.tokens[verb].head].pos not in VERBAL:
            break
        verb = tree.tokens[verb].head
    return verb


def _clause(tree: Tree, index: int) -> int | None:
    """The verb of the clause; a participle that hangs on a noun ("held in the camp") speaks for the noun's clause."""
    verb = tree.verb_above(index)
    if verb is None:
        return None
    return tree.verb_above(verb) if tree.tokens[verb].dep == "acl" else own_clause(tree, verb)


def _ground(tree: Tree, toponym: Toponym) -> int | None:
    """The root token of a place that is ground: after a preposition of place. "US forces" and "Cuba says" are not."""
    indices = tree.inside(toponym.span)
    root = next((i for i in indices if tree.tokens[i].head not in indices), None)
    while root is not None and tree.tokens[root].dep in {"appos", "conj", "compound", "npadvmod"}:
        above = tree.tokens[root].head
        if tree.place(above) is None:
            return root if tree.tokens[root].dep == "npadvmod" else None
        root = above
    if root is None or tree.tokens[root].dep != "pobj":
        return None
    return root if tree.tokens[tree.tokens[root].head].lemma in words(ACTS, "places", "prepositions") else None
