"""Progress of long work, on standard error, so that standard output stays clean."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

REFRESH = 8  # records; a thread that refreshed by itself would keep the engine from forking its workers


@contextmanager
def shown_progress(*, quiet: bool) -> Iterator[Callable[[str, int], None]]:
    """Yield a function that takes the name of a stage and the number of records done; only a terminal is told."""
    from rich.console import Console  # noqa: PLC0415 - costs 30 ms, needed by commands that work for a while
    from rich.progress import (  # noqa: PLC0415 - the same
        MofNCompleteColumn,
        Progress,
        SpinnerColumn,
        TextColumn,
        TimeElapsedColumn,
    )

    columns = (SpinnerColumn(), TextColumn("{task.description}"), MofNCompleteColumn(), TimeElapsedColumn())
    console = Console(stderr=True)
    hidden = quiet or not console.is_terminal
    with Progress(*columns, console=console, transient=True, disable=hidden, auto_refresh=False) as bar:
        tasks: dict[str, int] = {}

        def told(stage: str, done: int) -> None:
            if stage not in tasks:
                tasks[stage] = int(bar.add_task(stage, total=None))
            bar.update(bar.task_ids[list(tasks).index(stage)], completed=done, refresh=done % REFRESH == 0)

        yield told
