"""The engine without processes: every call in the caller's own process, one after the other."""

from collections.abc import Callable, Iterable, Iterator
from types import TracebackType
from typing import Self

from twosource.engine.engine import Record, Result, Warm
from twosource.engine.step import call


class SerialEngine:
    """Reads one record ahead at most; ``warm`` runs before the first record."""

    def __init__(self, warm: Warm | None = None) -> None:
        self._warm = warm

    def map(self, function: Callable[[Record], Result], records: Iterable[Record]) -> Iterator[Result]:
        """Yield ``function(record)`` for each record, in order."""
        self._warm_once()
        for record in records:
            yield call(function, record)

    def close(self) -> None:
        """Do nothing: there is nothing to give back."""

    def __enter__(self) -> Self:
        self._warm_once()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _warm_once(self) -> None:
        if self._warm is not None:
            self._warm()
            self._warm = None
