"""Addresses give up the page itself, its host and its days."""

from datetime import date

import pytest

from twosource.values.address import archived_day, day_in_path, page_address, path_of, site

COPY = "http://web.archive.org/web/20310805034445/http://www.velmanews.example:80/2031/08/02/story"


def test_an_archives_copy_gives_the_page_itself() -> None:
    assert page_address(COPY) == "http://www.velmanews.example:80/2031/08/02/story"
    assert (site(COPY), path_of(COPY)) == ("velmanews.example", "/2031/08/02/story")


def test_an_archives_stamp_is_the_day_of_the_copy() -> None:
    assert archived_day(COPY) == date(2031, 8, 5)
    assert archived_day("http://velmanews.example/2031/08/02/") is None


@pytest.mark.parametrize(
    ("url", "day"),
    [
        (COPY, date(2031, 8, 2)),
        ("https://velmanews.example/news/2031-08-02/two-hurt", date(2031, 8, 2)),
        ("https://velmanews.example/news/2031/02/31/two-hurt", None),
        ("https://velmanews.example/story/20310802", None),
        (None, None),
    ],
)
def test_a_path_tells_a_day(url: str | None, day: date | None) -> None:
    assert day_in_path(url) == day
