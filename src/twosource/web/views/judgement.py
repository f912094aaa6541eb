"""Judgements in, what is shown of each out: in words, with how it stands and whether it can be undone."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from twosource.model import Decision, Judgement, Subject
from twosource.publish.wording import amount, day, shortened, word

VERBS = {
    "same_event": "Same event",
    "not_same_event": "Not the same event",
    "accept": "Accepted",
    "reject": "Rejected",
    "correct": "Corrected",
    "grade": "Graded",
    "note": "Note",
    "rule": "Rule chosen",
    "unresolved": "Unresolved",
    "undo": "Undone",
}
MEANS = {
    "in force": "It is in the ledger's events and figures.",
    "undone": "A later decision took it back.",
    "replaced": "The same person decided otherwise later.",
    "in conflict": "Another person says otherwise; neither counts until one is undone.",
    "not placed": "The words it was about are no longer read as they were.",
    "waiting": "It is recorded and enters when the ledger is settled.",
}
QUOTED = 90
ON_A_PAGE = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class AboutView:
    """What a decision is about: a kind of record, its words, and the page it leads to (None: there is none)."""

    text: str
    quote: str
    href: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgementView:
    """One decision as shown."""

    id: str
    verb: str
    value: str
    about: tuple[AboutView, ...]
    against: tuple[AboutView, ...]
    who: str
    when: str
    why: str
    status: str
    means: str
    others: tuple[str, ...]
    can_undo: bool


def judgement_views(judgements: Iterable[Judgement]) -> tuple[JudgementView, ...]:
    """Return the judgements as shown, the latest first; an undoing stands with what it undid."""
    return tuple(_view(one) for one in latest_first(judgements))


def latest_first(judgements: Iterable[Judgement]) -> list[Judgement]:
    """Return judgements in the order they are shown in."""
    return sorted(judgements, key=lambda one: (one.decision.when, one.decision.id), reverse=True)


def page_with(judgements: Sequence[Judgement], decision: str) -> int:
    """Return where the page begins that shows a decision; the first page where it is not among them."""
    at = next((number for number, one in enumerate(judgements) if one.decision.id == decision), 0)
    return at // ON_A_PAGE * ON_A_PAGE


def from_place(judgements: Sequence[Judgement], start: int) -> Sequence[Judgement]:
    """Return those of the page that begins at a place."""
    return judgements[start : start + ON_A_PAGE]


def pages_of(total: int, start: int, way_to: Callable[[int | None], str]) -> tuple[str, str, str]:
    """Return which of all decisions a page shows, "" where it shows all, and the ways to the page before and after."""
    end = min(start + ON_A_PAGE, total)
    told = f"{start + 1:,} to {end:,} of {total:,}" if total > ON_A_PAGE and start < total else ""
    before = way_to(max(start - ON_A_PAGE, 0) or None) if start else ""
    return told, before, way_to(end) if end < total else ""


def _view(judgement: Judgement) -> JudgementView:
    decision = judgement.decision
    return JudgementView(
        id=decision.id,
        verb=VERBS[decision.verb],
        value=_value(decision),
        about=tuple(map(_about, decision.subjects)),
        against=tuple(map(_about, decision.against)),
        who=decision.who,
        when=day(decision.when.partition(".")[0].removesuffix("Z") + "+00:00"),
        why=decision.why,
        status=judgement.status,
        means=MEANS[judgement.status],
        others=judgement.others,
        can_undo=decision.verb != "undo" and judgement.status in {"in force", "in conflict", "not placed", "waiting"},
    )


def _value(decision: Decision) -> str:
    value = decision.value or ""
    if decision.verb == "correct":
        return value.strip("{}").replace('"', "").replace("null", "not known")
    return value


def _about(subject: Subject) -> AboutView:
    first = subject.words[0] if subject.words else None
    if subject.kind == "claim" and first is not None:
        told = word("measure", first.measure)
        says = told if first.measure == "act" or (first.low, first.high) == (None, None) else ""
        text = f"claim: {says or f'{amount(first.low, first.high)} {told}'}"
        return AboutView(
            text=text, quote=shortened(first.quote, QUOTED), href=f"/reports/{first.report}/claims/{subject.id}"
        )
    if subject.kind == "figure":
        who = f" ({subject.group.text})" if subject.group else ""
        return AboutView(text=f"figure: {word('measure', subject.measure)}{who}", quote=_quote(subject), href=None)
    paths = {"event": "/events/", "report": "/reports/"}
    href = f"{paths[subject.kind]}{subject.id}" if subject.kind in paths else None
    anchor = f"/decisions?at={subject.id}#{subject.id}" if subject.kind == "decision" else None
    quote = _quote(subject) if subject.kind == "event" else ""
    text = "event that tells of" if quote else f"{subject.kind} {subject.id}"
    return AboutView(text=text, quote=quote, href=href or anchor)


def _quote(subject: Subject) -> str:
    """Return the words of a claim of an event or figure, "" where none of them told a number."""
    return next((shortened(one.quote, QUOTED) for one in subject.words if one.quote), "")
