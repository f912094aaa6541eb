"""A report's text is shown once, marked, with what was set aside in its place and in grey."""

from dataclasses import replace

import pytest

from twosource.model import Article, Block, Discarded, Holdings, Segment, Span
from twosource.publish.highlight import Mark, Wanted, plain_text
from twosource.publish.shelf import shelf
from twosource.publish.view import StretchView
from twosource.publish.view_text import text_views

LINES = ("Home | News", "Bridge falls", "Monday", "The bridge fell at noon.", "Share", "Print", "Mail", "It was old.")
SOURCE = "\n".join(LINES)
ASIDE = {0: "navigation", 2: "date", 4: "share", 5: "share", 6: "form"}


def _place(line: int) -> Span:
    start = len("\n".join((*LINES[:line], "")))
    return Span(start, start + len(LINES[line]))


def _discarded() -> tuple[Discarded, ...]:
    return tuple(
        Discarded(start=_place(at).start, end=_place(at).end, reason=reason, excerpt=LINES[at])
        for at, reason in ASIDE.items()
    )


def _article(text: str, blocks: tuple[Block, ...], segments: tuple[Segment, ...]) -> Article:
    return Article(
        id="r-1", sha256="0", text=text, blocks=blocks, segments=segments, title="Bridge falls", discarded=_discarded()
    )


@pytest.fixture
def saved() -> Article:
    """A page saved as text: the kept lines, joined; what was set aside stands only in the report."""
    kept = [at for at in range(len(LINES)) if at not in ASIDE]
    blocks, segments, at = [], [], 0
    for line in kept:
        span = Span(at, at + len(LINES[line]))
        blocks.append(Block(span=span, kind="title" if line == 1 else "paragraph"))
        segments.append(Segment(text=span, source=_place(line), exact=True))
        at = span.end + 2
    return _article("\n\n".join(LINES[line] for line in kept), tuple(blocks), tuple(segments))


@pytest.fixture
def row() -> Article:
    """A row: its text is kept whole, what was set aside stands in it between the blocks."""
    whole = Span(0, len(SOURCE))
    blocks = tuple(
        Block(span=_place(at), kind="title" if at == 1 else "paragraph") for at in range(len(LINES)) if at not in ASIDE
    )
    return _article(SOURCE, blocks, (Segment(text=whole, source=whole, exact=True),))


def _told(stretch: StretchView) -> tuple[str, list[tuple[str | None, str]]]:
    return stretch.title, [(block.reason, plain_text(block.pieces)) for block in stretch.blocks]


@pytest.mark.parametrize("form", ["saved", "row"])
def test_what_was_set_aside_stands_where_it_stood_and_many_pieces_are_folded(
    form: str, request: pytest.FixtureRequest
) -> None:
    article: Article = request.getfixturevalue(form)
    headline, text = text_views(article, shelf(Holdings(rule="default", articles=(article,))))
    assert plain_text(headline) == "Bridge falls"
    assert [_told(stretch) for stretch in text] == [
        ("", [("navigation", "Home | News"), ("date", "Monday")]),
        ("", [(None, "The bridge fell at noon.")]),
        ("3 pieces set aside: share and form", [("share", "Share"), ("share", "Print"), ("form", "Mail")]),
        ("", [(None, "It was old.")]),
    ]


def test_a_piece_without_words_tells_its_length(saved: Article) -> None:
    bare = tuple(replace(part, excerpt="") for part in saved.discarded)
    article = replace(saved, discarded=bare)
    _, text = text_views(article, shelf(Holdings(rule="default", articles=(article,))))
    assert _told(text[0])[1] == [("navigation", "(11 characters)"), ("date", "(6 characters)")]


def test_a_text_without_a_headline_is_all_text(saved: Article) -> None:
    article = replace(saved, blocks=tuple(replace(block, kind="paragraph") for block in saved.blocks))
    headline, text = text_views(article, shelf(Holdings(rule="default", articles=(article,))))
    assert headline == ()
    assert "Bridge falls" in [words for stretch in text for _, words in _told(stretch)[1]]


def test_what_lies_between_the_blocks_for_no_known_reason_is_called_not_read(row: Article) -> None:
    article = replace(row, discarded=row.discarded[:2])
    _, text = text_views(article, shelf(Holdings(rule="default", articles=(article,))))
    assert ("not read", "\nShare\nPrint\nMail\n") in [one for stretch in text for one in _told(stretch)[1]]


def test_further_marks_are_set_besides_those_of_claims(row: Article) -> None:
    start = row.text.index("bridge fell")
    mark = Wanted(span=Span(start, start + len("bridge fell")), style="copied")
    held = shelf(Holdings(rule="default", articles=(row,)))
    _, text = text_views(row, held, (mark,))
    pieces = [piece for stretch in text for block in stretch.blocks for piece in block.pieces]
    assert [(piece.style, plain_text((piece,))) for piece in pieces if isinstance(piece, Mark)] == [
        ("copied", "bridge fell")
    ]
