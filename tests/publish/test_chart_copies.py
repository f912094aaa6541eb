"""Who copies whom, drawn: each taker on a row of its own, thick lines for many reports, nothing left out in silence."""

from itertools import pairwise

from twosource.publish.chart_copies import ROW, TAKERS_SHOWN, Flow, copies_view


def _flows(*told: tuple[str, str, int]) -> tuple[Flow, ...]:
    return tuple(Flow(origin=origin, taker=taker, reports=reports) for origin, taker, reports in told)


FEW = _flows(("Agency", "Herald", 4), ("Agency", "Post", 1), ("Courier", "Post", 2))


def _gaps(levels: list[float]) -> list[float]:
    return [below - above for above, below in pairwise(levels)]


def test_nobody_copies_nothing_is_drawn() -> None:
    assert copies_view(()) is None


def test_each_name_stands_once_in_its_column_and_each_flow_is_a_line() -> None:
    view = copies_view(FEW)
    assert view is not None
    assert {one.name for one in view.origins} == {"Agency", "Courier"}
    assert {one.name for one in view.takers} == {"Herald", "Post"}
    assert {one.title for one in view.curves} == {
        "Herald follows Agency in 4 reports",
        "Post follows Agency in 1 report",
        "Post follows Courier in 2 reports",
    }


def test_more_reports_draw_a_thicker_line() -> None:
    view = copies_view(FEW)
    assert view is not None
    width = {one.title: float(one.width) for one in view.curves}
    assert width["Herald follows Agency in 4 reports"] > width["Post follows Courier in 2 reports"]


def test_the_order_of_what_comes_in_does_not_matter() -> None:
    assert copies_view(FEW) == copies_view(reversed(FEW))


def test_two_hundred_outlets_stand_on_rows_of_their_own_inside_the_drawing() -> None:
    view = copies_view(_flows(*((f"Origin {at % 23:02}", f"Outlet {at:03}", 1 + at % 7) for at in range(200))))
    assert view is not None
    for column in (view.origins, view.takers):
        levels = [float(one.y) for one in column]
        assert min(_gaps(levels)) >= ROW - 0.2
        assert levels[0] > 0
        assert levels[-1] <= view.height


def test_many_origins_of_one_outlet_stay_inside_the_drawing() -> None:
    view = copies_view(_flows(*((f"Origin {at:02}", "Outlet", 1) for at in range(12))))
    assert view is not None
    levels = [float(one.y) for one in view.origins]
    assert min(_gaps(levels)) >= ROW - 0.2
    assert levels[0] > 0
    assert levels[-1] <= view.height


def test_what_goes_beyond_the_drawing_is_told() -> None:
    view = copies_view(_flows(*(("Agency", f"Outlet {at:03}", 1) for at in range(TAKERS_SHOWN + 40))))
    assert view is not None
    assert len(view.takers) == TAKERS_SHOWN
    assert "of 290" in view.left_out


def test_a_long_name_keeps_both_its_ends() -> None:
    view = copies_view(_flows(("Agency", "unnamed outlet (03-ferry-courier.txt)", 1)))
    assert view is not None
    (taker,) = view.takers
    assert taker.short == "unnamed o…urier.txt)"
    assert "03-ferry-courier.txt" in taker.title


def test_where_a_line_leaves_the_screen_its_origin_is_named_at_both_ends() -> None:
    high = copies_view(_flows(("Wire", "Outlet 00", 2), *(("Agency", f"Outlet {at:02}", 1) for at in range(40))))
    low = copies_view(FEW)
    assert high is not None
    assert low is not None
    assert {one.name: one.follows for one in high.takers}["Outlet 00"] == "Wire"
    assert {one.follows for one in low.takers} == {""}
