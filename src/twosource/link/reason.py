"""Two profiles that were found alike in, the reasons in words out."""

from array import array
from collections.abc import Iterable, Iterator

from twosource.link.account import Profile
from twosource.link.features import OTHER_DAYS, OTHER_TOWN_KM, RARE_NAME
from twosource.link.terms import DAY, NAME
from twosource.values.geography import distance_km

NAMES_SHOWN, DAYS_SHOWN = 3, 2


def reasons(a: Profile, b: Profile, wording: float) -> Iterator[str]:
    """Yield what the two have in common, and how far apart they were published.

    Args:
        a: the one.
        b: the other.
        wording: how alike the wordings are, 0-1.
    """
    if a.place is not None and a.place == b.place:
        yield f"same place ({a.place})"
    shared = _shared(a, b)
    names = _rare_names(a, shared)
    if names:
        shown = ", ".join(name[1:].title() for name in names[:NAMES_SHOWN])
        yield f"{len(names)} name{'s' if len(names) > 1 else ''} shared ({shown})"
    yield from _same_tolls(a, b)
    yield from _same_days(shared)
    yield f"wording {wording:.2f}"
    if a.day is not None and b.day is not None:
        gap = abs(a.day - b.day)
        yield f"published {gap} day{'' if gap == 1 else 's'} apart" if gap else "published on the same day"
    yield from _against(a, b)


def _against(a: Profile, b: Profile) -> Iterator[str]:
    """What speaks against the link: towns and days told that exclude each other."""
    if a.spot is not None and b.spot is not None:
        distance = distance_km(a.spot, b.spot)
        if distance > OTHER_TOWN_KM:
            yield f"yet places {distance:.0f} km apart"
    if a.told is not None and b.told is not None:
        gap = max(a.told[0], b.told[0]) - min(a.told[1], b.told[1])
        if gap >= OTHER_DAYS:
            yield f"yet days told {gap} apart"


def _shared(a: Profile, b: Profile) -> frozenset[str]:
    return frozenset(a.terms.split()) & frozenset(b.terms.split())


def _rare_names(a: Profile, shared: frozenset[str]) -> list[str]:
    """The terms of the rare names that both hold, the rarest first."""
    rarity = dict(zip(a.terms.split(), array("f", a.rarity), strict=True))
    names = [term for term in shared if term[0] == NAME and rarity[term] >= RARE_NAME]
    return sorted(names, key=lambda term: (-rarity[term], term))


def _same_tolls(a: Profile, b: Profile) -> Iterator[str]:
    for measure, low, high in sorted(set(a.tolls) & set(b.tolls), key=str):
        yield f"same toll ({measure} {_bounds(low, high)})"


def _bounds(low: int | None, high: int | None) -> str:
    if low == high:
        return str(low)
    return f"at least {low}" if high is None else f"at most {high}" if low is None else f"{low}-{high}"


def _same_days(shared: frozenset[str]) -> Iterable[str]:
    days = sorted(term[1:] for term in shared if term[0] == DAY)
    return [f"same day told ({', '.join(days[:DAYS_SHOWN])})"] if days else []
