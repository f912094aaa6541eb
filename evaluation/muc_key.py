"""Templates of MUC-4 keys in, the distinct fillers of one document in the notation of the keys out."""

import re
import tomllib
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from evaluation.corpus import Row

EFFECTS = {"killed": "DEATH", "injured": "INJURY"}

Days = tuple[str | None, str | None]


@dataclass(frozen=True, slots=True)
class Gold:
    """One filler of a key: alternatives, any of which is right; ``of`` are the words of the target it speaks of."""

    values: tuple[str, ...]
    of: frozenset[str] = frozenset()
    days: tuple[Days, ...] = ()
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """One filler read out of an event: a value in the key's notation, or a day's range."""

    value: str
    of: frozenset[str] = frozenset()
    days: Days = (None, None)
    names: frozenset[str] = frozenset()


def golds(templates: Iterable[Row], slot: str) -> list[Gold]:
    """Return the distinct fillers of a slot in all templates of one document."""
    kept: dict[tuple[object, ...], Gold] = {}
    for template in templates:
        for filler in template["slots"][slot]:
            of = frozenset(word for name in filler.get("of", ()) for word in words(name))
            days = tuple((first, last) for first, last in filler.get("ranges", ()))
            optional = template["optional"] or filler.get("optional", False)
            gold = Gold(tuple(filler["values"]), of, days, optional)
            key = (gold.values, gold.of)
            kept[key] = gold if key not in kept or kept[key].optional else kept[key]
    return list(kept.values())


def effects_told(templates: Iterable[Row]) -> list[Gold]:
    """Return the fillers that say who died or was hurt."""
    return [g for g in golds(templates, "hum_tgt_effect_of_incident") if set(g.values) & set(EFFECTS.values())]


def words(name: str) -> list[str]:
    """Return the words of a name, folded, without the small ones."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return [word for word in re.findall(r"\w+", plain) if word not in table()["small"]]


@cache
def table() -> dict[str, list[str]]:
    """Return the lists of ``muc.toml``."""
    return {name: value for name, value in _settings().items() if isinstance(value, list)}


def number_in(name: str) -> int:
    """Return one of the numbers of ``muc.toml``."""
    value: int = _settings()[name]
    return value


@cache
def _settings() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_name("muc.toml").read_text(encoding="utf-8"))
