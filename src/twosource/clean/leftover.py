"""The shown characters of a page and the ones its article uses come in; what was left out goes out, with reasons."""

import re
from collections.abc import Iterable, Sequence
from itertools import groupby

from twosource.clean.excerpt import MOST, excerpt
from twosource.clean.markup import PageBlock
from twosource.clean.passage import Passage
from twosource.clean.shown import Shown
from twosource.model import Discarded

_KEPT = ""
_PLAIN = "outside the main text"
_TAG = re.compile(r"<[^<>]*>")
_CLOSED = re.compile(r"</(?:a|button|option)\b", re.IGNORECASE)
_OPENED = re.compile(r"<(?:a|button|option)\b", re.IGNORECASE)
"""Two links or buttons side by side are two things, though nothing but their looks parts them."""


def discarded(
    source: str,
    page: Shown,
    blocks: Sequence[PageBlock],
    used: tuple[Iterable[Passage], Iterable[tuple[Passage, str]]],
) -> tuple[Discarded, ...]:
    """Return the shown stretches that no kept passage uses; neighbours with one reason are one.

    Args:
        source: the page as decoded.
        page: its shown characters.
        blocks: the blocks they stand in.
        used: the passages that are kept, and those that are dropped with the reason.
    """
    reasons = _reasons(page, blocks, *used)
    stretches = [(reason, list(places)) for reason, places in groupby(range(len(reasons)), key=reasons.__getitem__)]
    return tuple(
        Discarded(
            start=page.starts[places[0]],
            end=max(page.ends[at] for at in places),
            reason=reason,
            excerpt=_excerpt(source, page, places),
        )
        for reason, places in stretches
        if reason != _KEPT
    )


def _reasons(
    page: Shown, blocks: Sequence[PageBlock], kept: Iterable[Passage], dropped: Iterable[tuple[Passage, str]]
) -> list[str]:
    """Return for each shown character why it was dropped."""
    reasons = [_reason(blocks[block]) for block in page.blocks]
    for part, reason in dropped:
        _mark(reasons, part, reason)
    for part in kept:
        _mark(reasons, part, _KEPT)
    return reasons


def _excerpt(source: str, page: Shown, places: Sequence[int]) -> str:
    """Return an excerpt of shown characters; of a long stretch only the ends are looked at."""
    if len(places) <= 2 * MOST:
        return excerpt(_words(source, page, places))
    ends = (_words(source, page, part) for part in (places[:MOST], places[-MOST:]))
    return excerpt(" ".join(ends))


def _words(source: str, page: Shown, places: Sequence[int]) -> str:
    """Return neighbouring shown characters, apart wherever the page shows them so."""
    pieces: list[str] = []
    for before, at in zip((places[0], *places), places, strict=False):
        is_apart = page.blocks[before] != page.blocks[at] or _is_apart(source[page.ends[before] : page.starts[at]])
        pieces.append(f" {page.characters[at]}" if is_apart else page.characters[at])
    return "".join(pieces)


def _is_apart(gap: str) -> bool:
    """Tell whether what stands between two characters parts them: space, or the end of one link and another."""
    if any(map(str.isspace, _TAG.sub("", gap))):
        return True
    return _CLOSED.search(gap) is not None and _OPENED.search(gap) is not None


def _mark(reasons: list[str], part: Passage, reason: str) -> None:
    for word in part.words:
        reasons[word.at : word.last + 1] = [reason] * (word.last + 1 - word.at)


def _reason(block: PageBlock) -> str:
    return block.region or ("title" if block.is_h1 else _PLAIN)
