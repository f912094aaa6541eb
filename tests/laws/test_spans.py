"""Law 4: the text at a span is the quote, in the tables and on the page, and nothing set aside is ever quoted."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

import twosource
from twosource.model import Article, Span
from twosource.publish.shelf import word_anchor


class Marks(HTMLParser):
    """The words of every mark of a page under its name, the pieces it was cut into joined."""

    def __init__(self) -> None:
        super().__init__()
        self.words: defaultdict[str, str] = defaultdict(str)
        self._open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Remember which mark is open."""
        if tag == "mark":
            told = dict(attrs)
            self._open.append(told.get("id") or told.get("data-of") or "")

    def handle_endtag(self, tag: str) -> None:
        """Forget the mark that ends."""
        if tag == "mark":
            self._open.pop()

    def handle_data(self, data: str) -> None:
        """Add the words to every mark around them."""
        for name in self._open:
            self.words[name] += data


def spans_of(ledger: twosource.Ledger) -> Iterator[tuple[str, Span, str | None]]:
    """Every span of a claim or statement with its report and, where it has one, its quote."""
    for claim in ledger.claims:
        yield claim.report, claim.span, claim.quote
        yield from ((claim.report, span, None) for span in claim.spans)
    for statement in ledger.statements:
        yield statement.report, statement.target[0], statement.quote if len(statement.target) == 1 else None
        further = (*statement.target[1:], statement.source, statement.cue)
        yield from ((statement.report, span, None) for span in further if span is not None)


def blocks_around(article: Article, span: Span) -> list[Span]:
    return [block.span for block in article.blocks if block.span.covers(span)]


def check_spans(ledger: twosource.Ledger) -> None:
    articles = {article.id: article for article in ledger.articles}
    for report, span, quote in spans_of(ledger):
        article = articles[report]
        assert span.start < span.end
        assert quote is None or span.of(article.text) == quote
        assert len(blocks_around(article, span)) == 1, (span.of(article.text), span)
        source = article.source_of(span)
        dropped = [part for part in article.discarded if source is not None and part.start < source.end]
        assert not [part for part in dropped if source is not None and source.start < part.end]


def check_page(ledger: twosource.Ledger, page: Path) -> None:
    marks = Marks()
    marks.feed(page.read_text(encoding="utf-8"))
    for claim in ledger.claims:
        assert marks.words[word_anchor(claim.report, claim.span)] == claim.quote


@settings(max_examples=10, deadline=None)
@given(data=st.data())
def test_the_text_at_a_span_is_the_quote_in_rows(
    worlds: st.SearchStrategy[Any], fresh_folder: Callable[[], Path], data: st.DataObject
) -> None:
    rows = data.draw(worlds).rows()
    ledger = twosource.run(rows)
    check_spans(ledger)
    check_page(ledger, ledger.write(fresh_folder()))
    texts = {str(row["id"]): row["text"] for row in rows if isinstance(row.get("text"), str)}
    for article in ledger.articles:
        if article.input_id in texts and not article.input_id.startswith("j"):
            assert article.text == texts[article.input_id], "plain text keeps its offsets"


@settings(max_examples=6, deadline=None)
@given(data=st.data())
def test_the_text_at_a_span_is_the_quote_in_saved_pages(
    worlds: st.SearchStrategy[Any], fresh_folder: Callable[[], Path], data: st.DataObject
) -> None:
    ledger = twosource.run([data.draw(worlds).files(fresh_folder())])
    check_spans(ledger)
    check_page(ledger, ledger.write(fresh_folder()))
    assert not [claim for claim in ledger.claims if "killed time" in claim.quote]


def test_the_text_at_a_span_is_the_quote_in_the_examples(examples_ledger: twosource.Ledger, tmp_path: Path) -> None:
    check_spans(examples_ledger)
    check_page(examples_ledger, examples_ledger.write(tmp_path))
