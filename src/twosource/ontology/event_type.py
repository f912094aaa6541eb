"""The kinds of event, each a TOML file beside this module: its codes in the field's schemes, its words, its title."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, kw_only=True)
class EventType:
    """One kind of event.

    ``happening`` is False for what only follows an event (a trial). ``plover`` is type and mode, ``acled`` event and
    sub-event type, ``ucdp`` the type of violence where the kind decides it (1-3), ``muc`` the MUC-4 incident type;
    None where a scheme has no such kind. ``words`` are phrases (lower case) that name the kind, with their weight.
    ``title`` is a template with ``{actor}``.
    """

    id: str
    name: str
    happening: bool
    plover: tuple[str, ...]
    acled: tuple[str, ...]
    ucdp: int | None
    muc: str | None
    words: tuple[tuple[str, float], ...]
    title: str


@cache
def event_types() -> tuple[EventType, ...]:
    """Return all kinds of event, sorted by id."""
    folder = files("twosource.ontology").joinpath("events")
    paths = sorted(path.name for path in folder.iterdir() if path.name.endswith(".toml"))
    return tuple(_event_type(name.removesuffix(".toml"), folder.joinpath(name).read_text("utf-8")) for name in paths)


def event_type(identity: str) -> EventType:
    """Return one kind of event.

    Raises:
        KeyError: there is no such kind.
    """
    return next((kind for kind in event_types() if kind.id == identity), None) or _unknown(identity)


def _unknown(identity: str) -> EventType:
    known = ", ".join(kind.id for kind in event_types())
    raise KeyError(f"no event type {identity!r}; there are: {known}")


def _event_type(identity: str, text: str) -> EventType:
    table = tomllib.loads(text)
    codes: dict[str, Any] = table["codes"]
    words = ((word, float(band["weight"])) for band in table["words"] for word in band["forms"])
    return EventType(
        id=identity,
        name=table["name"],
        happening=table["happening"],
        plover=tuple(codes.get("plover", ())),
        acled=tuple(codes.get("acled", ())),
        ucdp=codes.get("ucdp"),
        muc=codes.get("muc"),
        words=tuple(sorted(words)),
        title=table["title"],
    )


@cache
def _triggers() -> dict[str, tuple[str, ...]]:
    """The phrases by their first word, the longer first: a search for all at once took nearly twice as long."""
    found: dict[str, list[str]] = {}
    for phrase in sorted(
        {word for kind in event_types() for word, _ in kind.words}, key=lambda word: (-len(word), word)
    ):
        found.setdefault(WORD.findall(phrase)[0], []).append(phrase)
    return {first: tuple(phrases) for first, phrases in found.items()}


@cache
def _trigger_weights() -> dict[str, tuple[tuple[str, float], ...]]:
    weights: dict[str, list[tuple[str, float]]] = {}
    for kind in event_types():
        for word, weight in kind.words:
            weights.setdefault(word, []).append((kind.id, weight))
    return {word: tuple(kinds) for word, kinds in weights.items()}


def type_weights(text: str) -> dict[str, float]:
    """Return how strongly the words of a text speak for each kind of event; of two overlapping phrases the longer."""
    weights: dict[str, float] = {}
    for phrase in _told(text.lower()):
        for kind, weight in _trigger_weights()[phrase]:
            weights[kind] = weights.get(kind, 0.0) + weight
    return weights


def _told(text: str) -> Iterator[str]:
    """The phrases of a text in order, none inside another."""
    triggers, read = _triggers(), 0
    for word in WORD.finditer(text):
        start = word.start()
        for phrase in triggers.get(word[0], ()) if start >= read else ():
            end = start + len(phrase)
            if text.startswith(phrase, start) and not text[end : end + 1].isalnum() and text[end : end + 1] != "_":
                yield phrase
                read = end
                break
