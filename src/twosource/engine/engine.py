"""The wall between stages and machines: one verb. An engine knows nothing of reports, claims or events."""

from collections.abc import Callable, Iterable, Iterator
from types import TracebackType
from typing import Protocol, Self, TypeVar

Record = TypeVar("Record")
Result = TypeVar("Result")

Warm = Callable[[], object]
"""Loads what every worker needs (models, lexicons) into memory; its result is thrown away."""


class Engine(Protocol):
    """Runs pure functions over records; every engine gives the same results in the same order.

    Functions must be importable (defined at the top of a module, or a ``functools.partial`` of such), records and
    results picklable: an engine may send them to another process or machine. An exception raised by a function
    reaches the caller after the results that come before it, with a note that names the record.
    """

    def map(self, function: Callable[[Record], Result], records: Iterable[Record]) -> Iterator[Result]:
        """Yield ``function(record)`` for each record, in order, reading only a bounded number of records ahead."""
        ...

    def close(self) -> None:
        """Give back processes and connections; the engine cannot be used afterwards."""
        ...

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close; where an error leaves the block, running work is stopped rather than finished."""
        ...
