"""Which spans of a text are places: the name recogniser's where they hold, and those it misses, found by pattern."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache

from twosource.annotate.place.called import called_places
from twosource.annotate.place.candidate import Candidate
from twosource.annotate.place.containers import containers, holds
from twosource.annotate.place.context import Mention
from twosource.annotate.place.files import country_rows
from twosource.annotate.place.fold import fold
from twosource.annotate.place.gazetteer import lookup
from twosource.annotate.place.parts import plain_words
from twosource.annotate.place.people import first_names, surnames, with_first_names
from twosource.lang.places import countries, country_of_demonym, place_words, seat_country
from twosource.model.span import Span

PLACE_LABELS = {"GPE", "LOC", "FAC"}
# A hyphen is a part of a word alone and no word is longer than 60 letters: "A-A-A-..." took time by its fourth power.
WORD = r"[A-Z][\w’'-]{0,59}[\w]"
NAME = rf"(?:(?:St|Mt|Ft|Pt)\.\s)?{WORD}(?: (?:(?:de|del|la|el|al|of|the)\s)?{WORD}){{0,3}}"
PAIR = re.compile(rf"\b(?P<name>{NAME}),\s+(?P<outer>{WORD}(?:\s{WORD}){{0,2}}|[A-Z][a-z]+\.|(?:[A-Z]\.\s?){{2}})")
DATELINE = re.compile(
    r"^[ \t]*(?P<name>[A-Z][A-Z.'’ -]{2,40}?)(?:,\s+[A-Z0-9][\w.’' ]{1,30}){0,3}"
    r"(?:\s*\([\w.’'&/ -]{2,30}\))?\s*(?:—|–|--|-\s)",
    re.MULTILINE,
)
FORCE = re.compile(
    rf"\b(?P<name>{WORD}(?: {WORD}){{0,3}}?) (?:City |Metropolitan |Metro )?"
    r"(?:Police|Sheriff|Fire (?:Department|Rescue))"
)
# Reports of the MUC kind are all capitals; ordinary news has 2-6 % of its letters in capitals.
SHOUTED_SHARE = 0.8
# A town that only a preposition tells of is believed from this size on.
LEAST_POPULATION = 5000
LONGEST_NAME = 4
# "the 1200 block of Rosedale", "at 2517 Shasta": what follows the house number is a street.
NUMBERED = re.compile(
    r"(?:\bblocks? of|\b(?:at|near|outside|of) \d{2,5})\s+(?:the\s+)?(?:(?:[NSEW]{1,2}\.?|North|South|East|West)\s+)?$"
)
REACH_BACK = 40
NEXT_WORD = re.compile(r" ([A-Z][a-z]+)\b")


def find_spots(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """Return the spans of ``text`` that are places, in order and not overlapping, as mentions.

    Persons and organisations stay what they are: a span touching one is left alone, unless "in NAME" or
    "NAME, Ohio" tells otherwise.
    """
    mentions = with_first_names(text, mentions)
    last, first = surnames(text, mentions), first_names(text, mentions)
    trimmed = [_trimmed(m, text) for m in mentions]
    named = [m for m in trimmed if m.label in PLACE_LABELS or _is_area(m, m.span.of(text))]
    spots = [m for m in named if m.span.of(text) and _holds_as_place(text, m, last | first)]
    spots = [m for m in spots if m.label == "FAC" or not is_street(text, m.span)]
    families = {fold(m.span.of(text)) for m in spots if is_family(text, m.span)}
    spots = [m for m in spots if fold(m.span.of(text)) not in families or stands_on_ground(text, m.span)]
    spots = [m for m in spots if not is_family(text, m.span)]
    filed = list(datelines(text))
    spots = [m for m in spots if not any(_is_inside(m.span, head) for head in filed)]  # "HAVEN" of "WINTER HAVEN, Fla."
    called = _apart(called_places(text))
    spots = [m for m in spots if not any(m.span.touches(span) for span in called)]
    spots += [Mention(span=span, label="FAC") for span in called]
    heads = [*filed, *_of_forces(text), *called]
    taken = [m.span for m in trimmed if m.label in {"PERSON", "ORG"} and not _may_be_place(text, m, last)]
    taken = [span for span in taken if not any(span.touches(head) for head in heads)]
    taken += [m.span for m in spots]
    for span in _by_pattern(text):
        if not any(span.touches(other) for other in taken) and not is_street(text, span) and not is_family(text, span):
            spots.append(Mention(span=span, label="GPE"))
            taken.append(span)
    return sorted(spots, key=lambda m: m.span)


def _is_inside(span: Span, whole: Span) -> bool:
    return whole.start <= span.start and span.end <= whole.end and span != whole


def _apart(spans: Iterable[Span]) -> list[Span]:
    """Keep the first of spans that touch."""
    kept: list[Span] = []
    for span in spans:
        if not any(span.touches(other) for other in kept):
            kept.append(span)
    return kept


def _may_be_place(text: str, mention: Mention, people: frozenset[str]) -> bool:
    """A name tagged person or body may still be a town where "in" or "near" stands before it, or in capitals."""
    if is_shouted(text):
        return True
    name = mention.span.of(text)
    return fold(name) not in people and stands_on_ground(text, mention.span) and is_sure(name)


def _is_area(mention: Mention, name: str) -> bool:
    """A country, region or division tagged a body or a people is a place still ("EU", "European", "Kremlin").

    Not so where a single word is tagged a person: Chad, Jordan and Georgia are first names.
    """
    if country_of_demonym(name) or seat_country(name):
        return mention.label in {"NORP", "ORG"}
    if mention.label not in {"NORP", "ORG"} and not (mention.label == "PERSON" and " " in name):
        return False
    return any(c.kind in {"country", "region", "admin1"} and c.main for c in lookup(name)[:3])


def _trimmed(mention: Mention, text: str) -> Mention:
    """Leave out "the" before and "'s" behind, and take in what a county is called: "Terrebonne Parish"."""
    name = mention.span.of(text)
    start = mention.span.start + (4 if name[:4].lower() == "the " else 0)
    end = mention.span.end - (2 if name.endswith(("'s", "’s")) else 0)
    end = _end_of_county(text, start, end)
    return Mention(span=Span(start, max(start, end)), label=mention.label, dep=mention.dep, head=mention.head)


def _end_of_county(text: str, start: int, end: int) -> int:
    behind = NEXT_WORD.match(text, end)
    if behind is None or behind[1].lower() not in place_words("kinds", "admin2"):
        return end
    name = text[start : behind.end(1)]
    return behind.end(1) if any(c.kind == "admin2" and fold(c.name) == fold(name) for c in lookup(name)) else end


def _holds_as_place(text: str, mention: Mention, people: frozenset[str]) -> bool:
    """A word of a person's name is a place only in "in NAME"; a name the gazetteer lacks only there, or as a site."""
    name = mention.span.of(text)
    if fold(name) in plain_words() or not name[0].isupper() or name[-1].isdigit() or _is_corner(text, mention.span):
        return False
    if mention.label == "NORP":
        return True
    if fold(name) not in people and (lookup(name) or mention.label != "GPE"):
        return True
    return follows_preposition(text, mention.span)


