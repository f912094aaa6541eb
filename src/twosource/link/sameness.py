"""Two claims of one report in, whether they tell of two happenings out: named signs, each with a weight, are summed.

Signs and weights stand in ``parts.toml``; the words in ``lang/en/happenings.toml``.
"""

import re
import tomllib
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from importlib.resources import files

from twosource.lang.places import country_name
from twosource.lang.reading import lexicon, words
from twosource.link.layout import Layout
from twosource.model import Claim, DateRange, Place
from twosource.ontology.event_type import type_weights
from twosource.values.geography import distance_km
from twosource.values.pattern import DEFINITE

LEXICON = "en/happenings"
FAR_KM = 30.0  # a hospital or a suburb lies nearer; two happenings of one round-up seldom do
LOCAL = frozenset({"exact", "town", "admin2"})
LEAST_DAYS = 2  # days told a day apart are mostly one night read twice
DEED_NOUNS = ("noun of", "possessive")  # patterns of claims: "the murder of Karl Brandt", "Brandt's murder"
WORD = re.compile(r"\w{3,}")
REMEMBERED = 4096  # sentences: read for every pair of 200 claims of one report they took 36 s, read once 1 s


@dataclass(frozen=True, slots=True)
class Weights:
    """From which sum on two claims are of two happenings, down to which of one whatever else, and what signs add."""

    least: float
    bound: float
    signs: dict[str, float]


@cache
def weights() -> Weights:
    """Return the weights of ``parts.toml``."""
    table = tomllib.loads(files("twosource.link").joinpath("parts.toml").read_text(encoding="utf-8"))
    return Weights(table["least"], table["bound"], table["signs"])


def apartness(of: Layout, first: Claim, second: Claim) -> float:
    """Return the sum of what speaks for two happenings, above 0, or for one; the second claim is later in the text."""
    known = weights().signs
    return round(sum(known[sign] for sign in signs(of, first, second)), 6)


def signs(of: Layout, first: Claim, second: Claim) -> list[str]:
    """Return what speaks for two happenings or for one."""
    return [
        *_of_place(of, first, second),
        *_of_day(first, second),
        *_of_words(of, first, second),
        *_of_people(of, first, second),
    ]


def _of_place(of: Layout, first: Claim, second: Claim) -> Iterator[str]:
    """A place not named in a claim's own sentence is that of the whole report, or of the item under a heading."""
    if first.place is None or second.place is None:
        return
    told = [_is_named(of, claim) for claim in (first, second)]
    if first.place.name == second.place.name:
        yield from ["same place told"] if all(told) else []
    elif _exclude(first.place, second.place):
        is_other_item = of.item(first) != of.item(second)
        yield f"other town, {_told(told if any(told) else [is_other_item, False])}"
    elif all(told) and _is_unplaced(first.place, second.place):
        yield "other name, both told here"


def _is_named(of: Layout, claim: Claim) -> bool:
    wording = claim.place.text if claim.place is not None else None
    return wording is not None and wording.lower() in of.around(claim).lower()


def _told(told: list[bool]) -> str:
    return "both told here" if all(told) else "one told here" if any(told) else "not told here"


def _exclude(a: Place, b: Place) -> bool:
    if a.country != b.country:
        return True
    if a.precision not in LOCAL or b.precision not in LOCAL:
        return False
    points = (a.latitude, a.longitude, b.latitude, b.longitude)
    if any(degrees is None for degrees in points):
        return False
    north, east, other_north, other_east = (degrees or 0.0 for degrees in points)
    return distance_km((north, east), (other_north, other_east)) > FAR_KM


def _is_unplaced(a: Place, b: Place) -> bool:
    """Tell whether two places are told apart by their names alone: nobody knows where in the country one of them is."""
    unknown = [_is_unknown(place) for place in (a, b)]
    return any(unknown) and all(new or place.precision != "country" for new, place in zip(unknown, (a, b), strict=True))


def _is_unknown(place: Place) -> bool:
    is_of_country = place.precision == "country" and place.country is not None
    return place.latitude is None or (is_of_country and place.name != country_name(place.country or ""))


def _of_day(first: Claim, second: Claim) -> Iterator[str]:
    """A day without a wording of its own is the report's; who died days later may have been hurt with the others."""
    a, b = first.date, second.date
    if a is None or b is None:
        return
    told = [when.text is not None for when in (a, b)]
    if a != b and any(_is_measured(when) for when in (a, b)):
        yield "day measured from another"
    is_earlier = b.latest < a.earliest
    gap = (_day(a.earliest) - _day(b.latest)).days if is_earlier else (_day(b.earliest) - _day(a.latest)).days
    if gap >= LEAST_DAYS:
        yield f"{'earlier' if is_earlier and not _tells_of_dying(first) else 'later'} day, {_told(told)}"
    elif gap > 0 and all(told):
        yield "day after or before, both told here"
    elif gap <= 0 and all(told):
        yield "same day told"


def _is_measured(when: DateRange) -> bool:
    """Tell whether a day is told by how long before another happening it was: "the day before", "two weeks earlier"."""
    return when.text is not None and when.text.lower().endswith(tuple(words(LEXICON, "measured")))


def _tells_of_dying(claim: Claim) -> bool:
    return any(word.startswith(tuple(words(LEXICON, "dying"))) for word in WORD.findall(claim.quote.lower()))


