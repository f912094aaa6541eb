"""Which day a relative day counts from: the publication, or the day of the speech it stands in."""

from datetime import date

import pytest

from twosource.annotate import annotate
from twosource.annotate.anchors import anchor_of
from twosource.model import Article, Block, Span

# 2031-05-07 is a Wednesday.
CASES = [
    ("The town was shelled yesterday.", "yesterday", "2031-05-06"),
    ("The mayor said on Sunday: “The town was shelled yesterday.”", "yesterday", "2031-05-03"),
    ("“The town was shelled yesterday,” the mayor said on Sunday.", "yesterday", "2031-05-03"),
    ("“The town was shelled yesterday,” the mayor said.", "yesterday", "2031-05-06"),
    ("On Sunday the town slept. The mayor said: “It was shelled yesterday.”", "yesterday", "2031-05-06"),
    ("The mayor, who was hurt on Friday, said on Sunday: “It happened yesterday.”", "yesterday", "2031-05-03"),
    ("The mayor said on Sunday: “It was shelled on Friday.”", "Friday", "2031-05-02"),
]


def _article(text: str, **told: str | None) -> Article:
    blocks = (Block(span=Span(0, len(text)), kind="paragraph"),)
    return Article(id="r", sha256="", text=text, blocks=blocks, **told)  # type: ignore[arg-type]


@pytest.mark.parametrize(("text", "wording", "day"), CASES)
def test_a_day_counts_from_the_speech_it_stands_in(text: str, wording: str, day: str) -> None:
    times = annotate(_article(text, published="2031-05-07T18:30:00+02:00")).times
    found = [time for time in times if wording in time.text]
    assert [(time.earliest, time.latest) for time in found] == [(day, day)]
    assert all(time.span.of(text) == time.text for time in times)


def test_the_publication_goes_before_the_last_change() -> None:
    assert anchor_of(_article("", published="2031-05-07T18:30:00Z", modified="2031-05-09")) == date(2031, 5, 7)
    assert anchor_of(_article("", modified="2031-05-09")) == date(2031, 5, 9)
    assert anchor_of(_article("")) is None


def test_without_a_publication_a_relative_day_is_unknown() -> None:
    (time,) = annotate(_article("The town was shelled yesterday.")).times
    assert (time.earliest, time.latest) == (None, None)
