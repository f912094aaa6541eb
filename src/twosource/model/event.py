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
class Side:
    """One of the things told where reports or speakers differ; without ``speakers`` the reports say it themselves."""

    text: str
    speakers: tuple[str, ...]
    claims: tuple[str, ...]
    statements: tuple[str, ...]
    reports: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """What is told in ways that exclude each other, the side with most reports first.

    ``about`` is a measure (then ``figure`` is the id of the figure), ``date``, ``actor`` or ``character`` (what the
    happening is called: "a law-enforcement action", "state terrorism").
    """

    about: str
    sides: tuple[Side, ...]
    figure: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One happening, as all reports together tell it.

    ``merged`` are ids of events that a ledger held before and that turned out to be this one.
    ``grade`` is what a person gave it; ``decisions`` are the ids of the decisions about it or its figures.
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
    differences: tuple[Difference, ...] = ()
    grade: str | None = None
    decisions: tuple[str, ...] = ()
