"""An article, its claims and statements in, the stretches that tell of one happening each out.

A stretch knows no other report. Which claims tell of two happenings ``sameness`` says; most reports tell of one.
"""

from bisect import bisect_right
from dataclasses import dataclass

from twosource.lang.reading import words
from twosource.link.layout import Layout, layout
from twosource.link.sameness import LEXICON, apartness, weights
from twosource.model import Article, Claim, Span, Statement

# Arrests and flights follow elsewhere: with them 23 of 718 reports were cut, without 11, of which the archive lists 2
# under two incidents. Kidnappings are happenings of their own.
ANCHORS = frozenset({"killed", "injured", "missing"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """The text that tells of one happening, and the claims and statements made there."""

    text: str
    claims: tuple[Claim, ...]
    statements: tuple[Statement, ...] = ()


def parts(article: Article, claims: tuple[Claim, ...], statements: tuple[Statement, ...] = ()) -> list[Part]:
    """Return the parts of an article in text order; one with the whole text where nothing tells them apart."""
    told = sorted((claim for claim in claims if claim.scope == "event"), key=lambda claim: (claim.span, claim.id))
    groups = _happenings([claim for claim in told if _is_anchor(claim)], layout(article))
    whole = _text(article, [block.span for block in article.blocks])
    if len(groups) < 2:
        return [Part(text=whole, claims=tuple(told), statements=statements)]
    return _cut(article, told, groups, statements)


def _is_anchor(claim: Claim) -> bool:
    if claim.measure == "captured":
        return any(beginning in claim.quote.lower() for beginning in words(LEXICON, "taken"))
    return claim.measure in ANCHORS


def _happenings(claims: list[Claim], of: Layout) -> list[list[Claim]]:
    """Put each claim to the group that most binds it, of those that nothing parts it from; of equals to the latest."""
    groups: list[list[Claim]] = []
    for claim in claims:
        latest_first = sorted(groups, key=lambda group: group[-1].span, reverse=True)
        found = [([apartness(of, other, claim) for other in group], group) for group in latest_first]
        open_to = [
            (min(sums), group) for sums, group in found if max(sums) < weights().least or min(sums) <= weights().bound
        ]
        if open_to:
            min(open_to, key=lambda one: one[0])[1].append(claim)
        else:
            groups.append([claim])
    return groups


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
