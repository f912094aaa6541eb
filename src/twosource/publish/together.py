"""Parts of one ledger in, the ledger of all of them out: each record once, in the order a whole ledger has them."""

from collections.abc import Callable, Iterable
from typing import Any, Protocol, TypeVar

from twosource.model import Holdings


class _Identified(Protocol):
    @property
    def id(self) -> str: ...


Record = TypeVar("Record", bound=_Identified)


def together(parts: Iterable[Holdings], rule: str) -> Holdings:
    """Return the records of several parts of one ledger; events stand in the order of the parts.

    Args:
        parts: as ``Ledger.only`` gives them.
        rule: the way of reconciling behind the figures of all.
    """
    held = tuple(parts)
    told = {one.report: one for part in held for one in part.annotations}
    judged = {one.decision.id: one for part in held for one in part.judgements}
    return Holdings(
        rule=rule,
        articles=_once(
            (one for part in held for one in part.articles), lambda a: (a.published or a.modified or "", a.id)
        ),
        statements=_once((one for part in held for one in part.statements), lambda s: (s.report, s.target[0], s.id)),
        claims=_once((one for part in held for one in part.claims), lambda c: (c.report, c.span, c.id)),
        events=tuple({one.id: one for part in held for one in part.events}.values()),
        copies=_once((one for part in held for one in part.copies), lambda group: group.id),
        rejects=_once((one for part in held for one in part.rejects), lambda reject: (reject.source, reject.id)),
        annotations=tuple(told[report] for report in sorted(told)),
        judgements=tuple(sorted(judged.values(), key=lambda one: (one.decision.when, one.decision.id))),
    )


def _once(records: Iterable[Record], order: Callable[[Record], Any]) -> tuple[Record, ...]:
    return tuple(sorted({one.id: one for one in records}.values(), key=order))
