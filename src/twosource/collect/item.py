"""What the rooms of collect hand to each other: raw items before they are reports, and why one was refused."""

from dataclasses import dataclass
from pathlib import Path

from twosource.model import Reject, Report
from twosource.values.identifier import identifier


@dataclass(frozen=True, slots=True, kw_only=True)
class Upload:
    """A file that was sent: its name, which tells its kind and stays with the report, and where it lies meanwhile."""

    name: str
    path: Path

    def __str__(self) -> str:
        return self.name


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """An input, or a part of one, that is no report: where it stands, the fixed reason, a sentence for a person."""

    source: str
    reason: str
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A report and the name of the place it was found at (path, ``path:line``, or the row's own id)."""

    source: str
    report: Report


def reject(refusal: Refusal, turn: int, report: Report | None = None) -> Reject:
    """Return the record of a refusal.

    Args:
        refusal: what was refused and why.
        turn: how many refusals of this source for this reason came before; the third copy of a row counts too.
        report: the report itself, where the content could be read.
    """
    return Reject(
        id=identifier("reject", "collect", refusal.source, refusal.reason, turn),
        source=refusal.source,
        stage="collect",
        reason=refusal.reason,
        detail=refusal.detail,
        report=report.id if report else None,
        sha256=report.sha256 if report else None,
    )
