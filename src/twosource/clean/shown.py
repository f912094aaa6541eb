"""The visible runs of a page come in; its characters without space go out, each with its place in the page."""

import html
import re
from array import array
from dataclasses import dataclass

from twosource.clean.markup import Visible

_MARKS = (
    r"\x00-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb"
    r"\U000e0001\U000e0020-\U000e007f"
)
"""Characters without a shape of their own: joiners, marks of direction, soft hyphens. The extractor drops them, so they
cannot help to find a word; the article keeps them."""
_PIECE = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});?|[^\s&" + _MARKS + "]+|&")
_IGNORED = re.compile(r"[\s" + _MARKS + "]+")


@dataclass(frozen=True, slots=True)
class Shown:
    """``characters`` of the page as shown, space left out; character ``i`` stands at ``[starts[i], ends[i])``.

    ``blocks[i]`` is the block it stands in. Characters of an entity share the entity's place.
    """

    characters: str
    starts: "array[int]"
    ends: "array[int]"
    blocks: "array[int]"


def shown(source: str, page: Visible) -> Shown:
    """Return the shown characters of a page."""
    pieces: list[str] = []
    starts, ends, blocks = array("L"), array("L"), array("L")
    for run in page.runs:
        for match in _PIECE.finditer(source, run.start, run.end):
            characters, first, width = _read(match)
            if width:
                starts.extend([first] * len(characters))
                ends.extend([first + width] * len(characters))
            else:
                starts.extend(range(first, first + len(characters)))
                ends.extend(range(first + 1, first + len(characters) + 1))
            blocks.extend([run.block] * len(characters))
            pieces.append(characters)
    return Shown("".join(pieces), starts, ends, blocks)


def bare(text: str) -> str:
    """Return a text as it is looked up among the shown characters: without space and invisible marks."""
    return _IGNORED.sub("", text)


def _read(match: re.Match[str]) -> tuple[str, int, int]:
    """Return the characters of a piece, where it stands, and its width where it is an entity (0 else)."""
    piece = match[0]
    if piece[0] != "&" or piece == "&":
        return piece, match.start(), 0
    meant = html.unescape(piece)
    return (piece, match.start(), 0) if meant == piece else (bare(meant), match.start(), len(piece))
