"""Time and memory of linking as the collection grows, and of adding 100 reports; splink and scikit-learn beside it.

``growth`` links collections drawn by ``collections`` from the accounts of real reports, each size in a process of its
own, and fits the exponent of time against size. Measured are weighing, comparing and clustering; reading the reports
(report by report, with ``speed``), making events of the clusters, copies and figures are not. Seconds are those of the
processor: one core works. What 100 reports more give is held against all of them linked in one go. ``beside`` links
collections that the others can link with them too.
"""

import gzip
import importlib.util
import json
import math
import pickle
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from benchmarks.material import Row, corpus_rows, example_rows
from benchmarks.result import Result
from benchmarks.watch import watched
from twosource import link
from twosource.link import Account
from twosource.model import Article, Block, Span

SIZES = (1_000, 10_000, 100_000)
SMALL = (1_000, 3_000, 10_000)  # a matrix of all pairs of 10,000 takes 0.8 GB, of 100,000 80 GB
TOOLS = {"ours": "twosource", "scikit-learn": "sklearn", "splink": "splink"}  # with the module that each needs
EXPONENT, MINUTES, MEMORY_MB, ADDED_SECONDS = 1.15, 10.0, 6_000.0, 60.0
FULL = 100_000


def base(corpora: Path, folder: Path) -> Path:
    """Write the accounts of the ``gva`` reports, or of the examples, grouped by event; return the file."""
    rows = corpus_rows(corpora)
    groups = [[row] for row in example_rows()] if rows is None else _grouped(rows, corpora / "gva" / "gold.jsonl.gz")
    events = [[account for row in group for account in _accounts(row)[:1]] for group in groups]
    path = folder / "events.pickle"
    path.write_bytes(pickle.dumps(events, protocol=pickle.HIGHEST_PROTOCOL))
    return path


def growth(events: Path, sizes: Sequence[int] = SIZES) -> Iterator[Result]:
    """Yield seconds and memory by size, what 100 reports more cost, and the fitted exponent."""
    timed: list[tuple[int, float]] = []
    for size in sizes:
        told = _job("ours", events, size)
        timed.append((size, told["seconds"]))
        yield from _linked(told, size)
    if len(timed) > 1:
        yield Result(name="exponent of time against size", value=exponent(timed), unit="", most=EXPONENT)


def _linked(told: dict[str, float], size: int) -> Iterator[Result]:
    of, full = f"{size:,} reports", size == FULL
    yield Result(name=f"linking {of}", value=told["seconds"], unit="s", most=60 * MINUTES if full else None)
    yield Result(name=f"linking {of}, peak", value=told["peak"], unit="MB", most=MEMORY_MB if full else None)
    yield Result(name=f"B-cubed of {of}", value=told["b_cubed"], unit="F1")
    yield Result(name=f"100 added to {of}", value=told["added"], unit="s", most=ADDED_SECONDS if full else None)
    yield Result(name=f"100 added to {of}: looked at again", value=100 * told["changed"], unit="% of reports")
    yield Result(name=f"100 added to {of}: other than from scratch", value=1 - told["same"], unit="(1: yes)", most=0)


def beside(events: Path, sizes: Sequence[int] = SMALL, tools: Mapping[str, str] = TOOLS) -> Iterator[Result]:
    """Yield seconds, memory and B-cubed F1 of each tool on the same collections; one that is absent is passed over."""
    for tool, module in tools.items():
        if importlib.util.find_spec(module) is None:
            print(f"{tool} is not installed and not measured: pip install 'twosource[bench]'")
            continue
        for size in sizes:
            told = _job(tool, events, size)
            yield Result(name=f"{tool}: {size:,} reports", value=told["seconds"], unit="s")
            yield Result(name=f"{tool}: {size:,} reports, peak", value=told["peak"], unit="MB")
            yield Result(name=f"{tool}: B-cubed of {size:,} reports", value=told["b_cubed"], unit="F1")


def exponent(timed: Sequence[tuple[int, float]]) -> float:
    """Return the slope of the least-squares line through the logarithms of sizes and seconds."""
    x = [math.log(size) for size, _ in timed]
    y = [math.log(max(seconds, 1e-6)) for _, seconds in timed]
    mean_x, mean_y = sum(x) / len(x), sum(y) / len(y)
    spread = sum((a - mean_x) ** 2 for a in x)
    return sum((a - mean_x) * (b - mean_y) for a, b in zip(x, y, strict=True)) / spread


def _job(tool: str, events: Path, size: int) -> dict[str, float]:
    told: dict[str, float] = json.loads(
        watched(("-m", "benchmarks.link_job", tool, str(events), str(size))).output.splitlines()[-1]
    )
    return told


def _grouped(rows: Sequence[Row], gold: Path) -> list[list[Row]]:
    """The reports of each event; a report of several stands with the first."""
    by_id = {row["id"]: row for row in rows}
    with gzip.open(gold, "rt", encoding="utf-8") as lines:
        return [[by_id.pop(one) for one in event["docs"] if one in by_id] for event in map(json.loads, lines)]


def _accounts(row: Row) -> tuple[Account, ...]:
    text = row["text"] or ""
    article = Article(
        id=str(row["id"]),
        sha256="",
        text=text,
        blocks=(Block(span=Span(0, len(text)), kind="paragraph"),),
        url=row["url"],
        title=row["title"],
        published=row["published"],
    )
    return link.accounts(article, ())
