"""Which engine a number of workers gives."""

import pytest

from twosource.engine import PoolEngine, SerialEngine, engine_for
from twosource.engine.choose import cores
from twosource.errors import UsageError


def test_one_worker_needs_no_further_process() -> None:
    assert isinstance(engine_for(1), SerialEngine)


def test_two_workers_are_a_pool() -> None:
    assert isinstance(engine_for(2), PoolEngine)


def test_no_number_means_one_per_core(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("twosource.engine.choose.cores", lambda: 3)
    assert isinstance(engine_for(0), PoolEngine)
    monkeypatch.setattr("twosource.engine.choose.cores", lambda: 1)
    assert isinstance(engine_for(0), SerialEngine)


def test_there_is_at_least_one_core() -> None:
    assert cores() >= 1


def test_a_negative_number_is_refused_with_what_would_do() -> None:
    with pytest.raises(UsageError, match=r"-2.*0 \(one per core\)"):
        engine_for(-2)
