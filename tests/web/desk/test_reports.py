"""Reports: found in their list, read with their claims in the text, and served as they were received."""

import re
from collections.abc import Callable
from html import unescape

from fastapi.testclient import TestClient

Named = Callable[[str], str]


def _text(page: str) -> str:
    """The words of a page without its markup."""
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", page)).split())


def test_each_mark_leads_to_its_claim_in_full(desk: TestClient, report: Named) -> None:
    page = desk.get(f"/reports/{report('wire')}").text
    ways = re.findall(r'class="ref" href="#(c-[0-9a-f]+)"', page)
    assert ways
    assert all(f'id="{way}"' in page for way in ways)
    card = _text(page.partition('class="claim-cards"')[2].partition("</ol>")[0])
    for told in ("4 killed", "Speaker Police", "Cue “said”", "Stance Asserted", "sure that it says so", "Read by"):
        assert told in card
    assert "In the event" in card


def test_speakers_are_marked_where_they_are_named(desk: TestClient, report: Named) -> None:
    page = desk.get(f"/reports/{report('wire')}").text
    assert '<mark class="speaker">police</mark>' in page


def test_a_copied_sentence_leads_to_the_sentence_it_was_copied_from(desk: TestClient, report: Named) -> None:
    page = desk.get(f"/reports/{report('courier')}").text
    origin = report("wire")
    ways = re.findall(rf'href="/reports/{origin}#(s-\d+-\d+)" data-n="↩" aria-label="([^"]*)"', page)
    assert {label.partition(" from")[0] for _, label in ways} == {"Copied", "Edited"}
    there = desk.get(f"/reports/{origin}").text
    assert all(f'id="{anchor}"' in there for anchor, _ in ways)


def test_what_was_copied_edited_and_added_is_counted(desk: TestClient, report: Named) -> None:
    page = _text(desk.get(f"/reports/{report('courier')}").text)
    assert (
        "It follows the report of wire.example. Of its 5 sentences: 3 word for word, 1 edited and 1 added here." in page
    )
    assert "2 other reports of this ledger follow this one." in _text(desk.get(f"/reports/{report('wire')}").text)


def test_a_title_that_holds_markup_is_text(desk: TestClient, report: Named) -> None:
    for path in (f"/reports/{report('courier')}", "/reports", f"/compare?a={report('wire')}&b={report('courier')}"):
        page = desk.get(path).text
        assert "<script>alert" not in page
        assert "alert(&#39;ran&#39;)" in page


def test_the_original_is_served_as_received_and_rendered_by_no_browser(desk: TestClient, report: Named) -> None:
    answer = desk.get(f"/reports/{report('courier')}/original")
    assert "officials said" in answer.text
    assert answer.headers["content-type"] == "text/plain; charset=utf-8"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert answer.headers["content-disposition"].startswith("inline")
    saved = desk.get(f"/reports/{report('courier')}/original", params={"save": "true"})
    assert saved.headers["content-disposition"].startswith("attachment")
    assert saved.content == answer.content


def test_a_report_that_is_not_held_is_not_found(desk: TestClient, report: Named) -> None:
    for path in ("/reports/r-0123", "/reports/r-0123/original", f"/reports/{report('wire')}?as_of=2001-01-01"):
        assert desk.get(path).status_code == 404
    assert desk.get("/reports/../etc").status_code in {400, 404}


def test_a_claim_is_rejected_from_its_report_and_the_report_says_so(desk: TestClient, report: Named) -> None:
    path = f"/reports/{report('morning')}"
    claim = re.findall(r'id="(c-[0-9a-f]+)"', desk.get(path).text)[0]
    told = {"verb": "reject", "subject": claim, "who": "Ann", "why": "a slip of the pen", "back": f"{path}#{claim}"}
    answer = desk.post("/decisions", data=told)
    assert answer.status_code == 200
    assert answer.url.path == path
    page = _text(desk.get(path).text)
    assert "a slip of the pen" in page
    assert "Rejected" in page


def test_at_a_past_moment_nothing_can_be_decided(desk: TestClient, report: Named) -> None:
    page = desk.get(f"/reports/{report('wire')}", params={"as_of": "2999-01-01"}).text
    assert 'action="/decisions"' not in page
    assert f"/reports/{report('wire')}/original?as_of=2999-01-01" in page


def test_reports_are_found_by_words_outlet_and_claims(desk: TestClient) -> None:
    assert "1 report" in _text(desk.get("/reports", params={"words": "milk"}).text)
    page = _text(desk.get("/reports", params={"outlet": "wire.example"}).text)
    assert "Bomb on tram kills four in Graz" in page
    assert "Talks on milk" not in page
    without = _text(desk.get("/reports", params={"type": "without claims"}).text)
    assert "Talks on milk" in without
    assert "Tram bomb" not in without


def test_the_list_goes_on_from_page_to_page(desk: TestClient) -> None:
    seen: list[str] = []
    path = "/reports?limit=2"
    for _ in range(3):
        page = desk.get(path).text
        seen += re.findall(r'class="title">.*?href="/reports/(r-[0-9a-f]+)"', page)
        path = unescape(next(iter(re.findall(r'href="([^"]*)" rel="next"', page)), "")) + "&limit=2"
    assert len(seen) == len(set(seen)) == 5
    assert path == "&limit=2"


def test_filters_that_fit_nothing_and_an_empty_ledger_say_what_to_do(desk: TestClient, empty_web: TestClient) -> None:
    assert "Clear all filters" in desk.get("/reports", params={"words": "unicorn"}).text
    assert "/add" in empty_web.get("/reports").text
