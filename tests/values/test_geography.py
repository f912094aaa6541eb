"""Distances and boxes on the earth."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.values.geography import box_of, distance_km, is_on_earth, middle_of

points = st.tuples(st.floats(-90, 90), st.floats(-180, 180))


def test_known_distance() -> None:
    """Paris to London is 344 km on the great circle."""
    assert distance_km((48.8566, 2.3522), (51.5074, -0.1278)) == pytest.approx(343.5, abs=1.0)


def test_distance_across_the_180th_meridian_is_short() -> None:
    assert distance_km((0.0, 179.5), (0.0, -179.5)) == pytest.approx(111.2, abs=0.2)


@given(points, points)
def test_distance_is_symmetric_and_at_most_half_around(a: tuple[float, float], b: tuple[float, float]) -> None:
    assert distance_km(a, b) == pytest.approx(distance_km(b, a))
    assert 0 <= distance_km(a, b) <= 20_016


@given(points)
def test_a_point_is_no_distance_from_itself(a: tuple[float, float]) -> None:
    assert distance_km(a, a) == 0


def test_box_and_middle_of_points() -> None:
    corners = [(1.0, 2.0), (3.0, -4.0)]
    assert box_of(corners) == (1.0, -4.0, 3.0, 2.0)
    assert middle_of(corners) == (2.0, -1.0)


def test_a_box_needs_a_point() -> None:
    with pytest.raises(ValueError, match="unpack"):
        box_of([])


def test_degrees_out_of_range_are_not_on_earth() -> None:
    assert is_on_earth(90, -180)
    assert not is_on_earth(91, 0)
