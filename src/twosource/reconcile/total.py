"""Counts of the groups in an event in, the count of everybody out: as stated, or the sum of groups that lie apart."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from twosource.lang.places import adjective_of
from twosource.model.figure import Agreement
from twosource.reconcile.count import Count, voices_of
from twosource.reconcile.line import Line
from twosource.reconcile.population import AGES, Key

WEAKEST_FIRST: tuple[Agreement, ...] = ("contested", "unresolved", "single", "echoed", "corroborated")


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A group's figure (its id) as a part of a larger count; ``inside`` where a larger group of a report holds it."""

    id: str
    key: Key
    count: Count
    inside: bool


def whole_of(stated: Count | None, parts: Iterable[Part]) -> Count | None:
    """Return the count of all people among whom the parts are: no fewer than those apart add up to, or any one is."""
    kept = tuple(parts)
    total = summed(kept)
    largest = max(kept, key=lambda part: (_size(part), part.key), default=None)
    if total is not None and largest is not None and _size(largest) > (total.best or 0):
        total = summed([largest])
    return with_parts(stated, total)


def with_subgroups(parts: Iterable[Part]) -> tuple[Part, ...]:
    """Return the parts, each checked against those of its people who are counted as a part of their own."""
    kept = tuple(parts)
    return tuple(replace(part, count=_checked(part, kept)) for part in kept)


def _checked(part: Part, parts: Sequence[Part]) -> Count:
    inside = [other for other in parts if other.key.within(part.key)]
    if part.count.best is not None:
        return whole_of(part.count, inside) or part.count
    total, most = whole_of(None, inside), part.count.high  # "up to 101", which is no number to go by but a bound
    if total is None or most is None or (total.best or 0) <= most:
        return part.count
    return _contested(part.count, total)


def summed(parts: Iterable[Part]) -> Count | None:
    """Return the sum of the parts that lie apart from one another; None where there are none.

    A group whose loss is admitted but not counted leaves the sum open above. The sum is as well supported as its
    weakest part; a part of nobody weighs only where nothing else is counted.
    """
    apart = _apart(parts)
    counted = [part for part in apart if part.count.best is not None]
    if not counted:
        return _uncounted(apart)
    weighing = [p.count for p in counted if p.count.best or p.count.agreement == "contested"]
    weighing = weighing or [part.count for part in counted]
    # Nobody dead on one side supports no number of dead on the other: such claims stand behind their own part.
    highs = [part.count.high for part in apart]
    return Count(
        low=sum(part.count.low or 0 for part in counted),
        best=sum(part.count.best or 0 for part in counted),
        high=None if None in highs else sum(high for high in highs if high is not None),
        agreement=min((count.agreement for count in weighing), key=WEAKEST_FIRST.index),
        voices=min(count.voices for count in weighing),
        behind=_lines(count.behind for count in weighing),
        against=_lines(part.count.against for part in counted),
        vague=_lines(part.count.vague for part in apart),
        parts=tuple(sorted(part.id for part in apart)),
        remarks=tuple(f"{part.count.best} {_named(part.key, part.count.best)}" for part in counted)
        if len(counted) > 1
        else (),
    )


def _uncounted(parts: Sequence[Part]) -> Count | None:
    if not parts:
        return None
    return Count(
        low=None,
        best=None,
        high=None,
        agreement="unresolved",
        voices=voices_of(line for part in parts for line in part.count.behind),
        behind=_lines(part.count.behind for part in parts),
        vague=_lines(part.count.vague for part in parts),
    )


def with_parts(stated: Count | None, parts: Count | None) -> Count | None:
    """Return the stated count checked against the sum of its parts: a whole smaller than its parts is contested.

    A count that is only a least number ("at least 5", single persons named) gives way to a larger sum.
    """
    if stated is None or stated.best is None:
        return _with_words(parts, stated)
    if parts is None or parts.best is None or parts.best <= stated.best:
        return stated
    if all(not line.excludes(parts.best) for line in stated.behind):
        return _with_words(parts, stated)
    return _contested(stated, parts)


def _contested(stated: Count, parts: Count) -> Count:
    told = "the groups add up to" if len(parts.parts) > 1 else "one group alone counts"
    remark = f"{told} {parts.best}, more than the whole"
    high = None if stated.high is None else max(stated.high, parts.best or 0)
    return replace(
        stated,
        high=high,
        agreement="contested",
        against=_lines((stated.against, parts.behind)),
        parts=(),
        remarks=(*stated.remarks, remark),
    )


def agreeing(stated: Count, parts: Count | None) -> Count:
    """Return the stated count with the support of its parts, where they add up to it and stand on firmer ground."""
    if parts is None or parts.best != stated.best:
        return stated
    behind = _lines((stated.behind, parts.behind))
    firmer = max((stated.agreement, parts.agreement), key=WEAKEST_FIRST.index)
    voices = max(stated.voices, parts.voices)
    return replace(stated, agreement=firmer, voices=voices, behind=behind, parts=parts.parts, remarks=parts.remarks)


def _with_words(parts: Count | None, stated: Count | None) -> Count | None:
    if parts is None or stated is None:
        return parts or stated
    return replace(
        parts,
        behind=_lines((parts.behind, *([stated.behind] if stated.best is not None else []))),
        vague=_lines((parts.vague, stated.vague)),
        against=_lines((parts.against, stated.against)),
    )


def _apart(parts: Iterable[Part]) -> list[Part]:
    """The parts to add up: outermost first, the larger first, none that may share people with one before it."""
    ordered = sorted(parts, key=lambda p: (p.inside, p.key.status in AGES, -_size(p), p.count.best is None, p.key))
    chosen: list[Part] = []
    for part in ordered:
        if all(part.key.apart(other.key) for other in chosen):
            chosen.append(part)
    return sorted(chosen, key=lambda part: part.key)


def _size(part: Part) -> int:
    return part.count.best or 0


def _named(key: Key, number: int | None) -> str:
    """Say who they are in words: "Cuban military", "perpetrators"."""
    people = adjective_of(key.nationality) or key.nationality if key.nationality else ""
    return " ".join(word for word in (people, key.status or (key.role if number == 1 else f"{key.role}s")) if word)


def _lines(many: Iterable[Sequence[Line]]) -> tuple[Line, ...]:
    return tuple(
        sorted({line for lines in many for line in lines}, key=lambda line: (line.report, line.claims, line.tally))
    )
