"""A title is asked only where it tells of people who fell and the text counts none; its own way of telling counts."""

from typing import Any

import pytest

from twosource.config import Settings
from twosource.model import Claim
from twosource.pipeline import run

SILENT = "Police gave no more details on Monday. The market stays closed."


def told(title: str, text: str = SILENT) -> list[Claim]:
    row = {"id": "1", "title": title, "text": text, "published": "2031-05-07"}
    holdings = run([row], Settings(workers=1), lambda _stage, _done: None)
    return [c for c in holdings.claims if c.measure in {"killed", "injured", "hit"}]


TITLES: list[tuple[str, str, int]] = [
    ("Shooting spree leaves 4 wounded in Riva, gunman flees", "injured", 4),
    ("2 Girls, 2 Men Shot At Birthday Party In Riva", "hit", 4),
    ("3 critically injured after Riva shooting", "injured", 3),
    ("Gang member was target, but 2-year-old was shot", "injured", 1),
    ("Three people wounded in Riva market", "injured", 3),
    ("4 injured by gunfire in Riva", "injured", 4),
    ("5 shot in Riva, suspects still at large", "hit", 5),
    ("Teen shot in Riva market, police say", "injured", 1),
    ("Teenager Stabbed To Death In Riva - Riva Courier", "killed", 1),
    ("Woman killed while hunting near Riva", "killed", 1),
]


@pytest.mark.parametrize(("title", "measure", "number"), TITLES, ids=[t[0] for t in TITLES])
def test_a_title_counts_where_the_text_counts_nobody(title: str, measure: str, number: int) -> None:
    assert [(c.measure, c.low) for c in told(title)] == [(measure, number)]


def test_a_title_is_not_read_where_the_text_counts() -> None:
    assert [(c.measure, c.low) for c in told("Nine dead in Riva", "Two people were killed on Monday.")] == [
        ("killed", 2)
    ]


PIECEMEAL = (
    "One woman was shot in Riva on Monday. Three other adults had been shot and drove to a hospital, police said."
)


def test_a_title_that_sums_up_what_the_text_counts_piece_by_piece_is_read() -> None:
    assert ("hit", 4) in [(c.measure, c.low) for c in told("Police: 4 shot in North Riva", PIECEMEAL)]


def test_a_title_of_several_happenings_is_not_read_where_the_text_counts() -> None:
    found = [(c.measure, c.low) for c in told("Nine shot in weekend shootings", PIECEMEAL)]
    assert found
    assert ("hit", 9) not in found


def test_a_title_with_the_toll_of_several_happenings_of_the_text_is_not_read() -> None:
    text = "Five people were shot in separate shootings in Riva on Monday. Police say two men were shot on Elm Road."
    found = [(c.low, c.scope) for c in told("5 people shot in Riva", text) if c.measure == "hit"]
    assert found == [(5, "cumulative"), (2, "event")]


AGREEING = "Six people were wounded at a market in Riva. A hospital said seven people were wounded."


@pytest.mark.parametrize(("title", "marked"), [("Seven wounded in Riva market", [7]), ("Market attacked", [])])
def test_claims_whose_number_the_title_tells_are_marked(title: str, marked: list[int]) -> None:
    assert [c.low for c in told(title, AGREEING) if ", in the title" in c.pattern] == marked


def test_people_shot_by_a_title_that_tells_of_no_death_are_those_the_text_tells_of_as_hurt() -> None:
    (claim,) = told("Six shot at Riva market", "Six people were wounded at a market in Riva.")
    assert claim.pattern.endswith(", in the title")
    (claim, _) = told("Six shot, two killed in Riva", "Six people were wounded at a market in Riva. Two people died.")
    assert not claim.pattern.endswith(", in the title")


@pytest.mark.parametrize("title", ["Police investigate shooting death in Riva", "Market opens in Riva"])
def test_a_title_that_counts_nobody_adds_no_number(title: str) -> None:
    assert not [c for c in told(title) if c.low is not None]


def test_the_quote_stands_in_the_text_of_the_article() -> None:
    row: dict[str, Any] = {
        "id": "1",
        "title": "Three people wounded in Riva",
        "text": SILENT,
        "published": "2031-05-07",
    }
    holdings = run([row], Settings(workers=1), lambda _stage, _done: None)
    (claim,) = [c for c in holdings.claims if c.measure == "injured"]
    (article,) = holdings.articles
    assert claim.span.of(article.text) == claim.quote
    assert article.text.startswith(SILENT)
    assert article.source_of(claim.span) is None
