"""A page: its main text with the place of every stretch, and what it tells of itself."""

import time
from collections.abc import Callable
from contextlib import suppress

import pytest

from twosource.errors import UnreadableError
from twosource.model import Article

Read = Callable[..., Article]

PROSE = (
    "An explosion at the fuel depot of the harbour killed nine dock workers on Monday, the port office said in a"
    " statement, and the fire was put out in the evening after crews from three towns had come to help."
)
MORE = "The interior ministry said that it would publish the names of the dead after telling their families first."


def page(body: str, head: str = "") -> str:
    return (
        f'<!DOCTYPE html><html lang="en-GB"><head><title>Nine die | Norvik Post</title>{head}</head><body>'
        f'<nav><ul><li><a href="/">Home</a></li><li><a href="/w">World</a></li></ul></nav><main><article>{body}'
        f"</article></main><footer><p>© 2031 Norvik Post</p></footer><script>var x = '<p>no text</p>';</script>"
        "</body></html>"
    )


def test_the_main_text_is_kept_and_the_rest_discarded_with_reasons(read: Read) -> None:
    source = page(f"<h1>Nine die in harbour blast</h1><p>{PROSE}</p><p>{MORE}</p>")
    article = read(source, "html")
    assert article.text == f"Nine die in harbour blast\n\n{PROSE}\n\n{MORE}"
    assert [block.kind for block in article.blocks] == ["title", "paragraph", "paragraph"]
    found = {part.reason: source[part.start : part.end] for part in article.discarded}
    assert found["page footer"] == "© 2031 Norvik Post"
    assert found["navigation"].startswith("Home")
    assert "no text" not in "".join(found.values())


def test_entities_and_folded_space_are_mapped_but_not_exact(read: Read) -> None:
    source = page(f"<p>{PROSE}</p><p>{MORE} Jos&eacute; &amp; <b>An</b>na\n   left the town on Monday evening.</p>")
    article = read(source, "html")
    assert "José & Anna left the town" in article.text
    loose = {
        segment.text.of(article.text): segment.source.of(source) for segment in article.segments if not segment.exact
    }
    assert loose["é"] == "&eacute;"
    assert loose["&"] == "&amp;"


def test_quotes_in_tags_and_comments_hide_no_text(read: Read) -> None:
    source = page(f'<p class="a"" title="x > y">{PROSE}</p><!-- > <p>hidden</p> --><p data-x=\'"\'>{MORE}</p>')
    assert read(source, "html").text == f"{PROSE}\n\n{MORE}"


def test_furniture_inside_the_main_text_is_discarded(read: Read) -> None:
    article = read(page(f"<p>{PROSE}</p><p>Read more: Ten recipes for winter</p><p>{MORE}</p>"), "html")
    assert article.text == f"{PROSE}\n\n{MORE}"
    assert "related" in {part.reason for part in article.discarded}


def test_a_link_in_brackets_to_another_story_is_discarded(read: Read) -> None:
    link = "[Tilga police: Cyclist hurt in crash]"
    article = read(page(f"<p>{PROSE}</p><p>{link}</p><p>{MORE}</p>"), "html")
    assert article.text == f"{PROSE}\n\n{MORE}"
    assert "links to other pages" in {part.reason for part in article.discarded}


def test_metadata_are_read_from_linked_records(read: Read) -> None:
    linked = (
        '<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"Nine die",'
        '"datePublished":"2031-05-06T08:30:00Z","dateModified":"2031-05-07","author":{"@type":"Organization",'
        '"name":"Reuters"},"publisher":{"name":"Norvik Post"},"isBasedOn":"https://apnews.com/article/1"}]}</script>'
    )
    article = read(page(f"<p>{PROSE}</p><p>{MORE}</p>", linked), "html")
    assert (article.published, article.modified) == ("2031-05-06T08:30:00+00:00", "2031-05-07")
    assert (article.byline, article.outlet, article.language) == ("Reuters", "Norvik Post", "en")
    assert {(credit.agency, credit.where) for credit in article.credits} == {("reuters", "byline"), ("ap", "metadata")}


