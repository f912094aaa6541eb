"""A page's tree comes in; the days it was published and changed go out. Reads no clock: future days are kept as told."""

from collections.abc import Mapping, Sequence

from htmldate import find_date
from lxml.html import HtmlElement

from twosource.clean.dates import iso_date
from twosource.clean.linked import Node, text_of
from twosource.clean.main_text import FOREIGN

_EARLIEST = "1995-01-01"
_LATEST = "2199-12-31"
"""The web's first news pages; and a day that only a broken page names. Told outright, so that no clock is asked."""

_PUBLISHED = (
    "article:published_time",
    "article:published",
    "og:article:published_time",
    "og:published_time",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date.issued",
    "dcterms.issued",
    "citation_publication_date",
    "publish-date",
    "publishdate",
    "publish_date",
    "published",
    "pubdate",
    "article.published",
    "dc.date",
    "dcterms.created",
)
_MODIFIED = (
    "article:modified_time",
    "og:updated_time",
    "og:article:modified_time",
    "datemodified",
    "dcterms.modified",
    "last-modified",
    "lastmod",
    "revised",
)


def published(tree: HtmlElement, metas: Mapping[str, str], nodes: Sequence[Node], url: str | None) -> str | None:
    """Return the day (or moment) of first publication that the page tells, None where it tells none."""
    told = _of_nodes(nodes, "datePublished") or _of_metas(metas, _PUBLISHED) or _of_markup(tree)
    return told or _searched(tree, url)


def modified(metas: Mapping[str, str], nodes: Sequence[Node]) -> str | None:
    """Return the day (or moment) of the last change that the page tells, None where it tells none."""
    return _of_nodes(nodes, "dateModified") or _of_metas(metas, _MODIFIED)


def _of_nodes(nodes: Sequence[Node], name: str) -> str | None:
    return next((day for node in nodes if (day := _plausible(text_of(node, name)))), None)


def _of_metas(metas: Mapping[str, str], names: Sequence[str]) -> str | None:
    return next((day for name in names if (day := _plausible(metas.get(name)))), None)


def _of_markup(tree: HtmlElement) -> str | None:
    """Return the day of an element marked as the publication's by microdata or as ``<time pubdate>``."""
    marked = tree.xpath('//*[@itemprop="datePublished"] | //time[@pubdate]')
    told = (element.get("content") or element.get("datetime") or element.text_content()[:60] for element in marked[:5])
    return next((day for value in told if (day := _plausible(value))), None)


def _plausible(wording: str | None) -> str | None:
    day = iso_date(wording)
    return day if day and _EARLIEST <= day <= _LATEST else None


def _searched(tree: HtmlElement, url: str | None) -> str | None:
    try:
        return find_date(tree, original_date=True, url=url, min_date=_EARLIEST, max_date=_LATEST)
    except FOREIGN:
        return None
