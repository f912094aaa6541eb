"""Reports built by hand, and the laws every article keeps."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from twosource.clean import clean
from twosource.clean.decode import decoded
from twosource.config import Limits
from twosource.model import Article, Report
from twosource.model.report import Form

LIMITS = Limits()


@pytest.fixture(scope="session")
def read() -> Callable[..., Article]:
    """Clean a text of a form and check the laws on the way."""

    def reading(content: str | bytes, form: Form = "saved text", **told: str) -> Article:
        raw = content.encode() if isinstance(content, str) else content
        report = replace(Report(id="r-1", sha256="0", content=raw, form=form), **told)  # type: ignore[arg-type]
        article = clean(report, LIMITS)
        check_laws(article, decoded(raw, report.encoding))
        return article

    return reading


def check_laws(article: Article, source: str) -> None:
    """Exact segments hold the report's characters, blocks lie in the text, nothing is both kept and discarded."""
    for segment in article.segments:
        if segment.exact:
            assert segment.text.of(article.text) == segment.source.of(source)
    ends = [(block.span.start, block.span.end) for block in article.blocks]
    assert ends == sorted(ends)
    assert all(0 <= start < end <= len(article.text) for start, end in ends)
    dropped = {at for part in article.discarded for at in range(part.start, part.end)}
    assert all(0 <= part.start < part.end <= len(source) for part in article.discarded)
    kept = {at for at in map(article_source(article), range(len(article.text))) if at is not None}
    in_blocks = {
        at
        for block in article.blocks
        for place in range(block.span.start, block.span.end)
        if (at := article_source(article)(place)) is not None
    }
    assert not dropped & (kept if len(article.segments) > 1 else in_blocks)


def article_source(article: Article) -> Callable[[int], int | None]:
    """Return where a character of the text stands in the report, None where it stands nowhere."""
    places = {
        segment.text.start + i: segment.source.start + i
        for segment in article.segments
        if segment.exact
        for i in range(segment.text.end - segment.text.start)
    }
    return places.get
