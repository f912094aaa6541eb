"""An input or a part of one that could not be read; counted and shown, never silent."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Reject:
    """What was refused and why.

    ``source`` names the input (path, address, or ``path:line``), ``stage`` where it was refused, ``reason`` is a
    short fixed word for counting, ``detail`` a sentence for a person. ``report`` is set where the report itself was
    read.
    """

    id: str
    source: str
    stage: str
    reason: str
    detail: str
    report: str | None = None
    sha256: str | None = None
