"""A desk in, the web application out: its pages in one list; nothing is read or opened before the first request."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import APIRouter, FastAPI
from fastapi.concurrency import run_in_threadpool

from twosource.web import files
from twosource.web.crew.makers import HandedOn, Seats
from twosource.web.desk import Desk
from twosource.web.guard.gate import guarded
from twosource.web.http.late import Programs
from twosource.web.http.problem import ADDRESS
from twosource.web.pages import (
    account,
    accounts,
    add,
    claim,
    compare,
    decisions,
    event,
    events,
    export,
    jobs,
    joining,
    login,
    moments,
    rejects,
    reports,
    review,
    sources,
)
from twosource.web.refusal import answer_errors
from twosource.web.unchanged import Unchanged

ROUTERS: tuple[APIRouter, ...] = (
    files.router,
    events.router,
    joining.router,
    event.router,
    claim.router,
    reports.router,
    compare.router,
    review.router,
    rejects.router,
    sources.router,
    export.router,
    decisions.router,
    add.router,
    jobs.router,
    moments.router,
    login.router,
    account.router,
    accounts.router,
)


def build_app(desk: Desk) -> FastAPI:
    """Return the application that serves one ledger."""
    app = FastAPI(title="Twosource", docs_url=None, redoc_url=None, openapi_url=None, lifespan=_until_stopped)
    app.state.desk = desk
    app.state.seats = Seats()
    for router in ROUTERS:
        app.include_router(router)
    app.mount(ADDRESS, Programs(desk))
    answer_errors(app)
    app.add_middleware(Unchanged, desk=desk)
    app.add_middleware(HandedOn, seats=app.state.seats)  # behind all guards, which are added after it
    guarded(app, desk)
    return app


@asynccontextmanager
async def _until_stopped(app: FastAPI) -> AsyncIterator[None]:
    """Let a job in progress stop at its next step when the server does."""
    yield
    await run_in_threadpool(app.state.desk.jobs.close)
