"""Which day "today" means: the publication for the report, the day of speech inside a quotation."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from twosource.annotate.parse import Parsed
from twosource.annotate.time import find_times
from twosource.lang.times import TimeLexicon
from twosource.model import Article, Quotation, Span, Time


def anchor_of(article: Article) -> date | None:
    """Return the day of an article's publication, else of its last change, None where the page tells neither."""
    told = article.published or article.modified
    return date.fromisoformat(told[:10]) if told is not None else None


def anchored_times(
    text: str, anchor: date | None, parsed: Parsed, quotations: Sequence[Quotation], lexicon: TimeLexicon
) -> tuple[Time, ...]:
    """Find the times of a text, and read those in direct speech again from the day of the speech where it is told.

    "He said on Sunday: 'Many were killed yesterday'" tells of the Saturday.
    """
    found = list(find_times(text, anchor, lexicon))
    for quotation in quotations:
        day = _day_of_speech(quotation, parsed, found, quotations)
        if day is not None and day != anchor:
            found = [time for time in found if not quotation.span.covers(time.span)]
            found += [_moved(t, quotation.span.start) for t in find_times(quotation.span.of(text), day, lexicon)]
    return tuple(sorted(found, key=lambda time: time.span))


def _day_of_speech(
    quotation: Quotation, parsed: Parsed, found: Sequence[Time], quotations: Sequence[Quotation]
) -> date | None:
    """The day named last before the speech in its sentence, else first after it; days in any speech aside."""
    sentence = _sentence_at(parsed, quotation.span.start)
    if sentence is None:
        return None
    days = [
        time
        for time in found
        if sentence.covers(time.span)
        and time.earliest is not None
        and time.earliest == time.latest
        and not any(other.span.covers(time.span) for other in quotations)
    ]
    before = [time for time in days if time.span.end <= quotation.span.start]
    chosen = before[-1] if before else next(iter(days), None)
    return date.fromisoformat(chosen.earliest) if chosen is not None and chosen.earliest is not None else None


def _sentence_at(parsed: Parsed, position: int) -> Span | None:
    for sentence in parsed.sentences:
        span = Span(parsed.tokens[sentence.first].start, parsed.tokens[sentence.last - 1].end)
        if span.start <= position < span.end:
            return span
    return None


def _moved(time: Time, offset: int) -> Time:
    return replace(time, span=Span(time.span.start + offset, time.span.end + offset))
