"""Text in, bag of terms out: words by stem, names, numbers, ages and places, told apart by their spelling alone.

Knows no parser: capitals decide what is a name, so that an account costs under a millisecond.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from twosource.lang.wording import lower_case_words, stem, weekdays

WORD, NAME, NUMBER, AGE, PLACE, DAY, HOUR = "w", "N", "#", "A", "P", "@", "H"
TEXT = WORD + NAME + NUMBER
KINDS = TEXT + AGE + PLACE + DAY + HOUR
KIND_BITS = 56  # the number of a term holds its kind above so many bits of hash
LEAD_CHARACTERS = 400  # the first paragraph or two
READ_CHARACTERS = 30_000  # the head of a longer text says what it is about
TOKEN = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d+(?:[.,]\d+)*")
LETTERS = re.compile(r"[^\W\d_]+")
POSSESSIVE = ("'s", "’s")
YEARS_OLD = re.compile(r"\b(\d{1,2})[- ]years?[- ]old|, (\d{1,2}),|\baged? (\d{1,2})\b")
AFTER_PREPOSITION = re.compile(r"\b(?:in|at|near|of|from|on)\s+([A-Z][\w.'’-]+(?:\s+[A-Z][\w.'’-]+){0,3})")
DATELINE = re.compile(r"^\W*([A-Z][A-Z .]{2,}(?:, [A-Z][\w.]+)?)\s*(?:\(|—|--|-|–)", re.MULTILINE)
PLACE_CHARACTERS = 1500
REMEMBERED = 32_768  # words: some 5 MB
CLOCK = re.compile(r"\b(\d{1,2})(?:[:.]([0-5]\d))?\s*([ap])\.?\s?m\b", re.IGNORECASE)


def terms(text: str) -> list[str]:
    """Return the words, names and numbers of a text in order, each with its kind as the first letter."""
    read = text[:READ_CHARACTERS]
    small = frozenset(word for word in LETTERS.findall(read) if word.islower())
    found: list[str] = []
    for token in TOKEN.findall(read):
        word = token[:-2] if token.endswith(POSSESSIVE) else token
        term = _term(word, "small" if word.lower() in small else "")
        if term is not None:
            found.append(term)
    return found


@lru_cache(maxsize=REMEMBERED)
def _term(token: str, elsewhere: str) -> str | None:
    """A capital makes a name unless the word stands in small letters elsewhere or is a common word (headlines)."""
    lower = token.lower()
    if token[0].isdigit():
        return NUMBER + token.replace(",", "")
    if len(token) < 2:
        return None
    is_weekday = lower.removesuffix("day") in weekdays()  # a day of the week is written like a name and names nobody
    is_name = token[0].isupper() and not elsewhere and lower not in lower_case_words() and not is_weekday
    return NAME + lower if is_name else WORD + stem(lower)


def ages(text: str) -> list[str]:
    """Return the ages that a text gives ("44-year-old", "Smith, 44,"), as terms."""
    found = YEARS_OLD.findall(text[:READ_CHARACTERS])
    return [AGE + next(part for part in parts if part) for parts in found]


def hours(text: str) -> list[str]:
    """Return the hours of the day that the head of a text gives, as terms: each with the hour next to it (0-23).

    Two tellings of one happening that differ by some minutes share a term.
    """
    found: list[str] = []
    for hour, minute, half in CLOCK.findall(text[:PLACE_CHARACTERS]):
        told = int(hour) % 12 + (12 if half in "pP" else 0)
        beside = told + (1 if int(minute or 0) >= 30 else -1)
        found += [f"{HOUR}{told}", f"{HOUR}{beside % 24}"]
    return found


def places(text: str) -> list[str]:
    """Return the capitalised words that stand where places stand: after a preposition or in a dateline, as terms."""
    return [PLACE + word for phrase in _place_phrases(text[:PLACE_CHARACTERS]) for word in _place_words(phrase)]


def _place_phrases(head: str) -> Iterator[str]:
    for pattern in (AFTER_PREPOSITION, DATELINE):
        yield from (match.group(1) for match in pattern.finditer(head))


def _place_words(phrase: str) -> Iterator[str]:
    for word in phrase.replace(",", " ").split():
        lower = word.strip(".").lower()
        is_weekday = lower.removesuffix("day") in weekdays()
        if word[0].isupper() and len(lower) > 2 and not is_weekday and lower not in lower_case_words():
            yield lower
