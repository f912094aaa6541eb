"""Fetched pages in a kept ledger: held once, with address and time, and not asked for again."""

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from tests.collect.conftest import SmallWeb, answer, small_web

from twosource import Settings, keeping
from twosource.keeping import Stamp
from twosource.model import Holdings

Build = Callable[[Mapping[str, bytes]], SmallWeb]
SITE = "https://news.example"
FEED = (
    "<rss><channel><item><link>/1</link><pubDate>Tue, 06 May 2031 10:00:00 GMT</pubDate></item>"
    "<item><link>/gone</link></item></channel></rss>"
)
PAGE = "<html><body><h1>Bomb in Bern</h1><p>Police said two people were killed on Monday in Bern.</p></body></html>"

__all__ = ["small_web"]


def silent(_stage: str, _done: int) -> None:
    """Tell nobody."""


@pytest.fixture
def web(small_web: Build) -> SmallWeb:  # the fixture above
    return small_web(
        {f"{SITE}/feed": answer(FEED.encode(), content_type="application/rss+xml"), f"{SITE}/1": answer(PAGE.encode())}
    )


def run(store: Path, stamp: Stamp, web: SmallWeb, settings: Settings | None = None) -> Holdings:
    told = replace(stamp, fetch=web.visitor())
    return keeping.run_into([f"{SITE}/feed"], str(store), settings or Settings(workers=1), silent, told)


def test_a_page_from_a_feed_is_held_with_its_citation_and_dated_by_the_feed(
    tmp_path: Path, stamp: Stamp, web: SmallWeb
) -> None:
    found = run(tmp_path / "ledger.db", stamp, web)
    (article,) = found.articles
    fields = {name: json.loads(text) for name, text in article.fields}
    assert (article.url, article.published) == (f"{SITE}/1", "2031-05-06T10:00:00+00:00")
    assert fields["retrieved"] == "2031-05-07T10:00:00+00:00"
    assert [reject.source for reject in found.rejects] == [f"{SITE}/gone"]
    assert found.events[0].date is not None
    assert found.events[0].date.earliest == "2031-05-05"


def test_a_later_run_asks_the_feed_again_and_the_page_not(tmp_path: Path, stamp: Stamp, web: SmallWeb) -> None:
    first = run(tmp_path / "ledger.db", stamp, web)
    second = run(tmp_path / "ledger.db", stamp, web)
    assert web.asked.count(f"{SITE}/feed") == 2
    assert web.asked.count(f"{SITE}/1") == 1
    assert second == first


def test_a_page_that_changed_is_a_further_report_where_it_is_fetched_again(
    tmp_path: Path, stamp: Stamp, web: SmallWeb
) -> None:
    run(tmp_path / "ledger.db", stamp, web)
    web.answers[f"{SITE}/1"] = answer(PAGE.replace("two", "three").encode())
    found = run(tmp_path / "ledger.db", stamp, web, Settings(workers=1, refetch=True))
    assert len(found.articles) == 2


def test_a_run_that_stopped_does_not_ask_again_for_what_it_had_read(
    tmp_path: Path, stamp: Stamp, web: SmallWeb
) -> None:
    def stopped(stage: str, _done: int) -> None:
        if stage == "linking":
            raise KeyboardInterrupt

    web.answers[f"{SITE}/gone"] = answer(PAGE.replace("two", "nine").replace("Bern", "Oruro").encode())
    store = tmp_path / "ledger.db"
    at_once = pytest.MonkeyPatch()
    at_once.setattr("twosource.keeping.run.AT_ONCE", 1)
    with pytest.raises(KeyboardInterrupt):
        keeping.run_into(
            [f"{SITE}/feed"], str(store), Settings(workers=1), stopped, replace(stamp, fetch=web.visitor())
        )
    at_once.undo()
    found = run(store, stamp, web)
    assert web.asked.count(f"{SITE}/1") == 1
    assert len(found.articles) == 2
