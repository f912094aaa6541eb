"""The engine without processes."""

from twosource.engine import SerialEngine


def test_the_models_are_loaded_once_and_before_the_first_record() -> None:
    calls: list[str] = []

    def warm() -> None:
        calls.append("warm")

    with SerialEngine(warm) as engine:
        assert list(engine.map(calls.append, ["a", "b"])) == [None, None]
        assert list(engine.map(calls.append, ["c"])) == [None]
    assert calls == ["warm", "a", "b", "c"]


def test_nothing_is_read_before_it_is_asked_for() -> None:
    records = iter([1, 2, 3])
    results = SerialEngine().map(abs, records)
    assert next(results) == 1
    assert list(records) == [2, 3]
