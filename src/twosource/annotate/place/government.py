"""Tell whether a place name stands for a government ("Havana denounced") or for the ground ("in Havana")."""

import re
from functools import cache

from twosource.annotate.place.candidate import Candidate
from twosource.annotate.place.context import Mention
from twosource.annotate.place.fold import fold
from twosource.lang.places import countries, country_of_demonym, place_words, seat_country

SUBJECTS = {"nsubj", "nsubjpass", "csubj"}
AUXILIARIES = "has|have|had|is|was|will|would|does|did|do|can|could|may|might|should|must|also|not|never"
LINKING = rf"(?:\s+(?:{AUXILIARIES}|\w+ly|\w+n['’]t))*"
MODIFIERS = {"compound", "nmod", "amod"}
NEXT_WORD = re.compile(r" ([a-z][a-z-]+)\b")
REACH = 80


def stands_for_government(text: str, mention: Mention, place: Candidate) -> bool:
    """Tell whether the mention is of a government or a people rather than of the ground.

    A preposition of place decides for the ground; without one the lexicon's cues decide: a verb of speech or policy
    behind, a possession of state, a relation between states, "-backed", or the parser's subject of such a verb.
    """
    if mention.label == "NORP" or (mention.label == "ORG" and place.kind == "region"):
        return True
    before = text[max(0, mention.span.start - REACH) : mention.span.start]
    after = text[mention.span.end : mention.span.end + REACH]
    if _modifies(mention, place, text):
        return True
    if not _can_govern(mention.span.of(text), place) or _grounds().search(before):
        return False
    if seat_country(mention.span.of(text)) is not None:
        return True
    if mention.dep in SUBJECTS and mention.head in place_words("government", "verbs"):
        return True
    return any(cue.match(after) for cue in _cues_after()) or any(cue.search(before) for cue in _cues_before())


def _modifies(mention: Mention, place: Candidate, text: str) -> bool:
    """Tell whether the name of a country stands as an adjective: "a U.S. strike in Caracas" is not in the U.S."""
    if place.kind != "country":
        return False
    if mention.dep in MODIFIERS:
        return True
    following = NEXT_WORD.match(text, mention.span.end)
    if following is None or country_of_demonym(mention.span.of(text)) is None:
        return False
    return following[1] not in place_words("government", "no_noun")


def _can_govern(name: str, place: Candidate) -> bool:
    return place.kind == "country" or place.capital or fold(name) in _seats() or place.name == "Europe"


@cache
def _seats() -> frozenset[str]:
    return frozenset(fold(seat) for country in countries().values() for seat in country.seats)


def _either(words: tuple[str, ...]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda w: (-len(w), w)))


@cache
def _grounds() -> re.Pattern[str]:
    prepositions = _either(place_words("prepositions", "ground"))
    return re.compile(
        rf"\b(?:{prepositions})\s+(?:the\s+|downtown\s+|central\s+|(?:north|south|east|west)(?:ern)?\s+)*$",
        re.IGNORECASE,
    )


@cache
def _cues_after() -> tuple[re.Pattern[str], ...]:
    verbs = rf"{LINKING}\s+(?:{_either(_verb_forms())})\b"
    joined = _either(place_words("government", "joined"))
    belongings = _either(place_words("government", "belongings"))
    return (
        re.compile(verbs),
        re.compile(rf"\s+and\s+(?:[A-Z][\w.]+\s*){{1,3}}{verbs}"),
        re.compile(rf"-(?:{joined})\b"),
        re.compile(rf"['’]s?\s+(?:[\w-]+\s+){{0,2}}(?:{belongings})\b"),
        re.compile(r"\s+and\s+(?:[A-Z][\w.]+\s*){1,3}(?:are|were)\s+(?:at war|allies|rivals)\b"),
    )


@cache
def _cues_before() -> tuple[re.Pattern[str], ...]:
    relations = _either(place_words("government", "relations"))
    objects = _either(place_words("government", "object_verbs"))
    sendings = _either(place_words("government", "sendings"))
    return (
        re.compile(
            rf"\b(?:{relations})\s+(?:between|with|against|involving)\s+(?:[\w.]+\s+(?:and|,)\s+){{0,2}}(?:the\s+)?$"
        ),
        re.compile(rf"\b(?:{relations})\s+between\s+(?:[A-Z][\w.]+\s+){{1,3}}and\s+(?:the\s+)?$"),
        re.compile(rf"\b(?:{sendings})\s+from\s+(?:the\s+)?$"),
        re.compile(rf"\b(?:{objects})\s+(?:the\s+)?$"),
        re.compile(r"\b(?:sanctions|embargo|tariffs|pressure|war|blockade)\s+(?:on|against)\s+(?:the\s+)?$"),
        re.compile(r"\b(?:attribut|ascrib)(?:e[sd]?|ing)\s+(?:[\w()]+\s+){0,6}to\s+(?:the\s+)?$"),
        re.compile(r"\bby\s+(?:the\s+)?$"),  # who does something: "were killed by Sarvan"
        re.compile(r"\b(?:loyal|allied|hostile|close|opposed)\s+(?:to|with)\s+(?:the\s+)?$"),
    )


@cache
def _verb_forms() -> tuple[str, ...]:
    return tuple({form for verb in place_words("government", "verbs") for form in _forms(verb)} | _irregular())


def _irregular() -> set[str]:
    return set(place_words("government", "irregular"))


def _forms(verb: str) -> tuple[str, ...]:
    if verb.endswith("e"):
        return verb, f"{verb}s", f"{verb}d", f"{verb[:-1]}ing"
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return verb, f"{verb[:-1]}ies", f"{verb[:-1]}ied", f"{verb}ing"
    doubled = f"{verb}{verb[-1]}"
    plural = f"{verb}es" if verb.endswith(("s", "sh", "ch", "o")) else f"{verb}s"
    return verb, plural, f"{verb}ed", f"{verb}ing", f"{doubled}ed", f"{doubled}ing"
