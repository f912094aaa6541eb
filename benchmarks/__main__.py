"""Runs all benchmarks and prints one table; figures are for reading, nothing fails on them."""

import argparse
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks import linking, throughput, web
from benchmarks.material import corpus_rows, drawn, example_rows
from benchmarks.result import Result, rendered

GROWTH = (1_000, 3_000, 10_000)
PARTS = ("speed", "growth", "start", "linking", "web")
LINKED_QUICK = (1_000, 3_000)


def main() -> None:
    """Measure what is asked for and print the table."""
    options = _options()
    with tempfile.TemporaryDirectory() as folder:
        results = []
        for result in _measured(options, Path(folder)):
            results.append(result)
            print(f"{result.name}: {result.value:.2f} {result.unit}", file=sys.stderr)
    print(rendered(results))


def _measured(options: argparse.Namespace, folder: Path) -> Iterator[Result]:
    if "web" in options.only:
        yield from web.measured(folder, quick=options.quick, ledgers=options.ledger)
    if set(options.only) != {"web"}:
        yield from _on_reports(options, folder)


def _on_reports(options: argparse.Namespace, folder: Path) -> Iterator[Result]:
    rows = corpus_rows(options.corpora)
    if rows is None:
        print(
            f"No gva corpus at {options.corpora}: measured on the examples, drawn again with other names and numbers."
        )
        rows = example_rows()
    size = options.sample or (300 if options.quick else max(len(rows), 300))
    if "speed" in options.only:
        for workers in options.workers:
            yield from throughput.speed(drawn(rows, size), folder, workers=workers, turns=options.turns)
    if "growth" in options.only:
        yield from throughput.growth(rows, folder, (100, 300, 1_000) if options.quick else GROWTH)
    if "start" in options.only:
        yield from throughput.start(folder)
    if "linking" in options.only:
        events = linking.base(options.corpora, folder)
        yield from linking.beside(events, LINKED_QUICK if options.quick else linking.SMALL)
        yield from linking.growth(events, options.linked or (LINKED_QUICK if options.quick else linking.SIZES))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--corpora", type=Path, default=Path("corpora"), metavar="DIR", help="folder of the corpora")
    parser.add_argument(
        "--ledger", nargs="+", metavar="LEDGER", help="web: invented ledgers made before (they will grow)"
    )
    parser.add_argument("--quick", action="store_true", help="300 reports, growth to 1,000, a ledger of 2,000 events")
    parser.add_argument("--sample", type=int, metavar="N", help="reports for speed (default: all 2,891)")
    parser.add_argument("--workers", type=int, nargs="+", default=[1, 2], help="processes for speed (default 1 and 2)")
    parser.add_argument(
        "--linked", type=int, nargs="+", metavar="N", help="sizes of the collections linked (default 1,000 to 100,000)"
    )
    parser.add_argument("--turns", type=int, default=3, help="turns of both for speed (default 3)")
    parser.add_argument(
        "--only", nargs="+", choices=PARTS, default=PARTS, metavar="PART", help="speed, growth, start, linking, web"
    )
    return parser.parse_args()


if __name__ == "__main__":
    main()
