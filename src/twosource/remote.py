"""The address of a served ledger in, the same records out as from one that is kept here: asked over HTTP, read as JSON.

It mirrors what the door asks of ``keeping``. The token of an account comes from ``TWOSOURCE_TOKEN`` in the environment.
"""

import os
import time
from collections.abc import Iterable
from dataclasses import asdict, fields
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import urlsplit

import msgspec

from twosource.errors import SourceError, StoreError, UsageError
from twosource.keeping import Change, Doubt, Draft, narrowed_by
from twosource.model import (
    EventEntry,
    Facets,
    Found,
    Holdings,
    Judgement,
    Query,
    Reject,
    ReportEntry,
    SourceEntry,
    Spot,
    Total,
    Trace,
)
from twosource.model.query import Counts, Listed
from twosource.publish import holdings_of
from twosource.values.address import is_loopback

if TYPE_CHECKING:
    import httpx

API = "/api/v1"
VARIABLE = "TWOSOURCE_TOKEN"
SECONDS = 120.0  # the longest wait for an answer: a whole table of a large ledger
PAUSE = 0.2  # seconds between two looks at a job; a small ledger settles in one
DOUBTS = 200  # asked for at once
TABLES = ("reports", "statements", "claims", "events", "copies", "rejects", "annotations", "decisions")
ENTRIES: dict[str, type[Listed]] = {
    "events": EventEntry,
    "reports": ReportEntry,
    "rejects": Reject,
    "sources": SourceEntry,
}
Record = TypeVar("Record")


def is_served(where: str) -> bool:
    """Tell whether a ledger is named by the address of its server."""
    return where.startswith(("http://", "https://"))


def check(where: str, as_of: str | None = None) -> None:
    """Check that there is a ledger, and that a time can be asked for.

    Raises:
        UsageError: the server refuses.
        SourceError: it cannot be reached.
        StoreError: it cannot read its ledger.
    """
    _asked(where, "/events", {"limit": "1", **_moment(as_of)})


def kept(where: str, as_of: str | None = None) -> Holdings:
    """Return all that the ledger holds, or held at a past time; of annotations the layers that are published.

    Raises:
        UsageError, SourceError, StoreError: as ``check``.
    """
    lines = {table: _answered(where, "/export", {"table": table, **_moment(as_of)}).content for table in TABLES}
    return holdings_of(
        {table: [msgspec.json.decode(line) for line in told.splitlines()] for table, told in lines.items()}
    )


def find(where: str, query: Query, as_of: str | None = None) -> Found:
    """Return the page that answers a query.

    Raises:
        UsageError, SourceError, StoreError: as ``check``.
    """
    plain = Query()
    names = [field.name for field in fields(Query) if field.name != "shelf"]
    told = {name: _written(getattr(query, name)) for name in names if getattr(query, name) != getattr(plain, name)}
    found = _asked(where, f"/{query.shelf}", told | _moment(as_of))
    kind = ENTRIES[query.shelf]
    return Found(
        entries=tuple(_read(entry, kind) for entry in found["entries"]),
        total=found["total"],
        cursor=found["cursor"],
        totals=_read(found["totals"], tuple[Total, ...]),
        days=_read(found["days"], Counts),
        spots=_read(found["spots"], tuple[Spot, ...]),
        facets=_read(found["facets"], Facets),
    )


def only(where: str, wanted: str, as_of: str | None = None) -> Holdings:
    """Return the part of the ledger about one event or report.

    Raises:
        UsageError, SourceError, StoreError: as ``check``.
    """
    return holdings_of(_asked(where, f"/parts/{_id(wanted)}", _moment(as_of)))


def narrowed(where: str, query: Query, as_of: str | None = None) -> Holdings:
    """Return what the ledger holds about all events that match.

    Raises:
        UsageError, SourceError, StoreError: as ``check``.
    """
    return narrowed_by(lambda asked: find(where, asked, as_of), lambda event: only(where, event, as_of), query)


def explained(where: str, wanted: str, as_of: str | None = None) -> Trace:
    """Walk a figure or a claim back to its words.

    Raises:
        UsageError, SourceError, StoreError: as ``check``.
    """
    return _read(_asked(where, f"/explain/{_id(wanted)}", _moment(as_of)), Trace)


def figure_history(where: str, wanted: str, _known: Holdings | None = None) -> tuple[Change, ...]:
    """Return each change of a figure.

    Raises:
        UsageError, SourceError, StoreError: as ``check``.
    """
    return _read(_asked(where, f"/history/{_id(wanted)}", {}), tuple[Change, ...])


def figure_published(where: str, wanted: str, _known: Holdings | None = None) -> tuple[Change, ...]:
    """Return each change of a figure with the reports as they were published.

    Raises:
        UsageError, SourceError, StoreError: as ``check``.
    """
    return _read(_asked(where, f"/history/{_id(wanted)}", {"along": "published"}), tuple[Change, ...])


