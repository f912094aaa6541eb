"""Law 9: killed at any instant and started again, nothing is lost or doubled.

``python -m benchmarks.kills`` kills 100 times.
"""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_a_run_killed_and_started_again_leaves_what_an_undisturbed_one_leaves() -> None:
    command = [sys.executable, "-m", "benchmarks.kills", "--kills", "4", "--reports", "10"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S603 - our own script
    assert done.returncode == 0, done.stdout + done.stderr
    assert "4 kills" in done.stdout
