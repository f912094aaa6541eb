"""The page shows the whole ledger, leads both ways between claims and words, and never lets a report's text act."""

import re
from dataclasses import fields, is_dataclass, replace
from itertools import pairwise
from pathlib import Path
from typing import Any, TypeVar

import lxml.html
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from twosource.model import Event, Holdings, Reject, Span
from twosource.publish import shelf
from twosource.publish.page import page, write_page

Record = TypeVar("Record")
SHAPES = {"svg", "symbol", "circle", "path", "use", "rect", "line", "text"}
BLOCKS = {
    "header",
    "div",
    "p",
    "nav",
    "main",
    "section",
    "figure",
    "figcaption",
    "article",
    "footer",
    "details",
    "summary",
}
LISTS = {"ul", "ol", "li", "dl", "dt", "dd", "table", "thead", "tbody", "tr", "th", "td"}
INLINE = {"a", "span", "strong", "i", "q", "mark", "code"}
TAGS = {"html", "head", "meta", "title", "style", "body", "h1", "h2", "h3", "h4"} | SHAPES | BLOCKS | LISTS | INLINE
PAYLOADS = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "</style></title></mark><iframe src=//x>",
    "{{ 7 * 7 }}{% raw %}",
    "javascript:alert(1)//http://x.example",
    "&lt;b&gt;]]>-->\x00\ud800",
)


def _tree(html: str) -> Any:
    return lxml.html.document_fromstring(html.encode("utf-8"))


def _poisoned(value: Record, payload: str) -> Record:
    """Return the record with the payload behind every string in it; references between records still hold."""
    if isinstance(value, str):
        return value + payload  # type: ignore[return-value]
    if isinstance(value, tuple):
        return tuple(_poisoned(one, payload) for one in value)  # type: ignore[return-value]
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{one.name: _poisoned(getattr(value, one.name), payload) for one in fields(value)})
    return value


def _assert_inert(html: str) -> None:
    tree = _tree(html)
    for element in tree.iter():
        assert element.tag in TAGS
        assert not [name for name in element.attrib if name.startswith("on") or name in {"src", "srcset", "style"}]
        assert re.match(r"#|https?://", element.get("href", "#"))


@pytest.mark.parametrize("payload", PAYLOADS)
def test_hostile_text_in_every_string_of_every_record_stays_text(ledger: Holdings, payload: str) -> None:
    _assert_inert(page(_poisoned(ledger, payload)))


@settings(max_examples=25, deadline=None)
@given(st.text(st.sampled_from("<>\"'&/=`{}%# \n:aonsrch\x00\ud800-!"), max_size=30))
def test_any_text_in_every_string_of_every_record_stays_text(ledger: Holdings, payload: str) -> None:
    _assert_inert(page(_poisoned(ledger, payload)))


def test_a_hostile_title_is_shown_as_it_is(ledger: Holdings) -> None:
    titles = [heading.text_content() for heading in _tree(page(ledger)).iter("h3")]
    assert "Ministry: 14 troops dead in Almar attack <script>alert('x')</script>" in titles


def test_only_web_addresses_are_linked_and_they_tell_nothing(ledger: Holdings) -> None:
    tree = _tree(page(ledger))
    outward = [link for link in tree.iter("a") if not link.get("href").startswith("#")]
    assert {link.get("href") for link in outward} == {
        "https://courier.example/almar?day=12&part=<b>",
        "https://gazette.example/1",
    }
    assert {link.get("rel") for link in outward} == {"noopener noreferrer"}
    assert "javascript:alert('x')" in tree.text_content()


def test_nothing_is_fetched_when_the_page_is_opened(ledger: Holdings) -> None:
    html = page(ledger)
    links = re.findall(r'<a href="https?://[^"]*"', html)
    assert len(re.findall(r"=\s*[\"']?(?:https?:)?//", html)) == len(links)
    assert not re.search(r"url\(|@import|<script|<link|<img|<iframe", html)
    assert "default-src 'none'" in html


def test_every_way_about_the_page_leads_somewhere_and_every_name_is_given_once(ledger: Holdings) -> None:
    tree = _tree(page(ledger))
    names = [element.get("id") for element in tree.iter() if element.get("id")]
    ways = {element.get("href")[1:] for element in tree.iter() if element.get("href", "").startswith("#")}
    labels = {name for element in tree.iter() for name in (element.get("aria-labelledby") or "").split()}
    assert len(names) == len(set(names))
    assert ways | labels <= set(names)


