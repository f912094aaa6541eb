"""Events in, a GeoJSON file of them out (RFC 7946): a point where the place is known, longitude first.

A point may stand for a town or for a whole country: ``place_precision`` tells which. The properties are the columns of
``events.csv``. An event without a place has a null geometry.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from twosource.model import Holdings
from twosource.publish.rows import event_row
from twosource.publish.sheets import event_cells
from twosource.publish.tables import encoded
from twosource.publish.whole import write_whole

NAME = "events.geojson"
MEDIA_TYPE = "application/geo+json"
Row = dict[str, Any]


def write_geojson(holdings: Holdings, directory: Path) -> Path:
    """Write the events into ``directory`` (made where missing) and return the path of the file.

    Raises:
        SourceError: the file cannot be written.
    """
    return write_whole(directory / NAME, b"".join(geojson(map(event_row, holdings.events))))


def geojson(events: Iterable[Row]) -> Iterator[bytes]:
    """Yield the file in pieces, one event a line.

    Args:
        events: rows of the table ``events``.
    """
    yield b'{"type":"FeatureCollection","features":['
    for number, event in enumerate(events):
        yield (b",\n" if number else b"\n") + encoded(_feature(event))
    yield b"\n]}\n"


def _feature(event: Row) -> Row:
    cells = dict(event_cells(event))
    place = cells.pop("place_longitude"), cells.pop("place_latitude")
    point = None if None in place else {"type": "Point", "coordinates": list(place)}
    properties = {**cells, "actors": [actor["name"] for actor in event["actors"]]}
    return {"type": "Feature", "id": event["id"], "geometry": point, "properties": properties}
