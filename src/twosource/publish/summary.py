"""Holdings in, the account of a run as plain lines out; who prints them and how is not its business."""

from collections import Counter
from collections.abc import Iterator

from twosource.model import Holdings
from twosource.publish.rejects import reject_counts
from twosource.publish.shelf import shelf
from twosource.publish.summary_event import event_lines
from twosource.publish.wording import capitalised, counted, shortened

EVENTS_TOLD = 20
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
        lines += ["", *event_lines(event, held)]
    if not told and holdings.articles:
        lines += ["", "No event was found in these reports."]
    if len(holdings.events) > len(told):
        lines += ["", f"{counted(len(holdings.events) - len(told), 'more event')} in events.jsonl."]
    return tuple(map(_printable, (*lines, "", *_discarded(holdings), *_rejects(holdings))))


def _counts(holdings: Holdings) -> str:
    counts = (
        counted(len(holdings.articles), "report"),
        counted(len(holdings.events), "event"),
        counted(len(holdings.claims), "claim"),
        counted(len(holdings.statements), "statement"),
        counted(len(holdings.rejects), "reject"),
    )
    return f'{", ".join(counts)}. Figures by the rule "{holdings.rule}".'


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
        yield f"  {_line(reject.source)}: {reject.reason}. {capitalised(_line(reject.detail))}"
    if len(holdings.rejects) > REJECTS_TOLD:
        yield f"  {len(holdings.rejects) - REJECTS_TOLD:,} more in rejects.jsonl."


def _line(text: str) -> str:
    return shortened(text, QUOTE_LENGTH)


def _printable(line: str) -> str:
    """Return the line without the signs that a terminal would obey."""
    return "".join(sign for sign in " ".join(line.split("\n")) if sign.isprintable())
