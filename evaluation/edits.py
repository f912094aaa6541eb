"""What desks do to a dispatch before they print it: each edit takes a text and a seeded random source, gives a text."""

import random
import re
from collections.abc import Callable

Edit = Callable[[str, random.Random], str]

NUMBERS = ["two", "three", "four", "five", "six", "seven", "eight", "nine"]
SYNONYMS = {
    "said": "stated", "shot": "gunned down", "killed": "left dead", "man": "male", "began": "started",
    "arrived": "got there", "home": "residence", "wounded": "hurt", "near": "close to", "told": "informed",
    "suspect": "alleged attacker", "investigating": "looking into", "taken": "brought", "died": "lost his life",
    "officers": "police officers", "several": "a number of", "according": "in accordance", "area": "district",
}  # fmt: skip
PLACES = ["NORTHAM", "PORT VELA", "EAST RIDING", "KORVAL", "LOWER SAND"]
AGENCIES = ["AP", "Reuters", "AFP", "UPI"]
FIRST_SIGN = 0xE000  # private use: no text of the corpora holds such characters
SIGN = re.compile("[\ue000-\uf8ff]")
SAYING = re.compile(r"\b(police|officials|authorities|investigators|deputies) said\b", re.IGNORECASE)


def truncate(text: str, source: random.Random) -> str:
    """Keep the first third to two thirds of the paragraphs."""
    parts = paragraphs(text)
    return joined(parts[: max(2, round(len(parts) * source.uniform(0.33, 0.67)))])


def headline(text: str, source: random.Random) -> str:
    """Put a new headline on top."""
    return joined([f"What we know of the shooting that shook {source.choice(PLACES).title()}", *paragraphs(text)])


def dateline_and_credit(text: str, source: random.Random) -> str:
    """Put a dateline before and a credit after."""
    agency = source.choice(AGENCIES)
    return f"{source.choice(PLACES)} ({agency}) - {text}\n\n{agency} reporters contributed to this report."


def reorder(text: str, source: random.Random) -> str:
    """Keep the first paragraph, shuffle the rest."""
    first, *rest = paragraphs(text)
    source.shuffle(rest)
    return joined([first, *rest])


def drop_paragraphs(text: str, source: random.Random) -> str:
    """Leave out a fifth to a half of the paragraphs."""
    parts = paragraphs(text)
    kept = sorted(source.sample(range(len(parts)), max(2, round(len(parts) * source.uniform(0.5, 0.8)))))
    return joined([parts[i] for i in kept])


def merge_paragraphs(text: str, _source: random.Random) -> str:
    """Run every two paragraphs into one."""
    parts = paragraphs(text)
    return joined([" ".join(parts[i : i + 2]) for i in range(0, len(parts), 2)])


def attribution(text: str, source: random.Random) -> str:
    """Use other words for who said it."""
    return SAYING.sub(lambda m: source.choice(["a spokesman told reporters", f"{m[1]} wrote in a statement"]), text)


def light(text: str, source: random.Random) -> str:
    """Swap figures, number words and common words; drop clauses set off by commas."""
    swapped = re.sub(r"\b\d{1,2}\b", lambda m: str(int(m[0]) + source.randint(0, 2)), text)
    swapped = re.sub(rf"\b({'|'.join(NUMBERS)})\b", lambda _: source.choice(NUMBERS), swapped)
    swapped = re.sub(rf"\b({'|'.join(SYNONYMS)})\b", lambda m: _sometimes(m[0], SYNONYMS[m[0]], source), swapped)
    return re.sub(r", (?:who|which|where)\b[^,.]{5,80},", lambda m: _sometimes(m[0], "", source), swapped)


def new_lead(text: str, source: random.Random) -> str:
    """Write the first paragraph anew."""
    lead = (
        f"Gunfire in {source.choice(PLACES).title()} left {source.choice(NUMBERS)} people hurt or dead, it was learned."
    )
    return joined([lead, *paragraphs(text)[1:]])


def paragraphs(text: str) -> list[str]:
    """Return the paragraphs of a text divided by empty lines."""
    return [part for part in text.split("\n\n") if part.strip()]


def joined(parts: list[str]) -> str:
    """Return the text of paragraphs."""
    return "\n\n".join(parts)


def marked(text: str) -> str:
    """Put a sign of its own before each paragraph, by which it is known again whatever is done to it."""
    parts = text.split("\n\n")
    return joined([chr(FIRST_SIGN + number) + part if part.strip() else part for number, part in enumerate(parts)])


def unmarked(text: str) -> str:
    """Return the text without signs."""
    return SIGN.sub("", text)


def paragraphs_of(text: str) -> list[str | None]:
    """Return for each character of the unmarked text the sign of the original's paragraph it is from; None: of none."""
    found: list[str | None] = []
    for part in re.split(r"(\n\n)", text):
        sign = None
        for character in part:
            sign = character if SIGN.match(character) else sign
            found += [] if SIGN.match(character) else [sign]
    return found


def _sometimes(old: str, new: str, source: random.Random) -> str:
    return new if source.random() < 0.6 else old
