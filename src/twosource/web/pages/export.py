"""``/export`` and below it the archive and the file for a map: the events found, under a rule told in them."""

from collections.abc import Iterator
from dataclasses import replace

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from twosource.api import rules
from twosource.model import Query
from twosource.publish.bundle import bundle
from twosource.publish.geojson import MEDIA_TYPE, geojson
from twosource.publish.geojson import NAME as GEOJSON
from twosource.publish.rows import event_row
from twosource.web.asking import asked, query_of
from twosource.web.desk import ledger_of, moment_of, of_one_moment
from twosource.web.exported import MOST, held
from twosource.web.render import page
from twosource.web.routes import Routes
from twosource.web.views.event_list import filters_told
from twosource.web.ways import way

router = Routes()
NAME = "twosource-ledger.zip"


@router.get("/export")
def export(request: Request) -> Response:
    """Return the page that says what will be exported, and lets a rule be chosen."""
    query = query_of(request)
    found = ledger_of(request).find(replace(query, cursor=None, limit=1))
    told = {name: value for name, value in asked(query).items() if name not in {"cursor", "rule"}}
    shown = {
        "query": query,
        "told": told,
        "filters": tuple(told.items()),
        "narrowings": filters_told(query),
        "total": found.total,
        "most": MOST,
        "rules": rules(),
        "back": way("/events", asked(query), moment_of(request)),
    }
    return page(request, "export.html.j2", shown)


@router.get(f"/export/{GEOJSON}")
@of_one_moment
def events_geojson(request: Request) -> Response:
    """Return the events alone, as points for a map (RFC 7946).

    Raises:
        UsageError: more events match than one file holds, or the query cannot be read.
    """
    found = held(ledger_of(request), query_of(request))
    return StreamingResponse(geojson(map(event_row, found.events)), media_type=MEDIA_TYPE, headers=_saved_as(GEOJSON))


@router.get("/export/ledger.zip")
@of_one_moment
def ledger_zip(request: Request) -> Response:
    """Return the archive, piece by piece.

    Raises:
        UsageError: more events match than one archive holds, or the query cannot be read.
    """
    query = replace(query_of(request), cursor=None)
    found = held(ledger_of(request), query)
    lines = _asked_lines(query, moment_of(request))
    return StreamingResponse(bundle(found, lines), media_type="application/zip", headers=_saved_as(NAME))


def _saved_as(name: str) -> dict[str, str]:
    return {"Content-Disposition": f'attachment; filename="{name}"', "X-Content-Type-Options": "nosniff"}


def _asked_lines(query: Query, as_of: str | None) -> Iterator[str]:
    told = [f"{name} {value}" for name, value in asked(query).items() if name not in {"cursor", "rule"}]
    yield f"Events asked for: {', '.join(told) if told else 'all'}."
    if as_of:
        yield f"As the ledger was at: {as_of}."
