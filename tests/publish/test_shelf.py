"""Records are found and named; only addresses that can run nothing are followed."""

import pytest

from twosource.model import Holdings
from twosource.publish.shelf import anchor, by_size, safe_link, shelf


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        " javascript:alert(1)",
        "java\nscript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "//example.org",
        "https://",
        "https://[broken",
        "http://a.example/\x00",
        "https:\\\\a.example",
        None,
        "",
    ],
)
def test_an_address_that_is_not_plainly_of_the_web_is_not_followed(url: str | None) -> None:
    assert safe_link(url) is None


@pytest.mark.parametrize("url", ["http://a.example", "HTTPS://a.example/x?y=<b>&z='q'#f"])
def test_a_web_address_is_followed_as_it_is(url: str) -> None:
    assert safe_link(url) == url


def test_an_anchor_holds_safe_signs_only() -> None:
    assert anchor('claim-1"><b>') == "claim-1___b_"


def test_the_event_that_most_reports_tell_of_comes_first(ledger: Holdings) -> None:
    assert [event.id for event in by_size(reversed(ledger.events))] == ["event-almar", "event-hills"]


def test_claims_are_numbered_in_the_order_they_are_read(ledger: Holdings) -> None:
    held = shelf(ledger)
    read = [claim for report in held.reports for claim in held.claims_of[report.id]]
    assert [held.numbers[claim.id] for claim in read] == list(range(1, len(read) + 1))
