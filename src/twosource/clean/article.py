"""A report comes in; its article goes out. Knows the forms of reports, and leaves each to its own module."""

import json

from twosource.clean.dates import iso_date
from twosource.clean.decode import decoded
from twosource.clean.finding import Cleaned
from twosource.clean.language import language
from twosource.clean.page import cleaned_page
from twosource.clean.plain import cleaned_row_text, cleaned_saved_text
from twosource.clean.published import publication
from twosource.config import Limits
from twosource.errors import UnreadableError
from twosource.model import Article, Report
from twosource.values.address import site


def clean(report: Report, limits: Limits) -> Article:
    """Return the clean reading of a report; the same report always gives the same article.

    What the row itself tells (title, day, address) outranks what its text or page tells.

    Raises:
        UnreadableError: ``unreadable encoding``, ``too large``, ``too deep`` or ``no text``.
    """
    if len(report.content) > limits.report_bytes:
        raise UnreadableError("too large", f"{len(report.content)} bytes; the limit is {limits.report_bytes}")
    source = decoded(report.content, report.encoding)
    found = _cleaned(report, source, limits)
    if not any(character.isalnum() for character in found.body.text) or not found.body.blocks:
        raise UnreadableError("no text", "nothing was left when furniture and markup were taken away")
    if len(found.body.text) > limits.text_characters:
        raise UnreadableError(
            "too large", f"{len(found.body.text)} characters of text; the limit is {limits.text_characters}"
        )
    return _article(report, found)


def _cleaned(report: Report, source: str, limits: Limits) -> Cleaned:
    if report.form == "html":
        return cleaned_page(source, report, limits)
    if len(source) > limits.text_characters:
        raise UnreadableError("too large", f"{len(source)} characters; the limit is {limits.text_characters}")
    return cleaned_row_text(source, report.title) if report.form == "text" else cleaned_saved_text(source, report.title)


def _article(report: Report, found: Cleaned) -> Article:
    told = found.particulars
    url = report.url or told.url
    return Article(
        id=report.id,
        sha256=report.sha256,
        text=found.body.text,
        blocks=found.body.blocks,
        segments=found.body.segments,
        discarded=found.body.discarded,
        input_id=report.input_id,
        url=url,
        path=report.path,
        outlet=told.outlet or site(url),
        title=report.title or told.title,
        byline=told.byline,
        dateline=told.dateline,
        published=publication((iso_date(report.published), told.published, _listed_day(report)), url),
        modified=told.modified,
        language=told.language or language(found.body.text),
        credits=told.credits,
        fields=report.fields,
    )


def _listed_day(report: Report) -> str | None:
    """Return the day told by the feed or sitemap that named the page; one that the page tells itself goes before."""
    listed = next((json.loads(text) for name, text in report.fields if name == "listed"), None)
    told = listed.get("published") if isinstance(listed, dict) else None
    return iso_date(told) if isinstance(told, str) else None