def test_each_claim_leads_to_its_words_and_back(ledger: Holdings) -> None:
    tree = _tree(page(ledger))
    by_id = {element.get("id"): element for element in tree.iter() if element.get("id")}
    for claim in ledger.claims:
        ways = {link.get("href")[1:] for link in by_id[claim.id].iter("a")}
        (words,) = [by_id[way] for way in ways if by_id[way].tag == "mark"]
        further = [mark for mark in tree.iter("mark") if mark.get("data-of") == words.get("id")]
        assert "".join(mark.text_content() for mark in (words, *further)) == claim.quote
        assert f"#{claim.id}" in {link.get("href") for link in words.iter("a")}


def test_the_text_of_a_report_is_shown_character_for_character(ledger: Holdings) -> None:
    tree = _tree(page(ledger))
    for article in ledger.articles:
        shown = "".join(tree.get_element_by_id(article.id).text_content().split())
        for line in article.text.split("\n"):
            assert "".join(line.split()) in shown


def test_text_outside_the_blocks_is_grey_with_its_reason(ledger: Holdings) -> None:
    (aside,) = [one for one in _tree(page(ledger)).iter("p") if one.get("class") == "aside"]
    assert aside.text_content().split("\n")[0].startswith("Set aside: share buttons")
    assert "SHARE THIS STORY" in aside.text_content()


def test_headings_go_down_one_step_at_a_time(ledger: Holdings) -> None:
    levels = [int(element.tag[1]) for element in _tree(page(ledger)).iter("h1", "h2", "h3", "h4")]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_agreement_is_told_in_words_beside_its_sign(ledger: Holdings) -> None:
    chips = [one for one in _tree(page(ledger)).iter("span") if (one.get("class") or "").startswith("chip")]
    assert chips
    assert all(chip.text_content().strip() and list(chip.iter("svg")) for chip in chips)


def test_copies_are_folded_under_their_origin(ledger: Holdings) -> None:
    tree = _tree(page(ledger))
    folds = [fold for fold in tree.iter("details") if fold.getparent().tag == "td"]
    assert [one.get("id") for fold in folds for one in fold.iter("li")] == ["claim-copied", "claim-dozens-copied"]


def test_rejects_are_shown_with_their_reasons(ledger: Holdings) -> None:
    told = _tree(page(ledger)).get_element_by_id("rejects").text_content()
    assert "1 empty, 1 not JSON" in told
    assert "in/rows.jsonl:7" in told


def test_an_empty_ledger_is_a_page_too() -> None:
    html = page(Holdings(rule="default"))
    assert "No event was found" in html
    assert "Every input was read" in html


def test_what_is_left_out_is_said(ledger: Holdings) -> None:
    blank = Event(id="", title="More", type=None, date=None, place=None, actors=(), reports=(), claims=(),
                  copy_groups=(), links=())  # fmt: skip
    many = tuple(replace(blank, id=f"event-{index}") for index in range(shelf.EVENTS_SHOWN + 5))
    reject = Reject(id="", source="s", stage="clean", reason="empty", detail="d")
    rejects = tuple(replace(reject, id=f"reject-{index}") for index in range(1200))
    html = page(replace(ledger, events=(*ledger.events, *many), rejects=rejects))
    notes = [one.text_content() for one in _tree(html).iter("p") if one.get("role") == "note"]
    assert len(notes) == 2
    assert "300 events that most reports tell of, of 307. All are in events.jsonl" in notes[0]
    assert "1,000 rejects" in notes[1]


def test_claims_beyond_the_reports_shown_lead_nowhere_rather_than_astray(ledger: Holdings) -> None:
    short = replace(ledger, articles=ledger.articles[:1])
    tree = _tree(page(short))
    names = {element.get("id") for element in tree.iter()}
    assert {link.get("href")[1:] for link in tree.iter("a") if link.get("href").startswith("#")} <= names


def test_a_claim_whose_words_lie_outside_the_text_is_still_listed(ledger: Holdings) -> None:
    lost = replace(ledger.claims[0], span=Span(90_000, 90_010))
    tree = _tree(page(replace(ledger, claims=(lost, *ledger.claims[1:]))))
    assert tree.get_element_by_id(lost.id) is not None


