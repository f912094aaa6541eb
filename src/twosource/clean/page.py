"""The decoded characters of an HTML page come in; its body and particulars go out."""

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from lxml.html import HtmlElement

from twosource.clean.align import placed_paragraphs
from twosource.clean.credit import byline_name, distinct, named_credits
from twosource.clean.elsewhere import LINKS, set_apart
from twosource.clean.finding import Body, Cleaned, Particulars
from twosource.clean.junk import is_junk
from twosource.clean.leftover import discarded
from twosource.clean.main_text import main_paragraphs, page_tree
from twosource.clean.markup import PageBlock, Visible, visible
from twosource.clean.metadata import metadata
from twosource.clean.passage import Passage, joined, passage
from twosource.clean.plain import text_credits
from twosource.clean.shown import Shown, shown
from twosource.clean.shown_lines import prose_lines
from twosource.config import Limits
from twosource.lang.furniture import bare_whole, furniture
from twosource.model import Report
from twosource.model.article import BlockKind

_TAGS = 40_000
"""Tags above which no tree is built: of 495 pages none has more than 8,500; 100,000 cost the extractor 5 seconds."""
_SHORT = 1_500
_TAG = re.compile(r"<[^<>]*>")
_COPYRIGHT = re.compile(r"©|\bcopyright\b", re.IGNORECASE)
_CREDITING = re.compile(r"^by\s|©|\bcopyright\b", re.IGNORECASE)
_KINDS: dict[str, BlockKind] = {"heading": "heading", "list": "list", "caption": "caption"}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Page:
    """A page as its own visible text."""

    source: str
    blocks: Sequence[PageBlock]
    shown: Shown


def cleaned_page(source: str, report: Report, limits: Limits) -> Cleaned:
    """Return the main text of a page and what it tells of itself.

    Raises:
        UnreadableError: ``too deep``.
    """
    seen = visible(source, limits)
    page = _Page(source=source, blocks=seen.blocks, shown=shown(source, seen))
    tree = page_tree(source) if seen.tags <= _TAGS else None
    told = metadata(tree, report.url) if tree is not None else Particulars()
    passages = _passages(page, _paragraphs(tree, page, seen))
    dropped = _dropped(passages)
    out = {id(part) for part, _ in dropped}
    kept = [_with_kind(page, part, report.title or told.title) for part in passages if id(part) not in out]
    body = joined(kept, discarded(page.source, page.shown, page.blocks, (kept, dropped)))
    return Cleaned(body=body, particulars=_with_text(told, body, _left_lines(source, body)))


def _paragraphs(tree: HtmlElement | None, page: _Page, seen: Visible) -> Sequence[str]:
    """Return the paragraphs of the main text; of a page that defeats the extractor, what reads like a text."""
    found = main_paragraphs(tree) if tree is not None else ()
    return found or prose_lines(page.source, seen)


def _passages(page: _Page, paragraphs: Sequence[str]) -> list[Passage]:
    placed = placed_paragraphs(paragraphs, page.shown)
    return [passage(page.source, page.shown, words) for words in placed if words]


def _dropped(passages: Sequence[Passage]) -> list[tuple[Passage, str]]:
    """Return the passages that are no text of the report, furniture and marked links, each with the reason."""
    told = [(part, _furniture_reason(part)) for part in passages]
    rest = [part for part, reason in told if reason is None]
    strange = set_apart([part.text for part in rest])
    furnished = [(part, reason) for part, reason in told if reason is not None]
    return [*furnished, *((part, LINKS) for at, part in enumerate(rest) if at in strange)]


def _furniture_reason(part: Passage) -> str | None:
    finding = furniture().finding(part.text)
    return finding.reason if finding else ("junk" if is_junk(part.text) else None)


def _with_kind(page: _Page, part: Passage, title: str | None) -> Passage:
    block = page.blocks[page.shown.blocks[part.words[0].at]]
    kind = _KINDS.get(block.kind, "paragraph")
    if title and bare_whole(part.text) == bare_whole(title):
        kind = "title"
    elif kind == "paragraph" and len(part.text) < 500 and furniture().captions.search(part.text.lower()):
        kind = "caption"
    return replace(part, kind=kind)


def _left_lines(source: str, body: Body) -> list[str]:
    """Return the short stretches that were left out, as text: bylines and copyright lines are among them."""
    stretches = (source[part.start : part.end] for part in body.discarded if part.end - part.start <= _SHORT)
    lines = (" ".join(html.unescape(_TAG.sub(" ", stretch)).split()) for stretch in stretches)
    return [line for line in lines if _CREDITING.search(line)]


def _with_text(told: Particulars, body: Body, left: Sequence[str]) -> Particulars:
    """Return the particulars with what the text and the lines left out of it tell: byline, dateline, credits."""
    running = [block.span.of(body.text) for block in body.blocks if block.kind in {"paragraph", "list"}]
    filed, credited = text_credits(running)
    bylines = (name for text in (*running[:3], *left) if (name := byline_name(text)))
    byline = told.byline or next(bylines, None)
    own = [*told.credits, *(named_credits(byline, "byline") if byline else ())]
    copyrights = (credit for line in left if _COPYRIGHT.search(line) for credit in named_credits(line, "copyright"))
    return replace(
        told,
        byline=byline,
        published=told.published or (filed.day if filed else None),
        dateline=filed.place if filed else None,
        credits=distinct([*own, *credited, *copyrights]),
    )