def _is_corner(text: str, span: Span) -> bool:
    """Tell whether two letters are a town's quarter by the compass: "Orla Road NE", not the state of "Omaha, NE"."""
    return span.of(text) in {"NE", "NW", "SE", "SW"} and not text[: span.start].endswith(", ")


def is_street(text: str, span: Span) -> bool:
    """Tell whether the name is or goes on to a street or a house: "Rosedale Drive", "the 1200 block of Rosedale"."""
    if NUMBERED.search(text[max(0, span.start - REACH_BACK) : span.start]):
        return True
    return _street_inside().search(span.of(text)) is not None or _street_behind().match(text, span.end) is not None


def is_family(text: str, span: Span) -> bool:
    """Tell whether the name is a surname: "the Salem family", "Salem family home"; "a Dayton family" lives there."""
    if _family_home().match(text, span.end):
        return True
    the = text[max(0, span.start - REACH_BACK) : span.start].lower().endswith("the ")
    return the and _family_behind().match(text, span.end) is not None


@cache
def _family_behind() -> re.Pattern[str]:
    return re.compile(rf"(?:[ -][A-Z][\w-]+)?[ -](?:{'|'.join(sorted(place_words('families', 'words')))})\b")


@cache
def _family_home() -> re.Pattern[str]:
    words, homes = (sorted(place_words("families", key)) for key in ("words", "homes"))
    return re.compile(rf"[ -](?:{'|'.join(words)})(?:['’]s)? (?:{'|'.join(homes)})\b")


@cache
def _street_inside() -> re.Pattern[str]:
    return re.compile(rf" (?:{_street_words()})\b\.?(?: (?:and|&|[NSEW]{{1,2}}|North|South|East|West)\b.*)?$")


@cache
def _street_behind() -> re.Pattern[str]:
    return re.compile(rf"(?: [A-Z][a-z]+)?(?: (?:and|&) [A-Z][a-z]+)? (?:{_street_words()})\b")


def _street_words() -> str:
    return "|".join(sorted(place_words("streets", "words"), key=lambda w: (-len(w), w)))


def follows_preposition(text: str, span: Span) -> bool:
    """Tell whether "in", "from", "north of" and the like stand right before the span."""
    return _preposition("locative").search(text[max(0, span.start - 40) : span.start]) is not None


