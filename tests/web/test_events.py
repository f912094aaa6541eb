"""The list of events: what it tells, how it is narrowed, and the ways to narrow it further."""

import re

import pytest
from fastapi.testclient import TestClient


def titles(told: str) -> list[str]:
    return re.findall(r'<a href="/events/e-[^"]+" dir="auto">([^<]*)</a>', told)


def test_every_event_has_a_line_with_its_figures(web: TestClient) -> None:
    told = web.get("/events").text
    assert "2 events" in told
    assert len(titles(told)) == 2
    assert "3 (2–3)" in told or "2 (2–3)" in told
    assert "Contested" in told


@pytest.mark.parametrize(
    ("wanted", "number"),
    [
        ({"words": "bern"}, 1),
        ({"place": "Bolivia"}, 1),
        ({"earliest": "2031-08-01"}, 1),
        ({"earliest": "2031-05-01", "latest": "2031-12-31"}, 2),
        ({"measure": "killed", "at_least": "5"}, 1),
        ({"measure": "killed", "at_least": "10"}, 0),
        ({"agreement": "contested"}, 1),
        ({"type": "bombing"}, 1),
        ({"box": "5,45,11,48"}, 1),
        ({"words": "", "at_least": "", "earliest": ""}, 2),
    ],
)
def test_a_filter_narrows_the_list(web: TestClient, wanted: dict[str, str], number: int) -> None:
    assert len(titles(web.get("/events", params=wanted).text)) == number


def test_totals_are_of_all_that_match_under_the_rule_asked_for(web: TestClient) -> None:
    told = web.get("/events", params={"words": "Oruro"}).text
    assert re.search(r"<strong>9</strong> killed", told)
    lowest = web.get("/events", params={"words": "Bern", "rule": "acled"}).text
    assert re.search(r"<strong>2</strong> killed", lowest)


def test_nothing_that_no_event_tells_of_is_added_up_to_zero(web: TestClient) -> None:
    told = web.get("/events", params={"words": "Oruro"}).text
    assert re.findall(r"<strong>[^<]*</strong> (\w+)", told) == ["killed"]


def test_columns_sort_and_turn_round(web: TestClient) -> None:
    told = web.get("/events", params={"sort": "killed"}).text
    assert 'aria-sort="descending"' in told
    assert "sort=killed&amp;descending=false" in told
    falling = titles(told)
    rising = titles(web.get("/events", params={"sort": "killed", "descending": "false"}).text)
    assert falling == rising[::-1]


def test_a_bar_and_a_spot_are_ways_to_their_events(web: TestClient) -> None:
    told = web.get("/events").text
    bar = re.search(r'<a href="([^"]*earliest=2031-05[^"]*)" aria-label', told)
    spot = re.search(r'<a href="([^"]*box=[^"]*)" aria-label', told)
    assert bar
    assert spot
    for way in (bar[1], spot[1]):
        assert len(titles(web.get(way.replace("&amp;", "&")).text)) == 1


def test_a_filter_can_be_taken_away(web: TestClient) -> None:
    told = web.get("/events", params={"words": "Bern", "place": "Switzerland", "sort": "killed"}).text
    assert 'href="/events?place=Switzerland&amp;sort=killed"' in told
    assert 'href="/events?sort=killed"' in told


def test_pages_follow_each_other_and_keep_what_is_asked(web: TestClient) -> None:
    told = web.get("/events", params={"limit": "1", "sort": "killed"}).text
    following = re.search(r'href="([^"]*cursor=[^"]*)" rel="next"', told)
    assert following
    after = web.get(following[1].replace("&amp;", "&") + "&limit=1").text
    assert set(titles(told)) & set(titles(after)) == set()
    assert "First page" in after


def test_the_export_has_the_same_query(web: TestClient) -> None:
    told = web.get("/events", params={"words": "Bern", "at_least": "1"}).text
    assert 'href="/export?words=Bern&amp;at_least=1"' in told


def test_nothing_found_tells_what_to_do(web: TestClient) -> None:
    told = web.get("/events", params={"words": "nowhere"}).text
    assert "No event fits" in told
    assert "Clear all filters" in told


@pytest.mark.parametrize(
    "wanted", [{"at_least": "many"}, {"sort": "beauty"}, {"box": "1,2"}, {"measure": "sunk"}, {"words": "x" * 500}]
)
def test_what_cannot_be_asked_is_said(web: TestClient, wanted: dict[str, str]) -> None:
    assert web.get("/events", params=wanted).status_code == 400


def test_words_asked_for_are_shown_as_text(web: TestClient) -> None:
    told = web.get("/events", params={"words": '"><script>alert(1)</script>'}).text
    assert "<script>alert" not in told
