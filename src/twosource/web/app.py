"""A desk in, the web application out: its pages in one list; nothing is read or opened before the first request."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.routing import Mount

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
from twosource.web.routes import Routes
from twosource.web.unchanged import Unchanged

ROUTERS: tuple[Routes, ...] = (
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


def build_app(desk: Desk) -> Starlette:
    """Return the application that serves one ledger."""
    routes = [route for router in ROUTERS for route in router.routes]
    app = Starlette(routes=[*routes, Mount(ADDRESS, Programs(desk))], lifespan=_until_stopped)
    app.state.desk = desk
    app.state.seats = Seats()
    answer_errors(app)
    app.add_middleware(Unchanged, desk=desk)
    app.add_middleware(HandedOn, seats=app.state.seats)  # behind all guards, which are added after it
    guarded(app, desk)
    return app


@asynccontextmanager
async def _until_stopped(app: Starlette) -> AsyncIterator[None]:
    """Let a job in progress stop at its next step when the server does."""
    yield
    await run_in_threadpool(app.state.desk.jobs.close)
