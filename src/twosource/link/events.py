"""Accounts and their links in, events out: clusters of accounts with day, place, kind, actors, title and points.

Figures and copy groups are left to other stages.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from twosource.link.account import Account, text_terms
from twosource.link.cluster import clusters
from twosource.link.linkage import Linkage
from twosource.link.points import points
from twosource.link.tied import tied
from twosource.link.title import clearest_title, made_title
from twosource.link.when import about_publication, combined_date, is_deed, likely_day
from twosource.link.where import combined_place
from twosource.model import Actor, Claim, DateRange, Event, Link, Statement, Ties
from twosource.ontology.event_type import event_type
from twosource.values.identifier import identifier

CONFIDENCE = ("admitted", "claimed", "stated", "accused", "suspected")
NEVER = "9999-12-31"
NO_TIES = Ties()
Each = Callable[[Callable[[int], Event], Sequence[int]], Iterable[Event]]
Sources = tuple[tuple[str, ...], tuple[str, ...]]  # ids of reports, ids of claims


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """All claims and statements of a collection, what people know of its accounts, and events made of them before."""

    claims: tuple[Claim, ...] = ()
    statements: tuple[Statement, ...] = ()
    ties: Ties = NO_TIES
    made: Mapping[Sources, Event] = field(default_factory=dict)


def events(
    accounts: Sequence[Account], links: Iterable[Link], told: Told, *, one_event: bool = False, each: Each = map
) -> tuple[Event, ...]:
    """Return the events that the accounts tell of, sorted by id; each account belongs to exactly one.

    Args:
        accounts: all accounts of the collection.
        links: what ``step`` gave for all blocks; doubles do no harm.
        told: claims and statements; those of scope other than ``event`` join no event.
        one_event: all accounts are known to tell of one event.
        each: calls a function with each of some numbers, in order, as ``map`` does: on several processes, perhaps.
    """
    by_id = {account.id: account for account in accounts}
    found = sorted(set(links), key=lambda one: (one.a, one.b, one.why))
    parts = [tuple(sorted(by_id))] if one_event and by_id else clusters(by_id, found, lambda a: text_terms(by_id[a]))
    parts = tied(parts, found, told.ties)
    return tuple(sorted(_made(parts, by_id, found, told, each), key=lambda event: event.id))


def retold(linkage: Linkage, told: Told, earlier: Iterable[Event] = ()) -> tuple[Event, ...]:
    """Return the events of a linkage, sorted by id; those that ``changed`` leaves alone are taken over.

    Args:
        linkage: the collection linked.
        told: its claims and statements.
        earlier: the events of the linkage that this one was made from; none where it was made in one go.
    """
    known = {event.id: event for event in earlier}
    ids = {cluster: event_id(linkage.accounts[a] for a in cluster) for cluster in linkage.clusters}
    kept = [known[ids[c]] for c in linkage.clusters if linkage.changed.isdisjoint(c) and ids[c] in known]
    held = {event.id for event in kept}
    anew = [cluster for cluster in linkage.clusters if ids[cluster] not in held]
    made = _made(anew, linkage.accounts, linkage.links.values(), told)
    return tuple(sorted((*kept, *made), key=lambda event: event.id))


def _made(
    parts: Sequence[tuple[str, ...]], by_id: Mapping[str, Account], links: Iterable[Link], told: Told, each: Each = map
) -> Iterator[Event]:
    """Make the events of some clusters."""
    shelf = _shelved(told)
    home = {account: number for number, part in enumerate(parts) for account in part}
    inside: dict[int, list[Link]] = defaultdict(list)
    for link in links:
        number = home.get(link.a)
        if number is not None and number == home.get(link.b):
            inside[number].append(link)

    def made(number: int) -> Event:
        return _event([by_id[a] for a in parts[number]], inside[number], by_id, shelf)

    return iter(each(made, range(len(parts))))


@dataclass(frozen=True, slots=True)
class Shelf:
    """Claims and statements by id, and events by what they are made of."""

    claims: dict[str, Claim]
    statements: dict[str, Statement]
    made: Mapping[Sources, Event]


def _shelved(told: Told) -> Shelf:
    return Shelf({claim.id: claim for claim in told.claims}, {one.id: one for one in told.statements}, told.made)


def _event(members: list[Account], links: list[Link], by_id: Mapping[str, Account], shelf: Shelf) -> Event:
    reports = tuple(sorted({account.report for account in members}))
    claims = tuple(sorted({one for account in members for one in account.claims if one in shelf.claims}))
    known = shelf.made.get((reports, claims))
    event = replace(_told(members, (reports, claims), shelf) if known is None else _bare(known), id=event_id(members))
    return replace(event, links=_between_reports(links, by_id))


def _bare(event: Event) -> Event:
    """Return an event without what other stages and other events gave it."""
    return replace(event, copy_groups=(), figures=(), differences=(), merged=())


def _told(members: list[Account], sources: Sources, shelf: Shelf) -> Event:
    reports, ids = sources
    told = [[shelf.claims[one] for one in account.claims if one in shelf.claims] for account in members]
    claims = [claim for group in told for claim in group]
    statements = [shelf.statements[s] for account in members for s in account.statements if s in shelf.statements]
    place, kind, actors = combined_place(told), _kind(members), _actors(claims)
    when = combined_date(told) or _told_day(members, kind)
    titles = [account.title for account in members if account.title]
    return Event(
        id="",
        title=clearest_title(titles, kind) or made_title(kind, place, when, actors),
        type=kind,
        date=when,
        place=place,
        actors=actors,
        reports=reports,
        claims=ids,
        copy_groups=(),
        links=(),
        points=points(claims, statements),
    )


def _told_day(members: Sequence[Account], kind: str | None) -> DateRange | None:
    """The day by the reports' own words and days, for what no claim dates."""
    named = likely_day([(account.day, account.days) for account in members])
    if named is None and kind is not None and event_type(kind).happening:
        return about_publication(account.day for account in members)
    return named


