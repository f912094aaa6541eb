"""The number grammar reads what reports write, keeps its positions, and stays fast on hostile text."""

import time
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from twosource.annotate.number.find import find_numbers
from twosource.lang.numbers import number_lexicon
from twosource.model.annotation import Number

LEXICON = number_lexicon("en")
CASES = tomllib.loads(Path(__file__).with_name("cases.toml").read_text(encoding="utf-8"))["case"]
SMALL = [
    *["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"],
    *["thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"],
]
TENS = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def _hundreds(value: int, joint: str) -> str:
    if value < 20:
        return SMALL[value]
    if value < 100:
        return TENS[value // 10] + (f"-{SMALL[value % 10]}" if value % 10 else "")
    rest = f"{joint}{_hundreds(value % 100, joint)}" if value % 100 else ""
    return f"{SMALL[value // 100]} hundred{rest}"


def _in_words(value: int, joint: str) -> str:
    """Write a number below 10^12 in English; ``joint`` is " and " or " "."""
    if value == 0:
        return "zero"
    groups = []
    for scale, name in ((10**9, " billion"), (10**6, " million"), (1000, " thousand"), (1, "")):
        group = value // scale % 1000
        if group:
            groups.append(_hundreds(group, joint) + name)
    return " ".join(groups)


def _row(number: Number) -> list[Any]:
    row: list[Any] = [number.text, _side(number.low), _side(number.high), number.kind]
    return row + [number.qualifier] * (number.qualifier is not None) + ["vague"] * number.vague


def _side(value: float | None) -> Any:
    return "-" if value is None else pytest.approx(value, rel=1e-3)


def _found(text: str) -> tuple[Number, ...]:
    return find_numbers(text, LEXICON)


@pytest.mark.parametrize("case", CASES, ids=[case["text"] for case in CASES])
def test_all_numbers_of_a_text_are_read(case: dict[str, Any]) -> None:
    assert case["numbers"] == [_row(number) for number in _found(case["text"])]


@pytest.mark.parametrize("case", CASES, ids=[case["text"] for case in CASES])
def test_a_reading_does_not_depend_on_where_it_stands(case: dict[str, Any]) -> None:
    before = "The minister spoke at length.\n\n"
    alone = [_row(number) for number in _found(case["text"])]
    assert [_row(number) for number in _found(f"{before}{case['text']}\n\nThen the rain came.")] == alone


@given(st.integers(0, 10**9), st.sampled_from([" and ", " "]))
def test_a_number_written_in_words_is_read_back(value: int, joint: str) -> None:
    (number,) = _found(f"They counted {_in_words(value, joint)} bodies.")
    assert (number.low, number.high, number.kind) == (value, value, "cardinal")


@given(st.integers(0, 10**9))
def test_a_number_written_in_grouped_figures_is_read_back(value: int) -> None:
    (number,) = _found(f"They counted {value:,} people there.")
    assert (number.text, number.low, number.high) == (f"{value:,}", value, value)


@given(st.integers(1, 10**8), st.integers(1, 10**8))
def test_a_range_has_both_ends(a: int, b: int) -> None:
    low, high = min(a, b), max(a, b) + 1
    (number,) = _found(f"between {_in_words(low, ' and ')} and {high:,} people")
    assert (number.low, number.high) == (low, high)


@given(st.integers(1, 10**6))
def test_upper_case_changes_no_reading(value: int) -> None:
    text = f"at least {_in_words(value, ' and ')} people died"
    assert [(n.low, n.high) for n in _found(text)] == [(n.low, n.high) for n in _found(text.upper())] == [(value, None)]


PIECES = [
    "one", "a", "couple of", "dozen", "hundred", "and", "twenty", "-", "–", "30", "9,999", "1.5", "%", "$", "million",
    "to", "or", "at least", "more than", "no", "some", "of", "(", ")", ",", "21", "year-old", "Jan.", "2003", "between",
    "9:30", "half", "third", "1/2", "½", "’s", "+", "people", "Omar", "\n", "\n\n", "555-", "K", "scores", "tens",
    "block", "in", "Flight", "'", "_", "\u202f000", "s", "from", "the ages of", "nineteen",
]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=25), st.sampled_from(["", " "]))
@example(["one", "Jan.", "one"], " ")
def test_any_text_gives_ordered_spans_that_quote_it(pieces: list[str], gap: str) -> None:
    text = gap.join(pieces)
    end = 0
    for number in _found(text):
        assert number.span.of(text) == number.text
        assert number.span.covers(number.core)
        assert end <= number.span.start < number.span.end
        assert number.low is None or number.high is None or number.low <= number.high
        end = number.span.end


@given(st.text(max_size=200))
def test_no_text_breaks_the_reading(text: str) -> None:
    assert all(number.span.of(text) == number.text for number in _found(text))


HOSTILE = [
    "one hundred ", "9,", "a couple of ", "9", "999,", "9,99,", "9 999 ", "9-", "9:", "1/", "1.", "twenty-", "9 or ",
    "hundred and ", "at least ", "tens of ", "(21) ", "+44 ", "\n ", "Omar, 9, ", "between 3 and 4 ", "three hundred, ",
]  # fmt: skip


def _seconds(piece: str, size: int) -> float:
    text = piece * (size // len(piece))
    began = time.process_time()
    _found(text)
    return time.process_time() - began


@pytest.mark.parametrize("piece", HOSTILE)
def test_hostile_text_of_any_kind_is_read_to_its_end(piece: str) -> None:
    """A backtracking reading of 20 kilobytes would take hours; the bound is far above any busy machine's seconds."""
    assert _seconds(piece, 20_000) < 30


@pytest.mark.parametrize("piece", ["one hundred ", "9,", "a couple of "])
def test_hostile_text_of_200_kilobytes_is_read_in_seconds(piece: str) -> None:
    """Measured: 0.4 to 4 seconds on one slow core; a quadratic reading takes minutes."""
    assert _seconds(piece, 200_000) < 30


def test_letters_that_grow_in_lower_case_move_no_span() -> None:
    text = "İİ İzmir: at least 30 dead"
    assert [number.text for number in _found(text)] == ["at least 30"]


def test_the_lexicon_is_read_once() -> None:
    assert number_lexicon("en") is number_lexicon("en")


def test_a_language_without_number_words_is_refused() -> None:
    with pytest.raises(FileNotFoundError):
        number_lexicon("xx")
