"""An open store in, what its runs did out: each is read once, for a run that was recorded never changes.

A run may name thousands of reports; kept as sorted bytes they take 40 bytes each.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray

from twosource.store.content import instant
from twosource.store.few import last_run, read_run_moments
from twosource.store.ledger import DEFAULT, Run
from twosource.store.store import Store

Ids = NDArray[np.bytes_]
MOMENTS = 4_096  # that are remembered; who looks at the past asks for a few


@dataclass(frozen=True, slots=True)
class Noted:
    """One run: its number, when it was recorded, its rule and program, what entered; ``named`` tells of reports."""

    number: int
    moment: str
    rule: str
    program: str
    decisions: tuple[str, ...]
    reports: Ids
    reread: Ids


class _Book:
    """What is known of the runs of one store: by number, which was the last before a moment, and in a state."""

    def __init__(self) -> None:
        self.by_number: dict[int, Noted] = {}
        self.numbers: dict[str, int] = {}
        self.last = ("", 0)


_BOOKS: WeakKeyDictionary[Store, _Book] = WeakKeyDictionary()


def noted(store: Store, number: int) -> Noted | None:
    """Return the run of a number, None where there is none yet.

    Raises:
        StoreError: the store cannot be read, or holds rows of another program.
    """
    book = _BOOKS.setdefault(store, _Book())
    if number not in book.by_number:
        for moment, run in read_run_moments(store, (number,)):
            book.by_number[number] = _noted(moment, run)
    return book.by_number.get(number)


def number_at(store: Store, as_of: str | None = None) -> int:
    """Return the number of the last run, now or at a moment (as times are kept); 0 where there was none.

    Raises:
        StoreError: the store cannot be read, or holds rows of another program.
    """
    book = _BOOKS.setdefault(store, _Book())
    if as_of is not None:
        return _number_before(store, book, instant(as_of))
    state = store.state()  # known already where a page's questions share a connection
    known, number = book.last
    if state != known:  # asked, not counted on: others may have noted a run that this thread does not see yet
        run = last_run(store)
        number = 0 if run is None else run.number
        book.last = (state, number)
    return number


def _number_before(store: Store, book: _Book, moment: str) -> int:
    """Remembered only where a later run is known: another one may yet be recorded at this very moment."""
    if moment not in book.numbers:
        run = last_run(store, moment)
        number = 0 if run is None else run.number
        following = noted(store, number + 1)
        if following is None or following.moment <= moment:
            return number
        while len(book.numbers) >= MOMENTS:
            book.numbers.pop(next(iter(book.numbers)))
        book.numbers[moment] = number
    return book.numbers[moment]


def rule_at(store: Store, as_of: str | None = None) -> str:
    """Return the way of reconciling that the last run used, now or at a moment.

    Raises:
        StoreError: the store cannot be read, or holds rows of another program.
    """
    run = noted(store, number_at(store, as_of))
    return DEFAULT if run is None else run.rule


def named(held: Ids, ids: Iterable[str]) -> frozenset[str]:
    """Return those of some ids that are held."""
    wanted = sorted(ids)
    if not len(held) or not wanted:
        return frozenset()
    keys = np.array([one.encode("utf-8") for one in wanted])
    at = np.minimum(np.searchsorted(held, keys), len(held) - 1)
    return frozenset(one for one, is_held in zip(wanted, (held[at] == keys).tolist(), strict=True) if is_held)


def _noted(moment: str, run: Run) -> Noted:
    return Noted(
        number=run.number,
        moment=moment,
        rule=run.rule,
        program=run.program,
        decisions=run.decisions,
        reports=_ids(run.reports),
        reread=_ids(run.reread),
    )


def _ids(told: Iterable[str]) -> Ids:
    return np.sort(np.array([one.encode("utf-8") for one in told], np.bytes_))
