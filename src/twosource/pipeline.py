"""The stages in order, on one page; the only place where stages, engine and store meet.

collect -> clean -> annotate -> extract run report by report; link, copies and reconcile run over all of them.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain, islice
from pathlib import Path

from twosource import annotate, clean, collect, copies, extract, link, reconcile
from twosource.config import Settings
from twosource.engine import Engine, SerialEngine, engine_for
from twosource.errors import UnreadableError, UsageError
from twosource.model import Article, Claim, CopyGroup, Event, Holdings, Reading, Reject, Report, Statement
from twosource.ontology.rule import rule_named
from twosource.store import open_store, read_events, read_holdings, read_readings, read_rejects, write_ledger
from twosource.values.identifier import identifier

Input = str | Path | Mapping[str, object]
Progress = Callable[[str, int], None]
READ = frozenset({"en", None})  # languages that claims are read in; None: too short to tell
FEW = 24  # reports; below, starting processes costs more (1.5 s) than they save


@dataclass(frozen=True, slots=True)
class Read:
    """One report read, and what link and copies need of it; made where the report is read, so that workers share it."""

    reading: Reading
    accounts: tuple[link.Account, ...] = ()
    fingerprint: copies.Fingerprint | None = None


@dataclass(frozen=True, slots=True)
class Held:
    """What a ledger held before a run: its readings are not read again, its events keep their ids."""

    readings: tuple[Reading, ...] = ()
    events: tuple[Event, ...] = ()


NOTHING_HELD = Held()


def run(inputs: Iterable[Input], settings: Settings, progress: Progress, held: Held = NOTHING_HELD) -> Holdings:
    """Read all inputs into what a ledger holds; what a kept ledger ``held`` is linked with the new.

    Raises:
        UsageError: an input or a rule that does not exist.
    """
    rule_named(settings.rule)
    rejects: list[Reject] = []
    known = frozenset(reading.report for reading in held.readings)
    reports = _reports(collect.collect(inputs, settings.limits), known, rejects)
    first = tuple(islice(reports, FEW))
    workers = 1 if settings.workers == 0 and len(first) < FEW else settings.workers
    with engine_for(workers, annotate.load_models) as engine:
        new = engine.map(partial(read, settings=settings), chain(first, reports))
        read_now = list(_counted(chain(engine.map(prepared, held.readings), new), "reading", progress))
        groups = _copy_groups(read_now, progress)
        events = link.lasting(_events(engine, read_now, settings, progress), held.events)
    readings = [one.reading for one in read_now]
    rejects += [reject for reading in readings for reject in reading.rejects]
    figured = tuple(_with_figures(events, _shelf(readings), groups, settings.rule))
    return _holdings(readings, rejects, groups, (figured, settings.rule))


def reconciled(holdings: Holdings, rule: str) -> Holdings:
    """Return what a ledger holds with its figures made under another rule; nothing is read or linked again.

    Raises:
        UsageError: a rule that does not exist.
    """
    rule_named(rule)
    shelf = Shelf(
        {claim.id: claim for claim in holdings.claims},
        {article.id: article for article in holdings.articles},
        _by_report(holdings.statements),
    )
    return replace(holdings, rule=rule, events=tuple(_with_figures(holdings.events, shelf, holdings.copies, rule)))


def run_into(inputs: Iterable[Input], where: str, settings: Settings, progress: Progress, now: str) -> Holdings:
    """Read inputs into the ledger kept at ``where``; ``now`` (ISO 8601 with zone) is when this is recorded.

    Raises:
        UsageError: an input or a rule that does not exist.
        StoreError: the store cannot be opened or written; what it held still stands.
    """
    with closing(open_store(where)) as store:
        new = run(inputs, settings, progress, Held(tuple(read_readings(store)), tuple(read_events(store))))
        holdings = replace(new, rejects=_in_order({*read_rejects(store), *new.rejects}))
        write_ledger(store, holdings, now)
        return holdings


def kept(where: str, as_of: str | None = None) -> Holdings:
    """Return what the ledger kept at ``where`` holds, or held at a past time.

    Raises:
        UsageError: a file that does not exist; reading makes none.
        StoreError: the store cannot be opened or read.
    """
    file = where.removeprefix("sqlite:///")
    if "://" not in file and not Path(file).is_file():
        raise UsageError(f"{where}: no such ledger; name the file that 'twosource run --store' keeps.")
    with closing(open_store(where)) as store:
        return read_holdings(store, as_of)


def read(report: Report, settings: Settings) -> Read:
    """Take one report through the row-wise stages; a report that cannot be read becomes a reject."""
    try:
        article = clean.clean(report, settings.limits)
    except UnreadableError as error:
        return Read(Reading(report=report.id, rejects=(_reject(report, error),)))
    if article.language not in READ:
        return Read(Reading(report=report.id, article=article, rejects=(_unread_language(report, article),)))
    annotations = annotate.annotate(article)
    statements, claims = extract.extract(article, annotations)
    kept_layers = annotations if settings.annotations else None
    return prepared(
        Reading(report=report.id, article=article, annotations=kept_layers, statements=statements, claims=claims)
    )


def prepared(reading: Reading) -> Read:
    """Add what link and copies need of a report already read."""
    if reading.article is None or reading.article.language not in READ:
        return Read(reading)
    accounts = link.accounts(reading.article, reading.claims, reading.statements)
    return Read(reading, accounts, copies.fingerprint(reading.article))


def _unread_language(report: Report, article: Article) -> Reject:
    told = f"the text is in the language {article.language!r}; claims are read in English only, the report is kept"
    return replace(_reject(report, UnreadableError("language", told)), stage="annotate")


def _reject(report: Report, error: UnreadableError) -> Reject:
    source = report.path or report.url or report.input_id or report.id
    return Reject(
        id=identifier("x", report.id, error.reason),
        source=source,
        stage="clean",
        reason=error.reason,
        detail=error.detail,
        report=report.id,
        sha256=report.sha256,
    )


def _reports(collected: Iterable[Report | Reject], known: frozenset[str], rejects: list[Reject]) -> Iterator[Report]:
    """Let reports through and set rejects aside; a report the ledger holds already is not read again."""
    for item in collected:
        if isinstance(item, Reject):
            rejects.append(item)
        elif item.id not in known:
            yield item


def _counted(records: Iterable[Read], stage: str, progress: Progress) -> Iterator[Read]:
    for done, record in enumerate(records, 1):
        progress(stage, done)
        yield record


def _copy_groups(read_now: Sequence[Read], progress: Progress) -> tuple[CopyGroup, ...]:
    """Compare in this process: to send the groups to workers costs 1.5 s on 426 reports, to compare them 0.1 s."""
    prints = [one.fingerprint for one in read_now if one.fingerprint is not None]
    progress("copies", len(prints))
    pairs = [pair for found in SerialEngine().map_groups(copies.keys, copies.step, prints) for pair in found]
    return copies.copy_groups([one.reading.article for one in read_now if one.reading.article is not None], pairs)


def _events(engine: Engine, read_now: Sequence[Read], settings: Settings, progress: Progress) -> tuple[Event, ...]:
    accounts = tuple(sorted((a for one in read_now for a in one.accounts), key=lambda a: a.id))
    progress("linking", len(accounts))
    known = link.vocabulary(accounts)
    profiles = (link.weigh(account, known) for account in accounts)
    links = () if settings.one_event else engine.map_groups(link.keys, link.step, profiles)
    told = link.Told(
        claims=tuple(c for one in read_now for c in one.reading.claims),
        statements=tuple(s for one in read_now for s in one.reading.statements),
    )
    return link.events(accounts, chain.from_iterable(links), told, one_event=settings.one_event)


@dataclass(frozen=True, slots=True)
class Shelf:
    """Claims and articles by id, statements by report."""

    claims: Mapping[str, Claim]
    articles: Mapping[str, Article]
    statements: Mapping[str, Sequence[Statement]]


def _shelf(readings: Sequence[Reading]) -> Shelf:
    return Shelf(
        {claim.id: claim for reading in readings for claim in reading.claims},
        {reading.report: reading.article for reading in readings if reading.article is not None},
        {reading.report: reading.statements for reading in readings},
    )


def _by_report(statements: Iterable[Statement]) -> Mapping[str, Sequence[Statement]]:
    found: dict[str, list[Statement]] = {}
    for statement in statements:
        found.setdefault(statement.report, []).append(statement)
    return found


def _with_figures(events: Iterable[Event], shelf: Shelf, groups: Sequence[CopyGroup], rule: str) -> Iterator[Event]:
    """Reconcile each event from its own claims, reports and copy groups alone: the cost grows with the events."""
    group_of = {report: group for group in groups for report in group.reports}
    for event in events:
        own = {group_of[r].id: group_of[r] for r in event.reports if r in group_of}
        told = [shelf.claims[c] for c in event.claims]
        figures = reconcile.reconcile(
            event,
            told,
            [shelf.articles[r] for r in event.reports if r in shelf.articles],
            [own[key] for key in sorted(own)],
            rule,
        )
        said = [statement for report in event.reports for statement in shelf.statements.get(report, ())]
        full = replace(event, copy_groups=tuple(sorted(own)), figures=figures)
        yield replace(full, differences=reconcile.differences(full, told, said))


def _holdings(
    readings: Sequence[Reading],
    rejects: Sequence[Reject],
    groups: tuple[CopyGroup, ...],
    made: tuple[tuple[Event, ...], str],
) -> Holdings:
    events, rule = made
    home = {claim: event.id for event in events for claim in event.claims}
    claims = (replace(c, event=home.get(c.id)) for r in readings for c in r.claims)
    articles = (r.article for r in readings if r.article is not None)
    statements = (s for r in readings for s in r.statements)
    return Holdings(
        rule=rule,
        articles=tuple(sorted(articles, key=lambda a: (a.published or a.modified or "", a.id))),
        statements=tuple(sorted(statements, key=lambda s: (s.report, s.target[0], s.id))),
        claims=tuple(sorted(claims, key=lambda c: (c.report, c.span, c.id))),
        events=tuple(sorted(events, key=_size)),
        copies=groups,
        rejects=_in_order(set(rejects)),
        annotations=tuple(r.annotations for r in sorted(readings, key=lambda r: r.report) if r.annotations is not None),
    )


def _in_order(rejects: set[Reject]) -> tuple[Reject, ...]:
    return tuple(sorted(rejects, key=lambda r: (r.source, r.id)))


def _size(event: Event) -> tuple[int, str, str]:
    """The events most reports tell of come first, then by day."""
    return -len(event.reports), event.date.earliest if event.date is not None else "", event.id
