"""Claims about single persons in, how many different persons they are out: a tally for each report, and over all."""

from collections.abc import Iterable
from dataclasses import replace

from twosource.model import Claim
from twosource.reconcile.count import Count
from twosource.reconcile.line import Line, Readings, line_of, tally_of
from twosource.reconcile.population import is_person
from twosource.values.name import folded, is_short_form


def tallies(claims: Iterable[Claim], readings: Readings) -> tuple[Line, ...]:
    """Return for each report the line that counts the single persons it tells of: different people, one claim each."""
    by_report: dict[str, list[Line]] = {}
    for claim in claims:
        if is_person(claim) and claim.part_of is None and claim.stance == "asserted":
            by_report.setdefault(claim.report, []).append(line_of(claim, readings))
    return tuple(tally_of(lines) for _, lines in sorted(by_report.items()))


def with_persons(count: Count | None, claims: Iterable[Claim]) -> Count | None:
    """Raise a count that rests on tallies alone to the number of persons that all reports name together.

    Two reports that name one man each, and different ones, make two dead though neither says two.
    """
    if count is None or count.best is None or not all(line.tally for line in count.behind):
        return count
    named = different([claim for claim in claims if is_person(claim) and claim.part_of is None])
    if len(named) <= count.best:
        return count
    remark = f"named apart: {', '.join(named)}"
    number = len(named)
    agreement = count.agreement if count.agreement != "corroborated" else "echoed"
    remarks = (*count.remarks, remark)
    return replace(count, low=number, best=number, high=number, voices=1, agreement=agreement, remarks=remarks)


def different(claims: Iterable[Claim]) -> tuple[str, ...]:
    """Return one name for each named person of several reports, sorted.

    Names are one person's where one is short for the other or where the last word is the same: spellings of first names
    differ more often between reports than relatives are told of in different ones.
    """
    found: list[tuple[str, ...]] = []
    for names in sorted(
        {c.group.names for c in claims if c.group is not None and c.group.names and c.stance == "asserted"}
    ):
        if not any(_is_one(a, b) for known in found for a in known for b in names):
            found.append(names)
    return tuple(sorted(max(names, key=lambda name: (len(name), name)) for names in found))


def _is_one(a: str, b: str) -> bool:
    return folded(a).split()[-1:] == folded(b).split()[-1:] or is_short_form(a, b) or is_short_form(b, a)
