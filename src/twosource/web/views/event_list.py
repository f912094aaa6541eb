"""A query and what was found in, the list of events as shown out: rows, totals, time line, map, ways to narrow it."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import quote_plus

from markupsafe import Markup, escape

from twosource.lang.places import country_name
from twosource.model import DateRange, EventEntry, Found, Query, Spot, Toll, Total
from twosource.model.query import Sort
from twosource.publish.chart_bars import Bar, BarsView, bars
from twosource.publish.chart_spots import Dot, SpotsView, spots_map
from twosource.publish.view import Chip
from twosource.publish.view_figure import chip
from twosource.publish.wording import amount, best_amount, capitalised, counted, day, days, place_name, type_name, word
from twosource.web.asking import asked, box_text
from twosource.web.render import templates
from twosource.web.ways import way

COLUMNS: tuple[tuple[Sort, str], ...] = (
    ("title", "Event"),
    ("date", "When"),
    ("killed", "Killed"),
    ("injured", "Injured"),
    ("captured", "Captured"),
    ("reports", "Reports"),
    ("doubt", "In doubt"),
)
A_BOX, FIRST, LAST = "spot", "first", "last"  # stand for what differs in many addresses, while these are made
NEAR = 0.2  # degrees around a place of its own, some 20 km: all that happened in the town


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A heading: what it sorts by, how it sorts now (for ``aria-sort``), and the way to sort so or the other way."""

    key: str
    name: str
    order: str
    href: str


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
    cells: tuple[Cell, ...]
    reports: int
    outlets: str
    doubt: str


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

    time_line = bars(found.days, _stretches(leads({**told, "earliest": FIRST, "latest": LAST})))
    spots = spots_map(_spots(found.spots))
    return ListView(
        heading=counted(found.total, "event"),
        range=f"{len(found.entries):,} of {found.total:,} shown" if len(found.entries) < found.total else "",
        columns=tuple(_column(key, name, query, told, leads) for key, name in COLUMNS),
        rows=tuple(event_row(one, as_of) for one in found.entries if isinstance(one, EventEntry)),
        sums=tuple(_sum(one) for one in found.totals),
        time_line=time_line,
        bars=_bars_markup(time_line.bars if time_line else (), time_line.height if time_line else 0),
        map=spots,
        dots=_dots_markup(spots.dots if spots else (), leads({**told, "box": A_BOX})),
        narrowings=tuple(_narrowings(query, filters, told, leads)),
        choices=_choices(query, found),
        following=leads({**told, "cursor": found.cursor}) if found.cursor else None,
        first=leads(told) if query.cursor else None,
        clear=leads({name: value for name, value in told.items() if name not in filters}),
        export=way("/export", told, as_of),
        more_open=bool({"actor", "at_least", "at_most", "measure", "agreement", "outlet"} & set(told)),
    )


Leads = Callable[[dict[str, str]], str]


@lru_cache(maxsize=4096)  # 6 MB; an entry is a value, so that what is remembered of it is never old
def event_row(one: EventEntry, as_of: str | None) -> Markup:
    """Return the line of an event in the table."""
    row: Markup = templates().get_template("event_row.html.j2").module.row(_row(one, as_of))  # type: ignore[attr-defined]
    return row


def _stretches(leading: str) -> Callable[[str, str], str]:
    """Return what gives the address of a bar; a sign of equality in what was asked is written otherwise there."""

    def led(first: str, last: str) -> str:
        told = leading.replace(f"earliest={FIRST}", f"earliest={first}", 1)
        return told.replace(f"latest={LAST}", f"latest={last}", 1)

    return led


def _bars_markup(drawn: Sequence[Bar], height: int) -> Markup:
    """Return the bars; their words and numbers are ours, what was asked stands in their addresses alone."""
    return Markup("\n").join(
        Markup(  # noqa: S704 - the only text of others, in the address, is escaped
            f'<a href="{escape(bar.href)}" aria-label="{bar.title}"><rect class="room" x="{bar.x}" width="{bar.width}"'
            f' y="0" height="{height}"><title>{bar.title}</title></rect><rect class="bar" x="{bar.x}"'
            f' width="{bar.width}" y="{bar.y}" height="{bar.height}"/></a>'
        )
        for bar in drawn
    )


def _dots_markup(dots: Sequence[Dot], leading: str) -> Markup:
    """Return the dots; ``leading`` is the address of one, made once: 680 made each took a quarter of the page."""
    before, _, after = (str(escape(part)) for part in leading.partition(f"box={A_BOX}"))
    return Markup(  # noqa: S704 - the only text of others, in the address, is escaped
        "\n".join(
            f'<a href="{before}box={box}{after}" aria-label="{title}"><circle class="spot" cx="{x}" cy="{y}"'
            f' r="{radius}"><title>{title}</title></circle></a>'
            for x, y, radius, title, box in dots
        )
    )


def _column(key: Sort, name: str, query: Query, told: dict[str, str], leads: Leads) -> Column:
    is_sorted = query.sort == key
    falls = not query.descending if is_sorted else key != "title"
    order = "" if not is_sorted else "descending" if query.descending else "ascending"
    return Column(key=key, name=name, order=order, href=leads({**told, "sort": key, "descending": str(falls).lower()}))


def _row(one: EventEntry, as_of: str | None) -> Row:
    return Row(
        href=way(f"/events/{one.id}", None, as_of),
        title=one.title,
        type=type_name(one.type),
        when=_when(one.date),
        where=place_name(one.place),
        cells=tuple(
            _cell(measure, toll)
            for measure, toll in (("killed", one.killed), ("injured", one.injured), ("captured", one.captured))
        ),
        reports=one.reports,
        outlets=", ".join(one.outlets),
        doubt=f"{one.doubt:.1f}" if one.doubt >= 0.05 else "",
    )


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


def _sum(one: Total) -> Sum:
    spread = f"at least {one.low:,}" if one.unbounded else amount(one.low, one.high)
    notes = (
        f"in {counted(one.events, 'event')}",
        f"{counted(one.unresolved, 'event')} more without a number" if one.unresolved else "",
        f"highest number open in {one.unbounded:,}" if one.unbounded else "",
    )
    return Sum(
        measure=word("measure", one.measure),
        best=f"{one.best:,}",
        spread="" if one.low == one.best == one.high and not one.unbounded else spread,
        note="; ".join(filter(None, notes)) if one.events or one.unresolved else "in no event",
    )


def _spots(spots: Iterable[Spot]) -> list[tuple[float, float, int, str, str]]:
    """Return the dots of the map, each with the box around it instead of its address."""
    return [
        (one.longitude, one.latitude, one.events, _here(one.events), _around(one.longitude, one.latitude, one.width))
        for one in spots
    ]


@lru_cache(maxsize=4096)
def _here(events: int) -> str:
    return f"{counted(events, 'event')} here"


@lru_cache(maxsize=16_384)
def _around(longitude: float, latitude: float, width: float | None) -> str:
    half = width / 2 if width else NEAR
    return quote_plus(box_text((longitude - half, latitude - half, longitude + half, latitude + half)))


def _narrowings(query: Query, filters: dict[str, str], told: dict[str, str], leads: Leads) -> Iterable[Narrowing]:
    for names, text in _told_filters(query):
        if any(name in filters for name in names):
            left = {name: value for name, value in told.items() if name not in names}
            yield Narrowing(text=text, href=leads(left))


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
