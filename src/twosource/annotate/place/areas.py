"""Countries, and the regions of our own file, as candidates by folded name."""

from collections.abc import Iterator

from twosource.annotate.place.candidate import Candidate
from twosource.annotate.place.files import country_rows
from twosource.annotate.place.fold import fold
from twosource.lang.places import countries, regions


def areas() -> dict[str, tuple[Candidate, ...]]:
    """Return countries and regions by folded name."""
    found: dict[str, tuple[Candidate, ...]] = {}
    for name, area in (*_country_names(), *_region_names()):
        key = fold(name).removeprefix("the ")
        found[key] = (*found.get(key, ()), area)
    return {key: tuple(dict.fromkeys(places)) for key, places in found.items()}


def _country_names() -> Iterator[tuple[str, Candidate]]:
    rows = country_rows()
    for iso, country in countries().items():
        area = Candidate(
            name=country.name,
            kind="country",
            reach="country",
            country=iso,
            latitude=country.latitude,
            longitude=country.longitude,
            population=rows[iso]["population"],
            geonames_id=rows[iso]["geonameid"],
        )
        yield from ((name, area) for name in (country.name, rows[iso]["name"], *country.aliases))


def _region_names() -> Iterator[tuple[str, Candidate]]:
    for region in regions():
        area = Candidate(
            name=region.name,
            kind="region",
            reach=region.near,
            country=region.country,
            latitude=region.latitude,
            longitude=region.longitude,
        )
        yield from ((name, area) for name in (region.name, *region.aliases))
