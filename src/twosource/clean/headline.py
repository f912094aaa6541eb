"""The lines above a saved text, and the text, come in; which is the headline, and which names the outlet, go out."""

import re
from collections.abc import Iterable, Sequence

from twosource.lang.reading import words

LEXICON = "en/mastheads"
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_LONG = (
    4  # letters from which a word of a headline is looked for in the text, by so many of its first ones and one more
)
_SHARED = 2  # words that a headline surely has in common with the text below it
_LONGEST_NAME = 4  # words


def headline(candidates: Sequence[tuple[int, str]], running: Iterable[str]) -> int | None:
    """Return the place of the line that tells of what the text tells, None without lines.

    It is the first with two words of the text, else the first of those with most. Above the headline stand slogans and
    the names of sections ("Your World, Every Morning"), below it its second deck.
    """
    told = {stem for text in running for stem in stems(text)}
    shared = {at: len(stems(line) & told) for at, line in candidates}
    return next(
        (at for at, count in shared.items() if count >= _SHARED), max(shared, key=shared.__getitem__, default=None)
    )


def stems(text: str) -> set[str]:
    """The first letters of the longer words: "ripped" and "rips" are one, as "killing" and "kills" are."""
    found = (match[0].lower() for match in _WORD.finditer(text))
    return {word[: _LONG + 1].rstrip("s") for word in found if len(word) >= _LONG or word.isdigit()}


def is_masthead(line: str) -> bool:
    """Tell whether a line is an outlet's name: "Harbour Gazette", "THE DAILY STAR"; not "World News"."""
    spoken = _WORD.findall(line)
    if not 1 < len(spoken) <= _LONGEST_NAME + (spoken[0].lower() == "the"):
        return False
    names, low = words(LEXICON, "names"), [word.lower() for word in spoken]
    opens = low[1] if low[0] == "the" else low[0]
    is_written_so = all(word[0].isupper() or word in {"of", "and", "the", "de", "la"} for word in spoken)
    is_named = not (words(LEXICON, "sections") | names).issuperset(low)
    return (
        is_written_so
        and _WORD.sub("", line).strip(" &'’-.") == ""
        and is_named
        and not names.isdisjoint({opens, low[-1]})
    )
