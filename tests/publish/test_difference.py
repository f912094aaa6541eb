"""Where reports differ, as page and summary show it."""

from dataclasses import replace

from twosource.model import Difference, Holdings, Side
from twosource.publish.page import page
from twosource.publish.summary import summary_lines


def differing(ledger: Holdings) -> Holdings:
    event = max(ledger.events, key=lambda one: len(one.reports))
    sides = (
        Side(text="state terror", speakers=("mayor",), claims=(), statements=(), reports=event.reports[:1]),
        Side(text="a police operation", speakers=(), claims=(), statements=(), reports=event.reports[1:2]),
    )
    changed = replace(event, differences=(Difference(about="character", sides=sides),))
    return replace(ledger, events=tuple(changed if one is event else one for one in ledger.events))


def test_the_summary_tells_both_sides_with_who_says_so(ledger: Holdings) -> None:
    line = next(line for line in summary_lines(differing(ledger)) if "What it is called" in line)
    assert "Mayor: state terror (" in line
    assert ": a police operation (" in line


def test_the_page_shows_both_sides_under_a_title(ledger: Holdings) -> None:
    shown = page(differing(ledger))
    assert "Where they differ" in shown
    assert "Where they differ" not in page(ledger)
    assert shown.index("What it is called") < shown.index("state terror") < shown.index("a police operation")
