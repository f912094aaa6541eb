"""A command in, what it printed and the memory it and all its children held out; from outside, through /proc.

A sum of resident memory counts what forked processes share once for each; the proportional share counts it once.
"""

import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

EVERY = 0.1  # seconds between samples, at least
PAUSE = 50  # times what a sample took: 10 ms for each process of 500 MB, so that watching costs 2 % of one core
PROC = Path("/proc")


@dataclass(frozen=True, slots=True)
class Sample:
    """Memory of a process and its children at one time, in MB."""

    at: float
    resident: float
    shared_once: float


@dataclass(frozen=True, slots=True)
class Watched:
    """What a command printed, how long it took and the samples of its memory."""

    output: str
    seconds: float
    samples: tuple[Sample, ...]

    def peak(self, until: float = float("inf")) -> tuple[float, float]:
        """Return the largest sums of resident memory and of proportional shares (MB) up to a time."""
        early = [sample for sample in self.samples if sample.at <= until] or list(self.samples[:1])
        return max((s.resident for s in early), default=0.0), max((s.shared_once for s in early), default=0.0)


def watched(arguments: Sequence[str]) -> Watched:
    """Run a module or file with this Python to its end.

    Raises:
        subprocess.CalledProcessError: it failed; its own message went to stderr.
    """
    command = [sys.executable, *arguments]
    started = time.time()
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:  # noqa: S603 - our own modules
        samples = list(_until_it_ends(process))
        seconds = time.time() - started
        output = process.stdout.read() if process.stdout else ""
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command, output)
    return Watched(output, seconds, tuple(samples))


def _until_it_ends(process: subprocess.Popen[str]) -> Iterator[Sample]:
    while process.poll() is None:
        started = time.process_time()
        yield sample(process.pid)
        with suppress(subprocess.TimeoutExpired):
            process.wait(max(EVERY, PAUSE * (time.process_time() - started)))


def sample(pid: int) -> Sample:
    """Return what a process and all its children hold now."""
    resident = shared_once = 0
    for one in family(pid):
        sizes = _sizes(one)
        resident += sizes.get("Rss", 0)
        shared_once += sizes.get("Pss", 0)
    return Sample(time.time(), resident / 1024, shared_once / 1024)


def family(pid: int) -> tuple[int, ...]:
    """Return a process and all its children."""
    return pid, *_children(pid)


def _children(pid: int) -> Iterator[int]:
    try:
        found = [int(c) for task in (PROC / str(pid) / "task").iterdir() for c in _read(task / "children").split()]
    except OSError:  # it has ended
        return
    for child in found:
        yield child
        yield from _children(child)


def _sizes(pid: int) -> dict[str, int]:
    """Return the fields of ``smaps_rollup`` in kB; none where the process has ended, or the system has no /proc."""
    fields = (line.split() for line in _read(PROC / str(pid) / "smaps_rollup").splitlines()[1:])
    return {field[0].rstrip(":"): int(field[1]) for field in fields}


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="ascii")
    except OSError:
        return ""
