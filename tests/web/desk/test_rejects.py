"""Rejects: counted by reason, with what would do, and found by their words."""

from fastapi.testclient import TestClient


def test_each_reason_is_counted_with_what_it_means(desk: TestClient) -> None:
    page = desk.get("/rejects").text
    assert "1 reject" in page
    assert "missing text" in page
    assert "The row has neither text nor html" in page


def test_rejects_are_found_by_reason_and_words(desk: TestClient) -> None:
    assert "Clear all" in desk.get("/rejects", params={"type": "missing text"}).text
    assert "No reject fits" in desk.get("/rejects", params={"words": "unicorn"}).text


def test_a_ledger_without_rejects_says_so(web: TestClient) -> None:
    assert "Nothing was refused" in web.get("/rejects").text
