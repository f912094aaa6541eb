"""What a kept ledger holds or held, and what is open in it."""

from collections.abc import Iterable
from dataclasses import replace

from twosource import reckon, review, store
from twosource.keeping.place import existing
from twosource.model import Claim, Holdings, Judgement, Reading


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
        events=tuple(sorted(parts.events, key=reckon.size)),
        copies=tuple(sorted(parts.copies, key=lambda group: group.id)),
        annotations=tuple(one.annotations for one in readings if one.annotations is not None),
        judgements=tuple(sorted(judgements, key=lambda one: (one.decision.when, one.decision.id))),
    )


def as_read(opened: store.Store, reports: Iterable[str] | None = None) -> dict[str, Claim]:
    """Return the claims of a ledger, or of some reports, as they were read, before any decision, by id."""
    wanted = set(store.standing(opened, None, reports).values())
    return {claim.id: claim for one in store.read_named(opened, wanted).values() for claim in one.claims}


def judged(readings: list[Reading], judgements: tuple[Judgement, ...]) -> tuple[Claim, ...]:
    """Return the claims of readings as the decisions in force make them."""
    decisions = [one.decision for one in judgements if one.status == "in force"]
    reports = review.reports_of(decisions)
    present = review.present(c for one in readings if one.report in reports for c in one.claims)
    changed, _ = review.judged_claims(present, decisions)
    return tuple(changed.get(claim.id, claim) for one in readings for claim in one.claims)


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
    return review.queue(holdings, reckon.reconciler(claims, articles, holdings.copies))
