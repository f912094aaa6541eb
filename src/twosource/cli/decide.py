"""``twosource decide``: a person's judgement, recorded in a kept ledger."""

import json
from typing import Annotated, Any

import typer

from twosource import api, upkeep
from twosource.cli.ledger import Quiet, Store, shown
from twosource.cli.progress import shown_progress
from twosource.errors import UsageError
from twosource.keeping import Draft
from twosource.model import Decision
from twosource.model.decision import Verb

VERBS: dict[str, Verb] = {
    "same-event": "same_event",
    "not-same-event": "not_same_event",
    "accept": "accept",
    "reject": "reject",
    "correct": "correct",
    "grade": "grade",
    "note": "note",
    "rule": "rule",
    "unresolved": "unresolved",
    "undo": "undo",
}
What = Annotated[
    str,
    typer.Argument(
        help="same-event, not-same-event, accept, reject, correct, grade, note, rule, unresolved or undo.",
        metavar="JUDGEMENT",
    ),
]
Subjects = Annotated[
    list[str],
    typer.Argument(
        help="Ids (or beginnings) of claims, reports, events, figures or decisions; for correct also FIELD=VALUE.",
        metavar="ID...",
    ),
]
Who = Annotated[str, typer.Option("--who", help="Who decides.", envvar="TWOSOURCE_WHO")]
Why = Annotated[str, typer.Option("--why", help="The reason.")]
Value = Annotated[str | None, typer.Option("--value", help="The grade, the note, or the name of the rule.")]
From = Annotated[
    list[str] | None, typer.Option("--from", help="not-same-event: what it is held apart from.", metavar="ID")
]
Later = Annotated[bool, typer.Option("--later", help="Only record it; it enters the next run.")]


def decide(  # noqa: PLR0913 - one parameter an option; the command line names them
    what: What,
    subjects: Subjects,
    *,
    store: Store,
    who: Who,
    why: Why,
    value: Value = None,
    against: From = None,
    later: Later = False,
    quiet: Quiet = False,
) -> None:
    """Record a judgement with who, when and why, and make the ledger's events and figures again with it.

    Nothing is overwritten or removed: 'twosource decide undo DECISION' takes a judgement back by another one.
    """
    if what not in VERBS:
        raise UsageError(f"There is no judgement {what!r}; choose one of: {', '.join(VERBS)}.")
    changes = [one for one in subjects if "=" in one]
    draft = Draft(
        verb=VERBS[what],
        subjects=tuple(one for one in subjects if "=" not in one),
        against=tuple(against or ()),
        who=who,
        why=why,
        value=_corrections(changes) if changes else value,
    )
    if later:
        shown(_line(decision) for decision in upkeep.record(store, [draft]))
        return
    before = api.Ledger.open(store)
    with shown_progress(quiet=quiet) as progress:
        ledger = before.decide([draft], progress)
    made = {judgement.decision.id for judgement in before.judgements}
    if not quiet:
        shown(
            f"{_line(judgement.decision)}: {judgement.status}{_others(judgement.others)}"
            for judgement in ledger.judgements
            if judgement.decision.id not in made
        )


def _line(decision: Decision) -> str:
    about = ", ".join(subject.id for subject in decision.subjects)
    return f"{decision.id}  {decision.verb.replace('_', ' ')} {about}"


def _others(others: tuple[str, ...]) -> str:
    return f" with {', '.join(others)}" if others else ""


def _corrections(changes: list[str]) -> str:
    """Return ``low=3 date=2031-05-06`` as JSON; what is no JSON is text."""
    found: dict[str, Any] = {}
    for change in changes:
        name, _, told = change.partition("=")
        try:
            found[name] = json.loads(told)
        except ValueError:
            found[name] = told
    return json.dumps(found)
