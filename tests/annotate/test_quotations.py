"""Direct speech: pairs of marks, speech over several paragraphs, marks that are none."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.annotate.quotations import find_quotations
from twosource.model import Span

CASES = [
    ("“We mourn,” he said.", ["We mourn,"]),
    ('"We mourn," he said. "All of us."', ["We mourn,", "All of us."]),
    ("„Wir trauern“, sagte er.", ["Wir trauern"]),
    ("«Nous pleurons», dit-il.", ["Nous pleurons"]),
    ('A 7" gun was found, and a 9" one.', []),
    ("No one spoke.", []),
    ("“I” is a letter.", []),
    ("“He told me ‘run’ and I ran,” she said.", ["He told me ‘run’ and I ran,"]),
]


def paragraphs(text: str) -> list[Span]:
    spans, at = [], 0
    for part in text.split("\n\n"):
        spans.append(Span(at, at + len(part)))
        at += len(part) + 2
    return spans


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_the_words_between_the_marks_are_the_speech(text: str, expected: list[str]) -> None:
    assert [found.span.of(text) for found in find_quotations(text, paragraphs(text))] == expected


def test_speech_over_two_paragraphs_is_one_turn() -> None:
    text = "“We saw smoke.\n\n“Then we ran,” she said. “We ran far.”"
    found = find_quotations(text, paragraphs(text))
    assert [one.span.of(text) for one in found] == ["We saw smoke.", "Then we ran,", "We ran far."]
    assert [one.turn for one in found] == [1, 1, 2]


def test_a_mark_left_open_does_not_swallow_the_next_paragraph() -> None:
    text = "“We saw smoke.\n\nPolice said two people were killed.\n\n“It was loud,” he said."
    assert [one.span.of(text) for one in find_quotations(text, paragraphs(text))] == ["We saw smoke.", "It was loud,"]


def test_only_the_blocks_are_read() -> None:
    text = "“Share this”\n\n“We mourn,” he said."
    assert [one.span.of(text) for one in find_quotations(text, paragraphs(text)[1:])] == ["We mourn,"]


@given(st.lists(st.sampled_from(['"', "“", "”", "„", "«", "»", "a b", "7", "\n\n", " "]), max_size=30).map("".join))
def test_quotations_lie_in_their_block_in_order_and_apart(text: str) -> None:
    blocks = [span for span in paragraphs(text) if span.start < span.end]
    found = [one.span for one in find_quotations(text, blocks)]
    assert all(any(block.covers(span) for block in blocks) for span in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
