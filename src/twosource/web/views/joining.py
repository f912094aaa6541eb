"""Events in, what a person chooses from to merge or split them out."""

from dataclasses import dataclass
from datetime import date, timedelta

from twosource.api import Ledger
from twosource.model import Claim, Event, EventEntry, Query
from twosource.publish.outlet import outlet_name
from twosource.publish.view_claim import claim_people, claim_says
from twosource.publish.wording import best_amount, capitalised, counted, day, days, place_name, speaker_name, word

WINDOW = timedelta(days=10)  # what was taken for two events is mostly told of days that differ by less


@dataclass(frozen=True, slots=True, kw_only=True)
class CandidateRow:
    """An event that may be the same."""

    id: str
    title: str
    when: str
    where: str
    told: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimRow:
    """A claim that may be of another event."""

    id: str
    says: str
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """A report of the event with its claims."""

    id: str
    title: str
    outlet: str
    published: str
    claims: tuple[ClaimRow, ...]


def near(event: Event, limit: int) -> Query:
    """Return the query for events some days before and after; all events where the day is not known."""
    if event.date is None:
        return Query(limit=limit)
    first, last = date.fromisoformat(event.date.earliest), date.fromisoformat(event.date.latest)
    return Query(earliest=str(first - WINDOW), latest=str(last + WINDOW), limit=limit)


def rows_of(entries: tuple[EventEntry, ...]) -> tuple[CandidateRow, ...]:
    """Return the events that may be the same, as shown."""
    return tuple(
        CandidateRow(id=one.id, title=one.title, when=days(one.date), where=place_name(one.place), told=_told(one))
        for one in entries
    )


def _told(one: EventEntry) -> str:
    tolls = (("killed", one.killed), ("injured", one.injured), ("captured", one.captured))
    figures = [
        f"{best_amount(t.low, t.best, t.high)} {word('measure', name)}" for name, t in tolls if t and t.best is not None
    ]
    return ", ".join([*figures, counted(one.reports, "report")])


def stories(ledger: Ledger) -> tuple[Story, ...]:
    """Return the reports of the one event of a small ledger, each with its claims of that event."""
    event = ledger.events[0]
    mine = frozenset(event.claims)
    return tuple(
        Story(
            id=article.id,
            title=article.title or "Report without a title",
            outlet=outlet_name(article),
            published=day(article.published),
            claims=tuple(_row(claim) for claim in ledger.claims if claim.report == article.id and claim.id in mine),
        )
        for article in ledger.articles
        if article.id in event.reports
    )


def _row(claim: Claim) -> ClaimRow:
    who = speaker_name(claim.speaker)
    people = claim_people(claim)
    told = " ".join(filter(None, (capitalised(claim_says(claim)), f"({people})" if people else "")))
    return ClaimRow(id=claim.id, says=f"{told}, says {who}" if who else told, quote=claim.quote)


def apart(ledger: Ledger, chosen: frozenset[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return what is chosen, and what it is held apart from: whole reports where all or nothing of them is chosen."""
    subjects: list[str] = []
    against: list[str] = []
    for story in stories(ledger):
        claims = [claim.id for claim in story.claims]
        taken = [claim for claim in claims if claim in chosen]
        if story.id in chosen or (claims and len(taken) == len(claims)):
            subjects.append(story.id)
        elif not taken:
            against.append(story.id)
        else:
            subjects += taken
            against += [claim for claim in claims if claim not in chosen]
    return tuple(subjects), tuple(against)
