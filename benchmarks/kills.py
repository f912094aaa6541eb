"""Kill a run with SIGKILL at random instants, start it again, and compare its ledger with an undisturbed run's.

``python -m benchmarks.kills --kills 100`` prints what it found; exit status 1 where a ledger differs. Each ledger is
killed until a run ends by itself; the work of a killed run that was written is not done again.
"""

import argparse
import os
import random
import signal
import sys
import tempfile
import time
from pathlib import Path

from twosource import Settings, keeping
from twosource.keeping import run as running

TOWNS = ("Bern", "Oruro", "Tromso", "Maribor", "Kaunas", "Trelew")
STAMP = keeping.Stamp(lambda: "2031-10-01T08:00:00Z", "1.0")


def rows(number: int) -> list[dict[str, object]]:
    """Return invented reports of bombings, some of them of the same one."""
    return [
        {
            "id": f"{n}",
            "published": f"2031-05-{n % 20 + 7:02}",
            "text": f"Police said {n % 7 + 2} people were killed when a bomb exploded at a market in"
            f" {TOWNS[n % len(TOWNS)]} on May {n % 5 + 1}. The mayor said {n + 20} people were injured.",
        }
        for n in range(number)
    ]


def add(where: Path, reports: list[dict[str, object]]) -> None:
    """Run the reports into a ledger."""
    keeping.run_into(reports, str(where), Settings(workers=1), lambda _stage, _done: None, STAMP)


def killed_run(where: Path, reports: list[dict[str, object]], after: float) -> bool:
    """Run in another process and kill it after so many seconds; tell whether it was still running."""
    child = os.fork()
    if child == 0:
        add(where, reports)
        os._exit(0)
    time.sleep(after)
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status)


def main() -> int:
    """Kill as often as asked for; return 1 where a ledger differs from the undisturbed one."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--kills", type=int, default=100)
    options.add_argument("--reports", type=int, default=24)
    options.add_argument("--seed", type=int, default=0)
    given = options.parse_args()
    running.AT_ONCE = 4  # so that kills fall between writes as well as before and after
    chance, reports = random.Random(given.seed), rows(given.reports)  # noqa: S311 - instants, no secrets
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "whole.db"
        add(whole, reports)
        started = time.monotonic()
        add(Path(folder) / "warm.db", reports)
        length = time.monotonic() - started
        expected, kills, ledgers, saved = keeping.kept(str(whole)), 0, 0, 0
        while kills < given.kills:
            ledgers += 1
            where = Path(folder) / f"{ledgers}.db"
            while kills < given.kills and killed_run(where, reports, chance.uniform(0, length)):
                kills += 1
                if where.exists() and keeping.verify(str(where)).faults:
                    print(f"kill {kills}: the chain is broken")
                    return 1
                saved += where.exists()
            add(where, reports)
            if keeping.kept(str(where)) != expected:
                print(f"ledger {ledgers} differs after {kills} kills")
                return 1
    print(
        f"{kills} kills over {ledgers} ledgers, {saved} with something written: all ledgers equal the undisturbed one"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
