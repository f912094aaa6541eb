"""A title behind the text is read by itself; what was read of the text stays as it was."""

import pytest

from twosource.annotate.reading import Read, read
from twosource.model import Block, Span

TEXT = 'RIVA — "Nobody came," Colonel Ana Ruiz said.\n\nShe told reporters that 12 men were hurt in Riva.'
TITLE = 'Mayor says "it is over" as 12 are hurt'


def blocks(*kinds: str) -> tuple[Block, ...]:
    found, start = [], 0
    for part, kind in zip((*TEXT.split("\n\n"), TITLE), kinds, strict=False):
        found.append(Block(span=Span(start, start + len(part)), kind=kind))  # type: ignore[arg-type]
        start += len(part) + 2
    return tuple(found)


BODY = blocks("paragraph", "paragraph")
BOTH = blocks("paragraph", "paragraph", "title")


@pytest.fixture(scope="module")
def alone() -> Read:
    return read(TEXT, BODY)


@pytest.fixture(scope="module")
def titled() -> Read:
    return read(f"{TEXT}\n\n{TITLE}", BOTH)


def test_the_text_is_read_as_without_its_title(alone: Read, titled: Read) -> None:
    assert titled.parsed.tokens[: len(alone.parsed.tokens)] == alone.parsed.tokens
    assert titled.parsed.sentences[: len(alone.parsed.sentences)] == alone.parsed.sentences
    assert titled.parsed.entities[: len(alone.parsed.entities)] == alone.parsed.entities
    assert (titled.marked or ())[: len(alone.marked or ())] == alone.marked


def test_the_title_stands_behind_it(alone: Read, titled: Read) -> None:
    text, first = f"{TEXT}\n\n{TITLE}", len(alone.parsed.tokens)
    own = titled.parsed.tokens[first:]
    assert [token.text for token in own] == ["Mayor", "says", '"', "it", "is", "over", '"', "as", "12", "are", "hurt"]
    assert all(text[token.start : token.end] == token.text and token.head >= first for token in own)
    behind = titled.parsed.sentences[len(alone.parsed.sentences) :]
    assert [(behind[0].first, behind[-1].last)] == [(first, len(titled.parsed.tokens))]
    assert {one.block for one in behind} == {max(one.block for one in alone.parsed.sentences) + 1}


def test_who_says_what_in_the_title_is_told_by_its_place_in_all(alone: Read, titled: Read) -> None:
    words = [token.text for token in titled.parsed.tokens]
    told = [one for one in titled.marked or () if one.cue[0] >= len(alone.parsed.tokens)]
    assert [words[i] for one in told for i in (*one.source, *one.cue)] == ["Mayor", "says"]
    assert [quotation.span.of(f"{TEXT}\n\n{TITLE}") for quotation in titled.quotations] == [
        "Nobody came,",
        "it is over",
    ]


def test_a_text_that_is_a_title_alone_is_read() -> None:
    title = (Block(span=Span(0, len(TITLE)), kind="title"),)
    assert [token.text for token in read(TITLE, title).parsed.tokens][-1] == "hurt"
