"""A fault of the program ends in a page, or a problem, that tells nothing of its inside and runs nothing."""

from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from twosource.web.app import build_app
from twosource.web.desk import Desk


@pytest.mark.parametrize(("path", "kind"), [("/broken", "text/html"), ("/api/broken", "application/problem+json")])
def test_a_fault_tells_nothing_of_the_inside(store: Path, path: str, kind: str) -> None:
    app = build_app(Desk(store=str(store)))

    def broken(_request: Request) -> Response:
        raise KeyError("secret of the inside")

    app.router.routes.insert(0, Route(path, broken))
    web = TestClient(app, base_url="http://127.0.0.1:8000", raise_server_exceptions=False)
    found = web.get(path)
    assert (found.status_code, found.headers["content-type"].partition(";")[0]) == (500, kind)
    assert "secret" not in found.text
    assert found.headers["content-security-policy"].startswith("default-src 'none'")
    assert found.headers["x-content-type-options"] == "nosniff"
