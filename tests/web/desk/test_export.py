"""Export: what a query finds, as an archive of tables, sheets and the page, under a rule that is told in it."""

import csv
import io
import json
import zipfile
from typing import Any

import pytest
from fastapi.testclient import TestClient

from twosource.web import exported
from twosource.web.pages import export


def _archive(answer: Any) -> dict[str, str]:
    assert answer.status_code == 200
    with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name).decode() for name in archive.namelist()}


def test_the_archive_holds_tables_sheets_and_the_page(desk: TestClient) -> None:
    files = _archive(desk.get("/export/ledger.zip"))
    assert set(files) >= {"about.txt", "events.jsonl", "claims.jsonl", "reports.jsonl", "copies.jsonl", "index.html"}
    events = [json.loads(line) for line in files["events.jsonl"].splitlines()]
    sheet = list(csv.DictReader(io.StringIO(files["events.csv"], newline="")))
    assert [row["id"] for row in sheet] == [event["id"] for event in events]
    assert len(list(csv.DictReader(io.StringIO(files["figures.csv"], newline="")))) == sum(
        len(event["figures"]) for event in events
    )
    assert "Graz" in files["index.html"]


def test_only_what_is_filtered_is_exported(web: TestClient) -> None:
    files = _archive(web.get("/export/ledger.zip", params={"words": "Bern"}))
    assert len(files["events.jsonl"].splitlines()) == 1
    assert "Oruro" not in files["events.jsonl"]
    assert "Events asked for: words Bern." in files["about.txt"]


@pytest.mark.parametrize("path", ["/export/events.geojson", "/api/v1/export/events.geojson"])
def test_what_is_filtered_is_exported_for_a_map(web: TestClient, path: str) -> None:
    answer = web.get(path, params={"words": "Bern", "rule": "ucdp"})
    assert answer.headers["content-type"] == "application/geo+json"
    assert answer.headers["content-disposition"] == 'attachment; filename="events.geojson"'
    (one,) = answer.json()["features"]
    longitude, latitude = one["geometry"]["coordinates"]
    assert (round(longitude), round(latitude)) == (7, 47)
    assert (one["properties"]["place_name"], one["properties"]["rule"]) == ("Bern", "ucdp")
    assert one["properties"]["place_precision"]
    assert len(web.get(path).json()["features"]) == 2
    assert web.get(path, params={"as_of": "2001-01-01"}).json() == {"type": "FeatureCollection", "features": []}


def test_the_archive_and_the_file_for_a_map_tell_the_same(web: TestClient) -> None:
    files = _archive(web.get("/export/ledger.zip"))
    assert files["events.geojson"] == web.get("/export/events.geojson").text
    assert 'formaction="/export/events.geojson"' in web.get("/export").text


def test_the_rule_chosen_is_told_and_in_the_figures(web: TestClient) -> None:
    files = _archive(web.get("/export/ledger.zip", params={"rule": "ucdp"}))
    assert "Rule of the figures: ucdp" in files["about.txt"]
    rules = {figure["rule"] for line in files["events.jsonl"].splitlines() for figure in json.loads(line)["figures"]}
    assert rules == {"ucdp"}


def test_the_same_ledger_gives_the_same_bytes(web: TestClient) -> None:
    assert web.get("/export/ledger.zip").content == web.get("/export/ledger.zip").content


def test_more_than_one_archive_holds_is_refused_with_what_would_do(
    web: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(export, "MOST", 1)
    monkeypatch.setattr(exported, "MOST", 1)
    for path in ("/export/ledger.zip", "/export/events.geojson", "/api/v1/export/events.geojson"):
        answer = web.get(path)
        assert answer.status_code == 400
        assert "Narrow the filters" in answer.text
    assert "One archive holds" in web.get("/export").text


def test_the_page_carries_the_filters_to_the_archive(web: TestClient) -> None:
    page = web.get("/export", params={"words": "Bern", "sort": "killed"}).text
    assert "Export 1 event" in page
    assert "<li>“Bern”</li>" in page
    assert '<input type="hidden" name="words" value="Bern">' in page
    assert '<input type="hidden" name="sort" value="killed">' in page


def test_a_ledger_of_the_past_is_exported_as_it_was(web: TestClient) -> None:
    files = _archive(web.get("/export/ledger.zip", params={"as_of": "2001-01-01"}))
    assert files["events.jsonl"] == ""
    assert "As the ledger was at: 2001-01-01." in files["about.txt"]


def test_a_rule_that_does_not_exist_is_refused(web: TestClient) -> None:
    assert web.get("/export/ledger.zip", params={"rule": "unicorn"}).status_code == 400
