"""What a kept ledger holds or held, how a figure came to be, and what is open in it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from twosource import pipeline, review, store
from twosource.errors import UsageError
from twosource.keeping.place import existing
from twosource.model import Claim, Event, Figure, Holdings, Judgement, Reading


def kept(where: str, as_of: str | None = None) -> Holdings:
    """Return what the ledger kept at ``where`` holds, or held at a past time (ISO 8601 with zone).

    Raises:
        UsageError: a file that does not exist, or a time without a zone.
        StoreError: the store cannot be opened or read.
    """
    with existing(where) as opened:
        return held(opened, as_of)


def held(opened: store.Store, as_of: str | None = None) -> Holdings:
    """Return what an open ledger holds or held."""
    parts = store.read_parts(opened, as_of)
    readings = sorted(store.read_readings(opened, as_of), key=lambda one: one.report)
    claims = judged(readings, parts.judgements)
    home = {claim: event.id for event in parts.events for claim in event.claims}
    statements = (s for reading in readings for s in reading.statements)
    articles = (one.article for one in readings if one.article is not None)
    told = {one.decision.id for one in parts.judgements}
    waiting = (one for one in store.read_decisions(opened, as_of) if one.id not in told)
    judgements = (*parts.judgements, *(Judgement(decision=one, status="waiting") for one in waiting))
    return replace(
        parts,
        articles=tuple(sorted(articles, key=lambda a: (a.published or a.modified or "", a.id))),
        statements=tuple(sorted(statements, key=lambda s: (s.report, s.target[0], s.id))),
        claims=tuple(
            sorted((replace(c, event=home.get(c.id)) for c in claims), key=lambda c: (c.report, c.span, c.id))
        ),
        events=tuple(sorted(parts.events, key=pipeline.size)),
        copies=tuple(sorted(parts.copies, key=lambda group: group.id)),
        annotations=tuple(one.annotations for one in readings if one.annotations is not None),
        judgements=tuple(sorted(judgements, key=lambda one: (one.decision.when, one.decision.id))),
    )


def as_read(opened: store.Store) -> dict[str, Claim]:
    """Return the claims of a ledger as they were read, before any decision, by id."""
    return {claim.id: claim for reading in store.read_readings(opened) for claim in reading.claims}


def judged(readings: list[Reading], judgements: tuple[Judgement, ...]) -> tuple[Claim, ...]:
    """Return the claims of readings as the decisions in force make them."""
    decisions = [one.decision for one in judgements if one.status == "in force"]
    reports = review.reports_of(decisions)
    present = review.present(c for one in readings if one.report in reports for c in one.claims)
    changed, _ = review.judged_claims(present, decisions)
    return tuple(changed.get(claim.id, claim) for one in readings for claim in one.claims)


def figure_history(where: str, wanted: str, known: Holdings | None = None) -> tuple[review.Change, ...]:
    """Return each change of a figure (by id, or the beginning of one) with its cause, the first one first.

    An event that began as another one is followed back to that one. ``known`` is a part of the ledger that
    holds the figure; None: it is looked for in all of it.

    Raises:
        UsageError: no such ledger; no figure, or more than one, has such an id.
        StoreError: the store cannot be opened or read.
    """
    with existing(where) as opened:
        event, figure = _figure((known or store.read_parts(opened)).events, wanted)
        runs = [_made(moment, run) for moment, run in store.read_run_moments(opened)]
        decisions = {one.id: one for one in store.read_decisions(opened)}
        return review.history(figure, _versions(opened, event, runs), runs, decisions)


def event_growth(where: str, event: Event) -> dict[str, tuple[review.Change, ...]]:
    """Return, by figure, each change of the event's totals since it stands, told from its own versions alone.

    The cost is that of the event, not of the ledger; ``figure_history`` tells more.

    Raises:
        UsageError: no such ledger.
        StoreError: the store cannot be opened or read.
    """
    with existing(where) as opened:
        versions = tuple(store.read_event_versions(opened, event.id))
    return {one.id: review.growth(one, versions) for one in event.figures if one.group is None}


def kept_judgements(where: str, as_of: str | None = None) -> tuple[Judgement, ...]:
    """Return people's decisions with how each stands, now or at a past time, in the order they were made.

    Raises:
        UsageError: no such ledger.
        StoreError: the store cannot be opened or read.
    """
    with existing(where) as opened:
        made = [one.id for one in store.read_decisions(opened, as_of)]
        return store.read_judgements(opened, made, as_of)


def review_queue(holdings: Holdings) -> tuple[review.Doubt, ...]:
    """Return what is open, first what a decision would change most."""
    claims = {claim.id: claim for claim in holdings.claims}
    articles = {article.id: article for article in holdings.articles}
    return review.queue(holdings, pipeline.reconciler(claims, articles, holdings.copies))


def _figure(events: tuple[Event, ...], wanted: str) -> tuple[Event, Figure]:
    found = [(event, f) for event in events for f in event.figures if wanted and f.id.startswith(wanted)]
    if len(found) != 1:
        raise UsageError(
            f"Asked for the figure {wanted!r}; {len(found) or 'no'} figures in this ledger have an id that begins so."
        )
    return found[0]


def _versions(opened: store.Store, event: Event, runs: Sequence[review.Made]) -> list[tuple[str, Event | None]]:
    """The versions of an event; before its first one, those of the event that it began as.

    An event whose reports all came in with its first version began as no other.
    """
    came = {run.moment: run.reports for run in runs}
    own = list(store.read_event_versions(opened, event.id))
    followed = {event.id}
    while own and (first := own[0][1]) is not None and not came.get(own[0][0], frozenset()).issuperset(first.reports):
        before = _before(own[0][0])
        earlier = [one for one in store.read_parts(opened, before).events if one.id not in followed]
        shared = [(len(set(one.claims) & set(first.claims)), one.id) for one in earlier]
        most, origin = max(((count, key) for count, key in shared if count), default=(0, ""))
        if not most:
            break
        followed.add(origin)
        own = [(m, e) for m, e in store.read_event_versions(opened, origin) if m <= before and e is not None] + own
    return own


def _before(moment: str) -> str:
    return (datetime.fromisoformat(moment) - timedelta(microseconds=1)).isoformat()


def _made(moment: str, run: store.Run) -> review.Made:
    return review.Made(
        moment=moment,
        rule=run.rule,
        program=run.program,
        reports=frozenset(run.reports),
        reread=frozenset(run.reread),
        decisions=run.decisions,
    )
