"""Figures as lines hold them in, by row and measure in columns out: to be filtered, sorted and summed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any

import numpy as np
from numpy.typing import NDArray

from twosource.store.shelves.line import MEASURES, NO_TOLL, UNDER, UNKNOWN, rule_key
from twosource.store.shelves.room import Room

Numbers = NDArray[Any]
UNTOLD, UNRESOLVED, BOUNDED, OPEN = range(4)


@dataclass(frozen=True, slots=True)
class Tolls:
    """The figures of one measure, by row.

    ``low``, ``best`` and ``high`` are as told, ``least``, ``middle`` and ``most`` the nearest bound there is where one
    is unknown (0: none is). ``kind`` tells whether there is a figure, a number, and a highest one.
    """

    low: Numbers
    best: Numbers
    high: Numbers
    least: Numbers
    middle: Numbers
    most: Numbers
    voices: Numbers
    agreement: Numbers
    kind: Numbers


Measured = tuple[Tolls, ...]
"""The figures of each measure, in the order of ``MEASURES``."""

NAMES = tuple(field.name for field in fields(Tolls))
TYPES = {"voices": "<i2", "agreement": "i1", "kind": "i1"}
KINDS = {f"{measure} {name}": TYPES.get(name, "<i4") for measure in MEASURES for name in NAMES}


def told_tolls(tolls: Numbers) -> dict[str, Numbers]:
    """Return the columns of figures that stand by row and measure in the form of lines."""
    told = {}
    for number, measure in enumerate(MEASURES):
        for name, column in _columns(tolls[:, number]).items():
            told[f"{measure} {name}"] = column
    return told


def measured(room: Room, size: int) -> Measured:
    """Return the figures of the first rows of a room that has the columns."""
    return tuple(Tolls(*(room.of(f"{measure} {name}", size) for name in NAMES)) for measure in MEASURES)


def under_rule(unders: Sequence[bytes], rule: str) -> Numbers:
    """Return the figures under a rule by row and measure, from what lines hold of all rules."""
    held = np.frombuffer(b"".join(unders), UNDER)
    rows = np.repeat(np.arange(len(unders)), [len(one) // UNDER.itemsize for one in unders])
    mine = np.flatnonzero(held["rule"] == rule_key(rule))
    found = np.zeros((len(unders), len(MEASURES)), held["tolls"].dtype)
    for name, nothing in (("low", UNKNOWN), ("best", UNKNOWN), ("high", UNKNOWN), ("agreement", NO_TOLL)):
        found[name] = nothing
    found[rows[mine]] = held["tolls"][mine]
    return found


def _columns(tolls: Numbers) -> Mapping[str, Numbers]:
    low, best, high = (np.ascontiguousarray(tolls[name]) for name in ("low", "best", "high"))
    most = _nearest(high, best, low)
    kind = np.where(most != UNKNOWN, np.where(high == UNKNOWN, OPEN, BOUNDED), UNRESOLVED)
    kind[(most == UNKNOWN) & (tolls["agreement"] == NO_TOLL)] = UNTOLD
    return {
        "low": low,
        "best": best,
        "high": high,
        "least": np.maximum(_nearest(low, best, high), 0),
        "middle": np.maximum(_nearest(best, low, high), 0),
        "most": np.maximum(most, 0),
        "voices": tolls["voices"],
        "agreement": tolls["agreement"],
        "kind": kind,
    }


def _nearest(first: Numbers, second: Numbers, third: Numbers) -> Numbers:
    return np.where(first != UNKNOWN, first, np.where(second != UNKNOWN, second, third))
