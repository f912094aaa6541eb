"""Ids in, what they name out: the titles of events and reports, those of the past too, and decisions."""

from collections.abc import Iterable
from typing import Any

from twosource import store
from twosource.keeping.place import existing
from twosource.model import Judgement


def called(where: str, ids: Iterable[str]) -> dict[str, str]:
    """Return the titles of events, and of reports behind their outlets, by id, as they stood last.

    Raises:
        UsageError: no such ledger.
        StoreError: the store cannot be opened or read.
    """
    with existing(where) as opened:
        told = {one: _last_entry(opened, one) for one in sorted(set(ids)) if one[:2] in TABLES}
    return {one: name for one, entry in told.items() if (name := _name(entry))}


def decided(where: str, ids: Iterable[str]) -> tuple[Judgement, ...]:
    """Return the decisions with these ids, with how each stands.

    Raises:
        UsageError: no such ledger.
        StoreError: the store cannot be opened or read.
    """
    with existing(where) as opened:
        return store.read_judgements(opened, ids)


TABLES = {"e-": store.SHELVED["events"], "r-": store.SHELVED["reports"]}


def _last_entry(opened: store.Store, one: str) -> dict[str, Any]:
    records = [row["record"] for _, row in opened.versions(TABLES[one[:2]], one) if row["record"] is not None]
    entry: dict[str, Any] = records[-1]["entry"] if records else {}
    return entry


def _name(entry: dict[str, Any]) -> str:
    return ": ".join(told for told in (entry.get("outlet"), entry.get("title")) if told)
