"""Rows of the published tables in, CSV for spreadsheets out: a line for each event, and one for each figure.

A text that a spreadsheet would run as a formula gets an apostrophe before it, so that a hostile page stays text.
"""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from twosource.publish.whole import scrubbed

Row = Mapping[str, Any]
MEASURES = ("killed", "injured", "captured", "missing", "displaced")
BOUNDS = ("low", "best", "high", "agreement", "voices")
WHEN = ("earliest", "latest", "precision")
WHERE = ("name", "admin1", "country", "latitude", "longitude", "precision", "geonames_id")
GROUP = ("text", "role", "nationality", "status")
EVENT = ("id", "title", "type")
FIGURE = ("id", "event", "measure")
FORMULA = ("=", "+", "-", "@", "\t", "\r")  # OWASP, CSV injection: what makes a cell a formula
BETWEEN = "; "

EVENT_COLUMNS = (
    *EVENT,
    *(f"date_{name}" for name in WHEN),
    *(f"place_{name}" for name in WHERE),
    "actors",
    "reports",
    "claims",
    *(f"{measure}_{bound}" for measure in MEASURES for bound in BOUNDS),
    "rule",
)
FIGURE_COLUMNS = (
    *FIGURE,
    "event_title",
    *(f"group_{name}" for name in GROUP),
    *BOUNDS,
    "grade",
    "speakers",
    "origins",
    "outlets",
    "reports",
    "claims_for",
    "claims_against",
    "rule",
    "explanation",
)


def event_sheet(events: Iterable[Row]) -> Iterator[str]:
    """Yield the lines of ``events.csv``: the header, then the figures for everybody of each event in one line.

    Args:
        events: rows of the table ``events``.
    """
    return _lines(EVENT_COLUMNS, map(event_cells, events))


def figure_sheet(events: Iterable[Row]) -> Iterator[str]:
    """Yield the lines of ``figures.csv``: the header, then every figure of every event, groups included."""
    return _lines(FIGURE_COLUMNS, (_figure(event, figure) for event in events for figure in event["figures"]))


def event_cells(event: Row) -> Row:
    """Return the cells of an event, by column: its figures for everybody, what is not known is None."""
    totals = {figure["measure"]: figure for figure in event["figures"] if figure["group"] is None}
    return {
        **{name: event[name] for name in EVENT},
        **_under("date", WHEN, event["date"]),
        **_under("place", WHERE, event["place"]),
        "actors": BETWEEN.join(actor["name"] for actor in event["actors"]),
        "reports": len(event["reports"]),
        "claims": len(event["claims"]),
        **{f"{measure}_{bound}": totals.get(measure, {}).get(bound) for measure in MEASURES for bound in BOUNDS},
        "rule": next((figure["rule"] for figure in event["figures"]), None),
    }


def _figure(event: Row, figure: Row) -> Row:
    listed = ("speakers", "origins", "outlets", "reports", "claims_for", "claims_against")
    return {
        **figure,
        "event_title": event["title"],
        **_under("group", GROUP, figure["group"]),
        **{name: BETWEEN.join(figure[name]) for name in listed},
    }


def _under(name: str, parts: tuple[str, ...], record: Row | None) -> Row:
    return {f"{name}_{part}": (record or {}).get(part) for part in parts}


def _lines(columns: tuple[str, ...], rows: Iterable[Row]) -> Iterator[str]:
    yield _line(columns)
    for row in rows:
        yield _line(tuple(row[column] for column in columns))


def _line(values: Iterable[Any]) -> str:
    """Return one line of CSV (RFC 4180), ended; what is not known is an empty cell."""
    written = io.StringIO()
    csv.writer(written).writerow(_cell(value) for value in values)
    return scrubbed(written.getvalue())


def _cell(value: Any) -> Any:
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA) else value
