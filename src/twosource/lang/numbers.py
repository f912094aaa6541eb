"""The lexicon of number words as a typed record, read once from ``lang/<language>/numbers.toml``."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from twosource.lang.reading import lexicon

Effect = Literal["at_least", "more_than", "fewer_than", "up_to", "about"]
Phrase = tuple[str, ...]
PhraseSet = Mapping[str, tuple[Phrase, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Vague:
    """A vague count. ``low``/``high`` are its own bounds, ``times`` what it multiplies a following unit by at least."""

    words: Phrase
    low: float | None = None
    high: float | None = None
    times: float | None = None
    capped: bool = False
    exact: bool = False
    of: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Qualifier:
    """A phrase that bounds a number; ``also_time`` where it may as well introduce a year."""

    words: Phrase
    name: str
    effect: Effect
    also_time: bool = False
    not_one: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberLexicon:
    """All that the number grammar knows of a language.

    Words are lower-case; phrases are tuples of words, grouped by their first word (``after``, ``vague``, units) or
    their last word (``before``, ``fillers``, labels), the longest first. ``words`` holds the plain word lists, named
    ``table.key`` as in the file.
    """

    cardinals: Mapping[str, float]
    scales: Mapping[str, float]
    suffixes: Mapping[str, float]
    plurals: Mapping[str, float]
    ordinals: Mapping[str, float]
    fractions: Mapping[str, float]
    vague: Mapping[str, tuple[Vague, ...]]
    before: Mapping[str, tuple[Qualifier, ...]]
    after: Mapping[str, tuple[Qualifier, ...]]
    fillers: PhraseSet
    openings: PhraseSet
    zero: PhraseSet
    percent: PhraseSet
    money: PhraseSet
    age: PhraseSet
    ages_before: PhraseSet
    money_before: PhraseSet
    labels: PhraseSet
    unit_fillers: PhraseSet
    separators: frozenset[Phrase]
    between: frozenset[Phrase]
    joins: frozenset[Phrase]
    words: Mapping[str, frozenset[str]]
    starters: frozenset[str]


def _by(phrases: Iterable[str], end: int) -> dict[str, tuple[Phrase, ...]]:
    grouped: dict[str, list[Phrase]] = {}
    for phrase in sorted({tuple(text.split()) for text in phrases}, key=lambda p: (-len(p), p)):
        grouped.setdefault(phrase[end], []).append(phrase)
    return {word: tuple(found) for word, found in grouped.items()}


def _vague(rows: list[dict[str, Any]]) -> dict[str, tuple[Vague, ...]]:
    made = [
        Vague(words=tuple(text.split()), **{key: value for key, value in row.items() if key != "words"})
        for row in rows
        for text in row["words"]
    ]
    made.sort(key=lambda vague: (-len(vague.words), vague.words))
    return {first: tuple(v for v in made if v.words[0] == first) for first in sorted({v.words[0] for v in made})}


def _qualifiers(
    table: dict[Effect, list[str]], time: dict[str, list[str]], end: int
) -> dict[str, tuple[Qualifier, ...]]:
    made = [
        Qualifier(
            words=tuple(text.split()),
            name=text.replace("- ", "").removesuffix(" ."),
            effect=effect,
            also_time=text in time["also"],
            not_one=text in time["not_one"],
        )
        for effect, texts in table.items()
        for text in texts
    ]
    made.sort(key=lambda q: (-len(q.words), q.words))
    return {word: tuple(q for q in made if q.words[end] == word) for word in sorted({q.words[end] for q in made})}


def _lists(tables: dict[str, Any]) -> dict[str, frozenset[str]]:
    return {
        f"{name}.{key}": frozenset(words)
        for name, table in tables.items()
        if isinstance(table, dict)
        for key, words in table.items()
        if isinstance(words, list)
    }


def _starters(tables: dict[str, Any]) -> frozenset[str]:
    words = {word for name in ("cardinals", "scales", "plurals", "ordinals") for word in tables[name]}
    words |= {text.split()[0] for text in tables["zero"]["words"]}
    words |= {text.split()[0] for row in tables["vague"] for text in row["words"]}
    return frozenset(words | {"no", "a", "an", "half", "quarter"})


def _phrases(texts: Iterable[str]) -> frozenset[Phrase]:
    return frozenset(tuple(text.split()) for text in texts)


@cache
def number_lexicon(language: str = "en") -> NumberLexicon:
    """Return the number words of a language (ISO 639-1).

    Raises:
        FileNotFoundError: the package holds no number words of that language.
    """
    tables = lexicon(f"{language}/numbers")
    return NumberLexicon(
        cardinals=tables["cardinals"],
        scales=tables["scales"],
        suffixes=tables["suffixes"],
        plurals=tables["plurals"],
        ordinals=tables["ordinals"],
        fractions=tables["fractions"],
        vague=_vague(tables["vague"]),
        before=_qualifiers(tables["before"], tables["time"], -1),
        after=_qualifiers(tables["after"], tables["time"], 0),
        fillers=_by(tables["fillers"]["words"], -1),
        openings=_by(tables["range"]["openings"], -1),
        zero=_by(tables["zero"]["words"], 0),
        percent=_by(tables["units"]["percent"], 0),
        money=_by(tables["units"]["money"], 0),
        age=_by(tables["units"]["age"], 0),
        ages_before=_by(tables["ages"]["before"], -1),
        money_before=_by(tables["units"]["money_before"], -1),
        labels=_by(tables["labels"]["words"], -1),
        unit_fillers=_by(tables["units"]["unit_fillers"], 0),
        separators=_phrases(tables["range"]["separators"]),
        between=_phrases(tables["range"]["between"]),
        joins=_phrases(tables["range"]["joins"]),
        words=_lists(tables),
        starters=_starters(tables),
    )
