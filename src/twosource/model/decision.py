"""A person's judgement, kept as a record, and the words by which what it is about is found again."""

from dataclasses import dataclass
from typing import Literal

from twosource.model.claim import Group
from twosource.model.span import Span

Verb = Literal[
    "same_event", "not_same_event", "accept", "reject", "correct", "grade", "note", "rule", "unresolved", "undo"
]
SubjectKind = Literal["claim", "report", "event", "figure", "decision"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Words of one report: its id (a hash of what was received), and a claim as it was read from them.

    ``quote`` is the text at ``span``; ``measure`` is None where the report as a whole is meant.
    """

    report: str
    measure: str | None = None
    low: int | None = None
    high: int | None = None
    span: Span | None = None
    quote: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """What a decision is about: ``id`` as it was then, and the ``words`` that find it under another id.

    A claim or report has one entry of words, an event (or a figure of it) one for each of some of its reports. A figure
    is told by ``measure`` and ``group`` (None: everybody).
    """

    kind: SubjectKind
    id: str
    words: tuple[Words, ...] = ()
    measure: str | None = None
    group: Group | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """Who judged what, when (ISO 8601 in UTC) and why.

    ``against`` are the reports, claims or events that the subjects are held apart from (``not_same_event``). ``value``
    is the grade, the note, the name of the rule, or the corrected fields as JSON.
    """

    id: str
    verb: Verb
    subjects: tuple[Subject, ...]
    who: str
    when: str
    why: str
    against: tuple[Subject, ...] = ()
    value: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """A decision as it stands now.

    ``status`` is ``in force``, ``undone``, ``replaced`` (by a later one of the same person), ``in conflict`` (another
    person says otherwise: neither enters until one is undone), ``not placed`` (its words are not read as they were) or
    ``waiting`` (for the next run).
    ``others`` are the decisions that make it so; ``targets`` the ids it means now.
    """

    decision: Decision
    status: Literal["in force", "undone", "replaced", "in conflict", "not placed", "waiting"]
    others: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Ties:
    """What people know of accounts: which tell of one event, which do not.

    Each side is a tuple of ids of accounts. All sides of an entry of ``together`` are one event; no account of the
    first side of an entry of ``apart`` is in an event with one of the second.
    """

    together: tuple[tuple[tuple[str, ...], ...], ...] = ()
    apart: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = ()
