"""What programs change: decisions and reports come in, each settled by a job that can be asked how far it is."""

from datetime import datetime
from typing import Annotated, Any

import msgspec
from fastapi import APIRouter, Body, HTTPException, Request
from pydantic import BaseModel, ConfigDict, Field, JsonValue, model_validator
from starlette.responses import JSONResponse, Response

from twosource import upkeep
from twosource.keeping import Draft
from twosource.model.decision import Verb
from twosource.web import chores
from twosource.web.desk import desk_of, ledger_of, person_of
from twosource.web.http.ask import Id
from twosource.web.http.shape import JobTold, Recorded
from twosource.web.jobs import Job

router = APIRouter()
Text = Annotated[str, Field(max_length=2000)]
Ids = Annotated[tuple[Annotated[str, Field(min_length=1, max_length=100)], ...], Field(max_length=1000)]
WHO = "Name who decides: the server keeps no accounts that would tell."


class DraftTold(BaseModel):
    """A decision as a person tells it; ``who`` is taken from the account where the server keeps accounts."""

    model_config = ConfigDict(extra="forbid")

    verb: Verb
    subjects: Annotated[Ids, Field(min_length=1)]
    why: Annotated[Text, Field(min_length=1)]
    who: Text = ""
    against: Ids = ()
    value: Annotated[str | None, Field(max_length=20_000)] = None


class ReportTold(BaseModel):
    """One report as it is given to a run; unknown fields are kept."""

    model_config = ConfigDict(extra="allow")
    __pydantic_extra__: dict[str, JsonValue]

    id: Annotated[str | None, Field(max_length=2000)] = None
    url: Annotated[str | None, Field(max_length=4000)] = None
    title: Annotated[str | None, Field(max_length=4000)] = None
    published: Annotated[str | None, Field(max_length=100)] = None
    text: str | None = None
    html: str | None = None

    @model_validator(mode="after")
    def _has_words(self) -> "ReportTold":
        if self.text is None and self.html is None:
            raise ValueError("give 'text' or 'html'; nothing is fetched here")
        return self


@router.post("/decisions", response_model=Recorded, status_code=201, tags=["decisions"])
def decide(request: Request, drafts: Annotated[list[DraftTold], Body(min_length=1, max_length=200)]) -> Response:
    """Record decisions, all of them or none, and begin to settle the ledger with them."""
    desk, person = desk_of(request), person_of(request).name
    told = tuple(_draft(one, person) for one in drafts)
    made = upkeep.record(desk.store, told)
    job = chores.settle(desk, person or told[0].who, "/decisions")
    request.state.deed = ", ".join(one.id for one in made)
    content = Recorded(decisions=tuple(one.id for one in made), job=_address(request, job))
    return JSONResponse(msgspec.to_builtins(content), 201, {"Location": _address(request, job)})


@router.post("/reports", response_model=JobTold, status_code=202, tags=["reports"])
def add(request: Request, rows: Annotated[list[ReportTold], Body(min_length=1, max_length=10_000)]) -> Response:
    """Read reports into the ledger; the answer is a job."""
    desk = desk_of(request)
    ledger_of(request)  # one that was lost is told before anything is read
    inputs: tuple[dict[str, Any], ...] = tuple(one.model_dump(exclude_unset=True) for one in rows)
    job = chores.add(desk, person_of(request).name, chores.Delivery(inputs=inputs, follow=False))
    request.state.deed = f"{len(inputs)} reports, job {job.id}"
    return JSONResponse(msgspec.to_builtins(_told(request, job)), 202, {"Location": _address(request, job)})


@router.get("/jobs", response_model=list[JobTold], tags=["jobs"])
def jobs(request: Request) -> Response:
    """The jobs that are remembered, the newest first."""
    return JSONResponse(msgspec.to_builtins([_told(request, one) for one in desk_of(request).jobs.recent()]))


@router.get("/jobs/{job}", response_model=JobTold, tags=["jobs"])
def one_job(request: Request, job: Id) -> Response:
    """How far a job is, and what came of it."""
    found = desk_of(request).jobs.get(job)
    if found is None:
        raise HTTPException(404, "No such job is remembered; what one wrote stands in the ledger.")
    return JSONResponse(msgspec.to_builtins(_told(request, found)))


def _draft(told: DraftTold, person: str) -> Draft:
    who = person or told.who.strip()
    if not who:
        raise HTTPException(400, WHO)
    return Draft(
        verb=told.verb,
        subjects=told.subjects,
        against=told.against,
        who=who,
        why=told.why,
        value=told.value,
    )


def _address(request: Request, job: Job) -> str:
    return f"{request.scope.get('root_path', '')}/jobs/{job.id}"


def _told(request: Request, job: Job) -> JobTold:
    return JobTold(
        id=job.id,
        address=_address(request, job),
        kind=job.kind,
        person=job.person,
        state=job.state,
        steps=job.steps,
        asked=job.asked.isoformat(),
        began=_moment(job.began),
        ended=_moment(job.ended),
        told=job.outcome.told if job.outcome else None,
        error=job.error,
        refused=job.outcome.refused if job.outcome else (),
    )


def _moment(moment: datetime | None) -> str | None:
    return None if moment is None else moment.isoformat()
