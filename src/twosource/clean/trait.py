"""One line comes in; what kind of line it is by its own looks goes out, whatever stands around it."""

import re

_SENTENCE_END = re.compile(r"[.!?…]['\"”’)\]]*$")
_FULL_STOP = re.compile(r"[.…]['\"”’)\]]*$|[.!?]['\"”’]+$")
_NOT_IN_MENUS = re.compile(r"[\d()]|[.!?,;\"”]$")
_BULLET = re.compile(r"(?:[•·▪◦‣●■►*]|[-–](?=\s))\s*")
_LINK = re.compile(r"\b(?:[a-z0-9-]+\.)+(?:com|org|net|info|news|co\.uk|in|tv|io|eu|de|fr|uk|us)\b", re.IGNORECASE)


def word_count(line: str) -> int:
    """Return how many words stand in a line, counted by the space between."""
    return len(line.split())


def ends_sentence(line: str) -> bool:
    """Tell whether the line ends as a sentence does."""
    return _SENTENCE_END.search(line) is not None


def is_prose(line: str) -> bool:
    """Tell whether the line is a paragraph by its length: 8 words and a full stop, 16 and another end, or 25.

    Headlines shout and ask too ("... Escalate!"), but in fewer words.
    """
    words = word_count(line)
    return words >= 25 or (words >= 8 and ends_sentence(line) and (words >= 16 or _FULL_STOP.search(line) is not None))


def is_bullet(line: str) -> bool:
    """Tell whether the line opens with the mark of a list."""
    return _BULLET.match(line) is not None


def is_title_like(line: str) -> bool:
    """Tell whether a headline may look so: 3 to 30 words that open with no small letter and end in no full stop."""
    words = word_count(line)
    if not 3 <= words <= 30 or line[0].islower() or is_bullet(line):
        return False
    return not line.endswith((".", ":", ";", ",")) or line.endswith(("U.S.", "U.N.", "..."))


def is_heading_like(line: str) -> bool:
    """Tell whether a cross-head may look so: up to 14 words, no end of a sentence, capitals as in a title.

    Six in ten of the words of four letters and more open with a capital; a question may be one too.
    """
    if word_count(line) > 14 or line.endswith((".", ",", ";", ":", "!", '"', "”")) or is_bullet(line):
        return False
    long_words = re.findall(r"[^\W\d_]{4,}", line) or re.findall(r"[^\W\d_]+", line)
    capital = sum(word[0].isupper() for word in long_words)
    return bool(long_words) and line[:1].isalnum() and capital >= 0.6 * len(long_words)


def is_cross_head(line: str) -> bool:
    """Tell whether a cross-head in small letters may look so: two to eight words, a capital first, no full stop."""
    return 2 <= word_count(line) <= 8 and line[:1].isupper() and line[-1:].isalnum()


def is_menu_like(line: str) -> bool:
    """Tell whether the line may be one of a menu: up to four words, no end of a sentence, no number, no brackets."""
    return word_count(line) <= 4 and not _NOT_IN_MENUS.search(line)


def site_named(line: str) -> str | None:
    """Return the web site that a line names ("such as Example.com"), as written."""
    match = _LINK.search(line)
    return match[0] if match else None
