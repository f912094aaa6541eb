"""GeoJSON for maps: a point only where the place is known, how sharp it is, figures under the sheet's names."""

import json
from pathlib import Path
from typing import Any

import pytest

from twosource import Ledger
from twosource.publish.geojson import geojson, write_geojson
from twosource.publish.rows import table_rows


def _read(ledger: Ledger) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(b"".join(geojson(table_rows(ledger.holdings)["events"])))
    return told


def test_every_event_is_a_feature_with_the_point_of_its_place(examples_ledger: Ledger) -> None:
    told = _read(examples_ledger)
    assert told["type"] == "FeatureCollection"
    assert [one["id"] for one in told["features"]] == [event.id for event in examples_ledger.events]
    for event, one in zip(examples_ledger.events, told["features"], strict=True):
        assert (one["type"], set(one)) == ("Feature", {"type", "id", "geometry", "properties"})
        place = event.place
        known = place is not None and place.longitude is not None
        assert (one["geometry"] is not None) == known
        if place is not None and known:
            assert one["geometry"] == {"type": "Point", "coordinates": [place.longitude, place.latitude]}
            assert one["properties"]["place_precision"] == place.precision
            assert -180 <= one["geometry"]["coordinates"][0] <= 180
            assert -90 <= one["geometry"]["coordinates"][1] <= 90
    assert any(one["geometry"] for one in told["features"])


def test_the_file_is_what_rfc_7946_asks_for(examples_ledger: Ledger) -> None:
    """No other system of coordinates (4), no member that belongs to another kind of object (7.1), ids once each."""
    content = b"".join(geojson(table_rows(examples_ledger.holdings)["events"]))
    told = json.loads(content.decode("utf-8"), parse_constant=pytest.fail)
    assert set(told) == {"type", "features"}
    assert len({one["id"] for one in told["features"]}) == len(told["features"])
    for one in told["features"]:
        assert not {"coordinates", "geometries", "features", "crs", "bbox"} & set(one)
        assert isinstance(one["properties"], dict)
        if one["geometry"] is not None:
            assert set(one["geometry"]) == {"type", "coordinates"}
            assert [type(degrees) for degrees in one["geometry"]["coordinates"]] == [float, float]


def test_an_event_without_a_place_has_no_geometry_and_keeps_its_figures(examples_ledger: Ledger) -> None:
    row = next(one for one in table_rows(examples_ledger.holdings)["events"] if one["figures"])
    (one,) = json.loads(b"".join(geojson([{**row, "place": None}])))["features"]
    assert one["geometry"] is None
    assert one["properties"]["place_precision"] is None
    figure = next(f for f in row["figures"] if f["group"] is None)
    told = {name: one["properties"][f"{figure['measure']}_{name}"] for name in ("low", "best", "high", "agreement")}
    assert told == {name: figure[name] for name in told}
    assert one["properties"]["actors"] == [actor["name"] for actor in row["actors"]]
    assert one["properties"]["rule"] == figure["rule"]


def test_a_ledger_without_events_is_an_empty_collection() -> None:
    assert json.loads(b"".join(geojson([]))) == {"type": "FeatureCollection", "features": []}


def test_half_a_sign_in_a_title_leaves_a_file_that_can_be_read(examples_ledger: Ledger, tmp_path: Path) -> None:
    row = table_rows(examples_ledger.holdings)["events"][0]
    told = b"".join(geojson([{**row, "title": "Raid \ud83d"}]))
    assert json.loads(told)["features"][0]["properties"]["title"] == "Raid \ufffd"
    assert json.loads(write_geojson(examples_ledger.holdings, tmp_path).read_bytes()) == _read(examples_ledger)
