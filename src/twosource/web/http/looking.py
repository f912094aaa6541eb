"""What the ledger holds, for programs: shelves by the page, records by their id, and what hangs on them."""

from collections.abc import Sequence
from typing import Annotated, Any

import msgspec
from fastapi import APIRouter, HTTPException, Query, Request
from starlette.responses import Response

from twosource.api import rules as all_rules
from twosource.door import Along
from twosource.errors import UsageError
from twosource.keeping import Change
from twosource.model import Claim, CopyGroup, Event, Figure, Found, Statement, Trace
from twosource.model.query import ShelfName
from twosource.publish import decision_row, table_rows
from twosource.upkeep import judgements, queued
from twosource.web.desk import desk_of, ledger_of
from twosource.web.http.answer import answer, leading_on, next_page
from twosource.web.http.ask import About, AsOf, Id, Narrowing, Opened, part_about, part_of, wanted
from twosource.web.http.shape import (
    DecisionRow,
    DoubtsPage,
    FoundEvents,
    FoundRejects,
    FoundReports,
    FoundSources,
    Page,
    Part,
    ReportRow,
    Rule,
    Searched,
)

router = APIRouter()
Asked = Annotated[Narrowing, Query()]
AboutWhat = Annotated[About, Query()]
PART = ("reports", "statements", "claims", "events", "copies", "rejects", "annotations", "decisions")
SEARCHED: tuple[ShelfName, ...] = ("events", "reports")


@router.get("/events", response_model=FoundEvents, tags=["events"])
def events(request: Request, asked: Asked) -> Response:
    """Events on one line each, by the page, with totals, time line, map and facets of all that match."""
    return _shelf(request, asked, "events")


@router.get("/events/{event}", response_model=Event, tags=["events"])
def event(request: Request, event: Id, as_of: AsOf = None) -> Response:
    """One event: a row of ``events.jsonl``."""
    del as_of  # read by `ledger_of`
    return _row(request, event, "events")


@router.get("/events/{event}/figures", response_model=list[Figure], tags=["events"])
def figures(request: Request, event: Id, as_of: AsOf = None) -> Response:
    """The figures of one event, each measure first for everybody."""
    del as_of
    return answer(request, _found(request, event, "events")["figures"])


@router.get("/events/{event}/explain/{wanted_id}", response_model=Trace, tags=["events"])
def explained(request: Request, event: Id, wanted_id: Id, as_of: AsOf = None) -> Response:
    """A figure or claim of one event, walked back to its words, report, address and hash."""
    del as_of
    try:
        return answer(request, part_of(request, event).explain(wanted_id))
    except UsageError as error:
        raise HTTPException(404, str(error)) from error


@router.get("/explain/{wanted_id}", response_model=Trace, tags=["figures"])
def explain(request: Request, wanted_id: Id, as_of: AsOf = None) -> Response:
    """A figure or claim of any event (its id, or the beginning of one), walked back to its words."""
    del as_of
    ledger = ledger_of(request)
    try:
        return answer(request, ledger.explain(wanted_id))
    except UsageError as error:
        raise HTTPException(404, str(error)) from error


@router.get("/history/{figure}", response_model=list[Change], tags=["figures"])
def history(request: Request, figure: Id, along: Along = "recorded") -> Response:
    """Each change of a figure (its id, or the beginning of one), the first one first, with its cause.

    As recorded in this ledger, or as the reports published up to each day tell it (``moment`` is a day then, or empty
    for reports that tell none).
    """
    ledger = ledger_of(request)
    try:
        return answer(request, ledger.history(figure, along))
    except UsageError as error:
        raise HTTPException(404, str(error)) from error


@router.get("/reports", response_model=FoundReports, tags=["reports"])
def reports(request: Request, asked: Asked) -> Response:
    """Reports on one line each, by the page."""
    return _shelf(request, asked, "reports")


@router.get("/reports/{report}", response_model=ReportRow, tags=["reports"])
def report(request: Request, report: Id, as_of: AsOf = None) -> Response:
    """One report: a row of ``reports.jsonl``."""
    del as_of
    return _row(request, report, "reports")


@router.get("/rejects", response_model=FoundRejects, tags=["reports"])
def rejects(request: Request, asked: Asked) -> Response:
    """What could not be read, and why, by the page."""
    return _shelf(request, asked, "rejects")


@router.get("/sources", response_model=FoundSources, tags=["reports"])
def sources(request: Request, asked: Asked) -> Response:
    """Outlets, agencies and speakers on one line each, by the page."""
    return _shelf(request, asked, "sources")


