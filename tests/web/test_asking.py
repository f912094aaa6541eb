"""An address asks a query, and a query makes the address that asks it."""

import pytest
from starlette.requests import Request

from twosource.errors import UsageError
from twosource.model import Query
from twosource.web.asking import asked, query_of
from twosource.web.ways import way


def asking(query: str) -> Request:
    return Request({"type": "http", "query_string": query.encode(), "headers": []})


@pytest.mark.parametrize(
    "query",
    [
        Query(),
        Query(words="market bomb", place="CH", earliest="2031-05-01", latest="2031-05-31"),
        Query(box=(5.5, 45.0, 11.25, 48.0), measure="injured", at_least=0, at_most=9, agreement="echoed"),
        Query(sort="killed", descending=False, rule="acled", actor="Red Column", type="bombing", outlet="The Daily"),
    ],
)
def test_an_address_made_of_a_query_asks_that_query(query: Query) -> None:
    assert query_of(asking(way("", asked(query)).removeprefix("?"))) == query


def test_empty_fields_of_a_form_ask_nothing() -> None:
    assert query_of(asking("words=&at_least=&earliest=&box=&sort=")) == Query()


def test_a_page_is_never_longer_than_the_limit() -> None:
    assert query_of(asking("limit=100000")).limit == 200


@pytest.mark.parametrize("told", ["at_least=-1", "at_least=1.5", "box=a,b,c,d", "sort=x"])
def test_a_field_that_cannot_be_read_is_named(told: str) -> None:
    with pytest.raises(UsageError, match=told.split("=", maxsplit=1)[0].replace("sort", "sort by")):
        query_of(asking(told))
