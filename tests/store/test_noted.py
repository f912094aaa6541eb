"""Runs are read once, and what is remembered of them never hides a later one."""

from twosource.store import RUNS, MemoryStore, named, noted, number_at, rule_at


def _run(store: MemoryStore, number: int, moment: str, **told: object) -> None:
    record = {"number": number, "rule": "ucdp" if number > 1 else "default", "program": "1", **told}
    store.commit({RUNS: [{"id": f"{number:08}", "record": record}]}, moment, RUNS)


def test_the_last_run_is_told_as_soon_as_it_ended() -> None:
    store = MemoryStore()
    assert (number_at(store), rule_at(store)) == (0, "default")
    for number in (1, 2, 3):
        _run(store, number, f"2031-10-0{number}T08:00:00Z")
        assert number_at(store) == number
    assert rule_at(store) == "ucdp"


def test_a_past_moment_has_the_run_before_it_whatever_came_since() -> None:
    store = MemoryStore()
    _run(store, 1, "2031-10-01T08:00:00Z")
    _run(store, 2, "2031-10-02T08:00:00Z")
    for _ in range(2):
        assert number_at(store, "2031-10-01T09:00:00+01:00") == 1
        assert number_at(store, "2031-09-30T08:00:00Z") == 0
        assert rule_at(store, "2031-10-01T23:00:00Z") == "default"


def test_a_run_recorded_at_the_moment_asked_for_is_not_missed() -> None:
    store = MemoryStore()
    _run(store, 1, "2031-10-01T08:00:00Z")
    assert number_at(store, "2031-10-01T08:00:00Z") == 1
    _run(store, 2, "2031-10-01T08:00:00Z")
    assert number_at(store, "2031-10-01T08:00:00Z") == 2


def test_a_run_tells_which_of_some_reports_it_brought() -> None:
    store = MemoryStore()
    _run(store, 1, "2031-10-01T08:00:00Z", reports=["r-2", "r-10", "r-1"])
    run = noted(store, 1)
    assert run is not None
    assert named(run.reports, ["r-1", "r-3", "r-10", "r-100"]) == {"r-1", "r-10"}
    assert named(run.reread, ["r-1"]) == frozenset()
    assert named(run.reports, []) == frozenset()
    assert noted(store, 2) is None
