"""Claims from all reports that tell of one happening."""

from dataclasses import dataclass

from twosource.model.claim import Actor
from twosource.model.figure import Figure
from twosource.model.place import Place
from twosource.model.when import DateRange


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Why two reports' (or claims') accounts were taken for the same happening; ``score`` is 0-1."""

    a: str
    b: str
    score: float
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One thing told besides the figures, and who tells it: what all say, or only one."""

    text: str
    claims: tuple[str, ...]
    statements: tuple[str, ...]
    reports: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One happening, as all reports together tell it.

    ``merged`` are ids of events that a ledger held before and that turned out to be this one.
    """

    id: str
    title: str
    type: str | None
    date: DateRange | None
    place: Place | None
    actors: tuple[Actor, ...]
    reports: tuple[str, ...]
    claims: tuple[str, ...]
    copy_groups: tuple[str, ...]
    links: tuple[Link, ...]
    figures: tuple[Figure, ...] = ()
    points: tuple[Point, ...] = ()
    merged: tuple[str, ...] = ()