def _day(text: str) -> date:
    return date.fromisoformat(text[:10])


def _of_words(of: Layout, first: Claim, second: Claim) -> Iterator[str]:
    if of.sentence(first) == of.sentence(second):
        yield "same sentence"
        return
    own, around = of.before(second), of.around(second)
    if _another().search(own):
        yield "another happening named here"
    elif _is_another_between(of, first, second):
        yield "another happening named between"
    yield from _cues(own, around)
    kinds = _families(of.around(first)), _families(around)
    if all(kinds) and kinds[0].isdisjoint(kinds[1]):
        yield "other kind"


def _is_another_between(of: Layout, first: Claim, second: Claim) -> bool:
    begin, end = of.between(first, second)
    named = _others_named(of.text)
    return bisect_left(named, begin) < bisect_left(named, end)


@lru_cache(maxsize=1)
def _others_named(text: str) -> tuple[int, ...]:
    """Where a text names other happenings; no such words go over the end of a sentence."""
    return tuple(match.start() for match in _another().finditer(text))


@lru_cache(maxsize=REMEMBERED)
def _cues(own: str, around: str) -> tuple[str, ...]:
    """The signs in a claim's sentence, and in that sentence up to the claim's end."""
    found = (
        ("told besides", _besides(), own),
        ("more people", _any_of("more"), own),
        ("older", _any_of("older"), around),
        ("called back", _back(), around),
    )
    return tuple(name for name, cues, text in found if cues.search(text))


@lru_cache(maxsize=REMEMBERED)
def _families(sentence: str) -> frozenset[str]:
    """The families of kinds of event that a sentence names."""
    families = lexicon(LEXICON)["families"]
    named = {kind for kind, weight in type_weights(sentence).items() if weight >= families["least"]}
    return frozenset(name for name, kinds in families.items() if name != "least" and not named.isdisjoint(kinds))


@cache
def _another() -> re.Pattern[str]:
    table = lexicon(LEXICON)["another"]
    before, nouns, alone = (_or(table[name]) for name in ("before", "nouns", "alone"))
    return re.compile(rf"\b(?:{before}) (?:\w+ )?(?:{nouns})\b|\b(?:{alone})\b", re.IGNORECASE)


@cache
def _besides() -> re.Pattern[str]:
    table = lexicon(LEXICON)["besides"]
    before, verbs, alone = (_or(table[name]) for name in ("before", "verbs", "alone"))
    return re.compile(rf"\b(?:{before}) (?:{verbs})\b|\b(?:{alone})\b", re.IGNORECASE)


@cache
def _back() -> re.Pattern[str]:
    table = lexicon(LEXICON)["back"]
    nouns = _or([*table["nouns"], *lexicon(LEXICON)["another"]["nouns"]])
    return re.compile(
        rf"\b(?:{_or(table['before'])}) (?:{nouns})\b(?! of\b)|\b(?:{_or(table['phrases'])})\b", re.IGNORECASE
    )


@cache
def _any_of(name: str) -> re.Pattern[str]:
    table = lexicon(LEXICON)[name]
    return re.compile(rf"\b(?:{_or([*table['words'], *table.get('phrases', ())])})\b", re.IGNORECASE)


def _or(phrases: Iterable[str]) -> str:
    return "|".join(re.escape(phrase) for phrase in phrases)


def _of_people(of: Layout, first: Claim, second: Claim) -> Iterator[str]:
    if first.part_of == second.id or second.part_of == first.id:
        yield "part"
    if DEFINITE in second.pattern:
        yield "definite"
    if first.measure == second.measure and first.low == second.low and (first.low or 0) > 1:
        yield "same count"
    yield from _of_names(of, first, second)


def _of_names(of: Layout, first: Claim, second: Claim) -> Iterator[str]:
    one, other = (frozenset(WORD.findall(" ".join(_names(claim)).lower())) for claim in (first, second))
    if _words_of(first) & _words_of(second):
        yield "same person" if one & other and min(len(_names(first)), len(_names(second))) == 1 else "same people"
    if of.sentence(first) == of.sentence(second) or len(_names(second)) != 1:
        return
    if one and other and len(_names(first)) == 1 and one.isdisjoint(other):
        yield "somebody else killed" if first.measure == second.measure == "killed" else "somebody else named"
    if _names_a_deed(second) and one.isdisjoint(other):
        yield "named with a deed"


def _names_a_deed(claim: Claim) -> bool:
    """Tell whether a claim is a word for a deed with its victim: "the murder of Karl Brandt", not "Brandt's body"."""
    deeds = words("en/acts", "happenings", "nouns")
    return claim.pattern.startswith(DEED_NOUNS) and not deeds.isdisjoint(WORD.findall(claim.quote.lower()))


def _names(claim: Claim) -> tuple[str, ...]:
    return claim.group.names if claim.group is not None else ()


def _words_of(claim: Claim) -> frozenset[str]:
    """The words and names of the people of a claim that tell them from others."""
    return _telling(" ".join((claim.group.text, *claim.group.names))) if claim.group is not None else frozenset()


@lru_cache(maxsize=REMEMBERED)
def _telling(wording: str) -> frozenset[str]:
    return frozenset(WORD.findall(wording.lower())) - words(LEXICON, "plain")
