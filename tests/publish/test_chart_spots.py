"""The map of many points: which part of the earth it shows, and that every point stands on it."""

from twosource.publish.chart_spots import HEIGHT, WIDTH, spots_map

BERN = (7.4, 46.9, 3, "3 events here", "/bern")
ORURO = (-67.1, -17.9, 1, "1 event here", "/oruro")
SUVA = (178.4, -18.1, 1, "1 event here", "/suva")


def test_no_point_gives_no_map() -> None:
    assert spots_map([]) is None


def test_every_point_stands_on_the_drawing_and_the_largest_lie_below() -> None:
    drawn = spots_map([ORURO, BERN, SUVA])
    assert drawn is not None
    assert drawn.dots[0].href == "/bern"
    assert all(0 <= float(dot.x) <= WIDTH and 0 <= float(dot.y) <= HEIGHT for dot in drawn.dots)


def test_points_near_each_other_are_shown_closer_than_the_world() -> None:
    world = spots_map([BERN, ORURO])
    near = spots_map([BERN, (8.5, 47.4, 1, "1 event here", "/zurich")])
    assert world is not None
    assert near is not None
    apart = abs(float(near.dots[0].x) - float(near.dots[1].x))
    assert apart > 10
    assert near.land
    assert near.land != world.land
