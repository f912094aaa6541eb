"""The one door for Python: what goes in, the typed records that come out, and the way back from each of them."""

from pathlib import Path

import pandas as pd
import polars as pl
import pytest

import twosource
from twosource import Ledger, Settings, UsageError, api, collect
from twosource.annotate.parse import load_parser
from twosource.annotate.place.gazetteer import load_gazetteer
from twosource.keeping import Draft
from twosource.model import Article, Claim, CopyGroup, Event, Figure, Query, Reject, Statement
from twosource.ontology.rule import rule_names

TABLES = ("reports", "statements", "claims", "events", "copies", "rejects", "annotations")
ROW = {
    "id": "a-1",
    "url": "https://courier.example/bern",
    "title": "Bomb in Bern",
    "published": "2031-05-06",
    "desk": {"name": "world", "rank": 2},
    "text": "Police said on Tuesday that two people were killed when a bomb went off in Bern on Monday.",
}
OTHER = {"id": "a-2", "published": "2031-09-02", "text": "Nine miners died in Oruro on Monday, the mayor said."}


def test_rows_become_typed_records() -> None:
    ledger = twosource.run([ROW, OTHER, {"id": "a-3"}])
    kinds = {
        Article: ledger.articles,
        Statement: ledger.statements,
        Claim: ledger.claims,
        Event: ledger.events,
        Reject: ledger.rejects,
        Figure: tuple(figure for event in ledger.events for figure in event.figures),
    }
    for kind, records in kinds.items():
        assert records
        assert all(isinstance(record, kind) for record in records)


def test_copies_are_typed_records(examples_ledger: Ledger) -> None:
    assert examples_ledger.copies
    assert all(isinstance(group, CopyGroup) for group in examples_ledger.copies)


def test_a_row_keeps_what_it_told() -> None:
    (article,) = twosource.run([ROW]).articles
    assert (article.input_id, article.url, article.published) == ("a-1", ROW["url"], "2031-05-06")
    assert article.text == ROW["text"]
    assert dict(article.fields) == {"desk": '{"name": "world", "rank": 2}'}


