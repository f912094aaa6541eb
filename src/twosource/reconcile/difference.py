"""An event with its figures, claims and statements in, where they differ out: figures, day, actor, what it is called.

Each side is told with those who say so. What only one side tells and none excludes is no difference.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import combinations

from twosource.model import Claim, Difference, Event, Figure, Side, Statement
from twosource.reconcile.blame import blames, competing
from twosource.reconcile.character import Character, characters

DATED = frozenset({"killed", "injured", "hit"})
EXACT = frozenset({"day", "range"})
Amount = tuple[int | None, int | None]


def differences(event: Event, claims: Iterable[Claim], statements: Iterable[Statement]) -> tuple[Difference, ...]:
    """Return where the reports and speakers of an event differ: figures first, then day, actor and character.

    Args:
        event: with its figures.
        claims: the event's, in any order.
        statements: those of its reports.
    """
    told = sorted((claim for claim in claims if claim.scope == "event"), key=lambda claim: claim.id)
    known = {claim.id: claim for claim in told}
    found = [_of_figure(figure, known) for figure in event.figures]
    found += [_of_days(told), _of_actors(event, told), _of_characters(sorted(statements, key=lambda s: s.id))]
    return tuple(one for one in found if one is not None)


def _of_figure(figure: Figure, known: dict[str, Claim]) -> Difference | None:
    """The amounts claimed, where two exclude each other or one denies; a speaker's earlier counts are history."""
    claims = [known[one] for one in (*figure.claims_for, *figure.claims_against) if one in known]
    denied = [claim for claim in claims if claim.stance == "denied"]
    amounts: dict[Amount, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim not in denied and (claim.low, claim.high) != (None, None):
            amounts[claim.low, claim.high].append(claim)
    if figure.agreement != "contested" and not any(_exclude(a, b) for a, b in combinations(amounts, 2)):
        return None
    sides = [_side(_amount(*amount), of_amount) for amount, of_amount in amounts.items()]
    sides += [_side("denied", denied)] if denied else []
    return _difference(figure.measure, sides, figure.id)


def _exclude(a: Amount, b: Amount) -> bool:
    return any(one[0] is not None and other[1] is not None and one[0] > other[1] for one, other in ((a, b), (b, a)))


def _of_days(claims: Sequence[Claim]) -> Difference | None:
    """The day that each report names most often with those harmed, where two such days exclude each other."""
    days: dict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
    for claim in claims:
        when = _day(claim)
        if when is not None:
            days[claim.report][when] += 1
    day_of = {report: min(each, key=lambda when: (-each[when], when)) for report, each in days.items()}
    if not any(a[1] < b[0] or b[1] < a[0] for a, b in combinations(sorted(set(day_of.values())), 2)):
        return None
    telling = {when: [c for c in claims if day_of.get(c.report) == when == _day(c)] for when in set(day_of.values())}
    sides = [_side(first if first == last else f"{first} to {last}", telling[first, last]) for first, last in telling]
    return _difference("date", [replace(side, speakers=()) for side in sides])


def _day(claim: Claim) -> tuple[str, str] | None:
    """The day that the words of a claim name: one taken from elsewhere in its report is no word of its own."""
    when = claim.date
    if when is None or when.text is None or claim.measure not in DATED or when.precision not in EXACT:
        return None
    return when.earliest, when.latest


def _of_actors(event: Event, claims: Sequence[Claim]) -> Difference | None:
    rivals = competing(blames(event.actors, claims))
    sides = [_side(one.actor, one.named_by) for one in rivals]
    sides += [_side(f"not {one.actor}", one.cleared_by) for one in rivals if one.cleared_by]
    return _difference("actor", sides)


def _of_characters(statements: Sequence[Statement]) -> Difference | None:
    """What speakers call the happening, where they call it by names of several kinds or refuse one."""
    kinds: dict[tuple[str, bool], list[tuple[Character, Statement]]] = defaultdict(list)
    for statement in statements:
        for character in characters(statement.quote) if statement.speaker is not None else ():
            kinds[character.kind, character.refused].append((character, statement))
    speakers = {s.speaker.name for told in kinds.values() for _, s in told if s.speaker is not None}
    sides = [_called(told) for told in kinds.values()] if len(speakers) > 1 else []
    return _difference("character", sides)


def _called(told: Sequence[tuple[Character, Statement]]) -> Side:
    """A side under the name most used for it."""
    names = Counter(("not " if character.refused else "") + character.phrase for character, _ in told)
    said = [statement for _, statement in told]
    return Side(
        text=min(names, key=lambda name: (-names[name], name)),
        speakers=tuple(sorted({s.speaker.name for s in said if s.speaker is not None})),
        claims=(),
        statements=tuple(sorted({s.id for s in said})),
        reports=tuple(sorted({s.report for s in said})),
    )


def _side(text: str, claims: Iterable[Claim]) -> Side:
    kept = tuple(claims)
    return Side(
        text=text,
        speakers=tuple(sorted({c.speaker.name or c.speaker.text for c in kept if c.speaker is not None})),
        claims=tuple(sorted({c.id for c in kept})),
        statements=tuple(sorted({c.statement for c in kept if c.statement is not None})),
        reports=tuple(sorted({c.report for c in kept})),
    )


def _difference(about: str, sides: Iterable[Side], figure: str | None = None) -> Difference | None:
    kept = sorted(sides, key=lambda side: (-len(side.reports), side.text))
    return Difference(about=about, sides=tuple(kept), figure=figure) if len(kept) > 1 else None


def _amount(low: int | None, high: int | None) -> str:
    if low == high:
        return str(low)
    return f"at least {low}" if high is None else f"up to {high}" if low is None else f"{low} to {high}"
