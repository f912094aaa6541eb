"""Marks never change the text; they nest, and where they cross the later one is cut."""

from hypothesis import given
from hypothesis import strategies as st

from twosource.model import Span
from twosource.publish.highlight import Mark, Piece, Wanted, highlighted, plain_text

TEXT = "Fourteen soldiers were killed, three of them officers."
spans = st.tuples(st.integers(0, 60), st.integers(0, 60)).map(lambda ends: Span(min(ends), max(ends)))


def _marks(pieces: tuple[Piece, ...]) -> list[Mark]:
    own = [piece for piece in pieces if isinstance(piece, Mark)]
    return own + [inner for mark in own for inner in _marks(mark.pieces)]


@given(st.lists(spans, max_size=12), spans)
def test_the_pieces_joined_are_the_window(wanted: list[Span], window: Span) -> None:
    marks = [Wanted(span=span, style="killed", anchor=str(index)) for index, span in enumerate(wanted)]
    assert plain_text(highlighted(TEXT, window, marks)) == window.of(TEXT)


@given(st.lists(spans, max_size=12))
def test_every_stretch_inside_the_text_gets_its_name_once(wanted: list[Span]) -> None:
    inside = [span for span in sorted(set(wanted)) if span.start < span.end <= len(TEXT)]
    marks = [Wanted(span=span, style="killed", anchor=str(index)) for index, span in enumerate(inside)]
    names = [mark.anchor for mark in _marks(highlighted(TEXT, Span(0, len(TEXT)), marks)) if mark.anchor]
    assert sorted(names) == sorted(str(index) for index in range(len(inside)))


def test_a_stretch_inside_another_is_nested() -> None:
    outer, inner = Wanted(span=Span(0, 29), style="a", anchor="o"), Wanted(span=Span(9, 17), style="b", anchor="i")
    (mark, rest) = highlighted(TEXT, Span(0, len(TEXT)), [inner, outer])
    assert isinstance(mark, Mark)
    assert mark.anchor == "o"
    assert plain_text(mark.pieces) == "Fourteen soldiers were killed"
    assert [plain_text(one.pieces) for one in _marks(mark.pieces)] == ["soldiers"]
    assert rest == ", three of them officers."


def test_of_two_that_cross_the_later_is_cut_in_two() -> None:
    first, second = Wanted(span=Span(0, 17), style="a", anchor="x"), Wanted(span=Span(9, 29), style="b", anchor="y")
    marks = _marks(highlighted(TEXT, Span(0, len(TEXT)), [first, second]))
    told = {(mark.anchor, plain_text(mark.pieces)) for mark in marks}
    assert told == {("x", "Fourteen soldiers"), ("y", "soldiers"), (None, " were killed")}