def stands_on_ground(text: str, span: Span) -> bool:
    """Tell whether a preposition that takes only places ("in", "near", not "from") stands right before the span."""
    return _preposition("ground").search(text[max(0, span.start - 40) : span.start]) is not None


@cache
def _preposition(kind: str) -> re.Pattern[str]:
    words = "|".join(sorted(place_words("prepositions", kind), key=lambda w: (-len(w), w)))
    return re.compile(rf"\b(?:{words})\s+(?:the\s+)?$", re.IGNORECASE)


@cache
def _after_preposition(kind: str) -> re.Pattern[str]:
    words = "|".join(sorted(place_words("prepositions", kind), key=lambda w: (-len(w), w)))
    cased = rf"(?:[Ii]n|[Aa]t|{words}|{words.upper()})"
    return re.compile(rf"\b{cased}\s+(?:the\s+|THE\s+)?(?={WORD})")


def _by_pattern(text: str) -> Iterator[Span]:
    yield from (Span(*match.span()) for match in _seat_names().finditer(text))
    yield from datelines(text)
    yield from _of_forces(text)
    yield from _pairs(text)
    if is_shouted(text):
        yield from _shouted(text)
    for match in _after_preposition("ground" if is_shouted(text) else "locative").finditer(text):
        span = _longest_known(text, match.end())
        if span:
            yield span


@cache
def _seat_names() -> re.Pattern[str]:
    seats = sorted(re.escape(seat) for country in countries().values() for seat in country.seats if seat_country(seat))
    return re.compile(rf"\b(?:{'|'.join(seats)})\b")


@lru_cache(maxsize=4)  # texts: each is asked twice in a row
def _of_forces(text: str) -> tuple[Span, ...]:
    """The town or county in the name of its police or fire brigade: "Chicago Police", "Perry County Sheriff"."""
    found: list[Span] = []
    for match in FORCE.finditer(text):
        words = match["name"].split(" ")
        known = (" ".join(words[first:]) for first in range(len(words)))
        name = next((name for name in known if lookup(name)), None)
        if name is not None:
            found.append(Span(match.end("name") - len(name), match.end("name")))
    return tuple(found)


def datelines(text: str) -> Iterator[Span]:
    """Yield the places at the head of paragraphs that a report was filed from: "LIMA, Peru — "."""
    for match in DATELINE.finditer(text):
        if lookup(match["name"].strip()):
            yield Span(match.start("name"), match.start("name") + len(match["name"].rstrip()))


def _pairs(text: str) -> Iterator[Span]:
    """Find "Dayton, Ohio": both names, where the second is known to hold the first."""
    for match in PAIR.finditer(text):
        span = Span(*match.span("name"))
        outer = containers(text, span)
        if any(holds(o, c) for c in lookup(span.of(text)) for o in outer):
            yield span
            yield from (s for s in [_longest_known(text, match.start("outer"))] if s)


def _longest_known(text: str, start: int) -> Span | None:
    """Return the longest run of capitalised words from ``start`` that is surely a place."""
    words = list(re.finditer(WORD, text[start : start + 60]))
    for count in range(min(LONGEST_NAME, len(words)), 0, -1):
        end = start + words[count - 1].end()
        name = text[start:end]
        if len(name.split()) == count and is_sure(name):
            return Span(start, end)
    return None


def is_sure(name: str) -> bool:
    """Tell whether a name is a place's wherever it stands, and not a word or a person's name that a hamlet bears."""
    folded = fold(name)
    if folded in plain_words() or folded in place_words("not_places", "words") or len(folded) < 3:
        return False
    longer = " " in folded and not name.isupper()
    return any(_is_believed(c, longer=longer) and (c.main or not name.isupper()) for c in lookup(name))


def _is_believed(place: Candidate, *, longer: bool) -> bool:
    """Towns under another spelling count where the name has two words: one word is often somebody's name."""
    return place.kind != "town" or ((place.main or longer) and place.population >= LEAST_POPULATION)


@lru_cache(maxsize=4)
def is_shouted(text: str) -> bool:
    """Tell whether the text is written in capitals throughout."""
    letters = list(filter(str.isalpha, text[:2000]))
    return len(letters) > 40 and sum(map(str.isupper, letters)) > SHOUTED_SHARE * len(letters)


def _shouted(text: str) -> Iterator[Span]:
    """Countries and capitals anywhere in a text of capitals; other places need a preposition there."""
    return (Span(*match.span()) for match in _shouted_names().finditer(text))


@cache
def _shouted_names() -> re.Pattern[str]:
    names = {name.upper() for c in countries().values() for name in (c.name, *c.aliases) if len(name) > 3}
    names |= {row["capital"].upper() for row in country_rows().values() if len(row["capital"]) > 3}
    ordered = sorted(names, key=lambda name: (-len(name), name))
    return re.compile(rf"\b(?:{'|'.join(re.escape(name) for name in ordered)})\b")
