"""Feeds and sitemaps of every kind give their entries in order; hostile markup gives nothing it should not."""

import json
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from twosource.collect.listing import Entry, listing, looks_like_listing
from twosource.errors import UnreadableError

BASE = "https://news.example/feed"
RSS = b"""<?xml version="1.0"?><!-- made -->
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>News</title><link>https://news.example/</link>
<item><title>Two killed &amp; one hurt</title><link>/a</link><guid isPermaLink="false">g1</guid>
<pubDate>Tue, 06 May 2031 23:30:00 -0400</pubDate><description>Short</description>
<content:encoded><![CDATA[<p>Police said two people were killed.</p>]]></content:encoded></item>
<item><guid>https://news.example/b</guid><dc:date>2031-05-07</dc:date><description>A man died.</description></item>
<item><title>Without an address</title><guid isPermaLink="false">g3</guid></item>
</channel></rss>"""
ATOM = b"""<feed xmlns="http://www.w3.org/2005/Atom"><title>News</title><entry><id>tag:1</id><title>Two killed</title>
<link rel="self" href="https://news.example/self"/><link href="a?x=1"/><published>2031-05-06T10:00:00Z</published>
<updated>2031-05-08T10:00:00Z</updated>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Two <b>people</b>.</p></div></content></entry>
</feed>"""
RDF = b"""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel/>
<item><title>T</title><link>https://news.example/a</link></item></rdf:RDF>"""
JSON = json.dumps(
    {
        "version": "https://jsonfeed.org/version/1.1",
        "items": [
            {"id": 5, "url": "https://news.example/a", "title": "T", "content_text": "Two < three died."},
            {"id": "x", "external_url": "/b", "content_html": "<p>B</p>", "date_published": "2031-05-06T10:00:00Z"},
            "no item",
        ],
    }
).encode()
NEWS = b"""<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
xmlns:n="http://www.google.com/schemas/sitemap-news/0.9">
<url><loc>https://news.example/a</loc><lastmod>2031-05-09</lastmod><n:news>
<n:publication><n:name>N</n:name></n:publication>
<n:publication_date>2031-05-06</n:publication_date><n:title>Two killed</n:title></n:news></url>
<url><loc> https://news.example/b </loc></url></urlset>"""
INDEX = b"""<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<sitemap><loc>https://news.example/1.xml</loc></sitemap><sitemap><loc>/2.xml.gz</loc></sitemap></sitemapindex>"""


def test_rss_gives_address_title_day_and_the_longer_text() -> None:
    first, second, third = listing(RSS, BASE).entries
    assert first == Entry(
        address="https://news.example/a",
        id="g1",
        title="Two killed & one hurt",
        published="2031-05-06T23:30:00-04:00",
        body="<p>Police said two people were killed.</p>",
    )
    assert (second.address, second.published, second.body) == ("https://news.example/b", "2031-05-07", "A man died.")
    assert third.address is None


def test_atom_gives_the_page_itself_and_markup_as_markup() -> None:
    (entry,) = listing(ATOM, BASE).entries
    assert (entry.address, entry.published) == ("https://news.example/a?x=1", "2031-05-06T10:00:00Z")
    assert "<b>people</b>" in (entry.body or "")


def test_rdf_and_json_feeds_are_read() -> None:
    assert [entry.address for entry in listing(RDF, BASE).entries] == ["https://news.example/a"]
    first, second = listing(JSON, BASE).entries
    assert (first.id, first.row()["text"]) == ("5", "Two < three died.")
    assert (second.address, second.row()["html"]) == ("https://news.example/b", "<p>B</p>")


def test_sitemaps_give_addresses_and_news_their_title_and_day() -> None:
    first, second = listing(NEWS, "").entries
    assert (first.address, first.title, first.published) == ("https://news.example/a", "Two killed", "2031-05-06")
    assert (second.address, second.published) == ("https://news.example/b", None)
    assert listing(INDEX, BASE).further == ("https://news.example/1.xml", "https://news.example/2.xml.gz")


@pytest.mark.parametrize("content", [RSS, ATOM, RDF, JSON, NEWS, INDEX, b"\xef\xbb\xbf" + RSS])
def test_a_listing_is_known_by_how_it_opens(content: bytes) -> None:
    assert looks_like_listing(content)
    assert not listing(content, BASE).is_cut


@pytest.mark.parametrize("content", [b"<html><rss>", b'{"text": "a"}', b"plain", b"", b"<svg/>"])
def test_other_content_is_none(content: bytes) -> None:
    assert not looks_like_listing(content)


@pytest.mark.parametrize("content", [b"", b"\x00\x01", b"<svg/>", b"plain", b'{"items": 5}', b"[1]", b'{"a":' * 9999])
def test_what_is_no_listing_is_refused(content: bytes) -> None:
    with pytest.raises(UnreadableError):
        listing(content, BASE)


def test_a_listing_without_its_end_gives_what_stands_before_and_says_so() -> None:
    found = listing(RSS[: RSS.index(b"<item><guid>")], BASE)
    assert [entry.address for entry in found.entries] == ["https://news.example/a"]
    assert found.is_cut


def test_entities_bring_in_no_file_and_do_not_grow() -> None:
    grown = b"".join(b"<!ENTITY e%d '%s'>" % (n, b"&e%d;" % (n - 1) * 10) for n in range(1, 12))
    head = b"<!DOCTYPE r [<!ENTITY f SYSTEM 'file:///etc/passwd'><!ENTITY e0 'aaaaaaaaaa'>" + grown + b"]>"
    feed = (
        head + b"<rss><channel><item><title>x&f;y&e11;z</title><link>https://a.example/</link></item></channel></rss>"
    )
    began = time.monotonic()
    (entry,) = listing(feed, "").entries
    assert entry.title is not None
    assert len(entry.title) < 10
    assert entry.title.startswith("x")
    assert time.monotonic() - began < 1


def test_an_outside_document_type_is_not_asked_for() -> None:
    head = b"<!DOCTYPE rss SYSTEM 'http://127.0.0.1:9/x.dtd'>"
    feed = head + b"<rss><channel><item><link>https://a/</link></item></channel></rss>"
    assert len(listing(feed, "").entries) == 1


def test_markup_nested_without_end_is_quick() -> None:
    began = time.monotonic()
    listing(b"<rss>" + b"<item>" * 200_000, "")
    assert time.monotonic() - began < 5


@given(st.binary(max_size=400) | st.text(max_size=300).map(lambda text: f"<rss>{text}</rss>".encode()))
@settings(max_examples=150, deadline=None)
def test_any_bytes_are_a_listing_or_refused(content: bytes) -> None:
    looks_like_listing(content)
    try:
        listing(content, BASE)
    except UnreadableError as error:
        assert error.detail  # noqa: PT017 - either outcome is right, and this one has to say why
