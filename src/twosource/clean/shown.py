"""The visible runs of a page come in; its characters without space go out, each with its place in the page."""

import html
import re
from array import array
from dataclasses import dataclass

from twosource.clean.markup import Visible

_PIECE = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});?|[^\s&]+|&")
_IGNORED = re.compile(r"[\s\u200b\u200e\u200f\ufeff\u00ad\x00-\x1f\x7f]+")


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
            if not width:
                kept = [i for i, character in enumerate(characters) if not _IGNORED.match(character)]
                starts.extend(first + i for i in kept)
                ends.extend(first + i + 1 for i in kept)
                characters = "".join(characters[i] for i in kept) if len(kept) < len(characters) else characters
            else:
                starts.extend([first] * len(characters))
                ends.extend([first + width] * len(characters))
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
