"""A person's judgement, kept as a record."""

from dataclasses import dataclass
from typing import Literal

Verb = Literal["same_event", "not_same_event", "accept", "reject", "correct", "grade", "note"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """Who judged what, when (ISO 8601 with zone) and why; ``subjects`` are ids of claims, reports or events."""

    id: str
    verb: Verb
    subjects: tuple[str, ...]
    who: str
    when: str
    why: str
    value: str | None = None
