"""An event and its claims in, everything dated about it out: when it happened, was spoken of, was published."""

from twosource.model import Claim, DateRange, Event, Speaker
from twosource.publish.chart_timeline import Moment
from twosource.publish.outlet import outlet_name
from twosource.publish.shelf import Shelf
from twosource.publish.wording import day, days, speaker_name

UNNAMED = "no speaker named"


def moments(event: Event, claims: tuple[Claim, ...], shelf: Shelf) -> tuple[Moment, ...]:
    """Return the dated moments of an event; what has no day is left out."""
    happened = [_moment("Happened", event.date, event.title)] if event.date else []
    said = [_moment("Said", when, speaker_name(speaker) or UNNAMED) for when, speaker in _speeches(claims, shelf)]
    return (*happened, *said, *_publications(event, shelf))


def _speeches(claims: tuple[Claim, ...], shelf: Shelf) -> list[tuple[DateRange, Speaker | None]]:
    """Return the days of speech that claims, or the statements they stand in, tell."""
    told = [(claim.said, claim.speaker) for claim in claims]
    statements = [shelf.statements[claim.statement] for claim in claims if claim.statement in shelf.statements]
    told += [(statement.said, statement.speaker) for statement in statements]
    return [(when, speaker) for when, speaker in told if when]


def _publications(event: Event, shelf: Shelf) -> list[Moment]:
    articles = [shelf.articles[report] for report in event.reports if report in shelf.articles]
    return [
        Moment(
            lane="Published",
            earliest=article.published,
            latest=article.published,
            told=day(article.published),
            what=outlet_name(article),
        )
        for article in articles
        if article.published
    ]


def _moment(lane: str, when: DateRange, what: str) -> Moment:
    return Moment(lane=lane, earliest=when.earliest, latest=when.latest, told=days(when), what=what)
