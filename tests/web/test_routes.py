"""What an address or a form tells a page is read by the names of its function's parameters, or refused with reasons."""

from typing import Annotated

import pytest
from fastapi.testclient import TestClient
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from twosource.errors import UsageError
from twosource.web.routes import Number, Routes, Text


@pytest.fixture
def browser() -> TestClient:
    """A browser at an application of three small pages."""
    pages = Routes()

    @pages.get("/towns/{town}")
    def town(
        request: Request, town: Annotated[str, Text(pattern="[a-z]+")], start: Annotated[int, Number()] = 7
    ) -> Response:
        return PlainTextResponse(f"{request.method} {town} {start}")

    @pages.get("/free")
    def free(words: Annotated[str, Text(longest=5)] = "none") -> Response:
        return PlainTextResponse(words)

    @pages.post("/sent")
    async def sent(request: Request, name: Annotated[str, Text(longest=5, in_form=True)] = "nobody") -> Response:
        return PlainTextResponse(f"{request.method} {name}")

    def refused(_request: Request, error: Exception) -> Response:
        return PlainTextResponse(str(error), 400)

    return TestClient(Starlette(routes=pages.routes, exception_handlers={UsageError: refused}))


def test_a_page_gets_what_path_address_and_form_tell(browser: TestClient) -> None:
    assert browser.get("/towns/bern?start=12").text == "GET bern 12"
    assert browser.get("/free?words=snow").text == "snow"
    assert browser.post("/sent", data={"name": "Ada"}).text == "POST Ada"


def test_what_is_not_told_or_empty_is_as_the_page_says(browser: TestClient) -> None:
    assert browser.get("/towns/bern?start=").text == "GET bern 7"
    assert browser.get("/free").text == "none"
    assert browser.post("/sent?name=Ada", data={"other": "1"}).text == "POST nobody"


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("/towns/BERN", "town is 'BERN'"),
        ("/towns/bern?start=-1", "start is '-1'; give a whole number from 0 to 10,000,000."),
        ("/towns/bern?start=99999999999", "start is '99999999999'"),
        ("/towns/bern?start=%D9%A3", "start is"),
        ("/free?words=winter", "words has 6 characters; at most 5 are taken."),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_name_and_what_would_do(
    browser: TestClient, path: str, told: str
) -> None:
    found = browser.get(path)
    assert found.status_code == 400
    assert found.text.startswith(told)


def test_a_long_field_of_a_form_is_refused(browser: TestClient) -> None:
    assert browser.post("/sent", data={"name": "Adalbert"}).text.startswith("name has 8 characters")


def test_a_file_where_a_text_is_expected_is_refused(browser: TestClient) -> None:
    assert browser.post("/sent", files={"name": ("a.txt", b"x")}).status_code == 400
