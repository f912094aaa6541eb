"""Find expressions of time in a text by the patterns of a lexicon; it knows no calendar and gives no value."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from twosource.annotate.time.tokens import Word, words_of
from twosource.lang.times import TimeLexicon, TimeRule, Worth

PIECE = re.compile(r"@?[a-z]+|[<>]!?[a-z]+|[()|?*+]|\s+")
RUN = re.compile("[^ ]+")
FIRST_LETTER = 0x4E00  # classes become single letters of a block that no pattern sign lies in


@dataclass(frozen=True, slots=True, kw_only=True)
class Expression:
    """Characters ``[start, end)`` that name a time: words ``[first, last)``, their shape, and the worth of each class.

    Of several words of one class the first counts in ``facts``; ``numbers`` holds all numbers in order.
    """

    start: int
    end: int
    first: int
    last: int
    shape: str
    kind: str
    facts: Mapping[str, Worth]
    numbers: tuple[float, ...]

    def whole(self, *kinds: str) -> int | None:
        """Return the worth of the first class of ``kinds`` that is present, as an integer."""
        worth = next((self.facts[kind] for kind in kinds if kind in self.facts), None)
        return worth if isinstance(worth, int) else None

    def word(self, *kinds: str) -> str | None:
        """Return the worth of the first class of ``kinds`` that is present, as a string."""
        worth = next((self.facts[kind] for kind in kinds if kind in self.facts), None)
        return worth if isinstance(worth, str) else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Grammar:
    """The rules of a lexicon as regular expressions over letters, one letter a class of words.

    ``strong`` finds the classes that every expression has at least one of.
    """

    letters: Mapping[str, str]
    any_rule: re.Pattern[str]
    strong: re.Pattern[str]
    rules: tuple[tuple[re.Pattern[str], TimeRule], ...]


COUNTS = frozenset(
    {"small", "tens", "big", "year", "cardinal", "mixed", "decimal", "grouped", "spelled", "andahalf", "a", "another"}
)


def _expanded(pattern: str, parts: Mapping[str, str]) -> str:
    """Return the pattern with every ``@name`` replaced by its part."""
    while "@" in pattern:
        pattern = re.sub(r"@([a-z]+)", lambda match: f"({parts[match.group(1)]})", pattern)
    return pattern


def _piece(piece: str, letters: Mapping[str, str]) -> str:
    if piece == "(":
        return "(?:"
    if piece in "|)?*+" or not piece.strip():
        return piece.strip()
    look = {"<": "(?<=", ">": "(?="}.get(piece[0])
    if look is None:
        return letters[piece]
    opening = look.replace("=", "!") if piece[1] == "!" else look
    return f"{opening}{letters[piece.lstrip('<>!')]})"


def _compiled(pattern: str, lexicon: TimeLexicon, letters: Mapping[str, str]) -> str:
    return "".join(_piece(piece, letters) for piece in PIECE.findall(_expanded(pattern, lexicon.parts)))


def _classes(lexicon: TimeLexicon) -> list[str]:
    text = " ".join([*lexicon.parts.values(), *(rule.pattern for rule in lexicon.rules)])
    return sorted(set(re.findall(r"(?<![@a-z])[a-z]+", text)))


def _any_of(letters: Mapping[str, str], but: frozenset[str]) -> str:
    return f"[{''.join(letters[kind] for kind in sorted(letters) if kind not in but)}]"


@cache
def grammar_of(lexicon: TimeLexicon) -> Grammar:
    """Return the compiled rules of a lexicon."""
    letters = {kind: chr(FIRST_LETTER + at) for at, kind in enumerate(_classes(lexicon))}
    sources = [_compiled(rule.pattern, lexicon, letters) for rule in lexicon.rules]
    return Grammar(
        letters=letters,
        any_rule=re.compile(f"(?={_any_of(letters, lexicon.inner)})(?:{'|'.join(sources)})"),
        strong=re.compile(_any_of(letters, lexicon.weak)),
        rules=tuple((re.compile(source), rule) for source, rule in zip(sources, lexicon.rules, strict=True)),
    )


def _longest(grammar: Grammar, letters: str, at: int) -> tuple[int, TimeRule]:
    """Return the end and the rule of the longest match that begins at ``at``."""
    best = at, grammar.rules[0][1]
    for pattern, rule in grammar.rules:
        match = pattern.match(letters, at)
        if match and match.end() > best[0]:
            best = match.end(), rule
    return best


def _expression(words: Sequence[Word], first: int, last: int, rule: TimeRule) -> Expression:
    facts: dict[str, Worth] = {}
    for word in words[first:last]:
        facts.setdefault(word.kind, word.worth)
    numbers = tuple(float(word.worth) for word in words[first:last] if word.kind in COUNTS and word.kind != "grouped")
    return Expression(
        start=words[first].start,
        end=words[last - 1].end,
        first=first,
        last=last,
        shape=rule.shape,
        kind=rule.kind,
        facts={**facts, **rule.facts},
        numbers=numbers,
    )


def expressions_of(words: Sequence[Word], lexicon: TimeLexicon) -> list[Expression]:
    """Return the expressions among ``words``, in order and apart from each other; ages and the like are left out."""
    grammar = grammar_of(lexicon)
    letters = "".join([grammar.letters.get(word.kind, " ") for word in words])
    found: list[Expression] = []
    for run in RUN.finditer(letters):
        if grammar.strong.search(letters, run.start(), run.end()):
            found += _in_run(words, letters, run.span(), grammar)
    return found


def _in_run(words: Sequence[Word], letters: str, run: tuple[int, int], grammar: Grammar) -> Iterator[Expression]:
    """Yield the expressions in a run of known words; no expression reaches over an unknown one."""
    at, stop = run
    while match := grammar.any_rule.search(letters, at, stop):
        end, rule = _longest(grammar, letters, match.start())
        if rule.shape != "none":
            yield _expression(words, match.start(), end, rule)
        at = max(end, match.start() + 1)


def find_expressions(text: str, lexicon: TimeLexicon) -> tuple[list[Word], list[Expression]]:
    """Return the words of ``text`` and the expressions of time among them, without values."""
    words = words_of(text, lexicon)
    return words, expressions_of(words, lexicon)
