"""Fixtures shared by all tests: reports written for the tests, read by the real stages."""

from collections.abc import Callable

import pytest

from twosource.annotate import annotate
from twosource.clean import clean
from twosource.collect import collect
from twosource.config import Limits
from twosource.extract import extract
from twosource.model import Article, Claim, Report, Statement

Told = tuple[Article, tuple[Statement, ...], tuple[Claim, ...]]


@pytest.fixture(scope="session")
def read() -> Callable[..., Told]:
    """Read one text through clean, annotate and extract; ``published`` anchors its dates."""

    def reading(text: str, published: str | None = "2031-05-07") -> Told:
        row = {"id": "1", "text": text, "published": published}
        report = next(iter(collect([row], Limits())))
        assert isinstance(report, Report)
        article = clean(report, Limits())
        return (article, *extract(article, annotate(article)))

    return reading
