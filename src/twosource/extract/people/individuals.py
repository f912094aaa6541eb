"""Claims about single people in, who is who out: "a 22-year-old man", "the victim" and "Niles Okoro, 22" are one.

Within one report only. A person who died is not counted as hurt too.
"""

import re
from dataclasses import dataclass, replace
from functools import cache

from twosource.extract.tree import Tree
from twosource.lang.reading import lexicon, words
from twosource.model import Claim
from twosource.values.pattern import DEFINITE

LEXICON = "en/people"
MEASURES = frozenset({"killed", "injured", "hit", "missing"})  # who is arrested is seldom who was hurt
AGE_IN_WORDS = re.compile(r"(\d{1,3}|[a-z]+)[- ](year|month|week|day)s?[- ]old", re.IGNORECASE)
AGE_AFTER = re.compile(r"\s*,\s*(\d{1,2})\b(?!\s*(?:miles|people|others|am|pm|a\.m|p\.m))")
ANOTHER = re.compile(r"\b(another|other|second|third|fourth|fifth|sixth|seventh|eighth)\b", re.IGNORECASE)
UNIFORMED = frozenset({"police", "military"})
PRONOUNS = frozenset({"he", "she", "him", "her", "they", "them"})
UNREAL = "hypothetical"
FEMALE = frozenset({"she", "her", "woman", "girl", "female", "mother", "wife", "daughter", "sister", "grandmother"})
MALE = frozenset({"he", "him", "his", "man", "boy", "male", "father", "husband", "son", "brother", "grandfather"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """What one mention tells of a single person; ``back`` where it points back to somebody told of before."""

    names: tuple[str, ...]
    age: str | None
    gender: str | None
    back: bool
    another: bool
    noun: str
    status: str | None
    role: str | None
    speaker: str | None
    sentence: int
    at: int


def person_of(tree: Tree, claim: Claim) -> Person | None:
    """Describe the person a claim is about, None where it is not about one single person."""
    if claim.measure not in MEASURES or (claim.low, claim.high) != (1, 1) or claim.group is None:
        return None
    wording = claim.group.text
    spoken = re.findall(r"[a-z]+", wording.lower())
    start = max(tree.text.find(wording, claim.span.start, claim.span.end), claim.span.start)
    first = tree.at(start) or 0
    return Person(
        names=claim.group.names,
        age=_age(tree, claim, wording),
        gender=_gender(spoken, claim.group.status),
        back=DEFINITE in claim.pattern and not claim.group.names,
        another=ANOTHER.search(wording) is not None,
        noun="fetus" if "unborn" in spoken else spoken[-1] if spoken else "",
        status=claim.group.status,
        role=claim.group.role,
        speaker=claim.speaker.name if claim.speaker is not None else None,
        sentence=tree.sentence_number(first),
        at=start,
    )


def _age(tree: Tree, claim: Claim, wording: str) -> str | None:
    told = AGE_IN_WORDS.search(wording)
    if told is not None:
        return _years(told[1].lower(), told[2].lower())
    at = tree.text.find(wording, claim.span.start, claim.span.end + 1)
    after = AGE_AFTER.match(tree.text, at + len(wording)) if at >= 0 and claim.group and claim.group.names else None
    return after[1] if after is not None else None


def _years(number: str, unit: str) -> str:
    """An age in whole years, "0" for weeks and days; a number that cannot be read stays a word."""
    told = int(number) if number.isdigit() else _spelled().get(number)
    if told is None:
        return number
    return str(told // {"year": 1, "month": 12, "week": 52, "day": 365}[unit])


@cache
def _spelled() -> dict[str, int]:
    return {word: int(value) for word, value in lexicon("en/numbers")["cardinals"].items()}


def _gender(told: list[str], status: str | None) -> str | None:
    spoken = told[1:] if len(told) > 1 and told[0] in PRONOUNS | {"his"} else told  # "her brother" is a man
    spoken = (
        spoken[len(spoken) - spoken[::-1].index("s") :] if "s" in spoken[:-1] else spoken
    )  # so is "my wife's uncle"
    if FEMALE & set(spoken) or status == "women":
        return "female"
    if MALE & set(spoken) or any(word in words(LEXICON, "men") for word in spoken):
        return "male"
    return None


def is_same(known: list[Person], new: Person) -> bool:
    """Tell whether a new mention is the person of earlier ones."""
    ages = {p.age for p in known if p.age} | ({new.age} if new.age else set())
    genders = {p.gender for p in known if p.gender} | ({new.gender} if new.gender else set())
    names = {name for p in known for name in p.names}
    if names and new.names:
        return bool(names & set(new.names))
    if len(ages) > 1 or len(genders) > 1:
        return False
    alike = (p for p in known if p.noun == new.noun and not (p.names and new.names) and not _told_beside(p, new))
    if not new.another and any(alike):
        return True  # "a guard" told of first is "the guard, Evaristo Nahuel, 34"; "shot a boy", "the boy died"
    if any(_of_other_kind(p, new) or _of_other_kind(new, p) for p in known):
        return False
    if new.back or (new.age is not None and any(p.age == new.age for p in known)):
        return True
    return not new.another and not any(_told_beside(p, new) for p in known)


def _told_beside(known: Person, new: Person) -> bool:
    """Tell whether two are told of side by side as two: "a man was killed and a passer-by was hurt".

    Not by two speakers, of whom each tells all: "one said a youth was killed, another reported the death of a farmer".
    """
    fresh = not (new.back or new.names or known.back)
    if None not in {known.speaker, new.speaker} and known.speaker != new.speaker:
        return False
    return known.at != new.at and known.sentence == new.sentence and fresh


def _of_other_kind(one: Person, other: Person) -> bool:
    """Tell whether one wears a uniform and the other does not, or one is a child and the other a spouse or a woman."""
    plain = other.status is not None and other.status not in UNIFORMED
    in_uniform = one.status in UNIFORMED and (plain or (one.role != "perpetrator" and other.role == "perpetrator"))
    child = one.noun in words(LEXICON, "young") and other.noun in words(LEXICON, "grown")
    return in_uniform or child or (one.noun in words(LEXICON, "infants") and other.noun in words(LEXICON, "adults"))


def gathered(tree: Tree, claims: list[Claim]) -> list[list[Claim]]:
    """Return the claims about single people, those on one person together, in text order."""
    found: list[tuple[list[Person], list[Claim]]] = []
    for claim in sorted(claims, key=lambda c: (c.span, c.id)):
        person = person_of(tree, claim)
        if person is None:
            continue
        fitting = [one for one in found if _fits(one, person, claim)]
        match = max(fitting, key=lambda one: _likeness(one, person, claim), default=None)
        if match is None:
            found.append(([person], [claim]))
        else:
            match[0].append(person)
            match[1].append(claim)
    return [claims for _, claims in found]


Known = tuple[list[Person], list[Claim]]


def _fits(one: Known, person: Person, claim: Claim) -> bool:
    known, claims = one
    if {name for p in known for name in p.names} & set(person.names):
        return True
    if not person.back and all(_are_of_two(c.scope, claim.scope) for c in claims):
        return False  # a new person in the story is none of another one's
    nearby = {c.group.role for c in claims if c.group is not None}
    role = claim.group.role if claim.group is not None else None
    return (person.back or role in nearby) and is_same(known, person)


def _are_of_two(one: str, other: str) -> bool:
    """Tell whether people are of two stories; whom they "plotted to kill" may be the girl who was shot."""
    return one != other and UNREAL not in {one, other}


def _likeness(one: Known, person: Person, claim: Claim) -> tuple[bool, int, int]:
    """How much speaks for one of several: the name, then what both tell, then how near it stands."""
    known, claims = one
    named = bool({name for p in known for name in p.names} & set(person.names))
    shared = int(any(c.measure == claim.measure for c in claims))
    if person.noun not in PRONOUNS:
        shared += 4 * (person.age is not None and any(p.age == person.age for p in known))
        telling = person.noun not in words(LEXICON, "general")  # "the person who died" may be any of those told of
        shared += 2 * (telling and not person.another and any(p.noun == person.noun for p in known))
    return named, shared, max(p.at for p in known)


def one_for_each(tree: Tree, claims: list[Claim]) -> list[Claim]:
    """Keep for each person one claim a measure, the best told, with all places that tell it; the dead are not hurt."""
    kept: list[Claim] = []
    for person in gathered(tree, claims):
        asserted = [c for c in person if c.stance == "asserted" and c.scope == "event"] or person
        measures = {claim.measure for claim in asserted}
        counted = sorted(measures - ({"injured"} if "killed" in measures else set()))
        kept += [_best([c for c in asserted if c.measure == measure]) for measure in counted]
        kept += [c for c in person if c not in asserted and not ("killed" in measures and _is_lighter(c))]
    return kept


def _is_lighter(claim: Claim) -> bool:
    """Tell whether it tells, in doubt only, that somebody was hurt: "allegedly shot her" of one who died."""
    return claim.measure in {"injured", "hit"} and claim.stance == "hedged"


def outlived(tree: Tree, kept: list[Claim], dead: list[Claim]) -> list[Claim]:
    """Return the claims without the hurt whom the report counts among several dead: "the woman and her child died".

    Only where the one who died has the same name, age or noun; in doubt two people stay two.
    """
    died = [person for person in (person_of(tree, claim) for claim in dead) if person is not None]
    hurt = {c.id: person_of(tree, c) for c in kept if c.measure in {"injured", "hit"} and c.stance == "asserted"}
    gone = {key for key, one in hurt.items() if one is not None and any(_died_too(one, other) for other in died)}
    return [claim for claim in kept if claim.id not in gone]


def _died_too(hurt: Person, dead: Person) -> bool:
    alike = (hurt.age is not None and hurt.age == dead.age) or (hurt.noun == dead.noun and not hurt.another)
    young = {hurt.noun, dead.noun} <= words(LEXICON, "young")
    return (alike or young or bool(set(hurt.names) & set(dead.names))) and is_same([dead], hurt)


def _best(claims: list[Claim]) -> Claim:
    """The claim with a speaker and a name is the best told; names and places of the others go with it."""
    best = min(claims, key=lambda c: (c.speaker is None, DEFINITE in c.pattern, c.span))
    names = tuple(dict.fromkeys(name for c in claims if c.group is not None for name in c.group.names))
    group = replace(best.group, names=names) if best.group is not None else None
    spans = tuple(sorted({c.span for c in claims} - {best.span}))
    return replace(best, group=group, spans=spans)
