"""Profiles and pairs of them in, the evidence that each pair tells of one happening out, as named numbers.

It weighs nothing. All pairs are taken at once, in sparse matrices: 8 µs a pair instead of 76 one by one.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from twosource.link.account import Profile
from twosource.link.settings import settings
from twosource.link.terms import AGE, DAY, HOUR, KIND_BITS, KINDS, NAME, NUMBER, PLACE, TEXT

if TYPE_CHECKING:
    from scipy.sparse import csr_array

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]
NAMES_FULL = 20.0  # the sum of rarities of shared names at which 63 % of their worth is reached
RARE_NAME = 2.0  # names in more than an eighth of the collection say little
NO_DAY = -1
# Between the places that claims of two reports tell: 60 km is another town; a hospital or a suburb lies nearer.
OTHER_TOWN_KM, EARTH_KM = 60.0, 6371.0
OTHER_DAYS = 2  # between the days that they tell: one night is often read as either of its days


@dataclass(frozen=True, slots=True)
class Table:
    """Profiles unpacked into arrays, a row for each.

    ``body`` and ``lead`` weigh each term in the whole account and in its head: one and the log of its count, times its
    rarity. ``names`` holds the root of the rarity of rare names. Columns are the codes of terms, which hold the kind.
    ``body_squares`` and ``lead_squares`` are the squared lengths by kind. ``spots`` holds latitude and longitude (not a
    number where unknown), ``told`` the first and last day told.
    """

    body: "csr_array"
    lead: "csr_array"
    names: "csr_array"
    body_squares: Floats
    lead_squares: Floats
    days: Integers
    years: Integers
    outlets: Integers
    spots: Floats
    told: Integers


def load() -> None:
    """Load what comparing needs, so that forked workers share it."""
    import scipy.sparse  # noqa: F401, PLC0415 - see table


def table(profiles: Sequence[Profile]) -> Table:
    """Return the profiles as arrays, rows in their order."""
    from scipy.sparse import csr_array  # noqa: PLC0415 - 0.2 s; whoever only looks at a ledger links nothing

    columns: Integers = _joined(profiles, "codes", np.int64).astype(np.int64)
    sizes = np.array([len(profile.counts) for profile in profiles], dtype=np.int64)
    rows = np.repeat(np.arange(len(profiles)), sizes)
    shape = (len(profiles), len(KINDS) << KIND_BITS)
    rarity = _joined(profiles, "rarity", np.float32).astype(np.float64)

    def matrix(values: Floats) -> "csr_array":
        kept = values != 0
        starts = np.concatenate([[0], np.cumsum(np.bincount(rows[kept], minlength=shape[0]))])
        return csr_array((values[kept], columns[kept], starts), shape=shape)

    def weighed(counts: str) -> "csr_array":
        often = _joined(profiles, counts, np.uint8).astype(np.float64)
        return matrix(np.where(often > 0, 1 + np.log(np.maximum(often, 1)), 0.0) * rarity)

    body, lead = weighed("counts"), weighed("lead_counts")
    is_rare_name = (columns >> KIND_BITS == KINDS.index(NAME)) & (rarity >= RARE_NAME)
    return Table(
        body=body,
        lead=lead,
        names=matrix(np.where(is_rare_name, np.sqrt(rarity), 0.0)),
        body_squares=_squares(body),
        lead_squares=_squares(lead),
        days=_numbered(profile.day for profile in profiles),
        years=_numbered(profile.year for profile in profiles),
        outlets=_outlets(profiles),
        spots=np.array([one.spot or (np.nan, np.nan) for one in profiles], dtype=np.float64).reshape(-1, 2),
        told=np.array([one.told or (NO_DAY, NO_DAY) for one in profiles], dtype=np.int64).reshape(-1, 2),
    )


def _joined(profiles: Sequence[Profile], field: str, kind: type[np.generic]) -> NDArray[np.generic]:
    return np.frombuffer(b"".join(getattr(profile, field) for profile in profiles), dtype=kind)


def _numbered(values: Iterable[int | None]) -> Integers:
    return np.array([NO_DAY if value is None else value for value in values], dtype=np.int64)


def _outlets(profiles: Sequence[Profile]) -> Integers:
    """Number the outlets; a profile without one has a negative number of its own."""
    known: dict[str, int] = {}
    found = (p.outlet if p.outlet is None else known.setdefault(p.outlet, len(known)) for p in profiles)
    return np.array([-1 - row if number is None else number for row, number in enumerate(found)], dtype=np.int64)


def _squares(matrix: "csr_array") -> Floats:
    return _by_kind(matrix.multiply(matrix).tocsr())


def _by_kind(products: "csr_array") -> Floats:
    """Sum each row's entries by the kind of their column."""
    rows = np.repeat(np.arange(products.shape[0]), np.diff(products.indptr))
    cells = rows * len(KINDS) + (products.indices >> KIND_BITS)
    sums = np.bincount(cells, weights=products.data, minlength=products.shape[0] * len(KINDS))
    return sums.astype(np.float64).reshape(products.shape[0], len(KINDS))


