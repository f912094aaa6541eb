"""The drawings stand where the numbers, days and places say."""

import re
from itertools import accumulate
from typing import Any

import pytest

from twosource.model import Figure, Holdings, Place
from twosource.publish.chart_map import place_map, world_map
from twosource.publish.chart_range import figure_range, scale_end
from twosource.publish.chart_timeline import Moment, timeline
from twosource.publish.outline import Window, country_paths


def _figure(holdings: Holdings, name: str) -> Figure:
    return next(figure for event in holdings.events for figure in event.figures if figure.id == f"figure-{name}")


def _moment(lane: str, day: str, latest: str | None = None) -> Moment:
    return Moment(lane=lane, earliest=day, latest=latest or day, told=day, what="it")


def test_a_bar_runs_from_the_lowest_to_the_highest_with_a_dot_for_each_number_claimed(ledger: Holdings) -> None:
    figure = _figure(ledger, "killed")
    claims = tuple(claim for claim in ledger.claims if claim.id in (*figure.claims_for, *figure.claims_against))
    bar = figure_range(figure, claims, 30)
    assert bar is not None
    assert (bar.start, bar.best, bar.end) == ("46.67%", "46.67%", "70.00%")
    assert [(dot.x, dot.supports, dot.count) for dot in bar.dots] == [("46.67%", True, 3), ("70.00%", False, 1)]
    assert bar.label == "14–21, best 14, on a scale from 0 to 30."


def test_an_open_end_runs_to_the_end_of_the_scale(ledger: Holdings) -> None:
    bar = figure_range(_figure(ledger, "injured"), (), 40)
    assert bar is not None
    assert (bar.open_low, bar.open_high, bar.end, bar.best) == (False, True, "100.00%", None)
    upward = figure_range(_figure(ledger, "hills"), (), 8)
    assert upward is not None
    assert (upward.open_low, upward.open_high, upward.start) == (True, False, "0.00%")


def test_no_number_is_no_bar(ledger: Holdings) -> None:
    figure = _figure(ledger, "captured")
    assert scale_end((figure,), ()) == 0
    assert figure_range(figure, (), 0) is None


@pytest.mark.parametrize(("best", "end"), [(0, 1), (1, 1), (3, 3), (32, 40), (99, 100), (1000, 1000), (1001, 1500)])
def test_the_scale_ends_on_a_round_number_that_holds_all(ledger: Holdings, best: int, end: int) -> None:
    figure = Figure(**{name: getattr(_figure(ledger, "killed"), name) for name in Figure.__slots__} | {
        "low": best, "best": best, "high": best})  # fmt: skip
    assert scale_end((figure,), ()) == end


def test_moments_stand_on_their_lanes_in_order_of_days() -> None:
    drawn = timeline((_moment("Published", "2025-03-14"), _moment("Happened", "2025-03-10", "2025-03-12")))
    assert drawn is not None
    lanes = dict(drawn.lanes)
    assert [(one.x, one.x2, one.wide) for one in lanes["Happened"]] == [("10.00%", "50.00%", True)]
    assert [one.x for one in lanes["Published"]] == ["90.00%"]
    assert [entry[1] for entry in drawn.entries] == ["Happened", "Published"]
    assert drawn.ticks[0] == ("10.00%", "10 Mar 2025")


@pytest.mark.parametrize("day", ["yesterday", "2025-02-30", ""])
def test_what_has_no_real_day_is_not_drawn(day: str) -> None:
    assert timeline((_moment("Said", day),)) is None


def test_a_slip_of_a_thousand_years_breaks_nothing() -> None:
    drawn = timeline((_moment("Said", "0001-01-01"), _moment("Said", "9999-12-31")))
    assert drawn is not None
    assert len(drawn.ticks) < 10


def test_moments_of_one_day_share_a_dot() -> None:
    drawn = timeline((_moment("Said", "2025-03-14"), _moment("Said", "2025-03-14T10:00:00+00:00")))
    assert drawn is not None
    assert [len(stretches) for _, stretches in drawn.lanes] == [0, 1, 0]


@pytest.mark.parametrize(("latitude", "longitude"), [(None, None), (91.0, 0.0), (0.0, 999.0)])
def test_a_place_without_a_point_on_earth_has_no_map(latitude: float | None, longitude: float | None) -> None:
    assert place_map(Place(name="Nowhere", latitude=latitude, longitude=longitude)) is None


@pytest.mark.parametrize(("latitude", "longitude"), [(90.0, 0.0), (-90.0, 180.0), (-17.7, 178.0), (66.0, -179.9)])
def test_a_map_can_be_drawn_anywhere(latitude: float, longitude: float) -> None:
    drawn = place_map(Place(name="Edge", latitude=latitude, longitude=longitude, precision="country"))
    assert drawn is not None
    assert (drawn.markers[0].x, drawn.markers[0].y) == ("320", "200")


def test_a_coarser_place_has_a_wider_circle_and_a_wider_map() -> None:
    def drawn(precision: Any) -> tuple[float, str]:
        one = place_map(Place(name="P", country="LY", latitude=27.0, longitude=17.0, precision=precision))
        assert one is not None
        return float(one.markers[0].radius), one.bar_label

    assert [drawn(precision) for precision in ("town", "admin1", "country")] == sorted(
        (drawn(precision) for precision in ("town", "admin1", "country")), key=lambda told: told[0]
    )
    assert drawn("town")[1] == "500 km"
    assert drawn("country")[1] == "1,000 km"


def test_land_stays_inside_the_window() -> None:
    window = Window(latitude=-17.7, longitude=178.0, km=2000, width=640, height=400)
    drawn = country_paths(window)
    assert drawn
    for _, path in drawn:
        for ring in re.findall(r"M([^lz]+)l([^z]*)z", path):
            steps = [float(number) for part in ring for number in re.findall(r"-?[\d.]+", part)]
            for along, most in ((accumulate(steps[::2]), 640), (accumulate(steps[1::2]), 400)):
                assert all(-1e-6 <= place <= most + 1e-6 for place in along)


def test_the_overview_puts_each_event_where_it_is() -> None:
    west, east = Place(name="W", latitude=0.0, longitude=-160.0), Place(name="E", latitude=0.0, longitude=160.0)
    drawn = world_map(((west, 1, "W", "#w"), (east, 9, "E", "#e"), (Place(name="?"), 1, "?", "#q")))
    assert drawn is not None
    assert len(drawn.markers) == 2
    assert float(drawn.markers[0].x) < float(drawn.markers[1].x)
    assert float(drawn.markers[0].radius) < float(drawn.markers[1].radius)
