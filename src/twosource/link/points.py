"""Acts and statements of one event in, points out: one thing told, and who tells it; what all say, or only one."""

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from twosource.lang.wording import stem_rates, word_rates
from twosource.link.terms import NAME, NUMBER, WORD, terms
from twosource.model import Claim, Point, Statement

COMMON_RATE = 0.3  # words in 30 % of all articles carry no point
UNKNOWN_RATE = 0.002  # half of the rarest band of the word rates
NUMBER_WORTH = 1.5
LEAST_SHARED = 0.6  # of the lighter one's weight
LEAST_OF_BOTH = 0.4  # of the heavier one's: a short phrase inside a long quotation is not the same point
LEAST_WEIGHT = 6.0  # two rare words, or a number and three lesser ones
LEAST_TERMS = 2  # one name is a remnant of a clause ("In India")
MOST_COUNTED = 0.5  # a statement that is a count for the most part is told by the figures
INDEXED, CANDIDATES = 6, 40  # rarest terms a point is found by; leaders looked at: 5,000 copies stay fast
GOOD_LENGTH = 90  # characters of a point's text that read well in a list


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """An act claim or a statement, its content weighed by rarity, and the names of who did or said it."""

    id: str
    report: str
    text: str
    is_claim: bool
    weights: dict[str, float]
    people: frozenset[str]

    @property
    def total(self) -> float:
        """Return the weight of the whole content."""
        return sum(self.weights.values())


def points(claims: Iterable[Claim], statements: Iterable[Statement]) -> tuple[Point, ...]:
    """Return what the reports tell besides figures; what most reports tell comes first.

    Args:
        claims: the event's claims; acts are taken.
        statements: the statements of the event's reports.
    """
    known = list(claims)
    counted = _counted_characters(known)
    sayings = [_of_claim(claim) for claim in known if claim.measure == "act"]
    sayings += [
        _of_statement(statement)
        for statement in statements
        if counted.get(statement.id, 0) < MOST_COUNTED * len(statement.quote)
    ]
    telling = sorted((one for one in sayings if _tells(one)), key=lambda one: (-one.total, one.id))
    found = [_point(group) for group in _groups(telling)]
    return tuple(sorted(found, key=lambda point: (-len(point.reports), point.text, point.claims, point.statements)))


def _counted_characters(claims: Iterable[Claim]) -> dict[str, int]:
    """Return how many characters of each statement are claims that the figures already hold."""
    counted: dict[str, int] = defaultdict(int)
    for claim in claims:
        if claim.statement is not None and claim.measure != "act":
            counted[claim.statement] += claim.span.end - claim.span.start
    return counted


def _tells(saying: Saying) -> bool:
    return saying.total >= LEAST_WEIGHT and len(saying.weights) >= LEAST_TERMS


def _of_claim(claim: Claim) -> Saying:
    people = (claim.actor.name,) if claim.actor else ()
    return _saying(claim.id, claim.report, claim.quote, is_claim=True, people=people)


def _of_statement(statement: Statement) -> Saying:
    people = (statement.speaker.name,) if statement.speaker is not None else ()
    return _saying(statement.id, statement.report, statement.quote, is_claim=False, people=people)


def _saying(identity: str, report: str, text: str, *, is_claim: bool, people: tuple[str, ...]) -> Saying:
    weights = {term: weight for term in sorted(set(terms(text))) if (weight := _weight(term)) > 0}
    names = frozenset(term for name in people for term in terms(name) if term[0] in NAME + WORD)
    return Saying(id=identity, report=report, text=text, is_claim=is_claim, weights=weights, people=names)


def _weight(term: str) -> float:
    if term[0] == NUMBER:
        return NUMBER_WORTH * -math.log(UNKNOWN_RATE) / 2
    rates = stem_rates() if term[0] == WORD else word_rates()
    rate = rates.get(term[1:], UNKNOWN_RATE)
    return -math.log(rate) if rate < COMMON_RATE else 0.0


def _groups(sayings: Sequence[Saying]) -> list[list[Saying]]:
    """Put each saying to the leader that it resembles most; the weightiest lead."""
    groups: list[list[Saying]] = []
    index: dict[str, list[int]] = defaultdict(list)
    for saying in sayings:
        best = max(_candidates(saying, index), key=lambda n: (_likeness(saying, groups[n][0]), -n), default=None)
        if best is not None and _likeness(saying, groups[best][0]) >= LEAST_SHARED:
            groups[best].append(saying)
            continue
        for term in _rarest(saying):
            index[term].append(len(groups))
        groups.append([saying])
    return groups


def _candidates(saying: Saying, index: dict[str, list[int]]) -> list[int]:
    return sorted({number for term in _rarest(saying) for number in index.get(term, ())[:CANDIDATES]})


def _rarest(saying: Saying) -> list[str]:
    return sorted(saying.weights, key=lambda term: (-saying.weights[term], term))[:INDEXED]


def _likeness(a: Saying, leader: Saying) -> float:
    """The share of the lighter one's weight that the other holds; 0 where the people exclude each other."""
    shared = sum(weight for term, weight in a.weights.items() if term in leader.weights)
    light, heavy = sorted((a.total, leader.total))
    others = bool(a.people) and bool(leader.people) and not a.people & leader.people
    if shared < LEAST_WEIGHT or shared < LEAST_OF_BOTH * heavy or others:
        return 0.0
    return shared / light


def _point(group: list[Saying]) -> Point:
    shown = min(group, key=lambda saying: (abs(len(saying.text) - GOOD_LENGTH), saying.text))
    return Point(
        text=" ".join(shown.text.split()),
        claims=tuple(sorted({saying.id for saying in group if saying.is_claim})),
        statements=tuple(sorted({saying.id for saying in group if not saying.is_claim})),
        reports=tuple(sorted({saying.report for saying in group})),
    )
