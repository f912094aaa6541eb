"""A query and what was found in, the list of events as shown out: rows, totals, time line, map, ways to narrow it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from markupsafe import Markup

from twosource.lang.places import country_name
from twosource.model import EventEntry, Found, Query, Total
from twosource.model.query import Sort
from twosource.publish.chart_bars import BarsView
from twosource.publish.chart_spots import SpotsView
from twosource.publish.view_figure import chip
from twosource.publish.wording import amount, counted, type_name, word
from twosource.web.asking import asked
from twosource.web.views.event_row import event_row
from twosource.web.views.overview import spot_map, time_line
from twosource.web.ways import way

Leads = Callable[[dict[str, str]], str]
COLUMNS: tuple[tuple[Sort, str], ...] = (
    ("title", "Event"),
    ("date", "When"),
    ("killed", "Killed"),
    ("injured", "Injured"),
    ("captured", "Captured"),
    ("reports", "Reports"),
    ("doubt", "In doubt"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A heading: what it sorts by, how it sorts now (for ``aria-sort``), and the way to sort so or the other way."""

    key: str
    name: str
    order: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sum:
    """The people of one measure over all that match."""

    measure: str
    best: str
    spread: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Narrowing:
    """A filter in force, and the way to the list without it."""

    text: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ListView:
    """The page of the list; ``choices`` are the values to choose from, by field: value, name with count.

    Rows, bars and dots come as markup: a page has hundreds of them.
    """

    heading: str
    range: str
    columns: tuple[Column, ...]
    rows: tuple[Markup, ...]
    sums: tuple[Sum, ...]
    time_line: BarsView | None
    bars: Markup
    map: SpotsView | None
    dots: Markup
    narrowings: tuple[Narrowing, ...]
    choices: dict[str, tuple[tuple[str, str], ...]]
    following: str | None
    first: str | None
    clear: str
    export: str
    more_open: bool


def list_view(query: Query, found: Found, as_of: str | None) -> ListView:
    """Return the list as shown.

    Args:
        query: what was asked.
        found: its answer.
        as_of: the moment looked at.
    """
    told = {name: value for name, value in asked(query).items() if name != "cursor"}
    filters = {name: value for name, value in told.items() if name not in {"sort", "descending", "rule"}}

    def leads(fields: dict[str, str]) -> str:
        return way("/events", fields, as_of)

    def narrowed(**changes: str) -> str:
        return leads({**told, **changes})

    line, bars = time_line(found.days, narrowed)
    spots, dots = spot_map(found.spots, narrowed)
    return ListView(
        heading=counted(found.total, "event"),
        range=f"{len(found.entries):,} of {found.total:,} shown" if len(found.entries) < found.total else "",
        columns=tuple(_column(key, name, query, told, leads) for key, name in COLUMNS),
        rows=tuple(event_row(one, as_of) for one in found.entries if isinstance(one, EventEntry)),
        sums=tuple(_sum(one) for one in found.totals if one.events or one.unresolved),
        time_line=line,
        bars=bars,
        map=spots,
        dots=dots,
        narrowings=tuple(_narrowings(query, filters, told, leads)),
        choices=_choices(query, found),
        following=leads({**told, "cursor": found.cursor}) if found.cursor else None,
        first=leads(told) if query.cursor else None,
        clear=leads({name: value for name, value in told.items() if name not in filters}),
        export=way("/export", told, as_of),
        more_open=bool({"actor", "at_least", "at_most", "measure", "agreement", "outlet"} & set(told)),
    )


def _column(key: Sort, name: str, query: Query, told: dict[str, str], leads: Leads) -> Column:
    is_sorted = query.sort == key
    falls = not query.descending if is_sorted else key != "title"
    order = "" if not is_sorted else "descending" if query.descending else "ascending"
    return Column(key=key, name=name, order=order, href=leads({**told, "sort": key, "descending": str(falls).lower()}))


def _sum(one: Total) -> Sum:
    spread = f"at least {one.low:,}" if one.unbounded else amount(one.low, one.high)
    notes = (
        f"in {counted(one.events, 'event')}" if one.events else "",
        f"{counted(one.unresolved, 'event')}{' more' if one.events else ''} without a number" if one.unresolved else "",
        f"highest number open in {one.unbounded:,}" if one.unbounded else "",
    )
    return Sum(
        measure=word("measure", one.measure),
        best=f"{one.best:,}" if one.events else "–",
        spread="" if one.low == one.best == one.high and not one.unbounded else spread,
        note="; ".join(filter(None, notes)),
    )


def _narrowings(query: Query, filters: dict[str, str], told: dict[str, str], leads: Leads) -> Iterable[Narrowing]:
    for names, text in _told_filters(query):
        if any(name in filters for name in names):
            left = {name: value for name, value in told.items() if name not in names}
            yield Narrowing(text=text, href=leads(left))


def filters_told(query: Query) -> tuple[str, ...]:
    """Return the filters in force, each in words."""
    return tuple(text for names, text in _told_filters(query) if any(name in asked(query) for name in names))


def _told_filters(query: Query) -> Iterable[tuple[tuple[str, ...], str]]:
    measure = word("measure", query.measure)
    yield ("words",), f"“{query.words}”"
    yield ("earliest", "latest"), _between(query.earliest, query.latest)
    yield ("place",), f"in {query.place}"
    yield ("box",), "in the part of the map chosen"
    yield ("actor",), f"by {query.actor}"
    yield ("type",), type_name(query.type)
    yield ("at_least", "at_most"), f"{amount(query.at_least, query.at_most)} {measure}"
    yield ("agreement",), f"{chip(query.agreement or '').label.lower()} ({measure})"
    yield ("outlet",), f"reported by {query.outlet}"


def _between(first: str | None, last: str | None) -> str:
    if first and last:
        return f"on {first}" if first == last else f"from {first} to {last}"
    return f"from {first} on" if first else f"until {last}"


def _choices(query: Query, found: Found) -> dict[str, tuple[tuple[str, str], ...]]:
    """Return what can be chosen for a field: what is there, with counts, and what is chosen already."""
    facets = found.facets
    return {
        "type": _with_chosen(((key, f"{type_name(key)} ({n:,})") for key, n in facets.types), query.type),
        "agreement": _with_chosen(
            ((key, f"{chip(key).label} ({n:,})") for key, n in facets.agreements), query.agreement
        ),
        "place": tuple((country_name(key) or key, f"{n:,}") for key, n in facets.countries),
        "measure": tuple((key, word("measure", key)) for key in ("killed", "injured", "captured")),
    }


def _with_chosen(pairs: Iterable[tuple[str, str]], chosen: str | None) -> tuple[tuple[str, str], ...]:
    told = tuple(pairs)
    return told if not chosen or any(key == chosen for key, _ in told) else ((chosen, f"{chosen} (0)"), *told)
