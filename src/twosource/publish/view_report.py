"""An article in, what the page shows of it out: facts, text with its claims marked, and what was set aside."""

from collections import Counter

from twosource.model import Article, Block, Segment, Span
from twosource.publish.highlight import Reference, Wanted, continued, highlighted
from twosource.publish.shelf import Shelf, anchor, outlet_name, safe_link, word_anchor
from twosource.publish.view import BlockView, Jump, ReportView
from twosource.publish.view_claim import claim_label, claim_view
from twosource.publish.wording import counted, day, word

NOT_READ = "not read"


def report_view(article: Article, shelf: Shelf) -> ReportView:
    """Return one report as shown."""
    group = shelf.group_of.get(article.id)
    return ReportView(
        anchor=anchor(article.id),
        title=article.title or "Report without a title",
        outlet=outlet_name(article),
        language=article.language or "",
        facts=_facts(article),
        address=article.url or "",
        link=safe_link(article.url),
        credits=tuple(dict.fromkeys(f"{credit.name} ({credit.where}: “{credit.quote}”)" for credit in article.credits)),
        origin=group.why if group else "",
        events=tuple(
            Jump(text=event.title, href=f"#{anchor(event.id)}") for event in shelf.events if article.id in event.reports
        ),
        blocks=block_views(article, shelf),
        discarded=discarded_counts(article),
        others=tuple(
            claim_view(claim, shelf) for claim in shelf.claims_of[article.id] if claim.id not in shelf.in_events
        ),
    )


def block_views(article: Article, shelf: Shelf) -> tuple[BlockView, ...]:
    """Return the text block by block, marked; what lies between the blocks is told with why it was not read.

    The pieces of all blocks, with the blank stretches between them, are the text of the article.
    """
    waiting = list(wanted_marks(article, shelf))
    views: list[BlockView] = []
    for block, reason in _stretches(article):
        here = [one for one in waiting if one.span.touches(block.span)]
        pieces = highlighted(article.text, block.span, here)
        views.append(BlockView(kind=block.kind, label=word("block", block.kind), pieces=pieces, reason=reason))
        waiting = [_left(one, block.span) for one in waiting if one.span.end > block.span.end]
    return tuple(views)


def discarded_counts(article: Article) -> tuple[tuple[str, str], ...]:
    """Return for each reason how much of the report was set aside, the most first."""
    characters: Counter[str] = Counter()
    passages: Counter[str] = Counter()
    for part in article.discarded:
        characters[part.reason] += part.end - part.start
        passages[part.reason] += 1
    ordered = sorted(characters.items(), key=lambda one: (-one[1], one[0]))
    return tuple(
        (reason, f"{counted(number, 'character')} in {counted(passages[reason], 'passage')}")
        for reason, number in ordered
    )


def wanted_marks(article: Article, shelf: Shelf) -> tuple[Wanted, ...]:
    """Return the marks of an article: one for each stretch that claims, or statements of points, stand on."""
    references: dict[Span, set[Reference]] = {}
    styles: dict[Span, str] = {}
    for claim in shelf.claims_of[article.id]:
        sign = Reference(
            sign=str(shelf.numbers[claim.id]), href=f"#{anchor(claim.id)}", label=claim_label(claim, shelf)
        )
        for span in (claim.span, *claim.spans):
            references.setdefault(span, set()).add(sign)
            styles.setdefault(span, claim.measure)
    for span in shelf.said_in[article.id]:
        references.setdefault(span, set())
        styles.setdefault(span, "told")
    return tuple(
        Wanted(span=span, style=styles[span], anchor=word_anchor(article.id, span), references=_sorted(signs))
        for span, signs in sorted(references.items())
    )


def _left(one: Wanted, block: Span) -> Wanted:
    """Return what is left of a mark behind a block: its name and references stay with its first piece."""
    return continued(one) if one.span.touches(block) else one


def _sorted(signs: set[Reference]) -> tuple[Reference, ...]:
    return tuple(sorted(signs, key=lambda sign: (int(sign.sign), sign)))


def _stretches(article: Article) -> list[tuple[Block, str | None]]:
    """Return the blocks in order and, as blocks with a reason, what is written between them."""
    stretches: list[tuple[Block, str | None]] = []
    at = 0
    for block in sorted(article.blocks, key=lambda block: block.span):
        span = Span(max(block.span.start, at), min(block.span.end, len(article.text)))
        if span.start >= span.end:
            continue
        stretches += _between(article, Span(at, span.start))
        stretches.append((Block(span=span, kind=block.kind), None))
        at = span.end
    return stretches + _between(article, Span(at, len(article.text)))


def _between(article: Article, gap: Span) -> list[tuple[Block, str | None]]:
    if not gap.of(article.text).strip():
        return []
    return [(Block(span=gap, kind="paragraph"), _reason(article, gap) if article.blocks else None)]


def _reason(article: Article, gap: Span) -> str:
    """Return why a stretch of the text was not read: the reason of the discarded part of the report it came from."""
    sources = [_source(part, gap) for part in article.segments if part.text.touches(gap)] or [gap]
    reasons = (
        part.reason
        for source in sources
        for part in article.discarded
        if part.start < source.end and source.start < part.end
    )
    return next(reasons, NOT_READ)


def _source(part: Segment, gap: Span) -> Span:
    """Return where the share of a gap that lies in one segment stands in the report as decoded."""
    if not part.exact:
        return part.source
    shift = part.source.start - part.text.start
    return Span(max(gap.start, part.text.start) + shift, min(gap.end, part.text.end) + shift)


def _facts(article: Article) -> tuple[tuple[str, str], ...]:
    """Return what is known of where a report came from, as label and value; what is not known is left out."""
    facts = (
        ("Outlet", article.outlet or ""),
        ("Byline", article.byline or ""),
        ("Dateline", article.dateline or ""),
        ("Published", day(article.published)),
        ("Modified", day(article.modified)),
        ("Language", article.language or ""),
        ("File", article.path or ""),
        ("Input id", article.input_id or ""),
        ("SHA-256", article.sha256),
        ("Report id", article.id),
    )
    return tuple((label, value) for label, value in facts if value)
