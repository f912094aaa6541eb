"""The stages in order, on one page; the only place where stages, engine and people's decisions meet.

collect -> clean -> annotate -> extract run report by report; then decisions on claims enter; link, copies and reconcile
run over all of them, link with what people know of events, reconcile with the rule they chose.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain, islice

from twosource import annotate, clean, collect, copies, extract, link, review
from twosource.config import Settings
from twosource.engine import engine_for, spread, spread_groups
from twosource.errors import UnreadableError
from twosource.intake import Desk, Earlier, Progress, kept, reach, to_read
from twosource.lang.reading import lexicon
from twosource.model import (
    Article,
    Claim,
    CopyGroup,
    Decision,
    Event,
    Holdings,
    Judgement,
    Link,
    Reading,
    Reject,
    Report,
)
from twosource.ontology.rule import rule_named
from twosource.reckon import shelf_of, size, with_figures
from twosource.values.identifier import identifier

Input = collect.Input
READ = frozenset({"en", None})  # languages that claims are read in; None: too short to tell
FIRST_REPORT = "en/first_report"
FEW = 24  # reports; below, starting processes costs more (1.5 s) than they save
# For each process that is forked at the end of a run (0.1 s): what takes it as long to do.
FEW_BUCKETS, FEW_ACCOUNTS, FEW_SHARDS = 4096, 256, 2


@dataclass(frozen=True, slots=True)
class Read:
    """One report read, and what link and copies need of it; made where the report is read, so that workers share it."""

    reading: Reading
    accounts: tuple[link.Account, ...] = ()
    fingerprint: copies.Fingerprint | None = None


def run(inputs: Iterable[Input], settings: Settings, progress: Progress, earlier: Earlier | None = None) -> Holdings:
    """Read all inputs into what a ledger holds, together with what an earlier ledger brings.

    Raises:
        UsageError: an input or a rule that does not exist.
    """
    check(inputs, settings)
    before, desk = earlier or Earlier(), Desk(progress)
    reports = to_read(chain(before.again, collect.collect(inputs, reach(before, settings))), before, desk)
    first = tuple(islice(reports, FEW))
    workers = 1 if settings.workers == 0 and len(first) < FEW else settings.workers
    warm = load if len(first) == FEW else annotate.load_models if first else None
    with engine_for(workers, warm) as engine:
        new = kept(engine.map(partial(read, settings=settings), chain(first, reports)), before, desk)
        known = chain(engine.map(prepared, before.readings), new, map(prepared, desk.drafts))
        as_read = list(_counted(known, "reading", progress))
        read_now, present, on_claims = _judged(as_read, before.decisions)
    groups = _copy_groups(read_now, progress, workers)
    accounts = tuple(sorted((a for one in read_now for a in one.accounts), key=lambda a: a.id))
    progress("linking", len(accounts))
    links = () if settings.one_event else tuple(_links(accounts, workers))
    told, on_ties = _told(read_now, accounts, (present, before))
    linked = link.events(accounts, links, told, one_event=settings.one_event, each=partial(spread, workers=workers))
    events = link.lasting(linked, before.events)
    readings = [one.reading for one in read_now]
    found, on_events = review.judged_events(events, present, before.decisions)
    judging = (settings.rule, found, before.former)
    figured = tuple(with_figures(events, shelf_of(readings), groups, judging, workers))
    rejects = [*desk.rejects, *(reject for reading in readings for reject in reading.rejects)]
    holdings = _holdings(readings, rejects, groups, (figured, settings.rule))
    return replace(holdings, judgements=review.settled(before.decisions, (*on_claims, *on_ties, *on_events)))


def load() -> None:
    """Load what reading needs, once per process: the models, and by a short report what is loaded at the first text.

    Workers forked then share it: each of them spent 0.5 s on the same word lists, patterns and imports.
    """
    annotate.load_models()
    link.load()
    for report in collect.collect([lexicon(FIRST_REPORT)], Settings().limits):
        if isinstance(report, Report):
            read(report, Settings())


def check(inputs: Iterable[Input], settings: Settings) -> None:
    """Check rule and names of inputs (of a list or tuple; others as they are read) before anything is opened.

    Raises:
        UsageError: an input or a rule that does not exist.
    """
    rule_named(settings.rule)
    if isinstance(inputs, Sequence):
        collect.collect(inputs, settings.limits)


def read(report: Report, settings: Settings) -> Read:
    """Take one report through the row-wise stages; a report that cannot be read becomes a reject."""
    try:
        article = clean.clean(report, settings.limits)
    except UnreadableError as error:
        return Read(Reading(report=report.id, rejects=(_reject(report, error),)))
    if article.language not in READ:
        return Read(Reading(report=report.id, article=article, rejects=(_unread_language(report, article),)))
    found = _extracted(article, settings)
    if extract.is_told_by_title(article, found.claims):
        found = _extracted(clean.titled(article), settings)
    return prepared(found)


def _extracted(article: Article, settings: Settings) -> Reading:
    annotations = annotate.annotate(article)
    statements, claims = extract.extract(article, annotations)
    kept_layers = annotations if settings.annotations else None
    return Reading(report=article.id, article=article, annotations=kept_layers, statements=statements, claims=claims)


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


def _judged(
    read_now: Sequence[Read], decisions: tuple[Decision, ...]
) -> tuple[list[Read], review.Present, tuple[Judgement, ...]]:
    """Let decisions on claims enter: the claims as people hold them, as they were read, and how the decisions stand."""
    reports = review.reports_of(decisions)
    present = review.present(c for one in read_now if one.reading.report in reports for c in one.reading.claims)
    changed, judgements = review.judged_claims(present, decisions)
    home = {claim.report for claim in changed.values()}
    return [_with_claims(one, changed) if one.reading.report in home else one for one in read_now], present, judgements


def _with_claims(one: Read, changed: Mapping[str, Claim]) -> Read:
    claims = tuple(changed.get(claim.id, claim) for claim in one.reading.claims)
    return prepared(replace(one.reading, claims=claims))


def _counted(records: Iterable[Read], stage: str, progress: Progress) -> Iterator[Read]:
    for done, record in enumerate(records, 1):
        progress(stage, done)
        yield record


def _copy_groups(read_now: Sequence[Read], progress: Progress, workers: int) -> tuple[CopyGroup, ...]:
    prints = [one.fingerprint for one in read_now if one.fingerprint is not None]
    progress("copies", len(prints))
    found = spread_groups(copies.keys, copies.step, prints, workers, few=FEW_BUCKETS)
    articles = [one.reading.article for one in read_now if one.reading.article is not None]
    return copies.copy_groups(articles, chain.from_iterable(found))


def _links(accounts: Sequence[link.Account], workers: int) -> Iterator[Link]:
    profiles = spread(partial(link.weigh, known=link.vocabulary(accounts)), accounts, workers, few=FEW_ACCOUNTS)
    return chain.from_iterable(spread_groups(link.keys, link.step, profiles, workers, few=FEW_SHARDS))


def _told(
    read_now: Sequence[Read], accounts: Sequence[link.Account], judging: tuple[review.Present, Earlier]
) -> tuple[link.Told, tuple[Judgement, ...]]:
    present, before = judging
    ties, judgements = review.judged_ties(present, _homes(accounts), before.decisions)
    told = link.Told(
        claims=tuple(c for one in read_now for c in one.reading.claims),
        statements=tuple(s for one in read_now for s in one.reading.statements),
        ties=ties,
        made=before.former.events,
    )
    return told, judgements


def _homes(accounts: Sequence[link.Account]) -> review.Homes:
    of_report: dict[str, list[str]] = defaultdict(list)
    for account in accounts:
        of_report[account.report].append(account.id)
    return review.Homes(
        account_of={claim: account.id for account in accounts for claim in account.claims},
        accounts_of={report: tuple(each) for report, each in of_report.items()},
    )


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
        events=tuple(sorted(events, key=size)),
        copies=groups,
        rejects=tuple(sorted(set(rejects), key=lambda r: (r.source, r.id))),
        annotations=tuple(r.annotations for r in sorted(readings, key=lambda r: r.report) if r.annotations is not None),
    )
