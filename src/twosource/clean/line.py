"""A text comes in; its lines go out with their places. Knows nothing of what they say."""

import re
from dataclasses import dataclass
from statistics import median

from twosource.model import Span

_LINE = re.compile("[^\r\n\x0b\x0c\x85\u2028\u2029]+")
_GROUP = re.compile(r"\S(?:[^\n]|\n(?![^\S\n]*(?:\n|$)))*")
_ENDS = (".", "!", "?", ":", '"', "”", "’", "'", ")", ";")
_SPACE = " \t\u00a0\u3000\u200b\ufeff\u2060"


@dataclass(frozen=True, slots=True)
class Line:
    """The words of one line (or of one hard-wrapped paragraph) and the characters ``[start, end)`` they stand at."""

    start: int
    end: int
    text: str

    @property
    def span(self) -> Span:
        """The place of the line."""
        return Span(self.start, self.end)


def lines(text: str) -> tuple[Line, ...]:
    """Return the lines of a text without the space around them; blank lines are left out.

    A text wrapped at a fixed width, as old archives are, gives its paragraphs instead: cut at the line ends, half its
    sentences would be read in two pieces.
    """
    pattern = _GROUP if _is_wrapped(text) else _LINE
    return tuple(line for match in pattern.finditer(text) if (line := _trimmed(match[0], match.start())).text)


def _trimmed(words: str, start: int) -> Line:
    bare = words.lstrip(_SPACE)
    start += len(words) - len(bare)
    bare = bare.rstrip(_SPACE + "\r")
    return Line(start, start + len(bare), bare)


def _is_wrapped(text: str) -> bool:
    """Tell whether most lines break off in the middle of a sentence, at nearly the same width (40 to 100)."""
    broken = [len(line) for group in text.split("\n\n") for line in group.split("\n")[:-1] if line.strip()]
    if len(broken) < 4:
        return False
    width = median(broken)
    ends = sum(line.rstrip().endswith(_ENDS) for group in text.split("\n\n") for line in group.split("\n")[:-1])
    even = sum(abs(length - width) <= 15 for length in broken)
    return 40 <= width <= 100 and even > 0.7 * len(broken) and ends < 0.4 * len(broken)
