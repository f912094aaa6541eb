"""A small application behind the guards, alone or with a team, and browsers that ask it; no page of ours is needed."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from fastapi import APIRouter, FastAPI, Request
from fastapi.responses import HTMLResponse, PlainTextResponse
from fastapi.testclient import TestClient

from twosource.web.desk import Desk, csrf_field, person_of
from twosource.web.guard.gate import guarded
from twosource.web.guard.protection import Protection

HERE = "http://127.0.0.1:8000"
router = APIRouter()


@router.get("/form")
def form(request: Request) -> HTMLResponse:
    return HTMLResponse(f"<form method=post action=/change>{csrf_field(request)}</form>")


@router.get("/look")
def look(request: Request) -> PlainTextResponse:
    return PlainTextResponse(f"{person_of(request).name} {person_of(request).role}")


@router.post("/change")
async def change(request: Request) -> PlainTextResponse:
    async with request.form() as told:
        file = told.get("file")
        size = 0 if file is None or isinstance(file, str) else len(await file.read())
        return PlainTextResponse(f"changed {told.get('word')} {size}")


@router.post("/add")
async def add(request: Request) -> PlainTextResponse:
    return await change(request)


@router.post("/api/v1/things")
async def thing(request: Request) -> PlainTextResponse:
    return PlainTextResponse(f"changed {await request.json()}")


@router.get("/static/page.css")
def css() -> PlainTextResponse:
    return PlainTextResponse("", headers={"Cache-Control": "public, max-age=3600"}, media_type="text/css")


Opened = Callable[..., TestClient]


@pytest.fixture
def opened(tmp_path: Path) -> Opened:
    """Open the application with what is told about its protection."""

    def opening(url: str = HERE, **told: object) -> TestClient:
        desk = Desk(store=str(tmp_path / "ledger.db"), protection=replace(Protection(), **told))  # type: ignore[arg-type]
        app = FastAPI()
        app.state.desk = desk
        app.include_router(router)
        guarded(app, desk)
        return TestClient(app, base_url=url, follow_redirects=False)

    return opening


@pytest.fixture
def client(opened: Opened) -> TestClient:
    """A browser at the application, without accounts."""
    return opened()
