"""Holdings and an id in, the way back to the characters out: rule, claims, spans, article, report, address, hash."""

from collections.abc import Iterator

from twosource.errors import UsageError
from twosource.model import Claim, ClaimTrace, Event, Figure, Holdings, Trace


def trace(holdings: Holdings, wanted: str) -> Trace:
    """Walk back from a figure or a claim.

    Args:
        holdings: what the ledger holds.
        wanted: id of a figure or a claim, or the beginning of one that only one record has.

    Raises:
        UsageError: no record, or more than one, has such an id.
    """
    figures = [(e, f) for e in holdings.events for f in e.figures if f.id.startswith(wanted)]
    claims = [claim for claim in holdings.claims if claim.id.startswith(wanted)]
    if len(figures) + len(claims) != 1 or not wanted:
        raise ambiguous(wanted, len(figures) + len(claims))
    return _of_figure(holdings, *figures[0]) if figures else _of_claim(holdings, claims[0])


def ambiguous(wanted: str, count: int) -> UsageError:
    """Return the error for an id that no record has, or the beginning of one that more than one has."""
    found = "no figure or claim" if count == 0 else f"{count} figures and claims"
    return UsageError(
        f"Asked for the id {wanted!r}; {found} in this ledger begin so. "
        "Ids stand in claims.jsonl and events.jsonl, and beside each figure on the page."
    )


def _of_figure(holdings: Holdings, event: Event, figure: Figure) -> Trace:
    return Trace(
        event=event,
        figure=figure,
        claims_for=tuple(_claim_traces(holdings, figure.claims_for)),
        claims_against=tuple(_claim_traces(holdings, figure.claims_against)),
        claims_before=tuple(_claim_traces(holdings, figure.claims_before)),
    )


def _of_claim(holdings: Holdings, claim: Claim) -> Trace:
    event = next((event for event in holdings.events if event.id == claim.event), None)
    found = tuple(_claim_traces(holdings, (claim.id,)))
    return Trace(event=event, figure=None, claims_for=found, claims_against=())


def _claim_traces(holdings: Holdings, ids: tuple[str, ...]) -> Iterator[ClaimTrace]:
    claims = {claim.id: claim for claim in holdings.claims}
    articles = {article.id: article for article in holdings.articles}
    statements = {statement.id: statement for statement in holdings.statements}
    for claim in (claims[i] for i in ids if i in claims):
        article = articles[claim.report]
        statement = statements.get(claim.statement or "")
        yield ClaimTrace(claim=claim, statement=statement, article=article, source=article.source_of(claim.span))


def trace_lines(found: Trace) -> tuple[str, ...]:
    """Return a trace as lines for a person, from the figure down to address and hash."""
    return tuple(_lines(found))


def _lines(found: Trace) -> Iterator[str]:
    if found.event is not None:
        yield f"event   {found.event.id}  {found.event.title}"
    if found.figure is not None:
        figure = found.figure
        yield f"figure  {figure.id}  {figure.explanation}"
        yield f"rule    {figure.rule}: low {_told(figure.low)}, best {_told(figure.best)}, high {_told(figure.high)}"
        yield f"voices  {figure.voices}  ({figure.agreement})"
        if figure.grade_reason:
            yield f"grade   {figure.grade or 'none'}: {figure.grade_reason}"
        if figure.parts:
            yield f"parts   {', '.join(figure.parts)}"
    for label, claims in (
        ("claims for", found.claims_for),
        ("claims against", found.claims_against),
        ("replaced by their speakers", found.claims_before),
    ):
        if claims:
            yield f"{label}:"
        for claim in claims:
            yield from _claim_lines(claim)


def _told(value: int | None) -> str:
    return "not known" if value is None else str(value)


def _read_by(claim: Claim) -> str:
    """Return which pattern made a claim, and how likely the report says what was read."""
    sure = "" if claim.confidence is None else f", confidence {claim.confidence:.2f}"
    return f"read by: {claim.pattern}{sure}"


def _claim_lines(found: ClaimTrace) -> Iterator[str]:
    claim, article = found.claim, found.article
    bounds = f"{_told(claim.low)} to {_told(claim.high)}"
    yield f"  {claim.id}  {claim.measure}: {bounds}  ({claim.stance}, {claim.scope}; {_read_by(claim)})"
    yield f"    words    “{claim.quote}”  characters {claim.span.start}-{claim.span.end} of the text"
    if claim.speaker is not None:
        through = f", through {', '.join(claim.speaker.via)}" if claim.speaker.via else ""
        kind = claim.speaker.kind or "kind not told"
        yield f"    speaker  {claim.speaker.name} ({kind}), “{claim.cue or ''}”{through}"
    else:
        yield "    speaker  none named: the report's own words"
    yield f"    report   {article.id}  {article.title or 'without title'}"
    place = "not traced" if found.source is None else f"characters {found.source.start}-{found.source.end}"
    yield f"    source   {article.url or article.path or article.input_id or 'a row'}: {place} of the report"
    yield f"    sha256   {article.sha256}"
