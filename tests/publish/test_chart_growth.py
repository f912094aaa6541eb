"""The step chart of a figure's changes: where its steps stand, and what it says."""

from twosource.publish.chart_growth import HEIGHT, growth


def test_nothing_is_drawn_where_no_number_was_ever_known() -> None:
    assert growth([("Monday", (None, None, None))]) is None
    assert growth([]) is None


def test_steps_share_the_width_in_order() -> None:
    chart = growth([("Monday", (2, 2, 2)), ("Tuesday", (2, 3, 4))])
    assert chart is not None
    assert [(step.x, step.x2) for step in chart.steps] == [("0.00%", "50.00%"), ("50.00%", "100.00%")]
    assert chart.label == "How the figure changed. Monday: 2; Tuesday: 3 (2–4)."


def test_a_step_rises_from_the_one_before_and_more_people_stand_higher() -> None:
    chart = growth([("Monday", (2, 2, 2)), ("Tuesday", (4, 4, 4))])
    assert chart is not None
    first, second = chart.steps
    assert first.rise is None
    assert second.rise == first.best
    assert float(second.best or 0) < float(first.best or 0) < HEIGHT


def test_an_open_bound_is_drawn_to_the_end_and_marked() -> None:
    chart = growth([("Monday", (5, None, None)), ("Tuesday", (10, 10, 10))])
    assert chart is not None
    assert chart.steps[0].is_open
    assert chart.steps[0].best is None
    assert chart.steps[0].amount == "at least 5"
    assert float(chart.steps[0].height) > 0
    assert not chart.steps[1].is_open
