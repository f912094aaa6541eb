"""Any bytes become an article or a refusal, whatever form they claim to have; the same bytes always the same one."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from twosource.clean import clean
from twosource.config import Limits
from twosource.errors import UnreadableError
from twosource.model import Article, Report
from twosource.model.report import Form

FORMS: st.SearchStrategy[Form] = st.sampled_from(["saved text", "html", "text"])
WORDS = [
    "Share this",
    "By Ann Example",
    "May 5, 2031",
    "NORVIK — Four died.",
    "\n",
    "\n\n",
    "(AP)",
    "•",
    "Related:",
    "©",
]
TAGS = [
    "<p>",
    "</p>",
    "<b>",
    "<div>",
    "</div>",
    "<script>",
    "<!--",
    "-->",
    "<h1>",
    "<li>",
    "&amp;",
    "&#0;",
    "<a b='",
    "\x00",
]
TEXTS = st.lists(st.sampled_from([*WORDS, *TAGS]) | st.text(max_size=30), max_size=25).map("".join)
Read = Callable[..., Article]


def outcome(report: Report) -> object:
    try:
        return clean(report, Limits())
    except UnreadableError as error:
        return (error.reason, error.detail)


@given(st.binary(max_size=400), FORMS, st.sampled_from([None, "utf-8", "utf-7", "cp1252", "nonsense", "utf-16"]))
@settings(max_examples=200, deadline=None)
def test_any_bytes_become_an_article_or_a_refusal(content: bytes, form: Form, encoding: str | None) -> None:
    report = Report(id="r-1", sha256="0", content=content, form=form, encoding=encoding)
    assert outcome(report) == outcome(report)


@given(TEXTS, FORMS)
@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_keeps_the_laws_of_segments(read: Read, text: str, form: Form) -> None:
    content = text.encode("utf-8", "surrogatepass")
    try:
        article = read(content, form)
    except UnreadableError:
        return
    if form == "text":
        assert article.text == text.replace("\x00", "\ufffd")


@given(
    st.lists(st.sampled_from(["Four people died", "a b", "é&", "<i>x</i>", "\n "]), min_size=1, max_size=8).map(
        " ".join
    )
)
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_pages_keep_the_laws_of_segments(read: Read, inner: str) -> None:
    prose = "The port office said on Monday that nine dock workers had been killed in the blast. " * 3
    article = read(f"<html><body><article><p>{prose}</p><p>{inner}</p><p>{prose}</p></article></body></html>", "html")
    assert article.text.startswith("The port office")


@pytest.mark.parametrize(("field", "limit"), [("report_bytes", 10), ("text_characters", 10)])
def test_a_report_past_a_limit_is_too_large(field: str, limit: int) -> None:
    report = Report(id="r-1", sha256="0", content=b"Four people were killed.", form="text")
    with pytest.raises(UnreadableError, match="too large"):
        clean(report, Limits(**{field: limit}))
