"""The stages joined: what passes from one to the next, what is set aside, what a kept ledger adds."""

from pathlib import Path

from twosource import collect, keeping, pipeline
from twosource.config import Limits, Settings
from twosource.lang.reading import lexicon
from twosource.model import Report

BOMB = {
    "id": "1",
    "published": "2031-05-06",
    "text": "Two people were killed by a bomb in Bern on Monday, police said.",
}
MINE = {"id": "2", "published": "2031-09-02", "text": "Nine miners died in Oruro on Monday, the mayor said."}
MORNING, EVENING = "2031-10-01T08:00:00Z", "2031-10-01T20:00:00Z"


def at(moment: str) -> keeping.Stamp:
    """A clock that stands still, and a version of the program."""
    return keeping.Stamp(lambda: moment, "1.0")


def silent(_stage: str, _done: int) -> None:
    """Tell nobody."""


def test_stages_are_told_in_their_order() -> None:
    told: list[str] = []
    pipeline.run([BOMB, MINE], Settings(), lambda stage, _done: told.append(stage))
    assert list(dict.fromkeys(told)) == ["collecting", "reading", "copies", "linking"]


def test_every_claim_of_an_event_points_at_it_and_back() -> None:
    holdings = pipeline.run([BOMB, MINE], Settings(), silent)
    for event in holdings.events:
        assert {claim.id for claim in holdings.claims if claim.event == event.id} == set(event.claims)
        assert all(figure.event == event.id for figure in event.figures)
        assert {claim.report for claim in holdings.claims if claim.id in event.claims} <= set(event.reports)


def test_a_report_that_cannot_be_cleaned_is_a_reject_with_its_hash() -> None:
    page = {"id": "deep", "html": "<div>" * 50 + "Two people were killed."}
    holdings = pipeline.run([page, BOMB], Settings(limits=Limits(markup_depth=20)), silent)
    (reject,) = holdings.rejects
    assert (reject.stage, reject.reason, reject.source) == ("clean", "too deep", "deep")
    assert reject.report is not None
    assert reject.sha256 is not None
    assert len(holdings.articles) == 1


def test_a_report_without_an_article_needs_nothing_of_the_later_stages() -> None:
    report = Report(id="r-1", sha256="0", content=b"<div>" * 50, form="html")
    one = pipeline.read(report, Settings(limits=Limits(markup_depth=20)))
    assert (one.reading.article, one.accounts, one.fingerprint) == (None, (), None)


def test_a_report_that_the_ledger_holds_is_not_read_again(tmp_path: Path) -> None:
    store, told = str(tmp_path / "ledger.db"), list[int]()
    keeping.run_into([BOMB], store, Settings(), silent, at(MORNING))
    keeping.run_into(
        [BOMB, MINE], store, Settings(), lambda stage, n: told.append(n) if stage == "reading" else None, at(EVENING)
    )
    assert told == [1, 2]
    assert len(keeping.kept(store).articles) == 2


def test_any_past_state_can_be_asked_for(tmp_path: Path) -> None:
    store = str(tmp_path / "ledger.db")
    first = keeping.run_into([BOMB], store, Settings(), silent, at(MORNING))
    second = keeping.run_into([MINE], store, Settings(), silent, at(EVENING))
    assert keeping.kept(store, "2031-10-01T12:00:00Z") == first
    assert keeping.kept(store) == second
    assert keeping.kept(store, "2031-09-01T00:00:00Z").articles == ()


def test_a_new_report_joins_an_event_of_an_earlier_run(tmp_path: Path) -> None:
    store = str(tmp_path / "ledger.db")
    later = {
        "id": "3",
        "published": "2031-05-07",
        "text": "The hospital said two people were killed when a bomb exploded in Bern on Monday.",
    }
    keeping.run_into([BOMB], store, Settings(), silent, at(MORNING))
    (event,) = keeping.run_into([later], store, Settings(), silent, at(EVENING)).events
    figure = next(figure for figure in event.figures if figure.measure == "killed" and figure.group is None)
    assert (len(event.reports), figure.best, figure.agreement, figure.voices) == (2, 2, "corroborated", 2)


def test_word_lists_are_loaded_before_the_first_report_is_read() -> None:
    pipeline.load()
    before = lexicon.cache_info().misses
    (report,) = (one for one in collect.collect([BOMB], Limits()) if isinstance(one, Report))
    assert len(pipeline.read(report, Settings()).reading.claims) == 1
    assert lexicon.cache_info().misses == before
