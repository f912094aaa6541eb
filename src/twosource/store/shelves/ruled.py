"""What lines hold of all rules in, the figures of events under one of them out, in the order of the rows."""

from collections.abc import Callable, Iterator
from itertools import islice

from twosource.store.shelves.line import SHELVED
from twosource.store.shelves.room import Room
from twosource.store.shelves.tolls import KINDS, Measured, measured, told_tolls, under_rule

AT_ONCE = 50_000
Under = Callable[[str, int], Iterator[tuple[int, bytes]]]


class Ruled:
    """The figures of the events shelf under one rule; they are read when they are asked for, and then go on."""

    def __init__(self, rule: str) -> None:
        self._rule = rule
        self._room = Room(KINDS)
        self._last = 0

    def tolls(self, size: int, under: Under) -> Measured:
        """Return the figures of the first rows; ``under`` gives what lines hold after an entry, each with its own."""
        told = under(SHELVED["events"], self._last) if self._room.size < size else iter(())
        while batch := list(islice(told, AT_ONCE)):
            tolls = under_rule([held for _, held in batch], self._rule)
            self._room.add(len(batch), told_tolls(tolls))
            self._last = batch[-1][0]
        return measured(self._room, size)
