"""Holdings in, the account of a run as plain lines out; who prints them and how is not its business."""

from collections import Counter
from collections.abc import Iterator

from twosource.model import Claim, Event, Holdings, Point
from twosource.publish.rejects import reject_counts
from twosource.publish.shelf import Shelf, outlet_name, shelf
from twosource.publish.view_claim import OWN_WORDS, claim_people, claim_says, is_act, speaker_key
from twosource.publish.view_event import event_claims, outlets_of
from twosource.publish.view_figure import chip, ordered_figures
from twosource.publish.view_point import point_by, point_text
from twosource.publish.wording import (
    counted,
    days,
    explained,
    figure_title,
    listed,
    place_name,
    speaker_name,
    type_name,
)

EVENTS_TOLD = 20
CLAIMS_TOLD = 12  # of one event: more no longer fit a screen
POINTS_TOLD = 6
REJECTS_TOLD = 20
QUOTE_LENGTH = 160


def summary_lines(holdings: Holdings) -> tuple[str, ...]:
    """Return the account as lines of plain text: counts, events by size, what was set aside, what was rejected.

    What does not fit is counted, with the file that holds it.
    """
    held = shelf(holdings)
    told = held.events[:EVENTS_TOLD]
    lines = [_counts(holdings)]
    for event in told:
        lines += ["", *_event(event, held)]
    if len(holdings.events) > len(told):
        lines += ["", f"{counted(len(holdings.events) - len(told), 'more event')} in events.jsonl."]
    return (*lines, "", *_discarded(holdings), *_rejects(holdings))


def _counts(holdings: Holdings) -> str:
    counts = (
        counted(len(holdings.articles), "report"),
        counted(len(holdings.events), "event"),
        counted(len(holdings.claims), "claim"),
        counted(len(holdings.statements), "statement"),
        counted(len(holdings.rejects), "reject"),
    )
    return f'{", ".join(counts)}. Figures by the rule "{holdings.rule}".'


def _event(event: Event, held: Shelf) -> Iterator[str]:
    yield event.title
    where = place_name(event.place) or "place not known"
    parts = (days(event.date) or "day not known", where, type_name(event.type))
    outlets = outlets_of(event.reports, held)
    yield f"  {'; '.join(part for part in parts if part)}. {counted(len(event.reports), 'report')}: {listed(outlets)}."
    for figure in ordered_figures(event):
        yield f"  {figure_title(figure)}: {chip(figure.agreement).label.lower()}. {explained(figure)}"
    yield from _who_says_what(event_claims(event, held), held)
    yield from _points(event, held)


def _who_says_what(claims: tuple[Claim, ...], held: Shelf) -> Iterator[str]:
    """Yield each speaker, the one most reports cite first, and under it what it says."""
    told: dict[str, list[Claim]] = {}
    for claim in sorted(claims, key=lambda claim: held.numbers[claim.id]):
        told.setdefault(speaker_key(claim), []).append(claim)
    room = CLAIMS_TOLD
    for key in sorted(told, key=lambda key: (not key, -_reach(told[key]), key)):
        says = _by_saying(told[key])
        if room > 0:
            yield f"  {speaker_name(told[key][0].speaker) or OWN_WORDS}:"
        yield from (f"    {_says_line(same, held)}" for same in says[: max(room, 0)])
        room -= len(says)
    if room < 0:
        yield f"  {-room:,} more in claims.jsonl."


def _by_saying(claims: list[Claim]) -> list[list[Claim]]:
    """Return the claims of one speaker, those that say the same together, the widest told first."""
    told: dict[tuple[str, str | None, str], list[Claim]] = {}
    for claim in claims:
        told.setdefault((_says(claim), claim.wording if is_act(claim) else None, claim.stance), []).append(claim)
    return sorted(told.values(), key=lambda same: -_reach(same))


def _reach(claims: list[Claim]) -> int:
    return len({claim.report for claim in claims})


def _says_line(same: list[Claim], held: Shelf) -> str:
    first = same[0]
    told = ", ".join(filter(None, (_says(first), "" if first.stance == "asserted" else first.stance)))
    says = f"{told}: " if told else ""
    outlets = tuple(dict.fromkeys(_outlet(claim, held) for claim in same))
    return f'{says}"{_shortened(first.quote)}" ({listed(outlets)})'


def _says(claim: Claim) -> str:
    """Return what a claim says besides its quotation: of an act only who did it."""
    if is_act(claim):
        return claim.actor.name if claim.actor else ""
    counted_people = claim_people(claim)
    return f"{claim_says(claim)} ({counted_people})" if counted_people else claim_says(claim)


def _outlet(claim: Claim, held: Shelf) -> str:
    article = held.articles.get(claim.report)
    return outlet_name(article) if article else claim.report


def _points(event: Event, held: Shelf) -> Iterator[str]:
    """Yield what else all of several reports tell, and what only one of them does."""
    everybody = set(event.reports)
    if len(everybody) > 1:
        yield from _point_lines("All reports tell", [p for p in event.points if everybody <= set(p.reports)], held)
        yield from _point_lines("Only one report tells", [p for p in event.points if len(p.reports) == 1], held)


def _point_lines(title: str, points: list[Point], held: Shelf) -> Iterator[str]:
    if points:
        yield f"  {title}:"
    for point in points[:POINTS_TOLD]:
        by = point_by(point, held)
        told = f"{by}: {point_text(point)}" if by else point_text(point)
        yield f"    {_shortened(told)} ({listed(outlets_of(point.reports, held))})"
    if len(points) > POINTS_TOLD:
        yield f"    {len(points) - POINTS_TOLD:,} more in events.jsonl."


def _discarded(holdings: Holdings) -> Iterator[str]:
    characters: Counter[str] = Counter()
    for article in holdings.articles:
        for part in article.discarded:
            characters[part.reason] += part.end - part.start
    if not characters:
        yield "Nothing was set aside."
        return
    ordered = sorted(characters.items(), key=lambda one: (-one[1], one[0]))
    told = ", ".join(f"{reason} {number:,}" for reason, number in ordered)
    yield f"Set aside, in characters: {told}."


def _rejects(holdings: Holdings) -> Iterator[str]:
    if not holdings.rejects:
        yield "Every input was read."
        return
    counts = ", ".join(f"{number} {reason}" for reason, number in reject_counts(holdings.rejects))
    yield f"Rejected: {counts}."
    for reject in holdings.rejects[:REJECTS_TOLD]:
        yield f"  {_shortened(reject.source)}: {reject.reason}. {_shortened(reject.detail)}"
    if len(holdings.rejects) > REJECTS_TOLD:
        yield f"  {len(holdings.rejects) - REJECTS_TOLD:,} more in rejects.jsonl."


def _shortened(text: str) -> str:
    """Return the text on one line, cut behind a word where it is long; signs a terminal would obey are left out."""
    line = "".join(sign for sign in " ".join(text.split()) if sign.isprintable())
    return line if len(line) <= QUOTE_LENGTH else f"{line[:QUOTE_LENGTH].rsplit(' ', 1)[0]} ..."