@router.get("/parts/{wanted_id}", response_model=Part, tags=["events", "reports"])
def part(request: Request, wanted_id: Id, as_of: AsOf = None) -> Response:
    """All that is held about one event or one report: the rows of each table."""
    del as_of
    tables = table_rows(part_of(request, wanted_id).holdings)
    return answer(request, {table: tables.get(table, []) for table in PART})


@router.get("/claims", response_model=Page[Claim], tags=["events", "reports"])
def claims(request: Request, about: AboutWhat) -> Response:
    """The claims of one event or report: rows of ``claims.jsonl``."""
    return _rows(request, about, "claims")


@router.get("/statements", response_model=Page[Statement], tags=["events", "reports"])
def statements(request: Request, about: AboutWhat) -> Response:
    """Who says what in the reports of one event, or in one report: rows of ``statements.jsonl``."""
    return _rows(request, about, "statements")


@router.get("/copies", response_model=Page[CopyGroup], tags=["events", "reports"])
def copies(request: Request, about: AboutWhat) -> Response:
    """The copy groups that reports of one event, or one report, belong to: rows of ``copies.jsonl``."""
    return _rows(request, about, "copies")


@router.get("/decisions", response_model=Page[DecisionRow], tags=["decisions"])
def decisions(request: Request, about: AboutWhat) -> Response:
    """People's decisions, all or those about one event or report, with how each stands."""
    if about.event is not None or about.report is not None:
        return _part(request, about, _rows_of(part_about(request, about).holdings, "decisions"))
    made = judgements(desk_of(request).store, ledger_of(request).as_of)
    return _part(request, about, [decision_row(one) for one in made])


@router.get("/review", response_model=DoubtsPage, tags=["decisions"])
def review(request: Request, asked: Annotated[Opened, Query()]) -> Response:
    """What is open, first what a decision would change most, by the page."""
    start = int(asked.cursor or 0)
    some = slice(start, start + asked.limit)
    found = queued(desk_of(request).store, asked.kind, some, ledger_of(request).as_of)
    cursor = str(some.stop) if found.has_more else None
    address = next_page(request, cursor)
    told = {"entries": found.doubts, "kinds": found.kinds, "cursor": cursor, "next": address}
    return answer(request, told, leading_on(address))


@router.get("/search", response_model=Searched, tags=["events", "reports"])
def search(
    request: Request, words: Annotated[str, Query(min_length=1, max_length=400)], as_of: AsOf = None
) -> Response:
    """The first events and reports that have all the words, or longer ones that begin so."""
    del as_of
    ledger, asked = ledger_of(request), Narrowing(words=words)
    told = {shelf: _told(ledger.find(wanted(asked, shelf)), None) for shelf in SEARCHED}
    return answer(request, told)


@router.get("/rules", response_model=list[Rule], tags=["figures"])
def rules(request: Request) -> Response:
    """The ways of reconciling conflicting figures."""
    return answer(request, [Rule(name=name, title=title) for name, title in all_rules()])


def _shelf(request: Request, asked: Narrowing, shelf: ShelfName) -> Response:
    found = ledger_of(request).find(wanted(asked, shelf))
    address = next_page(request, found.cursor)
    return answer(request, _told(found, address), leading_on(address))


def _told(found: Found, address: str | None) -> dict[str, Any]:
    told: dict[str, Any] = msgspec.to_builtins(found)
    return told | {"next": address}


def _row(request: Request, wanted_id: str, table: str) -> Response:
    return answer(request, _found(request, wanted_id, table))


def _found(request: Request, wanted_id: str, table: str) -> dict[str, Any]:
    rows = _rows_of(part_of(request, wanted_id).holdings, table)
    found = next((row for row in rows if row["id"] == wanted_id), None)
    if found is None:
        raise HTTPException(404, f"Asked for {wanted_id!r} among the {table}; it is none of them.")
    return found


def _rows(request: Request, about: About, table: str) -> Response:
    return _part(request, about, _rows_of(part_about(request, about).holdings, table))


def _rows_of(holdings: Any, table: str) -> list[dict[str, Any]]:
    return table_rows(holdings).get(table, [])


def _part(request: Request, about: About, rows: Sequence[dict[str, Any]]) -> Response:
    start = int(about.cursor or 0)
    end = start + about.limit
    cursor = str(end) if end < len(rows) else None
    address = next_page(request, cursor)
    told = {"entries": rows[start:end], "total": len(rows), "cursor": cursor, "next": address}
    return answer(request, told, leading_on(address))
