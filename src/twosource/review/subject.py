"""What a person names in, the subject of a decision out: the record with the words by which it is found again."""

from collections.abc import Iterator, Mapping, Sequence

from twosource.errors import UsageError
from twosource.model import Claim, Decision, Event, Figure, Holdings, Subject, Words

MOST_WORDS = 12  # of an event: its place in a later run is told by the vote of so many of its reports


def subject_of(wanted: str, holdings: Holdings, read: Mapping[str, Claim]) -> Subject:
    """Return the claim, report, event, figure or decision with this id, or the only one whose id begins so.

    Args:
        wanted: an id or the beginning of one.
        holdings: what the ledger holds.
        read: the claims as they were read, before any decision, by id.

    Raises:
        UsageError: none, or more than one, has such an id.
    """
    found = [subject for subject in _subjects(wanted, holdings, read) if wanted]
    exact = [subject for subject in found if subject.id == wanted]
    if len(exact or found) != 1:
        raise UsageError(
            f"Asked for {wanted!r}; {len(found) or 'no'} claims, reports, events, figures and decisions of this ledger"
            " have an id that begins so. Ids stand beside each record on the page and in the tables."
        )
    return (exact or found)[0]


def _subjects(wanted: str, holdings: Holdings, read: Mapping[str, Claim]) -> Iterator[Subject]:
    claims = (claim for claim in holdings.claims if claim.id.startswith(wanted))
    yield from (Subject(kind="claim", id=c.id, words=(words_of(read.get(c.id, c)),)) for c in claims)
    articles = (article.id for article in holdings.articles if article.id.startswith(wanted))
    yield from (Subject(kind="report", id=one, words=(Words(report=one),)) for one in articles)
    decisions = (one.decision.id for one in holdings.judgements if one.decision.id.startswith(wanted))
    yield from (Subject(kind="decision", id=one) for one in decisions)
    for event in holdings.events:
        if event.id.startswith(wanted):
            yield Subject(kind="event", id=event.id, words=_event_words(event, read))
        yield from (_figure(figure, event, read) for figure in event.figures if figure.id.startswith(wanted))


def words_of(claim: Claim) -> Words:
    """Return where a claim was read."""
    return Words(
        report=claim.report, measure=claim.measure, low=claim.low, high=claim.high, span=claim.span, quote=claim.quote
    )


def _figure(figure: Figure, event: Event, read: Mapping[str, Claim]) -> Subject:
    words = _event_words(event, read)
    return Subject(kind="figure", id=figure.id, words=words, measure=figure.measure, group=figure.group)


def _event_words(event: Event, read: Mapping[str, Claim]) -> tuple[Words, ...]:
    """One claim of each of the first reports; the report alone where none of its claims is the event's."""
    first: dict[str, Claim] = {}
    for claim in sorted((read[c] for c in event.claims if c in read), key=lambda c: (c.measure == "act", c.span, c.id)):
        first.setdefault(claim.report, claim)
    chosen: Sequence[str] = sorted(event.reports, key=lambda report: (report not in first, report))[:MOST_WORDS]
    return tuple(words_of(first[report]) if report in first else Words(report=report) for report in chosen)


def refused(decision: Decision, told: str) -> UsageError:
    """Return the error for a decision that cannot be made."""
    return UsageError(f"Cannot decide {decision.verb.replace('_', ' ')}: {told}.")
