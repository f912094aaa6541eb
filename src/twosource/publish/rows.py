"""Holdings in, the plain rows of every published table out; the one place that gives a row its shape.

Files, store, frames and web pages all take their rows from here. It knows no format, file or page.
"""

from typing import Any

import msgspec

from twosource.model import (
    Annotations,
    Article,
    Claim,
    CopyGroup,
    Event,
    Figure,
    Holdings,
    Judgement,
    Reject,
    Statement,
)

Row = dict[str, Any]

REPORT = (
    "id",
    "input_id",
    "url",
    "path",
    "sha256",
    "outlet",
    "title",
    "byline",
    "dateline",
    "published",
    "modified",
    "language",
    "credits",
    "copy_group",
    "discarded",
    "text",
)
STATEMENT = ("id", "report", "source", "cue", "target", "direct", "speaker", "stance")
CLAIM = (
    "id",
    "report",
    "event",
    "statement",
    "measure",
    "low",
    "high",
    "wording",
    "group",
    "actor",
    "date",
    "place",
    "speaker",
    "cue",
    "stance",
    "span",
    "quote",
    "alignment",
)
EVENT = (
    "id",
    "title",
    "type",
    "date",
    "place",
    "actors",
    "figures",
    "reports",
    "claims",
    "copy_groups",
    "links",
)
FIGURE = (
    "measure",
    "group",
    "low",
    "best",
    "high",
    "agreement",
    "voices",
    "speakers",
    "origins",
    "outlets",
    "reports",
    "claims_for",
    "claims_against",
    "rule",
)


def table_rows(holdings: Holdings) -> dict[str, list[Row]]:
    """Return the rows of each table under its name, in the order of the holdings.

    A row holds only dicts, lists, strings, numbers, booleans and None. Its keys stand in a fixed order: those of the
    contract first, further fields of the record after them. ``annotations`` and ``decisions`` are there
    only where there are any.
    """
    origin = _copy_group_of(holdings.copies)
    tables = {
        "reports": [report_row(article, origin.get(article.id)) for article in holdings.articles],
        "statements": [_ordered(_plain(statement), STATEMENT) for statement in holdings.statements],
        "claims": [_ordered(_plain(claim), CLAIM) for claim in holdings.claims],
        "events": [event_row(event) for event in holdings.events],
        "copies": [_plain(group) for group in holdings.copies],
        "rejects": [_plain(reject) for reject in holdings.rejects],
    }
    if holdings.annotations:
        tables["annotations"] = [annotation_row(annotations) for annotations in holdings.annotations]
    if holdings.judgements:
        tables["decisions"] = [decision_row(judgement) for judgement in holdings.judgements]
    return tables


def report_row(article: Article, copy_group: str | None) -> Row:
    """Return the row of one report; ``fields`` holds the unknown fields of its input row as JSON values."""
    row = _plain(article)
    row["copy_group"] = copy_group
    row["fields"] = {name: _json_value(text) for name, text in article.fields}
    return _ordered(row, REPORT)


def event_row(event: Event) -> Row:
    """Return the row of one event, its figures shaped alike."""
    row = _plain(event)
    row["figures"] = [_ordered(figure, FIGURE) for figure in row["figures"]]
    return _ordered(row, EVENT)


def annotation_row(annotations: Annotations) -> Row:
    """Return names, times, places, numbers and quotations of one report; tokens and sentences are not published."""
    row = _plain(annotations)
    return {
        "report": row["report"],
        "names": row["names"],
        "times": row["times"],
        "places": [_flat_place(place) for place in row["places"]],
        "numbers": row["numbers"],
        "quotations": row["quotations"],
    }


def decision_row(judgement: Judgement) -> Row:
    """Return the row of one decision, with how it stands."""
    row = _plain(judgement)
    decision: Row = row.pop("decision")
    return decision | row


def _flat_place(toponym: Row) -> Row:
    return {"span": toponym["span"], **toponym["place"], "government": toponym["government"]}


def _copy_group_of(copies: tuple[CopyGroup, ...]) -> dict[str, str]:
    return {report: group.id for group in reversed(copies) for report in group.reports}


def _plain(record: Article | Statement | Claim | Event | Figure | CopyGroup | Reject | Annotations | Judgement) -> Row:
    """Return a record as what its JSON reads back as: lists for tuples. In two steps of C: a fifth of the time."""
    row: Row
    try:
        row = msgspec.json.decode(msgspec.json.encode(record))
    except UnicodeEncodeError:  # half a surrogate pair, which UTF-8 cannot hold
        row = _with_lists(msgspec.to_builtins(record))
    return row


def _with_lists(value: Any) -> Any:
    """Return the value with lists for tuples."""
    if isinstance(value, dict):
        return {key: _with_lists(inner) for key, inner in value.items()}
    if isinstance(value, (tuple, list)):
        return [_with_lists(inner) for inner in value]
    return value


def _ordered(row: Row, first: tuple[str, ...]) -> Row:
    return {name: row[name] for name in first} | row


def _json_value(text: str) -> Any:
    """Return what the JSON text holds, or the text itself where no JSON reader accepts it."""
    try:
        return msgspec.json.decode(text)
    except (msgspec.MsgspecError, UnicodeEncodeError, RecursionError):
        return text