def kept_judgements(where: str, as_of: str | None = None) -> tuple[Judgement, ...]:
    """Return people's decisions with how each stands, in the order they were made.

    Raises:
        UsageError, SourceError, StoreError: as ``check``.
    """
    found: list[Any] = []
    cursor: str | None = "0"
    while cursor is not None:
        page = _asked(where, "/decisions", {"limit": "1000", "cursor": cursor, **_moment(as_of)})
        found += page["entries"]
        cursor = page["cursor"]
    return holdings_of(dict.fromkeys(TABLES, ()) | {"decisions": found}).judgements


def review_queue(
    where: str, limit: int | None = None, kind: str | None = None, as_of: str | None = None
) -> tuple[Doubt, ...]:
    """Return what is open: so much of it, or all; one kind, or every.

    Raises:
        UsageError, SourceError, StoreError: as ``check``.
    """
    found: list[Doubt] = []
    query = {"limit": str(min(limit or DOUBTS, DOUBTS)), **({} if kind is None else {"kind": kind}), **_moment(as_of)}
    cursor: str | None = "0"
    while cursor is not None and (limit is None or len(found) < limit):
        page = _asked(where, "/review", query | {"cursor": cursor})
        found += _read(page["entries"], tuple[Doubt, ...])
        cursor = page["cursor"]
    return tuple(found[:limit])


def decide(where: str, drafts: Iterable[Draft]) -> None:
    """Record decisions, and wait until the ledger is settled with them.

    Raises:
        UsageError, SourceError: as ``check``.
        StoreError: the ledger could not be settled; the decisions are recorded.
    """
    body = msgspec.json.encode([asdict(draft) for draft in drafts])
    job = msgspec.json.decode(_answered(where, "/decisions", {}, body).content)["job"]
    while job is not None:
        told = _asked(where, job.removeprefix(API), {})
        if told["state"] in {"failed", "stopped"}:
            raise StoreError(f"The decisions are recorded; the ledger is not settled with them: {told['error']}")
        if told["state"] == "done":
            return
        time.sleep(PAUSE)


def _asked(where: str, path: str, query: dict[str, str]) -> Any:
    return msgspec.json.decode(_answered(where, path, query).content)


def _answered(where: str, path: str, query: dict[str, str], body: bytes | None = None) -> "httpx.Response":
    try:
        import httpx  # noqa: PLC0415 - an extra; loaded only where asked for
    except ImportError as error:
        raise UsageError("A served ledger needs httpx; pip install 'twosource[client]' brings it.") from error
    headers = _token(where) | ({} if body is None else {"Content-Type": "application/json"})
    try:
        answer = httpx.request(
            "GET" if body is None else "POST",
            f"{where.rstrip('/')}{API}{path}",
            params=query,
            headers=headers,
            content=body,
            timeout=SECONDS,
        )
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        raise SourceError(f"Cannot reach the ledger at {where}: {error}; check that it is served there.") from error
    if answer.is_success:
        return answer
    raise _error(where, answer.status_code, answer.content)


def _token(where: str) -> dict[str, str]:
    token = os.environ.get(VARIABLE, "")
    if not token:
        return {}
    if not where.startswith("https://") and not is_loopback(urlsplit(where).hostname or ""):
        raise UsageError(f"{VARIABLE} is not sent in the clear: name {where} by https://.")
    return {"Authorization": f"Bearer {token}"}


def _error(where: str, status: int, content: bytes) -> UsageError | StoreError:
    try:
        told = str(msgspec.json.decode(content)["detail"])
    except (msgspec.MsgspecError, KeyError, TypeError):
        told = f"It answered {status}; name the address of 'twosource serve', as in http://127.0.0.1:8000."
    if status == 401:
        told = f"{told} Put the token into {VARIABLE}."
    return StoreError(f"{where}: {told}") if status >= 500 else UsageError(f"{where}: {told}")


def _read(told: Any, kind: type[Record]) -> Record:
    try:
        return msgspec.convert(told, kind, strict=False)
    except msgspec.ValidationError as error:
        raise SourceError(
            f"The server speaks of records in another shape ({error}); use one version on both sides."
        ) from error


def _moment(as_of: str | None) -> dict[str, str]:
    return {} if as_of is None else {"as_of": as_of}


def _id(wanted: str) -> str:
    if not wanted or not all(one.isascii() and (one.isalnum() or one in "-_") for one in wanted):
        raise UsageError(f"Asked for {wanted!r}; ids are made of letters, digits, '-' and '_'.")
    return wanted


def _written(value: object) -> str:
    if isinstance(value, tuple):
        return ",".join(f"{degrees:.6f}".rstrip("0").rstrip(".") for degrees in value)
    return str(value).lower() if isinstance(value, bool) else str(value)