def test_twice_gives_the_same_bytes(ledger: Holdings, tmp_path: Path) -> None:
    first, second = write_page(ledger, tmp_path / "a"), write_page(ledger, tmp_path / "b")
    assert first.read_bytes() == second.read_bytes()
    assert first.name == "index.html"


def test_what_else_is_told_stands_under_who_tells_it(ledger: Holdings) -> None:
    (part,) = [one for one in _tree(page(ledger)).iter("section") if one.get("aria-labelledby") == "event-almar-points"]
    told = [(one.tag, " ".join(one.text_content().split())) for one in part.iter("h4", "li")]
    all_three = "Sarvania Courier, Inland Gazette, Port Almar Herald"
    assert told == [
        ("h4", "All 3 reports tell"),
        ("li", f"Gunmen stormed a fuel depot in Port Almar on Wednesday {all_three}"),
        ("h4", "Some reports tell"),
        ("li", "Sarvanian defence ministry: Two days of mourning were declared Inland Gazette, Port Almar Herald"),
        ("h4", "Only Sarvania Courier tells"),
        ("li", "The depot holds a third of the country's fuel in the report"),
    ]


def test_a_long_list_of_points_is_folded_and_counted(ledger: Holdings) -> None:
    event = ledger.events[0]
    many = tuple(replace(event.points[2], text=f"Point {index}") for index in range(11))
    tree = _tree(page(replace(ledger, events=(replace(event, points=many),))))
    (fold,) = [one for one in tree.iter("details") if one.get("class") == "more-points"]
    assert [one.text_content().strip() for one in fold.iter("summary")] == ["3 more"]
    assert len(list(fold.iter("li"))) == 3


def test_the_headline_of_a_report_is_shown_once(ledger: Holdings) -> None:
    report = _tree(page(ledger)).get_element_by_id("r-gazette")
    assert report.text_content().count("Depot raid kills 14") == 1
    assert [one.text_content() for one in report.iter("h3")] == ["Depot raid kills 14"]


def test_a_title_told_of_a_report_stands_beside_a_headline_that_reads_otherwise(ledger: Holdings) -> None:
    told = tuple(replace(article, title="Told title") for article in ledger.articles)
    report = _tree(page(replace(ledger, articles=told))).get_element_by_id("r-gazette")
    assert [one.text_content() for one in report.iter("h3")] == ["Depot raid kills 14"]
    assert "Told title" in report.text_content()


def test_an_outlet_that_is_not_known_is_called_so_with_its_file(ledger: Holdings) -> None:
    rows = [one for one in _tree(page(ledger)).iter("tr") if one.get("id") == "claim-hills"]
    (cell,) = [cell for row in rows for cell in row if cell.get("data-label") == "Report"]
    assert cell.text_content().split("15 March")[0].split() == ["unnamed", "outlet", "hills.txt"]


def test_many_acts_and_many_figures_of_one_speaker_are_folded_with_their_number(ledger: Holdings) -> None:
    event = ledger.events[0]
    figures = tuple(replace(ledger.claims[0], id=f"c-{n}", low=n + 1, high=n + 1) for n in range(60))
    acts = tuple(replace(ledger.claims[0], id=f"a-{n}", measure="act", wording=f"act {n}") for n in range(5))
    event = replace(event, claims=tuple(one.id for one in (*figures, *acts)), figures=(), points=())
    tree = _tree(page(replace(ledger, claims=(*figures, *acts), events=(event,))))
    folds = [one for one in tree.iter("details") if one.getparent().getparent().get("class") == "more fold"]
    assert [fold.find("summary").text for fold in folds] == ["48 further claims", "5 acts"]
    assert [len(list(fold.iter("li"))) for fold in folds] == [48, 5]
    assert all(tree.get_element_by_id(one.id) is not None for one in (*figures, *acts))


def test_a_ledger_of_rejects_alone_says_so(ledger: Holdings) -> None:
    tree = _tree(page(Holdings(rule="default", rejects=ledger.rejects)))
    assert [one.text for one in tree.iter("h1")] == ["No report was read"]
    assert "Each input that could not be read is listed below" in tree.text_content()


def test_an_event_without_day_place_type_or_figures_is_shown(ledger: Holdings) -> None:
    bare = replace(ledger.events[0], date=None, place=None, type=None, figures=(), points=(), actors=(), links=())
    event = _tree(page(replace(ledger, events=(bare,)))).get_element_by_id("event-almar")
    assert event.text_content().count("Not known") == 2
    assert not list(event.iter("rect"))