def test_metadata_are_read_from_the_head_and_the_marks(read: Read) -> None:
    head = (
        '<meta property="og:site_name" content="Norvik Post"><meta property="og:title" content="Nine die in blast">'
        '<link rel="canonical" href="https://www.reuters.com/world/nine-die/">'
    )
    marks = '<span class="byline">By Ann Example</span><span itemprop="datePublished">6 May 2031</span>'
    body = f"{marks}<p>{PROSE}</p><p>{MORE}</p>"
    article = read(page(body, head), "html", url="https://norvikpost.example/nine")
    assert (article.title, article.outlet, article.published) == ("Nine die in blast", "Norvik Post", "2031-05-06")
    assert article.byline == "Ann Example"
    assert [(credit.agency, credit.where) for credit in article.credits] == [("reuters", "metadata")]
    assert article.url == "https://norvikpost.example/nine"


def test_a_day_in_the_future_is_kept_as_told(read: Read) -> None:
    head = '<meta property="article:published_time" content="2096-02-29">'
    assert read(page(f"<p>{PROSE}</p>", head), "html").published == "2096-02-29"


def test_a_day_told_by_a_clock_further_east_is_that_of_the_address(read: Read) -> None:
    head = '<meta property="article:published_time" content="2031-05-07T02:10:00Z">'
    article = read(page(f"<p>{PROSE}</p>", head), "html", url="https://norvikpost.example/2031/05/06/nine")
    assert article.published == "2031-05-06"


def test_the_days_of_comments_and_teasers_are_not_the_pages(read: Read) -> None:
    body = (
        '<ul><li><time pubdate datetime="2031-09-01">1 September 2031</time></li></ul>'
        f'<p>{PROSE}</p><p>{MORE}</p><div class="comment"><time pubdate datetime="2031-06-01">x</time></div>'
        "<p>Veröffentlicht am 06.05.2031</p>"
    )
    assert read(page(body), "html").published == "2031-05-06"


def test_a_dateline_and_an_agency_are_read_from_the_text(read: Read) -> None:
    article = read(page(f"<p>NORVIK (Reuters) - {PROSE}</p><p>{MORE}</p>"), "html")
    assert article.dateline == "NORVIK"
    assert [(credit.agency, credit.where) for credit in article.credits] == [("reuters", "dateline")]


def test_headings_lists_and_captions_are_told_apart(read: Read) -> None:
    body = (
        f"<p>{PROSE}</p><h2>What is known</h2><p>{MORE}</p><ul><li>The depot had been inspected in April and found"
        f" safe.</li></ul><p>{MORE} Then it fell silent.</p>"
    )
    assert [block.kind for block in read(page(body), "html").blocks] == [
        "paragraph",
        "heading",
        "paragraph",
        "list",
        "paragraph",
    ]


@pytest.mark.parametrize(
    "source",
    [
        "<p>" * 100_000 + "x",
        "<div>" * 100_000 + PROSE,
        "<a b='" * 50_000,
        "<" * 200_000,
        "<!--" * 50_000,
        "<script>" * 50_000,
        "&" * 100_000,
        "<table>" * 1_900 + PROSE + "</table>" * 1_900,
        f"<html><body>{'<p>a<b>c</b></p>' * 40_000}</body></html>",
    ],
    ids=["paragraphs", "divs", "quotes", "brackets", "comments", "scripts", "ampersands", "tables", "many"],
)
def test_a_hostile_page_is_read_or_refused_in_short_time(read: Read, source: str) -> None:
    started = time.process_time()
    with suppress(UnreadableError):
        read(source, "html")
    assert time.process_time() - started < 6


def test_a_page_the_extractor_cannot_read_is_read_from_what_it_shows(read: Read) -> None:
    article = read(f"<html><body>{'<div>' * 900}<p>{PROSE}</p>{'</div>' * 900}</body></html>", "html")
    assert article.text == PROSE


def test_a_page_without_text_is_refused(read: Read) -> None:
    with pytest.raises(UnreadableError, match="no text"):
        read("<html><body><script>x()</script></body></html>", "html")


def test_deep_linked_records_are_passed_over(read: Read) -> None:
    linked = f'<script type="application/ld+json">{"[" * 50_000}</script>'
    assert read(page(f"<p>{PROSE}</p><p>{MORE}</p>", linked), "html").text.startswith("An explosion")