def event_id(members: Iterable[Account]) -> str:
    """Return an id from the earliest account: by its report's own day, of one day by the id of the report.

    Reports that come in later are mostly published later, so the event keeps its id as it grows. Where a ledger is
    kept, ``lasting`` sees to it that an earlier report changes no id either. Not the ids of accounts break the tie:
    of two round-ups of one day the same one is then the first for all events that both tell of.
    """
    first = min(members, key=lambda account: (account.day or NEVER, account.report, account.part))
    return identifier("e", first.id)


def _kind(members: Sequence[Account]) -> str | None:
    """The kind that most accounts name; what only follows an event (a trial) counts where no account names more."""
    kinds = Counter(account.type for account in members if account.type is not None)
    happenings = {kind: count for kind, count in kinds.items() if event_type(kind).happening} or dict(kinds)
    return min(happenings, key=lambda kind: (-happenings[kind], kind)) if happenings else None


def _actors(claims: Sequence[Claim]) -> tuple[Actor, ...]:
    """Who did the violence, or acted otherwise where nobody was harmed; each once, with the surest confidence."""
    told = [claim for claim in claims if claim.actor is not None and claim.stance != "denied"]
    harmed = any(claim.measure != "act" for claim in claims)
    counted = [claim.actor for claim in told if claim.actor is not None and (is_deed(claim) or not harmed)]
    often = Counter(actor.name for actor in counted)
    best: dict[str, Actor] = {}
    for actor in sorted(counted, key=lambda one: (_sureness(one), one.text)):
        best.setdefault(actor.name, actor)
    return tuple(sorted(best.values(), key=lambda actor: (-often[actor.name], actor.name)))


def _sureness(actor: Actor) -> int:
    return CONFIDENCE.index(actor.confidence) if actor.confidence in CONFIDENCE else len(CONFIDENCE)


def _between_reports(links: Iterable[Link], by_id: Mapping[str, Account]) -> tuple[Link, ...]:
    """Links as a reader needs them: between reports, the strongest of each pair."""
    best: dict[tuple[str, str], Link] = {}
    for link in sorted(links, key=lambda one: (-one.score, one.a, one.b, one.why)):
        first, second = sorted((by_id[link.a].report, by_id[link.b].report))
        if first != second:
            best.setdefault((first, second), Link(a=first, b=second, score=link.score, why=link.why))
    return tuple(best[pair] for pair in sorted(best))
