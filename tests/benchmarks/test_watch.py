"""A command watched from outside."""

import subprocess

import pytest
from benchmarks.result import Result, rendered
from benchmarks.watch import Sample, Watched, watched


def test_what_a_command_holds_is_seen_with_its_children() -> None:
    child = "x = bytearray(60_000_000); import time; time.sleep(0.5)"
    seen = watched(("-c", f"import subprocess, sys; subprocess.run([sys.executable, '-c', {child!r}]); print('done')"))
    assert seen.output == "done\n"
    assert seen.peak()[0] > 60


def test_a_failing_command_is_an_error() -> None:
    with pytest.raises(subprocess.CalledProcessError):
        watched(("-c", "raise SystemExit(3)"))


def test_the_peak_may_end_early() -> None:
    seen = Watched("", 1.0, (Sample(1.0, 10.0, 8.0), Sample(2.0, 30.0, 20.0)))
    assert seen.peak() == (30.0, 20.0)
    assert seen.peak(1.5) == (10.0, 8.0)


def test_a_missed_bar_is_told() -> None:
    table = rendered(
        [Result(name="slow", value=5.0, unit="s", most=4.0), Result(name="fast", value=3.0, unit="s", most=4.0)]
    )
    assert [line.split()[-1] for line in table.splitlines()[1:]] == ["MISSED", "met"]
