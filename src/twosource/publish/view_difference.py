"""The differences of an event in, what is shown of them out: about what, and each side with those who say so."""

from twosource.model import Difference, Event, Side
from twosource.publish.shelf import Shelf
from twosource.publish.view import DifferenceView, SideView
from twosource.publish.view_claim import OWN_WORDS, report_jump
from twosource.publish.view_figure import title_of
from twosource.publish.wording import capitalised, listed, word


def difference_views(event: Event, shelf: Shelf) -> tuple[DifferenceView, ...]:
    """Return the differences as shown: the figures contested, then day, actor and what the happening is called."""
    return tuple(
        DifferenceView(title=difference_title(one, event, shelf), sides=tuple(_side(side, shelf) for side in one.sides))
        for one in event.differences
    )


def difference_title(difference: Difference, event: Event, shelf: Shelf) -> str:
    """Return what the sides differ about: "12 killed (children)", "When it happened"."""
    figure = next((figure for figure in event.figures if figure.id == difference.figure), None)
    return title_of(figure, shelf) if figure is not None else word("difference", difference.about)


def said_by(side: Side) -> str:
    """Return who says so: the speakers, or that the reports say it themselves."""
    return listed(tuple(map(capitalised, side.speakers)), 4) or OWN_WORDS


def _side(side: Side, shelf: Shelf) -> SideView:
    return SideView(
        text=side.text, by=said_by(side), places=tuple(report_jump(report, shelf) for report in side.reports)
    )
