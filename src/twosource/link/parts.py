"""An article, its claims and statements in, the stretches that tell of one happening each out.

A stretch knows no other report.

Two claims tell of two happenings only where both their days and their places exclude each other: a report that calls
one day wrongly, or follows the wounded to a hospital elsewhere, still tells of one. Under headings of their own other
places are enough: the items of a round-up.
"""

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date

from twosource.model import Article, Claim, DateRange, Place, Span, Statement
from twosource.values.geography import distance_km

FAR_KM = 30.0  # a hospital or a suburb lies nearer; two happenings of one round-up seldom do
LOCAL = frozenset({"exact", "town", "admin2"})
# Arrests and flights follow elsewhere, and days told a day apart are mostly one night read twice: with both, 23 of 718
# reports were cut, with neither 11; the 2 that the archive lists under two incidents are among both.
ANCHORS = frozenset({"killed", "injured", "missing"})
LEAST_DAYS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """The text that tells of one happening, and the claims and statements made there."""

    text: str
    claims: tuple[Claim, ...]
    statements: tuple[Statement, ...] = ()


def parts(article: Article, claims: tuple[Claim, ...], statements: tuple[Statement, ...] = ()) -> list[Part]:
    """Return the parts of an article in text order; one with the whole text where nothing tells them apart."""
    told = sorted((claim for claim in claims if claim.scope == "event"), key=lambda claim: (claim.span, claim.id))
    headings = [block.span.start for block in article.blocks if block.kind == "heading"]
    groups = _happenings([claim for claim in told if claim.measure in ANCHORS], headings)
    whole = _text(article, [block.span for block in article.blocks])
    if len(groups) < 2:
        return [Part(text=whole, claims=tuple(told), statements=statements)]
    return _cut(article, told, groups, statements)


def _happenings(claims: list[Claim], headings: list[int]) -> list[list[Claim]]:
    """Put each claim to the first group it agrees with, the latest one first: neighbours tell of the same."""
    groups: list[list[Claim]] = []
    for claim in claims:
        group = next((g for g in reversed(groups) if not any(_exclude(claim, o, headings) for o in g)), None)
        if group is None:
            groups.append([claim])
        else:
            group.append(claim)
    return groups


def _exclude(a: Claim, b: Claim, headings: list[int]) -> bool:
    other_item = bisect_right(headings, a.span.start) != bisect_right(headings, b.span.start)
    return (other_item or _other_days(a.date, b.date)) and _other_places(a.place, b.place)


def _other_days(a: DateRange | None, b: DateRange | None) -> bool:
    if a is None or b is None:
        return False
    first, second = sorted((a, b), key=lambda when: (when.latest, when.earliest))
    return (_day(second.earliest) - _day(first.latest)).days >= LEAST_DAYS


def _day(text: str) -> date:
    return date.fromisoformat(text[:10])


def _other_places(a: Place | None, b: Place | None) -> bool:
    if a is None or b is None or a.name == b.name:
        return False
    if a.country != b.country:
        return True
    if a.precision not in LOCAL or b.precision not in LOCAL:
        return False
    points = (a.latitude, a.longitude, b.latitude, b.longitude)
    if any(degrees is None for degrees in points):
        return False
    north, east, other_north, other_east = (degrees or 0.0 for degrees in points)
    return distance_km((north, east), (other_north, other_east)) > FAR_KM


def _cut(
    article: Article, told: list[Claim], groups: list[list[Claim]], statements: tuple[Statement, ...]
) -> list[Part]:
    """Each block and what is said there go to the happening of the last claim before its end; the head to the first."""
    home = {claim.id: number for number, group in enumerate(groups) for claim in group}
    anchors = [(claim.span.start, home[claim.id]) for claim in told if claim.id in home]
    spans: list[list[Span]] = [[] for _ in groups]
    for block in article.blocks:
        spans[_owner(anchors, block.span.end)].append(block.span)
    owned: list[list[Claim]] = [[] for _ in groups]
    headings = [block.span.start for block in article.blocks if block.kind == "heading"]
    for claim in told:
        inside = [a for a in anchors if bisect_right(headings, a[0]) == bisect_right(headings, claim.span.start)]
        owned[home.get(claim.id, _owner(inside or anchors, claim.span.end))].append(claim)
    said: list[list[Statement]] = [[] for _ in groups]
    for statement in statements:
        said[_owner(anchors, _end_of_block(article, statement))].append(statement)
    texts = [_text(article, s) for s in spans]
    return [Part(text=t, claims=tuple(c), statements=tuple(s)) for t, c, s in zip(texts, owned, said, strict=True)]


def _end_of_block(article: Article, statement: Statement) -> int:
    start = min((span.start for span in statement.target), default=0)
    return next((b.span.end for b in article.blocks if b.span.start <= start < b.span.end), start)


def _owner(anchors: list[tuple[int, int]], end: int) -> int:
    before = [number for start, number in anchors if start < end]
    return before[-1] if before else anchors[0][1]


def _text(article: Article, spans: list[Span]) -> str:
    return "\n".join(span.of(article.text) for span in spans) if article.blocks else article.text
