"""What pages ask for that takes longer than an answer may: each becomes a job of the desk."""

import shutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from twosource import collect, upkeep
from twosource.config import Settings
from twosource.keeping import Added
from twosource.model import Article, Event, Reject
from twosource.web.apart import apart
from twosource.web.desk import Desk
from twosource.web.jobs import Job, Link, Outcome, Progress

Result = TypeVar("Result")
SETTLE, ADD = "Settle decisions", "Add reports"
SHOWN = 50  # events, reports and rejects that a job's page names; all of them stand on their own pages


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """What somebody adds: the inputs, whether feeds are followed, and the folder that uploads lie in meanwhile."""

    inputs: "tuple[collect.Input, ...]"
    follow: bool = True
    folder: Path | None = None


def settle(desk: Desk, person: str, address: str) -> Job:
    """Make events and figures again with the decisions recorded; ``address`` is the page that then shows them.

    Decisions made while a settling waits are taken in by it: no second one is started.
    """
    waiting = desk.jobs.waiting(SETTLE)
    return waiting or desk.jobs.start(SETTLE, person, partial(_settled, desk, address))


def add(desk: Desk, person: str, delivery: Delivery) -> Job:
    """Read what somebody adds into the ledger; the folder of its uploads is removed when that is over."""
    return desk.jobs.start(ADD, person, partial(_added, desk, delivery), partial(_cleared, delivery.folder))


def _settled(desk: Desk, address: str, progress: Progress) -> Outcome:
    _done(desk, settled, (desk.store, desk.settings), progress)
    return Outcome(told="Events and figures are as the decisions say.", address=address)


def _added(desk: Desk, delivery: Delivery, progress: Progress) -> Outcome:
    settings = replace(desk.settings, follow=delivery.follow)
    came: Added = _done(desk, added, (desk.store, delivery.inputs, settings, desk.fetch), progress)
    return Outcome(
        told=_account(came),
        address=f"/events/{came.events[0].id}" if len(came.events) == 1 else "/events",
        links=tuple(_links(came.events[:SHOWN], came.reports[:SHOWN])),
        refused=tuple(_refused(reject) for reject in came.rejects[:SHOWN]),
    )


def settled(store: str, settings: Settings, progress: Progress) -> None:
    """Settle decisions; what the ledger then holds is read from it by the pages."""
    upkeep.settle(store, settings, progress)


def added(
    store: str,
    inputs: "tuple[collect.Input, ...]",
    settings: Settings,
    fetch: "collect.Fetch | None",
    progress: Progress,
) -> Added:
    """Read inputs into a ledger."""
    return upkeep.add(store, inputs, settings, progress, fetch)


def _done(desk: Desk, function: Callable[..., Result], arguments: tuple[object, ...], progress: Progress) -> Result:
    """Run a function here or, where the desk says so, in a process of its own."""
    result: Result = apart(function, arguments, progress) if desk.apart else function(*arguments, progress)
    return result


def _account(came: Added) -> str:
    parts = [
        _counted(len(came.reports), "new report") if came.reports else "No new report",
        *([f"{came.held} already in the ledger"] if came.held else []),
        *([_counted(len(came.events), "event") + " touched"] if came.events else []),
        *([_counted(len(came.rejects), "reject")] if came.rejects else []),
    ]
    return ", ".join(parts) + "."


def _counted(count: int, word: str) -> str:
    return f"{count:,} {word}{'' if count == 1 else 's'}"


def _links(events: Iterable[Event], reports: Iterable[Article]) -> Iterable[Link]:
    for event in events:
        yield Link(group="Events touched", text=event.title or event.id, href=f"/events/{event.id}")
    for report in reports:
        name = report.title or report.url or report.path or "Report without a title"
        told = f"{name} ({report.outlet})" if report.outlet else name
        yield Link(group="Reports read", text=told, href=f"/reports/{report.id}")


def _refused(reject: Reject) -> tuple[str, str, str]:
    return reject.source, reject.reason, reject.detail


def _cleared(folder: Path | None) -> None:
    if folder is not None:
        shutil.rmtree(folder, ignore_errors=True)
