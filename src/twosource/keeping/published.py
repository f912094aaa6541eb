"""The part of a ledger about one event in, its figures as the reports published up to each day tell them out.

Readings, decisions and rule are those of the ledger: only reports of later days are left out. Those that tell no day
come last, so that the last step is the figure as it stands.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from twosource import reckon, review
from twosource.keeping.history import figure_in
from twosource.keeping.only import only_of
from twosource.keeping.place import existing
from twosource.model import Event, Figure, Holdings

PAGE, WHOLE = 500, 50_000  # claims reckoned with, over all days: some 40 ms and 4 s
Changes = tuple[review.Change, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """How figures grew with the reports: by figure, each change; ``moment`` is a day, or "" for reports without one.

    ``days`` are those on which the event's reports were published, ``shown`` how many of them were reckoned with (0:
    too many claims for that), ``undated`` the reports that tell no day.
    """

    changes: dict[str, Changes] = field(default_factory=dict)
    days: tuple[str, ...] = ()
    shown: int = 0
    undated: tuple[str, ...] = ()


def published(holdings: Holdings, figures: Iterable[Figure], most: int = PAGE) -> Published:
    """Return how figures of the only event of some holdings grew.

    Args:
        holdings: the part of a ledger about the event.
        figures: of it.
        most: claims that may be reckoned with, over all days; where it is too little, days in between are left out.
    """
    event = holdings.events[0]
    told = {one.id: (one.published or "")[:10] for one in holdings.articles if one.id in event.reports}
    undated = tuple(sorted(one for one in event.reports if not told.get(one)))
    days = tuple(sorted({day for day in told.values() if day}))
    steps = _thinned([*days, ""] if undated else list(days), most // max(1, len(event.claims)))
    shown = sum(bool(one) for one in steps)
    if len(steps) < 2:
        return Published(days=days, shown=shown, undated=undated)
    grown = list(_grown(holdings, event, told, steps))
    return Published(
        changes={one.id: tuple(_changes(one, grown)) for one in figures}, days=days, shown=shown, undated=undated
    )


def figure_published(where: str, wanted: str, known: Holdings | None = None) -> Changes:
    """Return each change of a figure (by id, or the beginning of one) with the reports as they were published.

    Raises:
        UsageError: no such ledger; no figure, or more than one, has such an id.
        StoreError: the store cannot be opened or read.
    """
    with existing(where) as opened:
        event, figure = figure_in(opened, wanted, known)
        told = published(only_of(opened, event.id), (figure,), WHOLE)
        if told.changes or len(told.days) > 1:
            return told.changes.get(figure.id, ())
        causes = tuple(f"report {one} {'published' if told.days else 'tells no day'}" for one in event.reports)
        return (review.Change(moment="".join(told.days), event=event.id, figure=figure, causes=causes),)


def _thinned(steps: list[str], number: int) -> Sequence[str]:
    """The first, the last and some in between, evenly."""
    if len(steps) <= number:
        return steps
    return [steps[round(at * (len(steps) - 1) / (number - 1))] for at in range(number)] if number > 1 else ()


def _grown(
    holdings: Holdings, event: Event, told: dict[str, str], steps: Sequence[str]
) -> Iterator[tuple[str, Event, tuple[str, ...]]]:
    """Yield for each step the event as told by then, and the reports that it did not have before."""
    home = {claim.id: claim for claim in holdings.claims}
    figures_of = reckon.reconciler(home, {one.id: one for one in holdings.articles}, holdings.copies)
    rule = event.figures[0].rule if event.figures else holdings.rule
    judged = (one for one in holdings.judgements if one.status == "in force" and one.decision.id in event.decisions)
    decided = [one.decision for one in judged]
    before: frozenset[str] = frozenset()
    for step in steps:
        mine = frozenset(one for one in event.reports if not step or "" < told.get(one, "") <= step)
        claims = tuple(one for one in event.claims if one in home and home[one].report in mine)
        by_then = replace(event, reports=tuple(one for one in event.reports if one in mine), claims=claims)
        figures = figures_of(by_then, {}, rule)
        yield step, review.judged_figures(replace(by_then, figures=figures), decided), tuple(sorted(mine - before))
        before = mine


def _changes(wanted: Figure, grown: Iterable[tuple[str, Event, tuple[str, ...]]]) -> Iterator[review.Change]:
    last: Figure | None = None
    came: list[str] = []
    for step, event, reports in grown:
        came += reports
        found = review.same_figure(event, wanted)
        if review.numbers(found) != review.numbers(last):
            causes = tuple(f"report {one} {'published' if step else 'tells no day'}" for one in came)
            yield review.Change(moment=step, event=event.id, figure=found, causes=causes)
            came = []
        last = found
