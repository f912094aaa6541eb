"""The time line of some days."""

from twosource.values.bins import days


def test_bins_are_as_wide_as_the_days_lie_apart() -> None:
    assert days(["2031-05-07", None, "2031-05-05", "2031-05-05"]) == (
        ("2031-05-05", 2),
        ("2031-05-06", 0),
        ("2031-05-07", 1),
    )
    assert days(["2030-12-31", "2031-06-01"])[:3] == (("2030-12", 1), ("2031-01", 0), ("2031-02", 0))
    assert days(["1999-05-05", "2031-06-01"])[0] == ("1999", 1)
    assert len(days(["1999-05-05", "2031-06-01"])) == 33
    assert days([None]) == ()
