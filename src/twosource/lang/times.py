"""The words and patterns of time of one language, read from its ``times.toml``; it knows no text and no calendar."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

Worth = int | float | str
WORD = re.compile(r"['’]s\b|[^\W\d_]\w*|\d+(?:st|nd|rd|th)?|[^\w\s]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sense:
    """What a word stands for: the class it has in patterns, and its worth there (Monday: ``weekday``, 0)."""

    kind: str
    worth: Worth
    cased: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """Several words that count as one; ``words`` are lower case."""

    words: tuple[str, ...]
    sense: Sense


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeRule:
    """A pattern over classes of words, the shape of what it finds, and what it tells besides its words."""

    shape: str
    kind: str
    pattern: str
    facts: Mapping[str, Worth]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class TimeLexicon:
    """Words, phrases (by first word, longest first), pattern parts and rules of one language.

    ``phrase_words`` are the words inside phrases. Words of the ``weak`` classes alone are never an
    expression; words of the ``inner`` classes never begin one.
    ``month_first`` tells how ``03/01/2026`` is read. ``holidays`` maps a holiday to its ``month`` and ``day``, to
    ``month``, ``weekday`` and ``nth``, or to the days after ``easter``.
    """

    words: Mapping[str, Sense]
    phrases: Mapping[str, tuple[Phrase, ...]]
    phrase_words: frozenset[str]
    weak: frozenset[str]
    inner: frozenset[str]
    parts: Mapping[str, str]
    rules: tuple[TimeRule, ...]
    holidays: Mapping[str, Mapping[str, int]]
    month_first: bool


def _senses(table: Mapping[str, Mapping[str, Worth]], cased: frozenset[str]) -> Iterator[tuple[tuple[str, ...], Sense]]:
    for kind, words in table.items():
        for word, worth in words.items():
            sense = Sense(kind=kind, worth=worth, cased=kind in cased)
            yield tuple(match.group() for match in WORD.finditer(word)), sense


def _phrases(found: list[tuple[tuple[str, ...], Sense]]) -> dict[str, tuple[Phrase, ...]]:
    by_head: dict[str, list[Phrase]] = {}
    for words, sense in found:
        if len(words) > 1:
            by_head.setdefault(words[0], []).append(Phrase(words=words, sense=sense))
    return {head: tuple(sorted(group, key=lambda p: (-len(p.words), p.words))) for head, group in by_head.items()}


@cache
def time_lexicon(language: str = "en") -> TimeLexicon:
    """Return the lexicon of a language (ISO 639-1); FileNotFoundError where there is none."""
    path = resources.files("twosource.lang") / language / "times.toml"
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    found = list(_senses(table["words"], frozenset(table["settings"]["cased"])))
    found += list(_senses({"holiday": {name: name for name in table["holidays"]}}, frozenset()))
    rules = tuple(
        TimeRule(shape=rule["shape"], kind=rule["kind"], pattern=pattern, facts=rule.get("facts", {}))
        for rule in table["rules"]
        for pattern in rule["patterns"]
    )
    return TimeLexicon(
        words={words[0]: sense for words, sense in found if len(words) == 1},
        phrases=_phrases(found),
        phrase_words=frozenset(word for words, _ in found if len(words) > 1 for word in words),
        weak=frozenset(table["settings"]["weak"]),
        inner=frozenset(table["settings"]["inner"]),
        parts=table["parts"],
        rules=rules,
        holidays=table["holidays"],
        month_first=table["settings"]["month_first"],
    )
