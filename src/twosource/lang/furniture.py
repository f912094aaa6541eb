"""Phrases of page furniture by language, read from ``<language>/furniture.toml`` and ready to be compared."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from twosource.lang.reading import lexicon

_EDGES = " \t\u00a0\u200b\u200e\u200f\ufeff.…:;,!?*•·|–—-_\"'“”‘’«»()[]{}<>+#→←▶▼▲►"
_LONGEST = 700
"""Characters above which no line is furniture: the longest rule allows 90 words."""
_COUNT = _EDGES + "0123456789"
_ONE_STOP = re.compile(r"[^.]\.$")
"""A line that ends in one full stop is somebody's sentence: "No." is an answer, "No" a button."""
_STRAIGHT = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\u00a0": " ", "\u202f": " "})


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Why a line is furniture, and whether lines below go with it: ``""``, ``"next"`` or ``"rest"``."""

    reason: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Furniture:
    """The furniture of one language, compiled.

    ``whole`` maps whole lines, ``starts`` pairs a pattern with the most words such a line may have, ``patterns`` match
    from the start; ``labels`` finds ``label: value`` lines (groups ``label`` and ``value``), ``kinds`` tells what a
    label is about; ``captions`` searches; ``unheadlined`` are words that headlines leave out; ``pairs`` are the
    plausible pairs of letters.
    """

    whole: dict[str, Finding]
    starts: tuple[tuple[re.Pattern[str], int, Finding], ...]
    patterns: tuple[tuple[re.Pattern[str], Finding], ...]
    labels: re.Pattern[str]
    kinds: dict[str, str]
    captions: re.Pattern[str]
    unheadlined: frozenset[str]
    pairs: frozenset[str]

    def finding(self, line: str) -> Finding | None:
        """Return why the line is furniture, None where it is not known to be."""
        if len(line) > _LONGEST:
            return None
        bare = folded(line)
        stripped = bare.rstrip(_EDGES)
        found = self.whole.get(stripped) or self.whole.get(stripped.rstrip(_COUNT))
        if found and not _ONE_STOP.search(bare):
            return found
        words = bare.count(" ") + 1
        for pattern, most, found in self.starts:
            if words <= most and pattern.match(bare):
                return found
        return next((found for pattern, found in self.patterns if pattern.match(bare)), None)


def folded(line: str) -> str:
    """Return the line as it is compared: lower case, straight quotes, single spaces, bare at its beginning."""
    return " ".join(line.translate(_STRAIGHT).lower().lstrip(_EDGES).split())


@cache
def furniture(language: str = "en") -> Furniture:
    """Return the furniture of a language.

    Raises:
        FileNotFoundError: there is none for it.
    """
    tables = lexicon(f"{language}/furniture")
    kinds = {folded(label): kind for kind, labels in tables["labels"].items() for label in labels}
    return Furniture(
        whole={bare_whole(line): _finding(rule) for rule in tables["rule"] for line in rule.get("whole", [])},
        starts=tuple(
            (_opening(rule["starts"]), rule["words"], _finding(rule)) for rule in tables["rule"] if "starts" in rule
        ),
        patterns=tuple((_any(rule["patterns"]), _finding(rule)) for rule in tables["rule"] if "patterns" in rule),
        labels=re.compile(rf"\W*(?P<label>{_longest(kinds)})\s*:\s*(?P<value>.*)", re.IGNORECASE),
        kinds=kinds,
        captions=re.compile("|".join(tables["captions"]["patterns"]), re.IGNORECASE),
        unheadlined=frozenset(tables["headlines"]["without"]),
        pairs=frozenset(tables["letters"]["pairs"].split()),
    )


def bare_whole(line: str) -> str:
    """Return a line with the marks at both ends stripped, as whole lines are compared."""
    return folded(line).rstrip(_EDGES)


def _finding(rule: dict[str, Any]) -> Finding:
    return Finding(reason=rule["reason"], after=rule.get("after", ""))


def _longest(phrases: dict[str, str]) -> str:
    return "|".join(map(re.escape, sorted(phrases, key=lambda phrase: (-len(phrase), phrase))))


def _opening(phrases: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(re.escape(phrase) for phrase in sorted(phrases, key=len, reverse=True)))


def _any(patterns: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns))
