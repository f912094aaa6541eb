"""Claims with their reports in, lines of evidence out: who says how many, from which origin, on which day.

A line is one claim about a number of people, or a report's tally of single persons. What a rule makes of it is decided
elsewhere.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from twosource.lang.agencies import agencies, agency_named
from twosource.model import Article, Claim
from twosource.ontology.rule import Rule
from twosource.reconcile.origins import Origins, origin_of
from twosource.reconcile.speaker import Speakers
from twosource.values.name import folded
from twosource.values.pattern import BEFORE, BY_NAME, RISEN, TITLED


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of evidence.

    ``speaker`` compares, ``teller`` is the name to show. ``day`` is when it was said or published (ISO 8601, "" where
    unknown), ``moment`` the time of publication in UTC where it was published on that day and the hour is told.
    ``own`` is True where the article says it in its own voice, ``inside`` where the people are part of a larger count
    of the same report, ``tally`` where single persons were counted, ``named`` how many the report names, or tells to
    be known by name, ``titled`` is True where the report's title tells the number too, ``risen`` where the
    report says that the toll has risen to it, ``former`` where it says that the number was given before.
    """

    claims: tuple[str, ...]
    report: str
    origin: str
    speaker: str
    teller: str
    outlet: str
    day: str
    moment: str
    low: int | None
    high: int | None
    wording: str
    stance: str
    own: bool = False
    inside: bool = False
    tally: bool = False
    named: int = 0
    titled: bool = False
    risen: bool = False
    former: bool = False

    def states(self, number: int) -> bool:
        """Tell whether the line gives this number: as its count, its least ("at least 30") or inside its range."""
        if self.low is None:
            return False
        return self.low == number or (self.high is not None and self.low <= number <= self.high)

    def excludes(self, number: int) -> bool:
        """Tell whether the line cannot be true together with the number."""
        return (self.low is not None and self.low > number) or (self.high is not None and self.high < number)

    def later_than(self, other: "Line") -> bool:
        """Tell whether it was said after the other: on a later day, or at a later hour where both hours are told."""
        if not self.day or not other.day:
            return False
        return self.day > other.day or (self.day == other.day and bool(other.moment) and self.moment > other.moment)


@dataclass(frozen=True, slots=True)
class Readings:
    """What is needed to read a claim as a line: the articles by id, their origins, the speakers, the rule."""

    articles: Mapping[str, Article]
    origins: Origins
    speakers: Speakers
    rule: Rule


def line_of(claim: Claim, readings: Readings) -> Line:
    """Return the line that a claim is."""
    article = readings.articles.get(claim.report)
    outlet = (article.outlet if article is not None else None) or claim.report
    origin = _origin(claim, readings)
    speaker, teller = _speaker(claim, outlet, origin, readings)
    low, high = _bounds(claim, readings.rule)
    high = None if BY_NAME in claim.pattern else high
    day = _day(claim, article)
    return Line(
        claims=(claim.id,),
        report=claim.report,
        origin=origin,
        speaker=speaker,
        teller=teller,
        outlet=outlet,
        day=day,
        moment=_moment(article, day),
        low=low,
        high=high,
        wording=claim.wording or claim.quote,
        stance=claim.stance,
        own=claim.speaker is None,
        inside=claim.part_of is not None,
        named=low or 0 if BY_NAME in claim.pattern else 0,
        titled=TITLED in claim.pattern,
        risen=RISEN in claim.pattern,
        former=BEFORE in claim.pattern,
    )


def tally_of(lines: Iterable[Line], number: int, named: int) -> Line:
    """Return the line of a report that tells of single persons, by their common speaker.

    ``number`` is how many different ones they are, ``named`` how many of them by name.
    """
    each = sorted(lines, key=lambda line: line.claims)
    first = each[0]
    if len({line.speaker for line in each}) > 1:
        first = next((line for line in each if line.own), first)
    claims = tuple(sorted({claim for line in each for claim in line.claims}))
    return replace(first, claims=claims, low=number, high=None, tally=True, named=named)


def settled(lines: Iterable[Line]) -> tuple[Line, ...]:
    """Date each line by the first report of its origin that has it, so that a late copy is no later word."""
    kept = tuple(lines)
    first: dict[tuple[object, ...], tuple[str, str]] = {}
    for line in kept:
        if line.day:
            when = (line.day, line.moment)
            first[_word(line)] = min(first.get(_word(line), when), when)
    dated = [replace(k, day=day, moment=hour) for k in kept for day, hour in (first.get(_word(k), ("", "")),)]
    return tuple(sorted(dated, key=lambda line: (line.report, line.claims)))


def _word(line: Line) -> tuple[object, ...]:
    return line.origin, line.speaker, line.low, line.high


def _origin(claim: Claim, readings: Readings) -> str:
    """The origin of the claim's words; what is taken from another house ("the Courier, citing ...") has that house."""
    if claim.speaker is not None and claim.speaker.via:
        agency = agency_named(claim.speaker.via[-1])
        return f"agency:{agency.id}" if agency is not None else f"via:{folded(claim.speaker.via[-1])}"
    return origin_of(claim.report, readings.origins, claim.span)


def _speaker(claim: Claim, outlet: str, origin: str, readings: Readings) -> tuple[str, str]:
    if claim.speaker is not None:
        return readings.speakers.key(claim.speaker), claim.speaker.name or claim.speaker.text
    agency = next((a.name for a in agencies() if origin == f"agency:{a.id}"), None)
    if agency is not None:
        return origin, agency
    return readings.speakers.key_of_name(_outlet_at(origin, readings)), outlet


def _outlet_at(origin: str, readings: Readings) -> str:
    """The outlet whose words an origin's are: a copy speaks for the paper that had them first."""
    report = readings.origins.first.get(origin, origin)
    article = readings.articles.get(report)
    return (article.outlet if article is not None else None) or report


def _bounds(claim: Claim, rule: Rule) -> tuple[int | None, int | None]:
    """Read vague words as the rule's codebook does, anything else as the claim states it."""
    spoken = f" {folded(claim.wording or '')} "
    for word, low, high in rule.words:
        if f" {word} " in spoken:
            return low, high
    return claim.low, claim.high


def _moment(article: Article | None, day: str) -> str:
    """The time of publication in UTC, "" where it has no hour or zone, or where the words were said on another day."""
    told = (article.published or "") if article is not None else ""
    if not day or told[:10] != day:
        return ""
    try:
        moment = datetime.fromisoformat(told)
    except ValueError:
        return ""
    return moment.astimezone(UTC).isoformat() if moment.tzinfo is not None else ""


def _day(claim: Claim, article: Article | None) -> str:
    if claim.said is not None:
        return claim.said.latest
    return (article.published or "")[:10] if article is not None else ""
