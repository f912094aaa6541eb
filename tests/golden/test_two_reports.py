"""Two pages that tell of one raid: what an expert reads out of them, point by point."""

import pytest

from twosource import Ledger
from twosource.model import Article, Claim, Event, Figure


@pytest.fixture
def event(pair: Ledger) -> Event:
    (found,) = pair.events
    return found


def _figure(event: Event, measure: str, nationality: str | None = None) -> Figure:
    return next(
        figure
        for figure in event.figures
        if figure.measure == measure and (figure.group.nationality if figure.group else None) == nationality
    )


def _report(pair: Ledger, name: str) -> Article:
    return next(article for article in pair.articles if (article.path or "").endswith(name))


def _claims(pair: Ledger, words: str) -> list[Claim]:
    return [claim for claim in pair.claims if words in claim.quote]


def test_both_reports_tell_of_one_event_with_day_and_place(pair: Ledger, event: Event) -> None:
    assert set(event.reports) == {article.id for article in pair.articles}
    assert event.date is not None
    assert (event.date.earliest, event.date.latest, event.date.precision) == ("2031-05-03", "2031-05-03", "day")
    assert event.place is not None
    assert (event.place.name, event.place.country) == ("Akureyri", "IS")
    assert event.place.latitude == pytest.approx(65.68, abs=0.1)
    assert event.place.longitude == pytest.approx(-18.1, abs=0.1)


def test_two_outlets_with_one_speaker_are_one_voice(event: Event) -> None:
    figure = _figure(event, "killed", "NO")
    assert (figure.low, figure.best, figure.high) == (17, 17, 17)
    assert (figure.agreement, figure.voices, len(figure.outlets)) == ("echoed", 1, 2)
    assert figure.speakers == ("Norwegian government",)


def test_the_total_has_no_upper_bound_where_a_government_admits_deaths_without_a_count(event: Event) -> None:
    total = _figure(event, "killed")
    assert (total.group, total.low, total.best, total.high) == (None, 17, 17, None)
    admitted = _figure(event, "killed", "IS")
    assert (admitted.low, admitted.best, admitted.high, admitted.agreement) == (None, None, None, "unresolved")
    assert admitted.speakers == ("Icelandic government",)


def test_no_death_on_our_side_is_a_claim_of_none_for_the_speakers_side(pair: Ledger, event: Event) -> None:
    (claim,) = _claims(pair, "No death on our side")
    assert (claim.low, claim.high) == (0, 0)
    assert claim.speaker is not None
    assert claim.speaker.name == "Lars Tornkvist"
    assert _figure(event, "killed", "SE").best == 0


def test_yesterday_in_a_speech_counts_from_the_day_of_the_speech(pair: Ledger) -> None:
    (claim,) = _claims(pair, "A lot of Norwegians were killed")
    assert (claim.low, claim.high) == (None, None)
    assert claim.said is not None
    assert claim.said.earliest == "2031-05-04"
    assert claim.date is not None
    assert (claim.date.earliest, claim.date.latest) == ("2031-05-03", "2031-05-03")


def test_a_weekend_is_a_range_of_two_days(pair: Ledger) -> None:
    second = _report(pair, "second.txt")
    (layers,) = [layers for layers in pair.annotations if layers.report == second.id]
    (weekend,) = [time for time in layers.times if "weekend" in time.text]
    assert (weekend.earliest, weekend.latest) == ("2031-05-03", "2031-05-04")


def test_a_named_captive_and_his_wife_are_two(event: Event) -> None:
    captured = _figure(event, "captured")
    assert (captured.low, captured.best, captured.high) == (2, 2, 2)


def test_what_both_tell_is_one_point_of_both(event: Event) -> None:
    points = [point for point in event.points if "two days of national mourning" in point.text]
    assert [set(point.reports) for point in points] == [set(event.reports)]


def test_what_one_tells_is_a_point_of_that_one(pair: Ledger, event: Event) -> None:
    points = [point for point in event.points if "20–40%" in point.text]
    assert [point.reports for point in points] == [(_report(pair, "first.txt").id,)]


def test_every_quotation_has_its_speaker(pair: Ledger) -> None:
    said = {
        "an act of piracy": "Ragnhild Osterdal",
        "A lot of Norwegians were killed yesterday. No death on our side": "Lars Tornkvist",
        "All the guards of the governor were Norwegians": "Stellan Bragevik",
    }
    direct = [statement for statement in pair.statements if statement.direct]
    assert {
        (words, statement.speaker.name)
        for words in said
        for statement in direct
        if words in statement.quote and statement.speaker is not None
    } == set(said.items())
    assert all(any(words in statement.quote for words in said) for statement in direct)


def test_the_origin_is_read_where_a_report_names_it(pair: Ledger) -> None:
    agencies = {name: [c.agency for c in _report(pair, name).credits] for name in ("first.txt", "second.txt")}
    assert agencies == {"first.txt": [], "second.txt": ["ap"]}


def test_history_and_shares_start_no_figure(pair: Ledger, event: Event) -> None:
    numbers = {value for figure in event.figures for value in (figure.low, figure.best, figure.high)}
    assert not numbers & {1718, 20, 40}
    assert not _claims(pair, "1718")


def test_the_pages_tell_their_days(pair: Ledger) -> None:
    assert _report(pair, "first.txt").modified == "2031-05-06"
    assert _report(pair, "second.txt").published == "2031-05-08"
    assert _report(pair, "second.txt").dateline == "OSLO"


@pytest.mark.parametrize(
    "words",
    ["You are currently viewing", "Sharing articles", "jhgfdhgtjsk", "Post last modified", "See also", "Similar Posts",
     "Rate this post", "Leave a Comment", "Subscribe to trusted", "Killed It on Stage"],
)  # fmt: skip
def test_furniture_is_set_aside_and_told(pair: Ledger, words: str) -> None:
    assert not [article for article in pair.articles if words in article.text]
    assert not _claims(pair, words)
    assert all(part.reason and part.start < part.end for article in pair.articles for part in article.discarded)
    assert sum(len(article.discarded) for article in pair.articles) >= 10