def _products(matrix: "csr_array", a: Integers, b: Integers) -> Floats:
    return _by_kind(matrix[a].multiply(matrix[b]).tocsr())


def _cosine(products: Floats, a: Floats, b: Floats, kinds: str) -> Floats:
    """Names count ``name_weight`` times where they stand beside words."""
    boost = settings().name_weight ** 2
    scale = np.array([(boost if k == NAME and len(kinds) > 1 else 1.0) if k in kinds else 0.0 for k in KINDS])
    length = np.sqrt((a @ scale) * (b @ scale))
    cosine: Floats = np.divide(products @ scale, length, out=np.zeros(len(length)), where=length > 0)
    return cosine


def alike(of: Table, a: Integers, b: Integers) -> NDArray[np.bool_]:
    """Tell for each pair of rows whether the wordings have enough in common to be worth a look."""
    whole = _cosine(_products(of.body, a, b), of.body_squares[a], of.body_squares[b], TEXT)
    return np.greater_equal(whole, settings().least_cosine)


def evidence(of: Table, a: Integers, b: Integers) -> Mapping[str, Floats]:
    """Return the evidence by name, an entry for each pair of rows; ``wording`` is for the reader, its root weighs."""
    products = _products(of.body, a, b)
    whole = _cosine(products, of.body_squares[a], of.body_squares[b], TEXT)
    return {
        "wording": whole,
        "wording_root": np.sqrt(whole),
        **_of_kinds(products, of.body_squares[a], of.body_squares[b]),
        **_heads(of, a, b),
        "names_shared": 1 - np.exp(-of.names[a].multiply(of.names[b]).sum(axis=1) / NAMES_FULL),
        "same_outlet": (of.outlets[a] == of.outlets[b]).astype(np.float64),
        **_apart(of, a, b),
        **_told_apart(of, a, b),
    }


def _of_kinds(products: Floats, a: Floats, b: Floats) -> dict[str, Floats]:
    def clash(kind: str) -> Floats:
        at = KINDS.index(kind)
        both_alone: Floats = ((a[:, at] > 0) & (b[:, at] > 0) & (products[:, at] == 0)).astype(np.float64)
        return both_alone

    return {
        "names": _cosine(products, a, b, NAME),
        "numbers": _cosine(products, a, b, NUMBER),
        "ages": _cosine(products, a, b, AGE),
        "ages_differ": clash(AGE),
        "places_differ": clash(PLACE),
        "days": _cosine(products, a, b, DAY),
        "days_differ": clash(DAY),
        "hours_differ": clash(HOUR),
    }


def _heads(of: Table, a: Integers, b: Integers) -> dict[str, Floats]:
    products = _products(of.lead, a, b)
    return {
        "lead": _cosine(products, of.lead_squares[a], of.lead_squares[b], TEXT),
        "lead_names": _cosine(products, of.lead_squares[a], of.lead_squares[b], NAME),
    }


def _apart(of: Table, a: Integers, b: Integers) -> dict[str, Floats]:
    """How far apart the reports' own days are; neutral (0) where one has none."""
    dated = (of.days[a] != NO_DAY) & (of.days[b] != NO_DAY)
    years = (of.years[a] != NO_DAY) & (of.years[b] != NO_DAY) & (of.years[a] != of.years[b])
    gap = np.abs(of.days[a] - of.days[b])
    return {
        "near": (dated & (gap <= 2)).astype(np.float64),
        "gap": np.where(dated, np.log1p(np.minimum(gap, 400)), 0.0),
        "far": np.where(dated, np.log1p(np.maximum(gap - 14, 0)), 0.0),
        "years_differ": (~dated & years).astype(np.float64),
    }


def _told_apart(of: Table, a: Integers, b: Integers) -> dict[str, Floats]:
    """Whether what the claims tell of place and day excludes each other; neutral (0) where one tells none."""
    with np.errstate(invalid="ignore"):
        far = kilometres(of.spots[a], of.spots[b]) > OTHER_TOWN_KM
    dated = (of.told[a, 0] != NO_DAY) & (of.told[b, 0] != NO_DAY)
    gap = np.maximum(of.told[a, 0], of.told[b, 0]) - np.minimum(of.told[a, 1], of.told[b, 1])
    return {"towns_apart": far.astype(np.float64), "told_days_apart": (dated & (gap >= OTHER_DAYS)).astype(np.float64)}


def kilometres(a: Floats, b: Floats) -> Floats:
    """Return the distances between rows of latitude and longitude; not a number where one is unknown."""
    (north, east), (other_north, other_east) = np.radians(a).T, np.radians(b).T
    half = np.sin((other_north - north) / 2) ** 2
    half = half + np.cos(north) * np.cos(other_north) * np.sin((other_east - east) / 2) ** 2
    distance: Floats = 2 * EARTH_KM * np.arcsin(np.sqrt(np.minimum(half, 1.0)))
    return distance
