"""Words in, what tells of each one's case out: how it is written elsewhere, its neighbours, the gazetteer.

How a word is written elsewhere is read off the parser's vectors, whose words stand in the order of how often they
occurred in 840 billion words of the web (GloVe, Pennington et al. 2014): "Ahmedabad" ranks before "ahmedabad".
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from math import log

from twosource.annotate.casing.tokens import Word
from twosource.annotate.parse import vector_rank
from twosource.annotate.place.fold import fold
from twosource.annotate.place.gazetteer import load_gazetteer

UNKNOWN = 600_000  # behind the last of 514,000 words
STEPS = 2.0  # buckets to a factor of e
WIDEST = 6
LONGEST_PLACE = 4
BETWEEN = frozenset({" ", "-", "'", "’"})  # what stands between the words of a name


@lru_cache(maxsize=32768)
def evidence(word: str) -> tuple[str, str, str]:
    """Return how far "Word" ranks before "word", how far "WORD" before both, and how known the word is; bucketed."""
    low, title, upper = (vector_rank(form) or UNKNOWN for form in (word, word.capitalize(), word.upper()))
    best = min(low, title)
    return _bucket(low, title), _bucket(best, upper), str(int(log(min(best, upper))))


def _bucket(one: int, other: int) -> str:
    steps = round(STEPS * log(one / other))
    return str(max(-WIDEST, min(WIDEST, steps)))


def features(words: Sequence[Word], at: int, before: tuple[int, int], places: frozenset[int]) -> Iterator[str]:
    """Yield the features of one word.

    Args:
        words: all words of a block.
        at: which one.
        before: the labels of the two words before it, the nearer last; -1 at the start.
        places: indices of words that are part of a place name of two or more words.
    """
    previous = words[at - 1] if at else None
    nearer = "S" if previous is not None and previous.opens else str(before[1])
    yield from _alone(words[at].text, words[at].after, "S" if words[at].opens else "")
    yield from _behind(words[at], previous, before[0], nearer)
    if at + 1 < len(words):
        yield from _ahead(words[at], words[at + 1], nearer)
    if at in places:
        yield from ("place", f"placet={evidence(words[at].text)[0]}")
    if words[at].before in {"(", "["} and words[at].after in {")", "]"}:
        yield from ("alone", f"initials={_initials(words, at)}")


@lru_cache(maxsize=4096)  # words: some 3 MB
def _alone(text: str, following: str, start: str) -> tuple[str, ...]:
    title, upper, known = evidence(text)
    return (
        f"bias{start}",
        f"w={text}",
        f"t={title}{start}",
        f"u={upper}{start}",
        f"tu={title},{upper}",
        f"tk={title},{known}",
        f"uk={upper},{known}",
        f"len={min(len(text), 8)},{upper}",
        f"s={text[-3:]}",
        f"v={any(letter in 'aeiouy' for letter in text)},{min(len(text), 6)}",
        f"a={_mark(following)},{title}",
    )


def _behind(word: Word, previous: Word | None, farther: int, nearer: str) -> tuple[str, ...]:
    title, upper, _ = evidence(word.text)
    labels = (
        f"l1={nearer}",
        f"l2={farther}{nearer}",
        f"tl={title},{nearer}",
        f"ul={upper},{nearer}",
        f"wl={word.text},{nearer}",
        f"b={_mark(word.before)},{nearer}",
    )
    return labels if previous is None else (*labels, f"pw={previous.text}", f"pt={evidence(previous.text)[0]},{title}")


def _ahead(word: Word, following: Word, nearer: str) -> tuple[str, ...]:
    after = evidence(following.text)[0]
    return (
        f"nw={following.text}",
        f"wn={word.text},{after}",
        f"ln={nearer},{following.text}",
        f"nt={after},{evidence(word.text)[0]}",
    )


def _mark(character: str) -> str:
    return "0" if character.isdigit() else character


def _initials(words: Sequence[Word], at: int) -> bool:
    """Tell whether letters in brackets are the first letters of the words before ("shining river front (srf)")."""
    count = len(words[at].text)
    first = max(0, at - count - 3)
    letters = "".join(w.text[0] for w in words[first:at])
    return count > 1 and _is_within(words[at].text, letters)


def _is_within(short: str, letters: str) -> bool:
    rest = iter(letters)
    return all(letter in rest for letter in short)


def place_words(words: Sequence[Word]) -> frozenset[int]:
    """Return the indices of words that stand in a place name of two to four words."""
    known = load_gazetteer().knows
    folded = [fold(word.text) for word in words]
    found: set[int] = set()
    at = 0
    while at < len(words):
        counts = range(min(LONGEST_PLACE, len(words) - at, _together(words, at)), 1, -1)
        size = next((n for n in counts if known(" ".join(filter(None, folded[at : at + n])))), 0)
        found.update(range(at, at + size))
        at += size or 1
    return frozenset(found)


def _together(words: Sequence[Word], at: int) -> int:
    """Return how many words, up to the longest name, run on from one with only a space or mark of names between."""
    run = words[at : at + LONGEST_PLACE]
    return next((size for size, word in enumerate(run, 1) if word.after not in BETWEEN), len(run))
