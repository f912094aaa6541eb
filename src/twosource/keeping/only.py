"""An open ledger and one id in, the part of the ledger about that event or report out, read by ids alone."""

from collections.abc import Iterable
from dataclasses import replace

from twosource import reckon, store
from twosource.keeping.hold import judged
from twosource.keeping.part import is_about, missing, rejected, sources_of
from twosource.model import Event, Holdings, Judgement, Reading


def only_of(opened: store.Store, wanted: str, as_of: str | None = None) -> Holdings:
    """Return what is held about one event or one report; ``part_of`` tells what that is.

    Raises:
        UsageError: neither an event nor a report has this id.
        StoreError: the store cannot be read.
    """
    (event,) = store.read_events(opened, (wanted,), as_of) or (None,)
    if event is not None:
        return _part(opened, (event,), frozenset(event.reports), as_of, frozenset(event.claims))
    if store.standing(opened, as_of, (wanted,)):
        events = (one for one in store.read_events(opened, opened.naming([wanted], store.EVENTS), as_of))
        told = tuple(one for one in events if wanted in one.reports)
        return _part(opened, told, frozenset({wanted}), as_of, None)
    later = store.read_events(opened, opened.naming([wanted], store.EVENTS), as_of)
    raise missing(wanted, next((one.id for one in later if wanted in one.merged), None))


def _part(
    opened: store.Store,
    events: tuple[Event, ...],
    reports: frozenset[str],
    as_of: str | None,
    claims: frozenset[str] | None,
) -> Holdings:
    copies = tuple(
        one
        for one in store.read_copies(opened, opened.naming(reports, store.COPIES), as_of)
        if reports & set(one.reports)
    )
    others = {source for group in copies for source in sources_of(group, reports)} - reports
    readings = _readings(opened, reports, as_of)
    articles = (one.article for one in (*readings, *_readings(opened, others, as_of)) if one.article is not None)
    mine = {*(e.id for e in events), *(f.id for e in events for f in e.figures), *reports, *(claims or ())}
    judgements = _judgements(opened, {*mine, *(c.id for one in readings for c in one.claims)}, as_of)
    home = {claim: event.id for event in events for claim in event.claims}
    read = judged(list(readings), judgements)
    told = (one for one in read if claims is None or one.id in claims)
    found = sorted((replace(one, event=home.get(one.id)) for one in told), key=lambda c: (c.report, c.span, c.id))
    about = {*mine, *(claim.id for claim in found), *rejected(read)}
    return Holdings(
        rule=store.rule_at(opened, as_of),
        events=tuple(sorted(events, key=reckon.size)),
        articles=tuple(sorted(articles, key=lambda a: (a.published or a.modified or "", a.id))),
        statements=tuple(
            sorted((s for r in readings for s in r.statements), key=lambda s: (s.report, s.target[0], s.id))
        ),
        claims=tuple(found),
        copies=tuple(sorted(copies, key=lambda group: group.id)),
        rejects=tuple(reject for one in readings for reject in one.rejects),
        annotations=tuple(one.annotations for one in readings if one.annotations is not None),
        judgements=tuple(one for one in judgements if is_about(one, about)),
    )


def _readings(opened: store.Store, reports: Iterable[str], as_of: str | None) -> tuple[Reading, ...]:
    kept = store.standing(opened, as_of, reports)
    return tuple(sorted(store.read_named(opened, set(kept.values()), as_of).values(), key=lambda one: one.report))


def _judgements(opened: store.Store, ids: set[str], as_of: str | None) -> tuple[Judgement, ...]:
    """The decisions that name one of the ids, or are about one by now, with how each stands."""
    return store.read_judgements(opened, opened.naming(ids, store.DECISIONS, store.JUDGEMENTS), as_of)
