"""Claims in, the rows of "Who says so" out: grouped by speaker, what only repeats folded under what it repeats."""

from twosource.lang.numbers import number_lexicon
from twosource.model import Actor, Claim, Speaker
from twosource.publish.outlet import UNNAMED, file_mark, named_outlet, outlet_name
from twosource.publish.shelf import Shelf, anchor
from twosource.publish.view import ClaimView, EntryView, Jump, SpeakerView
from twosource.publish.wording import (
    amount,
    capitalised,
    counted,
    day,
    days,
    listed,
    measure_rank,
    people,
    shortened,
    speaker_name,
    word,
    words,
)
from twosource.values.name import folded

OWN_WORDS = "No speaker named"
LABEL_LENGTH = 80
ROWS = 12  # of one speaker: a screenful; what goes beyond is folded, not left out
ACTS = 3  # of one speaker; they are told again under "What else is told"
Fold = tuple[str, str, int | None, int | None, str, str]


def speaker_views(claims: tuple[Claim, ...], shelf: Shelf) -> tuple[SpeakerView, ...]:
    """Return the claims by speaker: the one that most reports cite first, the reports' own words last."""
    told: dict[str, list[Claim]] = {}
    for claim in claims:
        told.setdefault(speaker_key(claim), []).append(claim)
    ordered = sorted(told.items(), key=lambda one: (not one[0], -len({claim.report for claim in one[1]}), one[0]))
    return tuple(_speaker_view(tuple(own), shelf) for _, own in ordered)


def speaker_key(claim: Claim) -> str:
    """Return what two claims of one speaker share; empty where the report names none."""
    return speaker_name(claim.speaker).casefold()


def claim_view(claim: Claim, shelf: Shelf) -> ClaimView:
    """Return the row of one claim."""
    article = shelf.articles.get(claim.report)
    return ClaimView(
        anchor=anchor(claim.id),
        number=shelf.numbers[claim.id],
        is_act=is_act(claim),
        says=_row_says(claim),
        people=claim_people(claim),
        quote=claim.quote,
        stance=claim.stance,
        stance_label=word("stance", claim.stance),
        report=report_jump(claim.report, shelf),
        words=words_jump(claim, shelf),
        published=day(article.published) if article else "",
        notes=_notes(claim),
        sure="" if claim.confidence is None else f"{claim.confidence:.0%}".replace("%", " %"),
        read_by=f"How likely the report says so; read by: {claim.pattern}",
    )


def claim_says(claim: Claim) -> str:
    """Return ``"32 killed"``, ``"“dozens” injured"``, or who acts: what is done stands beside it, in its words."""
    if is_act(claim):
        return actor_name(claim.actor) if claim.actor else word("measure", claim.measure)
    low, high = (claim.low, claim.high) if gives_number(claim) else (None, None)
    return f"{amount(low, high, claim.wording)} {word('measure', claim.measure)}"


def gives_number(claim: Claim) -> bool:
    """Tell whether a claim's words give a number: "dozens" give none, whatever bounds a codebook reads them as."""
    is_bounded = claim.low is not None or claim.high is not None
    return is_bounded and number_lexicon().plurals.keys().isdisjoint(folded(claim.wording or "").split())


def _row_says(claim: Claim) -> str:
    """Return what a row says beside its quotation: words without a number are not said twice."""
    is_told = not is_act(claim) and not gives_number(claim) and (claim.wording or "") in claim.quote
    return f"{word('measure', claim.measure).capitalize()}, no number" if is_told else claim_says(claim)


def is_act(claim: Claim) -> bool:
    """Tell whether a claim tells what was done rather than how many were hit."""
    return claim.measure == "act"


def actor_name(actor: Actor) -> str:
    """Return who acts as a sentence opens: ``"Cuban government"``, ``"A little-known group"`` for a bare noun."""
    told = actor.text if actor.name[:1].islower() and actor.name.casefold() in actor.text.casefold() else actor.name
    return capitalised(told)


def claim_people(claim: Claim) -> str:
    """Return who a claim counts, without repeating its number or wording."""
    return people(claim.group, f"{claim.low}", claim.wording or "")


def claim_jump(claim: Claim, shelf: Shelf) -> Jump:
    """Return the number of a claim with a way to its row, where the page has one."""
    href = f"#{anchor(claim.id)}" if claim.id in shelf.listed else None
    return Jump(text=str(shelf.numbers[claim.id]), href=href, label=claim_label(claim, shelf))


def claim_label(claim: Claim, shelf: Shelf) -> str:
    """Return ``"Claim 7: 32 killed, says the ministry"`` for those who cannot see where a number leads."""
    speaker = speaker_name(claim.speaker)
    says = f"{claim_says(claim)} {shortened(claim.quote, LABEL_LENGTH)}" if is_act(claim) else claim_says(claim)
    told = f"Claim {shelf.numbers[claim.id]}: {says}"
    return f"{told}, says {speaker}" if speaker else told


def words_jump(claim: Claim, shelf: Shelf) -> Jump:
    """Return the quotation of a claim with a way to its place in the report's text, where the page shows it."""
    words = shelf.words.get(claim.id)
    label = f"Claim {shelf.numbers[claim.id]} in the text of the report"
    return Jump(text=claim.quote, href=f"#{words}" if words else None, label=label)


