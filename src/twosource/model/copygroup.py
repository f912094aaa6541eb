"""Reports that descend from one origin."""

from dataclasses import dataclass

from twosource.model.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class CopiedSentence:
    """A sentence of ``report`` that repeats one of ``source``; ``edited`` where the wording was changed."""

    report: str
    span: Span
    source: str
    source_span: Span
    edited: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyGroup:
    """Reports of one origin. ``origin`` is the report the others follow, or None where only a credit is known.

    ``agency`` is the credited agency, ``why`` says in words what joined them, ``sentences`` what was copied.
    """

    id: str
    reports: tuple[str, ...]
    origin: str | None
    agency: str | None
    why: str
    sentences: tuple[CopiedSentence, ...] = ()
