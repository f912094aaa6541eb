"""Holdings in, the lines of the shelves out: an entry for each event, report and source."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from twosource.model import Article, Claim, CopyGroup, Event, EventEntry, Holdings, ReportEntry, SourceEntry, Toll
from twosource.model.query import SourceKind
from twosource.publish.outlet import outlet_name
from twosource.publish.wording import agency_name
from twosource.values.identifier import identifier
from twosource.values.name import folded


def event_entry(event: Event, outlets: Mapping[str, str], doubt: float = 0.0) -> EventEntry:
    """Return the line of an event; ``outlets`` are names by report."""
    return EventEntry(
        id=event.id,
        title=event.title,
        type=event.type,
        date=event.date,
        place=event.place,
        actors=tuple(dict.fromkeys(actor.name for actor in event.actors)),
        killed=toll(event, "killed"),
        injured=toll(event, "injured"),
        captured=toll(event, "captured"),
        reports=len(event.reports),
        outlets=tuple(sorted({outlets[one] for one in event.reports if one in outlets})),
        claims=len(event.claims),
        doubt=doubt,
    )


def toll(event: Event, measure: str) -> Toll | None:
    """Return the figure of everybody, None where the event has none of that measure."""
    for figure in event.figures:
        if figure.measure == measure and figure.group is None:
            return Toll(
                low=figure.low,
                best=figure.best,
                high=figure.high,
                agreement=figure.agreement,
                voices=figure.voices,
            )
    return None


def report_entries(holdings: Holdings) -> tuple[ReportEntry, ...]:
    """Return the line of each report, in the order of the holdings."""
    groups = {report: group.id for group in reversed(holdings.copies) for report in group.reports}
    events: dict[str, list[str]] = defaultdict(list)
    for event in holdings.events:
        for report in event.reports:
            events[report].append(event.id)
    claims = Counter(claim.report for claim in holdings.claims)
    return tuple(
        ReportEntry(
            id=one.id,
            title=one.title,
            outlet=outlet_name(one),
            published=one.published or one.modified,
            url=one.url,
            language=one.language,
            copy_group=groups.get(one.id),
            events=tuple(sorted(events[one.id])),
            claims=claims[one.id],
        )
        for one in holdings.articles
    )


@dataclass(slots=True)
class _Source:
    """What is counted of one source."""

    reports: set[str] = field(default_factory=set)
    events: set[str] = field(default_factory=set)
    claims: int = 0
    follows: Counter[str] = field(default_factory=Counter)
    followed: int = 0
    speaks_as: Counter[str] = field(default_factory=Counter)


def source_entries(holdings: Holdings) -> tuple[SourceEntry, ...]:
    """Return the line of each outlet, agency and speaker, sorted by kind and name."""
    outlets = {article.id: outlet_name(article) for article in holdings.articles}
    found: dict[tuple[SourceKind, str], _Source] = defaultdict(_Source)
    names: dict[tuple[SourceKind, str], str] = {}
    for article in holdings.articles:
        _add_article(article, outlets, found, names)
    for claim in holdings.claims:
        _add_claim(claim, outlets, found, names)
    for group in holdings.copies:
        _add_copies(group, outlets, found, names)
    return tuple(_source(key, names[key], found[key]) for key in sorted(found))


Sources = dict[tuple[SourceKind, str], _Source]
Names = dict[tuple[SourceKind, str], str]


def _named(kind: SourceKind, name: str, found: Sources, names: Names) -> _Source:
    """The source of that name; of several spellings the first in the order of the alphabet is shown."""
    key = kind, folded(name)
    names[key] = min(name, names.get(key, name))
    return found[key]


def _add_article(article: Article, outlets: Mapping[str, str], found: Sources, names: Names) -> None:
    _named("outlet", outlets[article.id], found, names).reports.add(article.id)
    for credit in article.credits:
        if credit.agency is not None:
            _named("agency", agency_name(credit.agency), found, names).reports.add(article.id)


def _add_claim(claim: Claim, outlets: Mapping[str, str], found: Sources, names: Names) -> None:
    told = [_named("outlet", outlets[claim.report], found, names)] if claim.report in outlets else []
    if claim.speaker is not None and claim.speaker.name:
        speaker = _named("speaker", claim.speaker.name, found, names)
        speaker.reports.add(claim.report)
        speaker.speaks_as[claim.speaker.kind or ""] += 1
        told.append(speaker)
    for source in told:
        source.claims += 1
        source.events |= {claim.event} if claim.event else set()


def _add_copies(group: CopyGroup, outlets: Mapping[str, str], found: Sources, names: Names) -> None:
    """Whoever published the origin is followed; where only a credit is known, the agency."""
    origin: tuple[SourceKind, str] | None = None
    if group.origin is not None and group.origin in outlets:
        origin = ("outlet", outlets[group.origin])
    elif group.agency is not None:
        origin = ("agency", agency_name(group.agency))
    if origin is None:
        return
    for report in group.reports:
        outlet = outlets.get(report)
        if outlet is not None and report != group.origin and ("outlet", outlet) != origin:
            _named("outlet", outlet, found, names).follows[origin[1]] += 1
            _named(*origin, found, names).followed += 1


def _source(key: tuple[SourceKind, str], name: str, counted: _Source) -> SourceEntry:
    kind, folded_name = key
    kinds: Iterable[tuple[str, int]] = ((k, n) for k, n in counted.speaks_as.items() if k)
    return SourceEntry(
        id=identifier("s", kind, folded_name),
        name=name,
        kind=kind,
        speaks_as=min(((-n, k) for k, n in kinds), default=(0, None))[1],
        reports=len(counted.reports),
        claims=counted.claims,
        events=len(counted.events),
        follows=tuple(sorted(counted.follows.items(), key=lambda one: (-one[1], one[0]))),
        followed=counted.followed,
    )