def report_jump(report: str, shelf: Shelf) -> Jump:
    """Return the outlet of a report with a way to the report, where the page shows it."""
    article = shelf.articles.get(report)
    if article is None:
        return Jump(text=report)
    named = named_outlet(article)
    return Jump(
        text=named or UNNAMED,
        href=f"#{anchor(report)}" if report in shelf.shown else None,
        label=article.title,
        mark="" if named else file_mark(article),
    )


def _speaker_view(claims: tuple[Claim, ...], shelf: Shelf) -> SpeakerView:
    first = claims[0].speaker
    entries, folds = _folded(_entries(claims, shelf))
    return SpeakerView(
        name=capitalised(speaker_name(first)) or OWN_WORDS,
        kind=_kind(first),
        named=first is not None,
        reach=_reach(claims, shelf),
        entries=entries,
        folds=folds,
    )


def _folded(
    entries: tuple[EntryView, ...],
) -> tuple[tuple[EntryView, ...], tuple[tuple[str, tuple[ClaimView, ...]], ...]]:
    """Return the entries that are shown as rows, and the rest as folds: further figures, and acts where many."""
    acts = tuple(one for one in entries if one.lead.is_act)
    acts = acts if len(acts) > ACTS else ()
    figures = tuple(one for one in entries if one not in acts)
    further = figures[ROWS:] if len(figures) > ROWS + 1 else ()
    folds = ((_flat(further), "further claim"), (_flat(acts), "act"))
    shown = figures[: len(figures) - len(further)]
    return shown, tuple((counted(len(told), name), told) for told, name in folds if told)


def _flat(entries: tuple[EntryView, ...]) -> tuple[ClaimView, ...]:
    return tuple(claim for entry in entries for claim in (entry.lead, *entry.repeats))


def _kind(speaker: Speaker | None) -> str:
    if speaker is None:
        return "told in the report's own words"
    return ", ".join(filter(None, (speaker.kind, f"by way of {listed(speaker.via)}" if speaker.via else "")))


def _reach(claims: tuple[Claim, ...], shelf: Shelf) -> str:
    """Return how far a speaker's words went: ``"3 claims in 2 reports by 2 outlets"``."""
    reports = {claim.report for claim in claims}
    outlets = {outlet_name(shelf.articles[report]) for report in reports if report in shelf.articles}
    told = f"{counted(len(claims), 'claim')} in {counted(len(reports), 'report')}"
    return f"{told} by {counted(len(outlets), 'outlet')}" if len(outlets) > 1 else told


def _entries(claims: tuple[Claim, ...], shelf: Shelf) -> tuple[EntryView, ...]:
    folds: dict[Fold, list[Claim]] = {}
    for claim in sorted(claims, key=lambda claim: _order(claim, shelf)):
        folds.setdefault(_fold(claim, shelf), []).append(claim)
    return tuple(_entry(same, shelf) for same in folds.values())


def _order(claim: Claim, shelf: Shelf) -> tuple[int, bool, int, bool, str, int]:
    """Rank claims: by measure, totals before groups, higher before lower; the origin of copies before its copies."""
    article = shelf.articles.get(claim.report)
    group = shelf.group_of.get(claim.report)
    return (
        measure_rank(claim.measure),
        claim.group is not None,
        -(claim.low or claim.high or 0),
        group is not None and group.origin != claim.report,
        (article.published if article else None) or "~",
        shelf.numbers[claim.id],
    )


def _fold(claim: Claim, shelf: Shelf) -> Fold:
    """Return what a claim shares with those that only repeat it: its figure and the origin of its report."""
    group = shelf.group_of.get(claim.report)
    counted_people = "|".join(
        filter(None, (claim.group.role, claim.group.nationality, claim.group.status) if claim.group else ())
    )
    told = claim.wording if is_act(claim) or (claim.low is None and claim.high is None) else ""
    return (
        claim.measure,
        claim.stance,
        claim.low,
        claim.high,
        f"{counted_people}|{(told or '').casefold()}",
        group.id if group else claim.report,
    )


def _entry(claims: list[Claim], shelf: Shelf) -> EntryView:
    lead, *repeats = claims
    copied = {claim.report for claim in repeats} - {lead.report}
    told = [
        f"in {counted(len(copied), 'copy', 'copies')} of the same origin" if copied else "",
        "again in the same report" if any(claim.report == lead.report for claim in repeats) else "",
    ]
    return EntryView(
        lead=claim_view(lead, shelf),
        repeats=tuple(claim_view(claim, shelf) for claim in repeats),
        repeats_title=f"Repeated {' and '.join(filter(None, told))}",
    )


def _notes(claim: Claim) -> tuple[str, ...]:
    """Return what bears on a claim besides its figure: when, said when, where it does not count, by whom."""
    scopes: dict[str, str] = words()["scope"]
    notes = (
        f"on {days(claim.date)}" if claim.date else "",
        f"said on {days(claim.said)}" if claim.said else "",
        f"in {claim.place.text or claim.place.name}" if claim.place else "",
        _deed(claim),
        scopes.get(claim.scope, claim.scope),
        "part of a total" if claim.part_of else "",
        "space or signs were normalised" if claim.alignment != "exact" else "",
    )
    return tuple(note for note in notes if note)


def _deed(claim: Claim) -> str:
    """Return who did it and, where not plainly stated, how sure the report is; the actor of an act stands before."""
    if claim.actor is None:
        return ""
    sure = "" if claim.actor.confidence == "stated" else word("confidence", claim.actor.confidence)
    if is_act(claim):
        return sure
    return f"by {claim.actor.name} ({sure})" if sure else f"by {claim.actor.name}"
