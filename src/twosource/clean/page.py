"""The decoded characters of an HTML page come in; its body and particulars go out."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from lxml.html import HtmlElement

from twosource.clean.align import placed_paragraphs
from twosource.clean.credit import byline_name, distinct, named_credits
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
from twosource.model import Credit, Report
from twosource.model.article import BlockKind

_TAGS = 100_000
"""Tags above which no tree is built: news pages have 300 to 20,000, and 100,000 cost the tree 5 seconds."""
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
    dropped = [(part, reason) for part in passages if (reason := _furniture_reason(part))]
    out = {id(part) for part, _ in dropped}
    kept = [_with_kind(page, part, report.title or told.title) for part in passages if id(part) not in out]
    body = joined(kept, discarded(page.shown, page.blocks, kept, dropped))
    return Cleaned(body=body, particulars=_with_text(told, body, [part.text for part, _ in dropped]))


def _paragraphs(tree: HtmlElement | None, page: _Page, seen: Visible) -> Sequence[str]:
    """Return the paragraphs of the main text; of a page that defeats the extractor, what reads like a text."""
    found = main_paragraphs(tree) if tree is not None else ()
    return found or prose_lines(page.source, seen)


def _passages(page: _Page, paragraphs: Sequence[str]) -> list[Passage]:
    placed = placed_paragraphs(paragraphs, page.shown)
    return [passage(page.source, page.shown, words) for words in placed if words]


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


def _with_text(told: Particulars, body: Body, dropped: Sequence[str]) -> Particulars:
    """Return the particulars with what the text itself tells: byline, dateline, credits, copyright."""
    running = [block.span.of(body.text) for block in body.blocks if block.kind in {"paragraph", "list"}]
    filed, credited = text_credits(running)
    byline = told.byline or next((name for text in running[:3] if (name := byline_name(text))), None)
    own = [*told.credits, *(named_credits(byline, "byline") if byline else ())]
    return replace(
        told,
        byline=byline,
        dateline=filed.place if filed else None,
        credits=distinct([*own, *credited, *_copyrights(dropped)]),
    )


def _copyrights(dropped: Sequence[str]) -> list[Credit]:
    lines = [text for text in dropped if (finding := furniture().finding(text)) and finding.reason == "copyright"]
    return [credit for text in lines for credit in named_credits(text, "copyright")]
