"""The shown characters of a page and the ones its article uses come in; what was left out goes out, with reasons."""

from collections.abc import Iterable, Sequence

from twosource.clean.markup import PageBlock
from twosource.clean.passage import Passage
from twosource.clean.shown import Shown
from twosource.model import Discarded

_KEPT = ""
_PLAIN = "outside the main text"


def discarded(
    page: Shown, blocks: Sequence[PageBlock], kept: Iterable[Passage], dropped: Iterable[tuple[Passage, str]]
) -> tuple[Discarded, ...]:
    """Return the shown stretches that no kept passage uses; neighbours with one reason are one."""
    reasons: list[str | None] = [None] * len(page.characters)
    for part, reason in dropped:
        _mark(reasons, part, reason)
    for part in kept:
        _mark(reasons, part, _KEPT)
    found: list[Discarded] = []
    previous = -2
    for at, told in enumerate(reasons):
        if told == _KEPT:
            continue
        reason = told or _reason(blocks[page.blocks[at]])
        if found and previous == at - 1 and found[-1].reason == reason:
            found[-1] = Discarded(start=found[-1].start, end=max(found[-1].end, page.ends[at]), reason=reason)
        else:
            found.append(Discarded(start=page.starts[at], end=page.ends[at], reason=reason))
        previous = at
    return tuple(found)


def _mark(reasons: list[str | None], part: Passage, reason: str) -> None:
    for word in part.words:
        reasons[word.at : word.last + 1] = [reason] * (word.last + 1 - word.at)


def _reason(block: PageBlock) -> str:
    return block.region or ("title" if block.is_h1 else _PLAIN)
