"""Events and the claims they are made of in, the same events with their figures under a rule out; nothing is linked."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from twosource import reconcile, review
from twosource.engine import spread
from twosource.intake import Former
from twosource.model import Article, Claim, CopyGroup, Decision, Event, Figure, Holdings, Reading, Statement
from twosource.ontology.rule import rule_named


def reconciled(holdings: Holdings, rule: str) -> Holdings:
    """Return what a ledger holds with its figures made under another rule; nothing is read or linked again.

    An event that a person gave a rule of its own keeps it.

    Raises:
        UsageError: a rule that does not exist.
    """
    rule_named(rule)
    articles = {article.id: article for article in holdings.articles}
    shelf = Shelf({claim.id: claim for claim in holdings.claims}, articles, _by_report(holdings.statements))
    judging = (rule, review.standing_on_events(holdings.judgements), Former())
    return replace(holdings, rule=rule, events=tuple(with_figures(holdings.events, shelf, holdings.copies, judging)))


@dataclass(frozen=True, slots=True)
class Shelf:
    """What events are made of, findable: claims and articles by id, statements by report."""

    claims: dict[str, Claim]
    articles: dict[str, Article]
    statements: dict[str, tuple[Statement, ...]]


def shelf_of(readings: Sequence[Reading]) -> Shelf:
    """Return what readings hold, findable."""
    return Shelf(
        {claim.id: claim for reading in readings for claim in reading.claims},
        {reading.report: reading.article for reading in readings if reading.article is not None},
        {reading.report: reading.statements for reading in readings},
    )


def _by_report(statements: Iterable[Statement]) -> dict[str, tuple[Statement, ...]]:
    found: dict[str, list[Statement]] = defaultdict(list)
    for statement in statements:
        found[statement.report].append(statement)
    return {report: tuple(told) for report, told in found.items()}


def with_figures(
    events: Sequence[Event],
    shelf: Shelf,
    groups: Sequence[CopyGroup],
    judging: tuple[str, Mapping[str, Sequence[Decision]], Former],
    workers: int = 1,
) -> Iterator[Event]:
    """Reconcile each event from its own claims, reports and copy groups alone: the cost grows with the events."""
    (rule, decisions, former), rules = judging, review.rules_of(judging[1])
    figures = reconciler(shelf.claims, shelf.articles, groups)
    group_of = {report: group for group in groups for report in group.reports}

    def figured(event: Event) -> Event:
        held = {group_of[r].id: group_of[r] for r in event.reports if r in group_of}
        full = former.with_figures(event, [held[one] for one in sorted(held)])
        if full is None:
            made = figures(event, {}, rules.get(event.id, rule))
            full = replace(event, copy_groups=tuple(sorted(held)), figures=made)
            said = [statement for report in event.reports for statement in shelf.statements.get(report, ())]
            full = replace(full, differences=reconcile.differences(full, [shelf.claims[c] for c in event.claims], said))
        return review.judged_figures(full, decisions.get(event.id, ()))

    return spread(figured, events, workers)


def reconciler(
    claims: Mapping[str, Claim], articles: Mapping[str, Article], groups: Iterable[CopyGroup]
) -> Callable[[Event, Mapping[str, Claim], str], tuple[Figure, ...]]:
    """Return a function that gives an event's figures under a rule, with some of its claims (by id) in other words."""
    group_of = {report: group for group in groups for report in group.reports}

    def figures(event: Event, instead: Mapping[str, Claim], rule: str) -> tuple[Figure, ...]:
        own = {group_of[r].id: group_of[r] for r in event.reports if r in group_of}
        return reconcile.reconcile(
            event,
            [instead.get(c, claims[c]) for c in event.claims],
            [articles[r] for r in event.reports if r in articles],
            [own[key] for key in sorted(own)],
            rule,
        )

    return figures


def size(event: Event) -> tuple[int, str, str]:
    """Return what sorts events: those most reports tell of come first, then by day."""
    return -len(event.reports), event.date.earliest if event.date is not None else "", event.id
