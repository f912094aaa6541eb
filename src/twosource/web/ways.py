"""Addresses of pages out: with the moment looked at carried along; anchors of the one-file page become pages."""

import re
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass, replace
from typing import TypeVar, cast
from urllib.parse import urlencode

View = TypeVar("View")
TO_PAGES = (
    (re.compile(r"#words-(r-[0-9a-f]+)-(\d+-\d+)"), r"/reports/\1", r"#words-\1-\2"),
    (re.compile(r"#(r-[0-9a-f]+)"), r"/reports/\1", ""),
    (re.compile(r"#(e-[0-9a-f]+)"), r"/events/\1", ""),
)


def way(path: str, query: Mapping[str, object] | None = None, as_of: str | None = None, anchor: str = "") -> str:
    """Return a path with a query; what is None or empty in it is left out, and the moment is carried along."""
    told = {name: value for name, value in (query or {}).items() if value not in {None, ""}}
    if as_of:
        told["as_of"] = as_of
    return f"{path}{'?' if told else ''}{urlencode(told, doseq=True)}{anchor}"


def led_to_pages(view: View, as_of: str | None = None, stay: frozenset[str] = frozenset()) -> View:
    """Return the records of ``publish.view`` with ways to reports, their words and events leading to the web's pages.

    Args:
        view: a record, or a tuple of records and texts.
        as_of: the moment that the ways carry along.
        stay: anchors (``"#r-..."``) that are on the page itself.
    """

    def led(href: str) -> str:
        if href in stay:
            return href
        for pattern, path, anchor in TO_PAGES:
            if found := pattern.fullmatch(href):
                return way(found.expand(path), None, as_of, found.expand(anchor))
        return href

    return cast("View", _rewritten(view, led))


def _rewritten(value: object, led: Callable[[str], str]) -> object:
    if isinstance(value, tuple):
        return tuple(_rewritten(one, led) for one in value)
    if not is_dataclass(value) or isinstance(value, type):
        return value
    changed = {
        field.name: _changed(field.name, getattr(value, field.name), led)
        for field in fields(value)
        if isinstance(getattr(value, field.name), (str, tuple)) or is_dataclass(getattr(value, field.name))
    }
    return replace(value, **changed)


def _changed(name: str, value: object, led: Callable[[str], str]) -> object:
    if name == "href" and isinstance(value, str):
        return led(value)
    return value if isinstance(value, str) else _rewritten(value, led)
