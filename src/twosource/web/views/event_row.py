"""An event's entry in, its line of the list out, as markup."""

from dataclasses import dataclass
from functools import lru_cache

from markupsafe import Markup

from twosource.model import DateRange, EventEntry, Toll
from twosource.publish.view import Chip
from twosource.publish.view_figure import chip
from twosource.publish.wording import best_amount, capitalised, day, days, place_name, type_name, word
from twosource.web.render import templates
from twosource.web.ways import way


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """The figure of one measure in one row; without a chip nobody tells of such people."""

    key: str
    name: str
    amount: str
    chip: Chip | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One event on one line."""

    href: str
    title: str
    type: str
    when: str
    where: str
    cells: tuple[Markup, ...]
    reports: int
    outlets: str
    doubt: str


@lru_cache(maxsize=4096)  # 6 MB; an entry is a value, so that what is remembered of it is never old
def event_row(one: EventEntry, as_of: str | None) -> Markup:
    """Return the line of an event in the table."""
    row: Markup = templates().get_template("event_row.html.j2").module.row(_row(one, as_of))  # type: ignore[attr-defined]
    return row


def _row(one: EventEntry, as_of: str | None) -> Row:
    return Row(
        href=way(f"/events/{one.id}", None, as_of),
        title=one.title,
        type=type_name(one.type),
        when=_when(one.date),
        where=place_name(one.place),
        cells=tuple(
            _cell_markup(measure, toll)
            for measure, toll in (("killed", one.killed), ("injured", one.injured), ("captured", one.captured))
        ),
        reports=one.reports,
        outlets=", ".join(one.outlets),
        doubt=f"{one.doubt:.1f}" if one.doubt >= 0.05 else "",
    )


@lru_cache(maxsize=4096)  # most figures are small, and come again
def _cell_markup(measure: str, toll: Toll | None) -> Markup:
    cell: Markup = templates().get_template("event_row.html.j2").module.cell(_cell(measure, toll))  # type: ignore[attr-defined]
    return cell


@lru_cache(maxsize=4096)
def _when(when: DateRange | None) -> str:
    """Return ``"6 May 2031"``, without the day of the week; longer stretches in words."""
    return day(when.earliest) if when is not None and when.earliest == when.latest else days(when)


def _cell(measure: str, toll: Toll | None) -> Cell:
    name = capitalised(word("measure", measure))
    if toll is None:
        return Cell(key=measure, name=name, amount="", chip=None)
    is_known = (toll.low, toll.best, toll.high) != (None, None, None)
    told = best_amount(toll.low, toll.best, toll.high) if is_known else "some, no number"
    return Cell(key=measure, name=name, amount=told, chip=chip(toll.agreement))
