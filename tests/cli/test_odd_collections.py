"""Collections that are odd as a whole: all the same, one alone, a flood of copies, no days, days that contradict."""

import json
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

Call = Callable[..., Any]
BOMB = "Twelve people were killed when a bomb exploded at a market in Oruro, Bolivia, on Monday, police said."
REST = "Shopkeepers swept glass from the pavement while engineers looked at the roof of the hall, a witness said."
COPIES = 400
SECONDS = 120  # some 15 ms a copy on one quiet core; twenty times that on a busy one


def report(name: str, text: str, published: str | None = "2031-05-06") -> dict[str, str]:
    row = {"id": name, "url": f"https://{name}.example/a", "title": "Bomb at Oruro market", "text": text}
    return row | ({"published": published} if published else {})


@pytest.fixture
def told(call: Call, tmp_path: Path) -> Callable[[Sequence[dict[str, str]]], tuple[list[Any], str]]:
    """Run rows through the command line; return its events and what it printed."""

    def run(rows: Sequence[dict[str, str]]) -> tuple[list[Any], str]:
        (tmp_path / "rows.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
        outcome = call("run", tmp_path / "rows.jsonl", "--out", tmp_path / "out", "--workers", "1")
        assert outcome.status == 0
        assert "Traceback" not in outcome.out + outcome.err
        lines = (tmp_path / "out" / "events.jsonl").read_text("utf-8").splitlines()
        return [json.loads(line) for line in lines], outcome.out

    return run


def killed(event: Any) -> Any:
    return next(f for f in event["figures"] if f["measure"] == "killed" and f["group"] is None)


Told = Callable[[Sequence[dict[str, str]]], tuple[list[Any], str]]


def test_one_report_is_one_event_with_single_figures(told: Told) -> None:
    (event,), out = told([report("one", BOMB)])
    assert (killed(event)["best"], killed(event)["agreement"], killed(event)["voices"]) == (12, "single", 1)
    assert "1 report, 1 event" in out


def test_reports_that_are_all_the_same_are_one_voice(told: Told) -> None:
    (event,), _ = told([report(f"paper{n}", f"{BOMB}\n\n{REST}") for n in range(6)])
    assert (killed(event)["agreement"], killed(event)["voices"], len(killed(event)["outlets"])) == ("echoed", 1, 6)
    assert len(event["copy_groups"]) == 1


def test_a_flood_of_copies_of_one_dispatch_is_one_event_of_one_voice_and_quick(told: Told) -> None:
    start = time.monotonic()
    (event,), out = told([report(f"paper{n}", f"{BOMB}\n\n{REST}") for n in range(COPIES)])
    assert time.monotonic() - start < SECONDS
    assert (killed(event)["best"], killed(event)["voices"], len(event["reports"])) == (12, 1, COPIES)
    assert len(out) < 5000


def test_without_any_day_the_event_stands_and_its_day_is_unknown(told: Told) -> None:
    rows = [report("courier", BOMB.replace(" on Monday,", ""), None), report("herald", f"{BOMB} {REST}", None)]
    events, out = told(rows)
    assert all(event["date"] is None for event in events)
    assert {killed(event)["best"] for event in events} == {12}
    assert "day not known" in out


def test_days_that_contradict_are_told_as_a_difference(told: Told) -> None:
    other = f"A market bomb in Oruro, Bolivia, killed twelve people on Saturday, May 3, police said. {REST}"
    events, out = told([report("courier", BOMB), report("herald", other)])
    (event,) = events
    (days,) = [one for one in event["differences"] if one["about"] == "date"]
    assert {side["text"] for side in days["sides"]} == {"2031-05-05", "2031-05-03"}
    assert "When it happened" in out


def test_a_publication_before_the_day_it_tells_of_breaks_nothing(told: Told) -> None:
    late = "Twelve people were killed when a bomb exploded at a market in Oruro, Bolivia, on May 9, 2031, police said."
    events, _ = told([report("early", late, "2031-05-06"), report("far", late, "1031-05-06")])
    assert {killed(event)["best"] for event in events} == {12}


def test_an_event_of_a_kind_that_nobody_knows_is_told_without_a_type(told: Told) -> None:
    text = "Three people died when a giant inflatable duck broke loose over Oruro, Bolivia, on Monday, police said."
    (event,), out = told([report("courier", text) | {"title": "Inflatable duck breaks loose over Oruro"}])
    assert (event["type"], killed(event)["best"]) == (None, 3)
    assert "3 killed" in out
