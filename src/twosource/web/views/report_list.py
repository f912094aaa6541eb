"""A page of reports found in, the list as shown out: rows, filters in force, ways to the next page."""

from collections.abc import Iterable
from dataclasses import dataclass

from twosource.model import Found, Query, ReportEntry
from twosource.publish.wording import counted, day
from twosource.web.asking import asked
from twosource.web.ways import way

NAMED = {
    "words": "words: {}",
    "outlet": "outlet: {}",
    "type": "{}",
    "language": "language: {}",
    "earliest": "from {}",
    "latest": "to {}",
}
WITHOUT = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportRow:
    """One report on its line."""

    href: str
    title: str
    outlet: str
    published: str
    language: str
    claims: str
    events: str
    is_copy: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ListView:
    """The list; ``narrowings`` are the filters in force with the way that takes each away."""

    heading: str
    rows: tuple[ReportRow, ...]
    outlets: tuple[tuple[str, int], ...]
    languages: tuple[tuple[str, int], ...]
    kinds: tuple[tuple[str, int], ...]
    narrowings: tuple[tuple[str, str], ...]
    clear: str
    following: str
    first: str


def report_list(query: Query, found: Found, as_of: str | None) -> ListView:
    """Return the list of reports as shown."""
    told = asked(query)
    rows = tuple(_row(one, as_of) for one in found.entries if isinstance(one, ReportEntry))
    return ListView(
        heading=counted(found.total, "report"),
        rows=rows,
        outlets=found.facets.outlets,
        languages=found.facets.languages,
        kinds=found.facets.types,
        narrowings=tuple(narrowings("/reports", told, NAMED, as_of)),
        clear=way("/reports", None, as_of),
        following=way("/reports", {**told, "cursor": found.cursor}, as_of) if found.cursor else "",
        first=way("/reports", {**told, "cursor": None}, as_of) if query.cursor else "",
    )


def narrowings(path: str, told: dict[str, str], named: dict[str, str], as_of: str | None) -> Iterable[tuple[str, str]]:
    """Yield each filter in force, in words, with the way that takes it away."""
    for name, words in named.items():
        if told.get(name):
            left = {key: value for key, value in told.items() if key not in {name, "cursor"}}
            yield words.format(told[name]), way(path, left, as_of)


def _row(one: ReportEntry, as_of: str | None) -> ReportRow:
    return ReportRow(
        href=way(f"/reports/{one.id}", None, as_of),
        title=one.title or "Report without a title",
        outlet=one.outlet,
        published=day(one.published),
        language=one.language or "",
        claims=f"{one.claims:,}",
        events=f"{len(one.events):,}",
        is_copy=one.copy_group is not None,
    )