def test_paths_and_rows_may_stand_side_by_side(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text("Mine collapses near Oruro\n\nNine miners died near Oruro on Monday, the mayor said.\n")
    both: list[list[collect.Input]] = [[page, ROW], [str(page), ROW], [ROW, tmp_path]]
    for inputs in both:
        assert len(twosource.run(inputs).articles) == 2


def test_inputs_may_come_from_a_stream() -> None:
    assert len(twosource.run(row for row in (ROW, OTHER)).articles) == 2


def test_no_inputs_give_an_empty_ledger(tmp_path: Path) -> None:
    ledger = twosource.run([])
    assert (ledger.articles, ledger.events, ledger.rejects) == ((), (), ())
    assert ledger.write(tmp_path).is_file()
    assert Ledger.read(tmp_path).holdings == ledger.holdings


def test_one_event_joins_all_inputs() -> None:
    assert len(twosource.run([ROW, OTHER]).events) == 2
    (event,) = twosource.run([ROW, OTHER], one_event=True).events
    assert len(event.reports) == 2
    (event,) = twosource.run([ROW, OTHER], settings=Settings(one_event=True)).events
    assert len(event.reports) == 2


def test_annotations_are_kept_only_where_asked_for() -> None:
    assert twosource.run([ROW]).annotations == ()
    for ledger in (twosource.run([ROW], annotations=True), twosource.run([ROW], settings=Settings(annotations=True))):
        (layers,) = ledger.annotations
        text = ledger.articles[0].text
        assert layers.report == ledger.articles[0].id
        assert [number.span.of(text) for number in layers.numbers] == ["two"]
        assert [(time.text, time.earliest) for time in layers.times] == [
            ("Tuesday", "2031-05-06"),
            ("Monday", "2031-05-05"),
        ]
        assert [(place.place.name, place.place.country) for place in layers.places] == [("Bern", "CH")]


@pytest.mark.parametrize("rule", rule_names())
def test_every_rule_marks_every_figure(rule: str) -> None:
    ledger = twosource.run([ROW, OTHER], settings=Settings(rule=rule))
    assert ledger.rule == rule
    assert {figure.rule for event in ledger.events for figure in event.figures} == {rule}


def test_wrong_calls_say_what_would_do(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="choose one of: acled"):
        twosource.run([ROW], settings=Settings(rule="guess"))
    with pytest.raises(UsageError, match="no such file or folder"):
        twosource.run([tmp_path / "missing"])
    with pytest.raises(UsageError, match="put the one input into brackets"):
        twosource.run("page.txt")
    with pytest.raises(UsageError, match="a path or a row, not a int"):
        twosource.run([7])  # type: ignore[list-item]
    with pytest.raises(UsageError, match=r"holds no claims\.jsonl"):
        Ledger.read(tmp_path)
    with pytest.raises(UsageError, match="no such ledger"):
        Ledger.open(tmp_path / "missing.db")
    with pytest.raises(AttributeError, match="no attribute 'missing'"):
        twosource.missing  # noqa: B018 - the access itself is tested


def test_an_opened_ledger_stays_as_it_is_when_something_is_decided(tmp_path: Path) -> None:
    api.keep([ROW, OTHER], tmp_path / "ledger.db", Settings(), lambda _stage, _done: None)
    ledger = Ledger.open(tmp_path / "ledger.db")
    note = Draft(verb="note", subjects=(ledger.find(Query()).entries[0].id,), who="ann", why="seen", value="x")
    decided = ledger.decide([note])
    assert ledger.judgements == ()
    assert [one.status for one in decided.judgements] == ["in force"]
    part = decided.only(decided.events[0].id)
    assert part.events == decided.events[:1]


@pytest.mark.parametrize("library", ["pandas", "polars"])
@pytest.mark.parametrize("table", TABLES)
def test_every_table_is_a_frame_in_its_published_columns(examples_ledger: Ledger, table: str, library: str) -> None:
    frame = examples_ledger.frame(table, "polars" if library == "polars" else "pandas")
    assert isinstance(frame, pl.DataFrame if library == "polars" else pd.DataFrame)
    held = {
        "reports": examples_ledger.articles,
        "statements": examples_ledger.statements,
        "claims": examples_ledger.claims,
        "events": examples_ledger.events,
        "copies": examples_ledger.copies,
        "rejects": examples_ledger.rejects,
        "annotations": examples_ledger.annotations,
    }[table]
    assert len(frame) == len(held)
    if table != "annotations":
        assert list(frame["id"]) == [record.id for record in held]  # type: ignore[attr-defined]


def test_a_table_that_is_none_is_refused_with_those_there_are(examples_ledger: Ledger) -> None:
    with pytest.raises(UsageError, match="there are: reports, statements"):
        examples_ledger.frame("people")


def test_an_empty_table_is_an_empty_frame() -> None:
    for library in ("pandas", "polars"):
        assert len(twosource.run([]).frame("claims", "polars" if library == "polars" else "pandas")) == 0


def test_every_figure_is_explained_by_its_claims(examples_ledger: Ledger) -> None:
    figures = [figure for event in examples_ledger.events for figure in event.figures]
    assert len(figures) > 20
    for figure in figures:
        found = examples_ledger.explain(figure.id)
        assert found.figure == figure
        assert found.event is not None
        assert figure in found.event.figures
        assert tuple(one.claim.id for one in found.claims_for) == figure.claims_for
        assert tuple(one.claim.id for one in found.claims_against) == figure.claims_against


def test_every_claim_is_traced_to_its_article(examples_ledger: Ledger) -> None:
    for claim in examples_ledger.claims:
        found = examples_ledger.explain(claim.id)
        (one,) = found.claims_for
        assert (one.claim, one.article.id) == (claim, claim.report)
        assert claim.span.of(one.article.text) == claim.quote
        assert (one.statement.id if one.statement else None) == claim.statement
        assert one.source is not None


def test_an_explanation_gives_the_characters_of_the_file_itself(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text(
        "Share this\n\nMine collapses near Oruro\n\nNine miners died near Oruro on Monday, the mayor said.\n"
    )
    ledger = twosource.run([page])
    claim = next(claim for claim in ledger.claims if claim.measure == "killed")
    (one,) = ledger.explain(claim.id).claims_for
    assert one.source is not None
    assert one.source.of(page.read_text()) == claim.quote


def test_an_id_of_none_is_refused(examples_ledger: Ledger) -> None:
    with pytest.raises(UsageError, match="no figure or claim"):
        examples_ledger.explain("nothing")
    with pytest.raises(UsageError, match="figures and claims in this ledger begin so"):
        examples_ledger.explain("")


def test_what_is_written_is_read_back(examples_ledger: Ledger, tmp_path: Path) -> None:
    examples_ledger.write(tmp_path)
    again = Ledger.read(tmp_path)
    for name in ("articles", "statements", "claims", "events", "copies", "rejects", "rule"):
        assert getattr(again, name) == getattr(examples_ledger, name), name
    assert again.summary() == examples_ledger.summary()


def test_keeping_tells_its_progress(tmp_path: Path) -> None:
    told: list[tuple[str, int]] = []
    api.keep([ROW, OTHER], tmp_path / "ledger.db", Settings(), lambda stage, done: told.append((stage, done)))
    assert [one for one in told if one[0] == "reading"] == [("reading", 1), ("reading", 2)]
    assert {"copies", "linking"} <= {stage for stage, _ in told}


def test_many_small_runs_load_the_models_once() -> None:
    twosource.run([ROW])
    before = load_parser.cache_info().misses, load_gazetteer.cache_info().misses
    for number in range(200):
        (event,) = twosource.run([ROW | {"id": str(number)}]).events
        assert event.figures[0].best == 2
    assert (load_parser.cache_info().misses, load_gazetteer.cache_info().misses) == before == (1, 1)


def test_the_rules_are_told_with_their_titles() -> None:
    assert [name for name, _ in api.rules()] == list(rule_names())
    assert all(title for _, title in api.rules())


def test_the_example_of_the_documentation_holds() -> None:
    row = {"id": "1", "published": "2031-05-06", "text": "Police said three people were killed in Bern."}
    assert twosource.run([row]).events[0].figures[0].best == 3
