"""``/add``: reports come in by upload, pasted, or by address; a job reads them and shows what came of it."""

import re
import shutil
import tempfile
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from twosource import collect
from twosource.errors import SourceError, UsageError
from twosource.web import chores
from twosource.web.chores import Delivery
from twosource.web.desk import desk_of, ledger_of, moment_of, person_of
from twosource.web.render import page
from twosource.web.routes import Routes

router = Routes()

FILES, ADDRESSES = 200, 50  # at once; more is a folder's work, for the command line
NAME, LINE = 200, 4_000  # characters of a file's name, of a one-line field
SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:(?!\d)", re.IGNORECASE)
WEB = re.compile(r"https?://[^\s/]", re.IGNORECASE)
NOT_IN_NAMES = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
READERS = "Readers look; a reviewer or an admin adds reports. Ask whoever keeps the accounts."
PAST = "Nothing can be added to the past; go back to now first."
FIELDS = ("text", "kind", "title", "published", "url", "addresses", "follow")
FRESH: Mapping[str, str] = {**dict.fromkeys(FIELDS, ""), "kind": "text", "follow": "yes"}


@router.get("/add")
def forms(request: Request) -> Response:
    """Return the three forms."""
    _check(request)
    return page(request, "add.html.j2", {"told": FRESH, "fault": None, "files": FILES, "addresses": ADDRESSES})


@router.post("/add")
async def add(request: Request) -> Response:
    """Take what was sent and lead to the job that reads it; where something has to be mended, show the form again."""
    async with request.form(max_files=FILES, max_fields=50) as form:
        return await run_in_threadpool(_taken, request, form)


def _taken(request: Request, form: FormData) -> Response:
    _check(request)
    how = _text(form, "how")
    try:
        delivery = TAKEN.get(how, _nothing)(form)
    except UsageError as error:
        told = {name: _text(form, name) for name in FIELDS}
        shown = {"told": told, "fault": (how, str(error)), "files": FILES, "addresses": ADDRESSES}
        return page(request, "add.html.j2", shown, 400)
    job = chores.add(desk_of(request), person_of(request).name, delivery)
    return RedirectResponse(f"/jobs/{job.id}", 303)


def _check(request: Request) -> None:
    if person_of(request).role == "reader":
        raise HTTPException(403, READERS)
    if moment_of(request) is not None:
        raise HTTPException(400, PAST)
    ledger_of(request)  # one that was lost is told before anything is sent or read


def _nothing(_form: FormData) -> Delivery:
    raise UsageError("Choose files, paste a text, or name an address.")


def _uploaded(form: FormData) -> Delivery:
    sent = [one for one in form.getlist("files") if isinstance(one, UploadFile) and one.filename]
    if not sent:
        raise UsageError("No file was chosen.")
    folder = Path(tempfile.mkdtemp(prefix="twosource-"))
    try:
        uploads = tuple(_copied(one, folder / str(number)) for number, one in enumerate(sent, 1))
    except OSError as error:
        shutil.rmtree(folder, ignore_errors=True)
        raise SourceError(f"The upload could not be kept: {error.strerror}. Make room on the server's disk.") from error
    return Delivery(inputs=uploads, follow=bool(_text(form, "follow")), folder=folder)


def _copied(one: UploadFile, place: Path) -> "collect.Upload":
    with place.open("wb") as file:
        shutil.copyfileobj(one.file, file)
    return collect.Upload(name=_name(one.filename or "", place.name), path=place)


def _pasted(form: FormData) -> Delivery:
    text, title, url = _text(form, "text"), _line(form, "title"), _line(form, "url")
    if not text.strip():
        raise UsageError("Nothing was pasted.")
    if url and not WEB.match(url):
        raise UsageError(f"The address {url[:80]!r} does not begin with https:// or http://.")
    told = {"title": title, "url": url, "published": _day(_line(form, "published"))}
    row: dict[str, object] = {name: value for name, value in told.items() if value}
    row["html" if _text(form, "kind") == "html" else "text"] = text.replace("\r\n", "\n")
    return Delivery(inputs=(row,))


def _named(form: FormData) -> Delivery:
    lines = [line.strip() for line in _text(form, "addresses").splitlines() if line.strip()]
    if not lines:
        raise UsageError("No address was named.")
    if len(lines) > ADDRESSES:
        raise UsageError(f"{len(lines)} addresses were named; {ADDRESSES} are taken at once.")
    found = [line if SCHEME.match(line) else f"https://{line}" for line in lines]
    for line in found:
        if not WEB.match(line):
            raise UsageError(f"{line[:80]!r} is no address of the web; it begins with https:// or http://.")
    return Delivery(inputs=tuple(dict.fromkeys(found)), follow=bool(_text(form, "follow")))


TAKEN: Mapping[str, Callable[[FormData], Delivery]] = {"files": _uploaded, "paste": _pasted, "address": _named}
"""What makes of each form what is to be read."""


def _text(form: FormData, name: str) -> str:
    value = form.get(name)
    return value if isinstance(value, str) else ""


def _line(form: FormData, name: str) -> str:
    value = _text(form, name).strip()
    if len(value) > LINE:
        raise UsageError(f"The field {name!r} is longer than {LINE:,} characters.")
    return value


def _day(told: str) -> str:
    """A day of publication anchors "on Tuesday": one that cannot be read is not passed over."""
    try:
        return date.fromisoformat(told).isoformat() if told else ""
    except ValueError as error:
        raise UsageError(f"Cannot read the day of publication {told[:40]!r}; write it as 2026-01-05.") from error


def _name(told: str, number: str) -> str:
    """Return the last part of a file's name as it was sent, without what no line of text holds."""
    name = NOT_IN_NAMES.sub("", re.split(r"[/\\]", told)[-1]).strip()[-NAME:]
    return name if name.strip(". ") else f"upload {number}"
