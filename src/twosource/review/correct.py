"""A claim and a person's changes in, the claim as corrected out; changes are JSON, checked before they are kept."""

import json
from dataclasses import replace
from typing import Any

import msgspec

from twosource.errors import UsageError
from twosource.model import Claim, Span, Words

NESTED = frozenset({"date", "place", "speaker", "group", "actor"})
PLAIN = frozenset({"low", "high", "wording", "measure", "stance", "scope"})
SAMPLE = Claim(id="c", report="r", measure="killed", span=Span(0, 1), quote="1", stance="asserted", pattern="sample")


def checked_changes(value: str | None, words: Words) -> str:
    """Return changes to the claim read from ``words`` in the one form they are kept in: JSON with sorted keys.

    ``{"low": 3, "place.name": "Bern", "date": "2031-05-06"}``: names of fields, those inside a record after a point;
    a day, or two with a stroke between, for the date; null for what is not known.

    Raises:
        UsageError: no such field, or a value that it cannot take.
    """
    changes = _changes(value or "")
    corrected(replace(SAMPLE, low=words.low, high=words.high), changes)
    return json.dumps(changes, sort_keys=True, ensure_ascii=False)


def corrected(claim: Claim, changes: dict[str, Any]) -> Claim:
    """Return the claim with the changed fields; a changed number no longer has the words it was told in.

    Raises:
        UsageError: no such field, or a value that it cannot take.
    """
    row = msgspec.to_builtins(claim)
    if {"low", "high"} & set(changes):
        row["wording"] = None
    for name in sorted(changes):
        _put(row, name, changes[name])
    try:
        return _with_bounds(msgspec.convert(row, Claim))
    except msgspec.ValidationError as error:
        raise UsageError(f"Cannot correct {json.dumps(changes)}: {error}.") from error


def _changes(value: str) -> dict[str, Any]:
    try:
        changes = json.loads(value)
    except ValueError as error:
        raise UsageError(f'A correction is JSON such as {{"low": 3, "high": 3}}, not {value!r}.') from error
    if not isinstance(changes, dict) or not changes:
        raise UsageError("A correction names at least one field; for example low=3.")
    return changes


def _put(row: dict[str, Any], name: str, value: Any) -> None:
    outer, _, inner = name.partition(".")
    if name == "date" and isinstance(value, str):
        row["date"] = _days(value)
    elif name in PLAIN or name in NESTED:
        row[name] = value
    elif outer in NESTED and inner:
        row[outer] = _inside(row[outer], outer, inner, value)
    else:
        raise UsageError(f"A claim has no field {name!r} to correct; choose {', '.join(sorted(PLAIN | NESTED))}.")


def _inside(record: dict[str, Any] | None, outer: str, inner: str, value: Any) -> dict[str, Any]:
    """A place or speaker of another name is another one: nothing told of the old one stays."""
    if record is None or (inner == "name" and outer in {"place", "speaker"}):
        record = {"text": str(value), "name": str(value)} if outer != "date" else {}
    return {**record, inner: value}


def _days(value: str) -> dict[str, Any]:
    earliest, _, latest = value.partition("/")
    precision = "range" if latest else "day"
    return {"earliest": earliest, "latest": latest or earliest, "precision": precision, "text": None}


def _with_bounds(claim: Claim) -> Claim:
    wrong = [number for number in (claim.low, claim.high) if number is not None and number < 0]
    if wrong or (claim.low is not None and claim.high is not None and claim.low > claim.high):
        raise UsageError(f"Cannot correct to low {claim.low}, high {claim.high}: 0 <= low <= high must hold.")
    return claim
