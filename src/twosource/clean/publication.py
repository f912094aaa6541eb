"""A page's tree comes in; the days it was published and changed go out. Reads no clock: the future is kept as told."""

import re
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from functools import cache

from lxml.html import HtmlElement

from twosource.clean.dates import iso_date
from twosource.clean.linked import Node, text_of
from twosource.clean.main_text import FOREIGN
from twosource.lang.languages import published_words

_EARLIEST = "1995-01-01"
_LATEST = "2199-12-31"
"""The web's first news pages; and a day that only a broken page names. Told outright: else a clock is asked."""

_OWN = (
    "not(ancestor-or-self::*[contains(@class, 'comment') or contains(@itemtype, 'Comment')])"
    " and not(ancestor-or-self::*[contains(@class, 'related')])"
    " and not(ancestor::li or ancestor::a or ancestor::aside or ancestor::nav)"
)
"""Not of a reader's comment nor of a teaser for another page, which stands in a list, a link or beside the text."""
_IN_ADDRESS = re.compile(r"/(20\d{2})[/-]?([01]\d)[/-]?([0-3]\d)(?=[/-]|$)")
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
    "bt:pubdate",
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
    if told:
        return _local(told, url)
    return _labelled(tree, metas.get("description", "")) or _searched(tree, url)


def modified(metas: Mapping[str, str], nodes: Sequence[Node]) -> str | None:
    """Return the day (or moment) of the last change that the page tells, None where it tells none."""
    return _of_nodes(nodes, "dateModified") or _of_metas(metas, _MODIFIED)


def _of_nodes(nodes: Sequence[Node], name: str) -> str | None:
    return next((day for node in nodes if (day := _plausible(text_of(node, name)))), None)


def _of_metas(metas: Mapping[str, str], names: Sequence[str]) -> str | None:
    return next((day for name in names if (day := _plausible(metas.get(name)))), None)


def _of_markup(tree: HtmlElement) -> str | None:
    """Return the day of the first element marked as the publication's, by microdata, ``<time pubdate>`` or its class.

    Elements of comments and teasers are passed over; a class ("publish-date") counts only on a short text.
    """
    marked = tree.xpath(f'//*[@itemprop="datePublished"][{_OWN}] | //time[@pubdate][{_OWN}]')
    classed = tree.xpath(f'//*[contains(@class, "publish") or contains(@class, "pubdate")][{_OWN}]')
    texts = (text for element in classed[:20] if len(text := element.text_content().strip()) <= 120)
    told = (element.get("content") or element.get("datetime") or element.text_content()[:60] for element in marked[:20])
    return next((day for value in (*told, *texts) if (day := _plausible(value))), None)


def _labelled(tree: HtmlElement, description: str) -> str | None:
    """Return the first day that stands behind "published on" and its kin, in any language, in what the page says."""
    shown = tree.xpath("//text()[not(ancestor::script or ancestor::style)]")
    match = _label().search(" ".join(" ".join((description, *shown)).split()))
    return _plausible(match["day"]) if match else None


@cache
def _label() -> re.Pattern[str]:
    words = "|".join(map(re.escape, published_words()))
    return re.compile(
        rf"\b(?:{words})\b[\s:,|–-]*(?P<day>(?:\w{{2,12}},?\s)?\d{{1,4}}[^<>\n]{{4,22}}|\w{{3,10}}\.?\s\d{{1,2}},?\s\d{{4}})",
        re.IGNORECASE,
    )


def _local(told: str, url: str | None) -> str:
    """Return the day before where the address names it: the page tells the moment by a clock further east.

    Only for days without a time and for the first eight hours of a day in UTC, the offset of America's west coast.
    """
    match = _IN_ADDRESS.search(url or "")
    is_by_another_clock = len(told) == 10 or (told[11:13] < "08" and told.endswith("+00:00"))
    if not match or not is_by_another_clock:
        return told
    named = iso_date("-".join(match.groups()))
    return named if named and iso_date(told[:10]) == _next_day(named) else told


def _next_day(day: str) -> str:
    return (date.fromisoformat(day) + timedelta(days=1)).isoformat()


def _plausible(wording: str | None) -> str | None:
    day = iso_date(wording)
    return day if day and _EARLIEST <= day <= _LATEST else None


def _searched(tree: HtmlElement, url: str | None) -> str | None:
    from htmldate import find_date  # noqa: PLC0415 - it brings trafilatura's neighbours; loaded where a page is read

    try:
        return find_date(tree, original_date=True, url=url, min_date=_EARLIEST, max_date=_LATEST)
    except FOREIGN:
        return None
