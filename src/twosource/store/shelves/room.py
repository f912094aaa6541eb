"""Named arrays of one length in, longer ones out: they grow at their end, with room to spare.

What was given out stays as it was: rows are only added, and an array that runs out of room is left to its readers.
Room that nothing is written to takes no memory, and processes that were forked share all the rest.
"""

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

SPARE = 65_536  # rows: some years of daily runs before the arrays are copied
Array = NDArray[Any]


class Room:
    """The arrays; ``size`` is the number of rows that are filled."""

    def __init__(self, kinds: Mapping[str, Any]) -> None:
        self.size = 0
        self._arrays: dict[str, Array] = {name: np.zeros(0, kind) for name, kind in kinds.items()}
        self._room = 0

    def add(self, rows: int, told: Mapping[str, Any]) -> None:
        """Add rows; ``told`` has a value, or one for each row, for every array."""
        end = self.size + rows
        if end > self._room:
            self._grow(max(end + SPARE, end * 5 // 4))
        for name, held in self._arrays.items():
            held[self.size : end] = told[name]
        self.size = end

    def of(self, name: str, size: int | None = None) -> Array:
        """Return the first rows of an array, None: all."""
        return self._arrays[name][: self.size if size is None else size]

    def between(self, begin: int, end: int) -> dict[str, Array]:
        """Return some rows of every array."""
        return {name: held[begin:end] for name, held in self._arrays.items()}

    def _grow(self, room: int) -> None:
        for name, held in self._arrays.items():
            grown = np.zeros(room, held.dtype)
            grown[: self.size] = held[: self.size]
            self._arrays[name] = grown
        self._room = room
