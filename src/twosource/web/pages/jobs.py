"""``/jobs`` and ``/jobs/ID``: long work that was asked for, how far it is, and what came of it."""

from collections.abc import Mapping
from itertools import groupby

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from twosource.publish.rejects import meaning_told
from twosource.publish.wording import capitalised
from twosource.web.desk import desk_of
from twosource.web.jobs import Job, Link
from twosource.web.render import page
from twosource.web.routes import Routes

router = Routes()

STEPS: Mapping[str, str] = {
    "collecting": "Items collected",
    "reading": "Reports read",
    "copies": "Texts compared",
    "linking": "Accounts linked into events",
}
STATES: Mapping[str, str] = {
    "waiting": "Waiting its turn",
    "running": "Running",
    "done": "Done",
    "failed": "Failed",
    "stopped": "Stopped",
}
FORGOTTEN = "No such job is remembered. Jobs are kept while the server runs; what one wrote stands in the ledger."


@router.get("/jobs")
def jobs(request: Request) -> Response:
    """Return the list of recent jobs."""
    return page(request, "jobs.html.j2", {"jobs": desk_of(request).jobs.recent(), "states": STATES})


@router.get("/jobs/{name}")
def job(request: Request, name: str) -> Response:
    """Return one job; its page asks for itself again until the job is over."""
    found = desk_of(request).jobs.get(name)
    if found is None:
        raise HTTPException(404, FORGOTTEN)
    shown = {"job": found, "states": STATES, "steps": _steps(found), "links": _links(found), "refused": _refused(found)}
    return page(request, "job.html.j2", shown)


def _steps(found: Job) -> tuple[tuple[str, int], ...]:
    return tuple((STEPS.get(stage, stage.capitalize()), done) for stage, done in found.steps)


def _refused(found: Job) -> tuple[tuple[str, str, str, str], ...]:
    """Return what was refused: what it is, the reason, what was found, and what the reason means and would do."""
    told = found.outcome.refused if found.outcome else ()
    return tuple((source, reason, capitalised(detail), meaning_told(reason)) for source, reason, detail in told)


def _links(found: Job) -> tuple[tuple[str, tuple[Link, ...]], ...]:
    links = found.outcome.links if found.outcome else ()
    return tuple((group, tuple(each)) for group, each in groupby(links, key=lambda link: link.group))
