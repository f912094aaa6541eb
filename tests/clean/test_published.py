"""No report is published after it was archived."""

import pytest

from twosource.clean.published import publication

ARCHIVED = "http://web.archive.org/web/20310805034445/http://velma.example/story"


@pytest.mark.parametrize(
    ("told", "url", "day"),
    [
        (("2031-08-02",), None, "2031-08-02"),
        (("2031-08-02",), ARCHIVED, "2031-08-02"),
        (("2032-01-28",), ARCHIVED, None),
        (("2032-01-28", "2031-08-01T10:00:00"), ARCHIVED, "2031-08-01T10:00:00"),
        ((None, None), "http://velma.example/2031/08/02/story", "2031-08-02"),
        (("2031-08-03",), "http://velma.example/2031/08/02/story", "2031-08-02"),
        (("2031-08-20",), "http://velma.example/2031/08/02/story", "2031-08-20"),
        (("2032-01-28",), f"{ARCHIVED[:-5]}2031/08/02/story", "2031-08-02"),
        ((), None, None),
    ],
)
def test_the_address_bounds_the_day(told: tuple[str | None, ...], url: str | None, day: str | None) -> None:
    assert publication(told, url) == day
