"""Decisions in and out: from a person's words, and from and to JSON Lines; what cannot be a decision is refused."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any, get_args

import msgspec

from twosource.errors import UsageError
from twosource.model import Decision
from twosource.model.decision import Verb
from twosource.review.correct import checked_changes
from twosource.review.subject import refused
from twosource.values.identifier import identifier

NEEDS: dict[str, frozenset[str]] = {
    "same_event": frozenset({"claim", "report", "event"}),
    "not_same_event": frozenset({"claim", "report", "event"}),
    "accept": frozenset({"claim", "report"}),
    "reject": frozenset({"claim", "report"}),
    "correct": frozenset({"claim"}),
    "grade": frozenset({"claim", "report", "event"}),
    "note": frozenset({"claim", "report", "event", "figure"}),
    "rule": frozenset({"event"}),
    "unresolved": frozenset({"figure"}),
    "undo": frozenset({"decision"}),
}
WITH_VALUE = frozenset({"correct", "grade", "note", "rule"})
READINGS = frozenset({"claim", "report"})


def decision_of(draft: Decision, rules: Sequence[str]) -> Decision:
    """Return a decision in the form it is kept in, its id made of all it says.

    Args:
        draft: as told; its id does not matter.
        rules: the names that a rule can have.

    Raises:
        UsageError: it lacks something, or is about something that it cannot be about.
    """
    _check_words(draft)
    _check_subjects(draft)
    _check_value(draft, rules)
    value = _changes(draft) if draft.verb == "correct" else draft.value
    kept = replace(draft, id="", value=value, when=_utc(draft.when))
    return replace(kept, id=identifier("d", msgspec.json.encode(kept, order="sorted")))


def decisions_of(lines: Iterable[str], rules: Sequence[str]) -> tuple[Decision, ...]:
    """Return the decisions of a JSON Lines file; the id that a line tells must be the one its content has.

    Raises:
        UsageError: a line is no decision; the message names it.
    """
    return tuple(_of_line(number, line, rules) for number, line in enumerate(lines, 1) if line.strip())


def lines_of(decisions: Iterable[Decision]) -> tuple[str, ...]:
    """Return the decisions as lines of JSON."""
    return tuple(msgspec.json.encode(one).decode() for one in decisions)


def _of_line(number: int, line: str, rules: Sequence[str]) -> Decision:
    try:
        row: dict[str, Any] = msgspec.json.decode(line, type=dict[str, Any])
        decision = decision_of(msgspec.convert({"id": "", **row}, Decision), rules)
    except (msgspec.MsgspecError, UsageError) as error:
        raise UsageError(f"Line {number} is no decision that can be kept: {error}") from error
    if row.get("id") not in {None, "", decision.id}:
        raise UsageError(f"Line {number} was changed by hand: its id is {row['id']}, its content's is {decision.id}.")
    return decision


def _changes(draft: Decision) -> str:
    kept = [checked_changes(draft.value, words) for subject in draft.subjects for words in subject.words]
    if not kept:
        raise refused(draft, "the words of the claim are missing")
    return kept[0]


def _check_words(draft: Decision) -> None:
    if draft.verb not in get_args(Verb):
        raise refused(draft, f"no such judgement; choose {', '.join(get_args(Verb))}")
    if not draft.who.strip():
        raise refused(draft, "name who decides")
    if not draft.why.strip():
        raise refused(draft, "give the reason")


def _check_subjects(draft: Decision) -> None:
    needed = NEEDS[draft.verb]
    wrong = [subject for subject in (*draft.subjects, *draft.against) if subject.kind not in needed]
    if wrong or not draft.subjects:
        named = f"not {wrong[0].kind} {wrong[0].id}" if wrong else "none is named"
        raise refused(draft, f"it is about {' or '.join(f'a {kind}' for kind in sorted(needed))}; {named}")
    if draft.against and draft.verb != "not_same_event":
        raise refused(draft, "only 'not same event' is held against others")
    if draft.verb == "same_event" and len(draft.subjects) < 2:
        raise refused(draft, "name at least two that tell of one event")
    if draft.verb == "not_same_event" and len(draft.subjects) + len(draft.against) < 2:
        raise refused(draft, "name what it is held apart from")
    kinds = {subject.kind in READINGS for subject in draft.subjects}
    if draft.verb in {"grade", "note"} and len(kinds) > 1:
        raise refused(draft, "name claims and reports, or events, not both")


def _check_value(draft: Decision, rules: Sequence[str]) -> None:
    if draft.verb in WITH_VALUE and not (draft.value or "").strip():
        raise refused(draft, "say to what (a value)")
    if draft.verb not in WITH_VALUE and draft.value is not None:
        raise refused(draft, "it takes no value")
    if draft.verb == "rule" and draft.value not in rules:
        raise refused(draft, f"no rule is named {draft.value!r}; choose one of: {', '.join(rules)}")


def _utc(when: str) -> str:
    try:
        moment = datetime.fromisoformat(when)
    except ValueError as error:
        raise UsageError(f"Cannot read the time {when!r} of a decision; write it as 2026-01-05T09:00:00Z.") from error
    if moment.tzinfo is None:
        raise UsageError(f"The time {when!r} of a decision has no zone; write it as 2026-01-05T09:00:00Z.")
    return moment.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="microseconds") + "Z"
