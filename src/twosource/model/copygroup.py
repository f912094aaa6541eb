"""Reports that descend from one origin."""

from dataclasses import dataclass
from typing import Literal

from twosource.model.span import Span

Fate = Literal["copied", "edited", "added"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """Words of a copy that stand otherwise in its source; one of the two spans is empty where words came in or went."""

    span: Span
    source_span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class TracedSentence:
    """A sentence of ``report`` and where it is from.

    ``fate`` is "copied" (the same words in the same order), "edited" (``changes`` says where the words differ) or
    "added"; ``source`` and ``source_span`` are the report and the sentence it follows, None for what was added.
    """

    report: str
    span: Span
    fate: Fate
    source: str | None = None
    source_span: Span | None = None
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyGroup:
    """Reports of one origin. ``origin`` is the report the others follow, or None where only a credit is known.

    ``agency`` is the credited agency, ``why`` says in words what joined them, ``sentences`` what became of each
    sentence of the copies, titles, headings and captions left out.
    """

    id: str
    reports: tuple[str, ...]
    origin: str | None
    agency: str | None
    why: str
    sentences: tuple[TracedSentence, ...] = ()
