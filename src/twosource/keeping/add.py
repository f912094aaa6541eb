"""Inputs added to a kept ledger, and an account of what came of them: reports read, events touched, rejects."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from twosource.config import Settings
from twosource.intake import Progress
from twosource.keeping.run import How, Stamp, ran_as
from twosource.model import Article, Event, Reject

if TYPE_CHECKING:
    from collections.abc import Iterable

    from twosource.collect import Input


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What came of some inputs.

    ``reports`` are new in the ledger, ``events`` those they tell of, ``held`` counts reports that were in the ledger
    already, ``rejects`` are what could not be read.
    """

    reports: tuple[Article, ...]
    events: tuple[Event, ...]
    rejects: tuple[Reject, ...]
    held: int


def add(inputs: "Iterable[Input]", where: str, settings: Settings, progress: Progress, stamp: Stamp) -> Added:
    """Read inputs into the ledger kept at ``where`` as ``run_into`` does, and return what came of them.

    Raises:
        UsageError: an input or a rule that does not exist.
        StoreError: the store cannot be opened or written; what it held still stands.
    """
    came = 0

    def told(stage: str, done: int) -> None:
        nonlocal came
        came = done if stage == "collecting" else came
        progress(stage, done)

    ran = ran_as(inputs, where, How(settings=settings, progress=told, stamp=stamp))
    new = tuple(article for article in ran.holdings.articles if article.id not in ran.held)
    ids = {article.id for article in new}
    lost = [reject for reject in ran.rejects if reject.stage == "collect" or reject.report not in ids]
    return Added(
        reports=new,
        events=tuple(event for event in ran.holdings.events if not ids.isdisjoint(event.reports)),
        rejects=ran.rejects,
        held=max(0, came - len(new) - len(lost)),
    )
