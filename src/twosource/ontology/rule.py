"""A name in, the reconciling rule of that name out; rules are TOML files, and nothing here knows a claim."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

from twosource.errors import UsageError

Preference = Literal["voices", "title", "latest", "lowest", "highest"]
Hedged = Literal["widen", "ignore"]
Bound = Literal["range", "best"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """How claims that differ become low, best and high.

    ``prefer`` orders the numbers claimed, the first that tells two apart decides. ``bounds`` says whether low and high
    are the range of all claims or the best number itself. ``best_in_range`` False gives a best number only where the
    range is one number. ``hedged`` claims widen the range or are left out. ``omit`` are measures not recorded.
    ``keep_history`` are measures whose superseded counts still widen the range. ``rising`` are measures whose tolls
    rise: an article's own lower count is an earlier one where a later report has a higher. ``higher`` are measures of
    which, of numbers nothing else tells apart, the higher is the best. ``lone_yields`` where people whom one
    report alone tells of singly yield to fewer that others tell of, or none. ``words`` are bounds of vague words.
    ``grading``
    names the scheme that grades figures (None: none), ``grades`` are its words, each with the reason told.
    """

    name: str
    title: str
    prefer: tuple[Preference, ...]
    bounds: Bound
    best_in_range: bool
    hedged: Hedged
    omit: frozenset[str]
    keep_history: frozenset[str]
    rising: frozenset[str]
    higher: frozenset[str]
    lone_yields: bool
    words: tuple[tuple[str, int | None, int | None], ...]
    grading: str | None = None
    grades: tuple[tuple[str, str], ...] = ()


@cache
def rule_names() -> tuple[str, ...]:
    """Return the names of all rules, sorted."""
    folder = files("twosource.ontology").joinpath("rules")
    return tuple(sorted(entry.name.removesuffix(".toml") for entry in folder.iterdir() if entry.name.endswith(".toml")))


@cache
def rule_named(name: str) -> Rule:
    """Return a rule.

    Raises:
        UsageError: there is no rule of that name; the message lists those there are.
    """
    if name not in rule_names():
        raise UsageError(f"no rule is named {name!r}; choose one of: {', '.join(rule_names())}")
    text = files("twosource.ontology").joinpath("rules", f"{name}.toml").read_text(encoding="utf-8")
    read = tomllib.loads(text)
    return Rule(
        name=name,
        title=read["title"],
        prefer=tuple(read["prefer"]),
        bounds=read["bounds"],
        best_in_range=read["best_in_range"],
        hedged=read["hedged"],
        omit=frozenset(read["omit"]),
        keep_history=frozenset(read["keep_history"]),
        rising=frozenset(read["rising"]),
        higher=frozenset(read.get("higher", ())),
        lone_yields=read.get("lone_yields", False),
        words=tuple((word, each.get("low"), each.get("high")) for word, each in sorted(read["words"].items())),
        grading=read.get("grading"),
        grades=tuple(sorted(read.get("grades", {}).items())),
    )
