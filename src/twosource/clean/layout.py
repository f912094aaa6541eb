"""The lines of a saved page or text come in; what each line is, and what the page tells of itself, go out.

Judges by general rules and by the phrases of the lexicon; knows no page and no outlet.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from twosource.clean.credit import byline_name, is_name, named_credits
from twosource.clean.dates import Days, days_told, iso_date
from twosource.clean.elsewhere import LINKS, of_other_stories
from twosource.clean.headline import headline, is_masthead
from twosource.clean.junk import is_junk
from twosource.clean.line import Line
from twosource.clean.trait import (
    is_bullet,
    is_cross_head,
    is_heading_like,
    is_menu_like,
    is_prose,
    is_title_like,
    site_named,
    word_count,
)
from twosource.lang.furniture import Finding, bare_whole, furniture
from twosource.model import Credit
from twosource.model.article import BlockKind

_HEAD = 25
_OPENING = 5  # paragraphs that a headline is compared with
_MARKS = 2  # letters beside a day that are no words of their own: "UK"
_NAMES = 4  # words beside a day that are a name, of a person or of an outlet
_OUTLET_REASONS = frozenset({"newsletter", "copyright"})


@dataclass(slots=True)
class Layout:
    """What was found so far: a kind for each line that is read, a reason for each that is not."""

    lines: Sequence[Line]
    captions: frozenset[int] = frozenset()
    kinds: dict[int, BlockKind] = field(default_factory=dict)
    reasons: dict[int, str] = field(default_factory=dict)
    title: str | None = None
    byline: str | None = None
    published: str | None = None
    modified: str | None = None
    outlet: str | None = None
    credits: list[Credit] = field(default_factory=list)

    def is_open(self, at: int) -> bool:
        """Tell whether nothing has been said of the line yet."""
        return at not in self.kinds and at not in self.reasons


def layout(lines: Sequence[Line], told_title: str | None) -> Layout:
    """Return what each line is.

    Args:
        lines: all lines of the text, in order.
        told_title: the title where it is known from elsewhere (a row's field, a page's metadata).
    """
    found = Layout(lines, captions=frozenset(at for at, line in enumerate(lines) if _is_caption(line)))
    _discard_furniture(found)
    prose = [at for at, line in enumerate(lines) if at not in found.captions and found.is_open(at) and _runs(line.text)]
    first = min(prose[0] if prose else 0, _HEAD)
    _read_labels(found, first, prose[-1] if prose else len(lines))
    _read_masthead(found, first)
    _read_head(found, first)
    _mark_title(found, told_title, first)
    _discard_menus(found, prose)
    _discard_other_stories(found)
    _mark_kinds(found, first)
    return found


def _runs(line: str) -> bool:
    """Tell whether a line is running text, not days beside a name: "By Ann Example | May 5, 2031 at 11:02 p.m. ..."."""
    return is_prose(line) and not ((days := days_told(line)) and is_name(days.beside, _NAMES))


def _discard_furniture(found: Layout) -> None:
    """Discard the lines the lexicon knows, with the links below a heading that opens a list of them."""
    rules, spreading = furniture(), False
    for at, line in enumerate(found.lines):
        finding = rules.finding(line.text)
        if finding:
            found.reasons[at] = finding.reason
            _read_furniture(found, line, finding)
            spreading = spreading and not is_prose(line.text) if not finding.after else _may_spread(found, at, finding)
        elif is_prose(line.text):
            spreading = False
        elif is_junk(line.text):
            found.reasons[at] = "junk"
        elif spreading and not is_bullet_sentence(line.text):
            found.reasons[at] = LINKS


def is_bullet_sentence(line: str) -> bool:
    """Tell whether a list item is a sentence of its own rather than a link."""
    return is_bullet(line) and line.rstrip("\"”'’)").endswith(".")


def _may_spread(found: Layout, at: int, finding: Finding) -> bool:
    """Tell whether the lines below go with the line: where no paragraph follows, or only within a list of links."""
    follows = [is_prose(line.text) for line in found.lines[at + 1 : at + 12]]
    return finding.after in {"next", "rest"} and (at > 2 or not any(follows))


def _read_furniture(found: Layout, line: Line, finding: Finding) -> None:
    if finding.reason == "copyright":
        found.credits.extend(named_credits(line.text, "copyright"))
    if finding.reason in _OUTLET_REASONS:
        found.outlet = found.outlet or site_named(line.text)


def _read_labels(found: Layout, first: int, last: int) -> None:
    """Read "Post last modified: January 5, 2026" and its kin, above the first paragraph or below the last."""
    rules = furniture()
    for at, line in enumerate(found.lines):
        if first < at < last or not found.is_open(at) or word_count(line.text) > 14:
            continue
        match = rules.labels.match(line.text)
        if match:
            _keep_label(found, at, rules.kinds[match["label"].casefold()], match["value"].strip())


def _keep_label(found: Layout, at: int, kind: str, value: str) -> None:
    day = iso_date(value)
    if kind == "published" and day:
        found.published = found.published or day
    elif kind == "modified" and day:
        found.modified = found.modified or day
    elif kind == "author" and value:
        _keep_byline(found, value)
    elif kind == "origin":
        found.credits.extend(named_credits(value, "byline"))
    elif value and kind in {"published", "modified"}:
        return
    found.reasons[at] = "page label"


def _keep_byline(found: Layout, name: str) -> None:
    found.byline = found.byline or name
    found.credits.extend(named_credits(name, "byline"))


def _read_head(found: Layout, first: int) -> None:
    """Read the days and the bylines above the first paragraph, whether each has a line of its own or both share one.

    A day beside a name counts below the headline alone: above it stand the headlines of other pages.
    """
    is_below = False
    for at, line in enumerate(found.lines[: first + 1]):
        if not found.is_open(at):
            continue
        days = days_told(line.text)
        name = (byline_name(line.text) or (days and byline_name(days.after))) if at < first else None
        if days and len(days.beside) <= _MARKS:
            _keep_days(found, days)
            found.reasons[at] = "date"
        elif name:
            _keep_byline(found, name)
            found.reasons[at] = "byline"
        if days and (name or (at < first and is_below and days.is_apart)) and is_name(days.beside, _NAMES):
            _keep_days(found, days)
        is_below = is_below or (at not in found.captions and is_title_like(line.text))


def _keep_days(found: Layout, days: Days) -> None:
    found.published, found.modified = found.published or days.published, days.modified or found.modified


def _read_masthead(found: Layout, first: int) -> None:
    """Read the name of the outlet where the first line that is no furniture is one, and a headline may follow."""
    at = next((at for at in range(first) if found.is_open(at)), None)
    if (
        at is not None
        and is_masthead(found.lines[at].text)
        and any(found.is_open(below) for below in range(at + 1, first))
    ):
        found.outlet = found.lines[at].text
        found.reasons[at] = "masthead"


def _mark_title(found: Layout, told: str | None, first: int) -> None:
    """Mark the headline above the first paragraph as the title, its repetitions as repeated."""
    places = range(min(first + 1, len(found.lines)))
    lines = [(at, found.lines[at].text) for at in places if found.is_open(at) and at not in found.captions]
    running = [line.text for line in found.lines[first:] if is_prose(line.text)]
    at = headline([(at, line) for at, line in lines if _is_title(line, told)], running[:_OPENING])
    found.title = told
    if at is None or len(found.lines) == 1:
        return
    found.kinds[at] = "title"
    found.title = told or found.lines[at].text
    _discard_repeated_titles(found, {bare_whole(found.title), bare_whole(found.lines[at].text)})


def _is_title(line: str, told: str | None) -> bool:
    if told:
        bare, known = bare_whole(line), bare_whole(told)
        return bare == known or (word_count(line) > 2 and (known.startswith(bare) or bare.startswith(known)))
    return is_title_like(line)


def _discard_repeated_titles(found: Layout, titles: set[str]) -> None:
    for at, line in enumerate(found.lines):
        if found.is_open(at) and not is_prose(line.text) and bare_whole(line.text) in titles:
            found.reasons[at] = "repeated title"


def _discard_menus(found: Layout, prose: Sequence[int]) -> None:
    """Discard runs of three and more menu lines above the first paragraph, or below other furniture at the end.

    Short lines straight below the last paragraph may be signatures, or the names of the dead.
    """
    first, last = (prose[0], prose[-1]) if prose else (0, 0)
    runs: list[list[int]] = []
    for at, line in enumerate(found.lines):
        if prose and not first <= at <= last and at not in found.kinds and is_menu_like(line.text):
            if runs and runs[-1][-1] == at - 1:
                runs[-1].append(at)
            else:
                runs.append([at])
    closed = min((at for at in found.reasons if at > last), default=len(found.lines))
    menus = [run for run in runs if len(run) >= 3 and (run[0] < first or run[-1] > closed)]
    for at in (at for run in menus for at in run if found.is_open(at) and not last < at < closed):
        found.reasons[at] = "navigation"


def _discard_other_stories(found: Layout) -> None:
    """Discard the headlines of other stories among the paragraphs and below them."""
    places = [at for at in range(len(found.lines)) if found.is_open(at)]
    for at in of_other_stories([found.lines[at].text for at in places]):
        found.reasons[places[at]] = LINKS


def _mark_kinds(found: Layout, first: int) -> None:
    """Mark what is still open; headlines between the title and the first paragraph are headings in any case."""
    last = len(found.lines) - 1
    for at, line in enumerate(found.lines):
        if not found.is_open(at):
            continue
        if at in found.captions:
            found.kinds[at] = "caption"
        elif is_bullet(line.text):
            found.kinds[at] = "list"
        else:
            is_head = at < last and (
                is_heading_like(line.text)
                or (at < first and is_title_like(line.text))
                or (is_cross_head(line.text) and _stands_between_prose(found, at))
            )
            found.kinds[at] = "heading" if is_head else "paragraph"


def _stands_between_prose(found: Layout, at: int) -> bool:
    lines = found.lines
    return 0 < at < len(lines) - 1 and is_prose(lines[at - 1].text) and is_prose(lines[at + 1].text)


def _is_caption(line: Line) -> bool:
    return word_count(line.text) <= 80 and furniture().captions.search(line.text.lower()) is not None
