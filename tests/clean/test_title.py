"""A title in a field of its own goes behind the text, which keeps its place; the name of the house is not read."""

import pytest

from twosource.clean import titled
from twosource.model import Article, Block, Span

TEXT = "Police gave no more details on Monday."


def article(title: str | None) -> Article:
    whole = Span(0, len(TEXT))
    return Article(id="r", sha256="", text=TEXT, blocks=(Block(span=whole, kind="paragraph"),), title=title)


@pytest.mark.parametrize(
    ("title", "headline"),
    [
        ("Three hurt in Riva market", "Three hurt in Riva market"),
        ("Three hurt in Riva market - Riva Courier", "Three hurt in Riva market"),
        ("Three hurt in Riva market - KRV-TV | News, Weather", "Three hurt in Riva market"),
        ("Hurt - Riva", "Hurt - Riva"),
    ],
)
def test_the_headline_is_the_last_block(title: str, headline: str) -> None:
    found = titled(article(title))
    assert found.blocks[-1].kind == "title"
    assert found.blocks[-1].span.of(found.text) == headline


def test_the_text_keeps_its_place() -> None:
    found = titled(article("Three hurt in Riva market"))
    assert found.text.startswith(TEXT)
    assert found.blocks[0] == article(None).blocks[0]


def test_without_a_title_nothing_changes() -> None:
    assert titled(article(None)) == article(None)
