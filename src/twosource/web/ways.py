"""Addresses of pages out: with the moment looked at carried along; anchors of the one-file page become pages."""

import re
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass, replace
from functools import cache
from operator import is_
from typing import Any, TypeVar, cast
from urllib.parse import urlencode

View = TypeVar("View")
PLAIN = frozenset({str, int, float, bool, str | None, int | None, float | None})
TO_PAGES = (
    (re.compile(r"#words-(r-[0-9a-f]+)-(\d+-\d+)"), "/reports/{0}", "#words-{0}-{1}"),
    (re.compile(r"#(r-[0-9a-f]+)"), "/reports/{0}", ""),
    (re.compile(r"#(e-[0-9a-f]+)"), "/events/{0}", ""),
)


def way(path: str, query: Mapping[str, object] | None = None, as_of: str | None = None, anchor: str = "") -> str:
    """Return a path with a query; what is None or empty in it is left out, and the moment is carried along."""
    told = {name: value for name, value in (query or {}).items() if value not in {None, ""}}
    if as_of:
        told["as_of"] = as_of
    return f"{path}{'?' if told else ''}{urlencode(told, doseq=True)}{anchor}"


def own_path(told: str, otherwise: str = "/events") -> str:
    """Return a path of this server as it is; another one for anything that could lead elsewhere.

    Line ends and tabs too: browsers, and what parses addresses, take them away, so that ``/``, a line end and
    ``/evil.example`` are the address of another host.
    """
    is_own = told.startswith("/") and told[1:2] not in {"/", "\\"} and told.isprintable() and told.isascii()
    return told if is_own else otherwise


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
                return way(path.format(*found.groups()), None, as_of, anchor.format(*found.groups()))
        return href

    return cast("View", _rewritten(view, led))


def _rewritten(value: Any, led: Callable[[str], str]) -> Any:
    """What nothing leads away from comes back as it is: of the records of an event's page that is most."""
    if isinstance(value, tuple):
        parts = tuple(_rewritten(one, led) for one in value)
        return value if all(map(is_, parts, value)) else parts
    changed, kind = {}, cast("Any", type(value))
    for name in _names(kind):
        held = getattr(value, name)
        if held is None:
            continue
        told = led(held) if name == "href" else _rewritten(held, led)
        if told is not held:
            changed[name] = told
    return replace(value, **changed) if changed else value


@cache
def _names(kind: Any) -> tuple[str, ...]:
    """Return the names of a record's fields that ways may stand in; of what is no record there are none."""
    if not is_dataclass(kind):
        return ()
    return tuple(field.name for field in fields(kind) if field.name == "href" or field.type not in PLAIN)
