"""One measured piece of work in a process of its own: rows in, a line of JSON out (seconds, and when reading ended).

The models are loaded, and one short text is read, before the clock starts: what is loaded with the first text (word
lists, patterns) is the start, which is measured apart. Both pieces of work have it so.
"""

import argparse
import gc
import json
import time
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from spacy.language import Language

from twosource import clean, pipeline
from twosource.annotate.parse import plain_parser
from twosource.api import Ledger
from twosource.cli.main import GARBAGE
from twosource.collect.rows import report_from_row
from twosource.config import Limits, Settings
from twosource.engine import engine_for
from twosource.lang.reading import lexicon


def main() -> None:
    """Do the work named on the command line and print what it took."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("work", choices=("parse", "run"))
    parser.add_argument("rows", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--workers", type=int, required=True)
    options = parser.parse_args()
    gc.set_threshold(GARBAGE)  # as the command line does; the bare parse has the same
    work = parsed if options.work == "parse" else ran
    print(json.dumps(work(options.rows, options.out, options.workers)))


def parsed(rows: Path, _out: Path, workers: int) -> dict[str, float]:
    """Parse the cleaned texts with spaCy alone; only a count of tokens comes back."""
    texts = [clean.clean(report_from_row(row, Limits()), Limits()).text for row in _rows(rows)]
    with engine_for(workers, warm) as engine:
        started = time.time()
        tokens = sum(engine.map(tokens_of, texts))
        ended = time.time()
    return {"seconds": ended - started, "read": ended, "tokens": tokens}


def warm() -> None:
    """Load spaCy's pipeline and parse the text that a run reads before its first one."""
    tokens_of(lexicon(pipeline.FIRST_REPORT)["text"])


def tokens_of(text: str) -> int:
    """Return how many tokens spaCy finds, after all steps of its pipeline."""
    return sum(len(doc) for doc in bare().pipe([text]))


@cache
def bare() -> Language:
    """Return spaCy's pipeline as it comes, once per process: with its own BLAS, not the one that a run uses."""
    return plain_parser()


def ran(rows: Path, out: Path, workers: int) -> dict[str, float]:
    """Take the rows through all stages and write all files."""
    pipeline.load()
    marks: dict[str, float] = {}

    def mark(stage: str, _done: int) -> None:
        marks.setdefault(stage, time.time())

    started = time.time()
    held = pipeline.run([rows], Settings(workers=workers), mark)
    Ledger(held).write(out, workers)
    return {"seconds": time.time() - started, "read": marks.get("copies", started), "events": len(held.events)}


def _rows(path: Path) -> Iterator[dict[str, object]]:
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


if __name__ == "__main__":
    main()
