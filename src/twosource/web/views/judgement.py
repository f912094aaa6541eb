"""Judgements in, what is shown of each out: in words, with how it stands and whether it can be undone."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

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
NO_TITLES: Mapping[str, str] = MappingProxyType({})
FIELDS = {"low": "at least", "high": "at most", "measure": "what", "scope": "counts for", "date": "on"}


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


def judgement_views(
    judgements: Iterable[Judgement], titles: Mapping[str, str] = NO_TITLES
) -> tuple[JudgementView, ...]:
    """Return the judgements as shown, the latest first; reports are called by their titles, where told, by id."""
    return tuple(_view(one, titles) for one in latest_first(judgements))


def reports_meant(judgements: Iterable[Judgement]) -> tuple[str, ...]:
    """Return the ids of the reports that decisions are about as a whole, each once."""
    about = (one for each in judgements for one in (*each.decision.subjects, *each.decision.against))
    return tuple(dict.fromkeys(one.id for one in about if one.kind == "report"))


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


def _view(judgement: Judgement, titles: Mapping[str, str]) -> JudgementView:
    decision = judgement.decision
    return JudgementView(
        id=decision.id,
        verb=VERBS[decision.verb],
        value=_value(decision),
        about=tuple(about_view(one, titles) for one in decision.subjects),
        against=tuple(about_view(one, titles) for one in decision.against),
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
        return "; ".join(_changed(json.loads(value)))
    return value


def _changed(told: Mapping[str, str | int | None]) -> Iterator[str]:
    """Yield what a correction says, field by field, as its form names them: ``at least 30``, ``place: Bern``."""
    for name in sorted(told, key=lambda one: (list(FIELDS).index(one) if one in FIELDS else len(FIELDS), one)):
        text = "not known" if told[name] is None else f"{told[name]}"
        field = FIELDS.get(name, name.removesuffix(".name").replace("_", " "))
        yield f"{field} {text}" if name in {"low", "high"} else f"{field}: {text}"


def about_view(subject: Subject, titles: Mapping[str, str] = NO_TITLES) -> AboutView:
    """Return what a decision is about, as shown."""
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
    text = "event that tells of" if quote else titles.get(subject.id) or f"{subject.kind} {subject.id}"
    return AboutView(text=text, quote=quote, href=href or anchor)


def _quote(subject: Subject) -> str:
    """Return the words of a claim of an event or figure, "" where none of them told a number."""
    return next((shortened(one.quote, QUOTED) for one in subject.words if one.quote), "")
