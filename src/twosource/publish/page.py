"""Holdings in, the self-contained page out: view records, laid out by templates that escape every string.

The page needs no network and runs no script.
"""

from functools import cache
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined

from twosource.model import Holdings, Reject
from twosource.publish.chart_map import MapView, world_map
from twosource.publish.rejects import reject_counts
from twosource.publish.shelf import Shelf, anchor, shelf
from twosource.publish.tables import OPTIONAL
from twosource.publish.view import PageView, RejectView
from twosource.publish.view_event import event_view
from twosource.publish.view_figure import chip
from twosource.publish.view_report import report_view
from twosource.publish.whole import scrubbed, write_whole
from twosource.publish.wording import capitalised, counted, rule_title, words

PAGE = "index.html"
REJECTS_SHOWN = 1000


def write_page(holdings: Holdings, directory: Path) -> Path:
    """Write ``index.html`` into ``directory`` and return its path.

    Raises:
        SourceError: the file cannot be written.
    """
    return write_whole(directory / PAGE, page(holdings).encode("utf-8"))


def page(holdings: Holdings) -> str:
    """Return the page as HTML; half a surrogate pair, which UTF-8 cannot hold, becomes U+FFFD."""
    return scrubbed(_templates().get_template("page.html.j2").render(page=page_view(holdings)))


def page_view(holdings: Holdings) -> PageView:
    """Return all that the page shows."""
    held = shelf(holdings)
    return PageView(
        title=_title(holdings),
        lead=_lead(holdings),
        counts=_counts(holdings),
        rule=holdings.rule,
        rule_text=words()["rule"]["says"].format(rule=rule_title(holdings.rule)),
        events=tuple(event_view(event, held) for event in held.events),
        world=_world(held),
        reports=tuple(report_view(article, held) for article in held.reports),
        rejects=tuple(_reject_view(reject) for reject in holdings.rejects[:REJECTS_SHOWN]),
        reject_counts=reject_counts(holdings.rejects),
        chips=tuple(chip(agreement) for agreement in words()["agreement"]),
        definitions=tuple(words()["definitions"].items()),
        tables=_tables(holdings),
        left_out=_left_out(holdings, held),
    )


@cache
def _templates() -> Environment:
    return Environment(
        loader=PackageLoader("twosource.publish", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )


def _title(holdings: Holdings) -> str:
    if not holdings.articles:
        return "No report was read"
    return f"{counted(len(holdings.events), 'event')} in {counted(len(holdings.articles), 'report')}"


def _lead(holdings: Holdings) -> str:
    if not holdings.articles:
        return "Each input that could not be read is listed below with the reason." if holdings.rejects else ""
    claims, reports = counted(len(holdings.claims), "claim"), counted(len(holdings.articles), "report")
    say = "says" if len(holdings.articles) == 1 else "say"
    return (
        f"What {reports} {say} in {claims}, in which words, and how many independent voices stand behind each figure."
    )


def _counts(holdings: Holdings) -> tuple[tuple[str, str], ...]:
    tables = (
        (holdings.articles, "report"),
        (holdings.events, "event"),
        (holdings.claims, "claim"),
        (holdings.rejects, "reject"),
    )
    return tuple((f"{len(table):,}", name if len(table) == 1 else f"{name}s") for table, name in tables)


def _world(held: Shelf) -> MapView | None:
    if len(held.events) < 2:
        return None
    return world_map(
        tuple(
            (event.place, len(event.reports), event.title, f"#{anchor(event.id)}")
            for event in held.events
            if event.place
        )
    )


def _reject_view(reject: Reject) -> RejectView:
    return RejectView(
        anchor=anchor(reject.id),
        source=reject.source,
        stage=reject.stage,
        reason=reject.reason,
        detail=capitalised(reject.detail),
    )


def _tables(holdings: Holdings) -> tuple[tuple[str, str], ...]:
    kept = dict(zip(OPTIONAL, (holdings.annotations, holdings.judgements), strict=True))
    tables = [name for name in words()["table"] if kept.get(name, True)]
    return tuple((f"{name}.jsonl", words()["table"][name]) for name in tables)


def _left_out(holdings: Holdings, held: Shelf) -> tuple[str, ...]:
    cuts = (
        (len(held.events), len(holdings.events), "event", "that most reports tell of", "events.jsonl and claims.jsonl"),
        (len(held.reports), len(holdings.articles), "report", "of the largest events", "reports.jsonl"),
        (
            min(REJECTS_SHOWN, len(holdings.rejects)),
            len(holdings.rejects),
            "reject",
            "that come first",
            "rejects.jsonl",
        ),
    )
    return tuple(
        f"This page shows {counted(shown, name)} {which}, of {held_in_all:,}. All are in {where}, beside this page."
        for shown, held_in_all, name, which, where in cuts
        if shown < held_in_all
    )
