"""The time line of bars: how high, how named, and where each leads."""

import pytest

from twosource.publish.chart_bars import HEIGHT, bars, stretch


def leads(first: str, last: str) -> str:
    return f"{first}..{last}"


@pytest.mark.parametrize(
    ("label", "days"),
    [
        ("2031-05-06", ("2031-05-06", "2031-05-06")),
        ("2032-02", ("2032-02-01", "2032-02-29")),
        ("2031", ("2031-01-01", "2031-12-31")),
    ],
)
def test_a_bar_covers_its_first_to_its_last_day(label: str, days: tuple[str, str]) -> None:
    assert stretch(label) == days


def test_bars_are_as_high_as_their_numbers_and_nothing_is_drawn_for_none() -> None:
    drawn = bars([("2031-05", 4), ("2031-06", 0), ("2031-07", 2)], leads)
    assert drawn is not None
    assert [float(bar.height) for bar in drawn.bars] == [HEIGHT, HEIGHT / 2]
    assert [bar.title for bar in drawn.bars] == ["May 2031: 4 events", "July 2031: 2 events"]
    assert drawn.bars[1].href == "2031-07-01..2031-07-31"
    assert bars([], leads) is None


def test_of_the_marks_that_end_at_the_right_edge_only_the_last_stays() -> None:
    months = [f"2031-{month:02}" for month in range(1, 12)]
    drawn = bars([(month, 1) for month in months], leads)
    assert drawn is not None
    assert [label for _, label in drawn.ticks] == [
        "January 2031",
        "March 2031",
        "May 2031",
        "July 2031",
        "November 2031",
    ]
