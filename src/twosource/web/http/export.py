"""Whole tables as they are published, one JSON Lines file at a time."""

from collections.abc import Iterator
from typing import Annotated, Literal

from fastapi import APIRouter, HTTPException, Query, Request
from starlette.responses import Response, StreamingResponse

from twosource.model import Query as Wanted
from twosource.publish import table_rows
from twosource.publish.geojson import MEDIA_TYPE, geojson
from twosource.publish.geojson import NAME as GEOJSON
from twosource.publish.rows import event_row
from twosource.publish.tables import encoded_lines
from twosource.upkeep import asked_together
from twosource.web.desk import desk_of, ledger_of
from twosource.web.exported import held
from twosource.web.http.ask import AsOf, Narrowing, wanted

LINES = "application/jsonl"
MOST = 20_000  # events: their rows and claims take some 2 GB of memory while they are written
AT_ONCE = 500
Table = Literal["reports", "statements", "claims", "events", "copies", "rejects", "annotations", "decisions"]
router = APIRouter()


@router.get(
    "/export",
    tags=["export"],
    response_class=Response,
    responses={200: {"description": "The table.", "content": {LINES: {"schema": {"type": "string"}}}}},
)
def export(request: Request, table: Annotated[Table, Query()], as_of: AsOf = None) -> Response:
    """A whole table, as ``twosource run --out`` writes it; an archive with a page for people is at ``/export``."""
    del as_of
    ledger = ledger_of(request)
    if ledger.find(Wanted(limit=1)).total > MOST:
        raise HTTPException(
            400, f"The ledger holds more than {MOST:,} events; write it with 'twosource export DIR --store LEDGER'."
        )
    rows = table_rows(ledger.holdings).get(table, [])
    headers = {"Content-Disposition": f'attachment; filename="{table}.jsonl"'}
    return StreamingResponse(_lines(rows), media_type=LINES, headers=headers)


@router.get(
    f"/export/{GEOJSON}",
    tags=["export"],
    response_class=Response,
    responses={200: {"description": "The events.", "content": {MEDIA_TYPE: {"schema": {"type": "object"}}}}},
)
def events_geojson(request: Request, asked: Annotated[Narrowing, Query()]) -> Response:
    """All events that match, at most 1,000, as points for a map (RFC 7946); ``cursor`` and ``limit`` are left aside."""
    with asked_together(desk_of(request).store):
        found = held(ledger_of(request), wanted(asked, "events"))
    headers = {"Content-Disposition": f'attachment; filename="{GEOJSON}"'}
    return StreamingResponse(geojson(map(event_row, found.events)), media_type=MEDIA_TYPE, headers=headers)


def _lines(rows: list[dict[str, object]]) -> Iterator[bytes]:
    for start in range(0, len(rows), AT_ONCE):
        yield encoded_lines(rows[start : start + AT_ONCE])
