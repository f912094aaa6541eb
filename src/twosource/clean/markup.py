"""The decoded characters of an HTML page come in; its visible text goes out with the place of every stretch.

One pass, linear in the length of the page whatever stands in it; knows nothing of what the text says.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from twosource.config import Limits
from twosource.errors import UnreadableError

_NAME = re.compile(r"/?[a-zA-Z][a-zA-Z0-9:-]*")
_TO_VALUE_OR_END = re.compile(r"[^>=]*(?:=(?!\s*[\"'])[^>=]*)*(?:=\s*(?=[\"']))?")  # Python 3.11.2 misreads "*+"
"""A quotation mark opens a value only after ``=``; a stray one is part of a name, as in the HTML standard."""
_INVISIBLE = frozenset({"script", "style", "template", "svg", "title", "iframe", "math", "textarea", "noframes"})
_CLOSING = {name: re.compile(rf"</{name}\b", re.IGNORECASE) for name in sorted(_INVISIBLE)}
_VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"}
)
_INLINE = frozenset(
    {
        "a",
        "abbr",
        "acronym",
        "b",
        "bdi",
        "bdo",
        "big",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "img",
        "ins",
        "kbd",
    }
    | {
        "mark",
        "q",
        "s",
        "samp",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
        "u",
        "var",
        "wbr",
        "label",
    }
)
_CLOSED_BY_THEIR_LIKE = frozenset({"p", "li", "td", "th", "tr", "dd", "dt", "option"})
_TELLING = {
    **{f"h{level}": "heading" for level in range(1, 7)},
    "li": "list",
    "dd": "list",
    "figcaption": "caption",
}
_REGIONS = {
    "nav": "navigation",
    "header": "page header",
    "footer": "page footer",
    "aside": "beside the main text",
    "form": "form",
    "button": "form",
    "select": "form",
}


@dataclass(frozen=True, slots=True)
class Run:
    """Characters ``[start, end)`` of the page that are shown, and the index of the block they stand in."""

    start: int
    end: int
    block: int


@dataclass(frozen=True, slots=True)
class PageBlock:
    """What the innermost telling tags say of a block: heading, list, caption or "", and the region of the page."""

    kind: str
    region: str
    is_h1: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Visible:
    """The shown text of a page in order; ``tags`` counts its tags."""

    runs: tuple[Run, ...]
    blocks: tuple[PageBlock, ...]
    tags: int


@dataclass(slots=True)
class _Open:
    """The elements that are open, and the quotation marks of which the rest of the page has none."""

    names: list[str]
    spent: set[str]


def visible(source: str, limits: Limits) -> Visible:
    """Return the visible text of a page.

    Raises:
        UnreadableError: ``too deep`` where more elements are open at once than ``limits.markup_depth``.
    """
    state = _Open([], set())
    runs: list[Run] = []
    blocks = [PageBlock("", "")]
    at = tags = 0
    while at < len(source):
        opens = source.find("<", at)
        stop = len(source) if opens < 0 else opens
        if stop > at:
            runs.append(Run(at, stop, len(blocks) - 1))
        if opens < 0:
            break
        name, at = _tag(source, opens, state)
        tags += 1
        if name and _moves(state.names, name) and blocks:
            blocks.append(_block(state.names))
        elif not name and at == opens + 1:
            runs.append(Run(opens, at, len(blocks) - 1))
        if len(state.names) > limits.markup_depth:
            raise UnreadableError("too deep", f"more than {limits.markup_depth} elements nested in each other")
    return Visible(runs=tuple(runs), blocks=tuple(blocks), tags=tags)


def _tag(source: str, opens: int, state: _Open) -> tuple[str, int]:
    """Return the lower-case name of the tag at ``opens`` ("" for none) and where what follows it begins."""
    if source.startswith("<!--", opens):
        return "", _after(source, "-->", opens + 4, state)
    if source[opens + 1 : opens + 2] in {"!", "?"}:
        return "", _after(source, ">", opens + 1, state)
    match = _NAME.match(source, opens + 1)
    if not match:
        return "", opens + 1
    name, end = match[0].lower(), _tag_end(source, match.end(), state)
    if name in _INVISIBLE and source[end - 2 : end] != "/>":
        closing = _CLOSING[name].search(source, end) if name not in state.spent else None
        if closing is None:
            state.spent.add(name)
            return name, len(source) if name in {"script", "style"} else end
        return "", closing.start()
    return name, end


def _tag_end(source: str, at: int, state: _Open) -> int:
    """Return the place after the tag's ``>``, passing over quoted values; an open quote ends at the next ``>``."""
    while True:
        at = _TO_VALUE_OR_END.match(source, at).end()  # type: ignore[union-attr] # the pattern matches anything
        if at >= len(source) or source[at] == ">":
            return min(at + 1, len(source))
        closing = -1 if source[at] in state.spent else source.find(source[at], at + 1)
        if closing < 0:
            state.spent.add(source[at])
            return _after(source, ">", at, state)
        at = closing + 1


def _after(source: str, mark: str, at: int, state: _Open) -> int:
    """Return the place after the next ``mark``; the end of the page where there is none."""
    found = -1 if mark in state.spent else source.find(mark, at)
    if found < 0:
        state.spent.add(mark)
        return len(source)
    return found + len(mark)


def _moves(names: list[str], name: str) -> bool:
    """Open or close the element; tell whether a new block begins."""
    bare = name.removeprefix("/")
    if name[0] == "/":
        _close(names, bare)
    elif bare not in _VOID:
        if names and names[-1] == bare and bare in _CLOSED_BY_THEIR_LIKE:
            names.pop()
        names.append(bare)
    return bare not in _INLINE


def _close(names: list[str], name: str) -> None:
    """Close the innermost element of that name among the last 40; a stray closing tag closes nothing."""
    for back in range(1, min(len(names), 40) + 1):
        if names[-back] == name:
            del names[-back:]
            return


def _block(names: list[str]) -> PageBlock:
    kind = next((_TELLING[name] for name in _innermost(names) if name in _TELLING), "")
    region = next((_REGIONS[name] for name in _innermost(names) if name in _REGIONS), "")
    return PageBlock(kind, region, "h1" in names[-4:])


def _innermost(names: list[str]) -> Iterator[str]:
    """Return the open elements from the innermost outwards, 60 at most: deeper nesting says no more."""
    return iter(names[-1:-61:-1])
