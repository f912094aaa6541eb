"""The day that most reports bear."""

from dataclasses import replace

from twosource.link.when import about_publication, combined_date, likely_day
from twosource.model import Claim, DateRange, Span
from twosource.model.claim import Measure


def claim(earliest: str, latest: str | None = None, measure: Measure = "killed", scope: str = "event") -> Claim:
    when = DateRange(earliest=earliest, latest=latest or earliest, precision="day" if latest is None else "range")
    name = f"{earliest}{latest}{measure}"
    return Claim(
        id=name, report="r", measure=measure, span=Span(0, 1), quote="x", stance="asserted", pattern="t",
        date=when, scope=scope,
    )  # fmt: skip


def test_a_weekend_and_a_saturday_give_the_saturday() -> None:
    found = combined_date([[claim("2026-01-03", "2026-01-04")], [claim("2026-01-03")]])
    assert found == DateRange(earliest="2026-01-03", latest="2026-01-03", precision="day")


def test_a_range_alone_keeps_its_precision() -> None:
    found = combined_date([[claim("2026-01-03", "2026-01-04")]])
    assert found == DateRange(earliest="2026-01-03", latest="2026-01-04", precision="range")


def test_overlapping_ranges_give_what_they_share() -> None:
    found = combined_date([[claim("2026-01-01", "2026-01-05")], [claim("2026-01-04", "2026-01-08")]])
    assert found is not None
    assert (found.earliest, found.latest, found.precision) == ("2026-01-04", "2026-01-05", "range")


def test_contradictory_days_give_the_one_more_reports_tell() -> None:
    found = combined_date([[claim("2026-01-03")], [claim("2026-01-04")], [claim("2026-01-04")]])
    assert found is not None
    assert found.earliest == "2026-01-04"


def test_the_day_of_the_deaths_counts_more_than_the_day_of_the_mourning() -> None:
    mourning = [claim("2026-01-06", measure="act")]
    found = combined_date([[claim("2026-01-03"), *mourning], mourning])
    assert found is not None
    assert found.earliest == "2026-01-03"


def test_an_answer_to_a_deed_has_no_day_for_it() -> None:
    mourning = claim("2026-01-06", measure="act")
    undated = replace(claim("2026-01-03"), date=None)
    assert combined_date([[undated, mourning]]) is None
    alone = combined_date([[mourning]])
    assert alone is not None
    assert alone.earliest == "2026-01-06"


def test_history_has_no_say() -> None:
    assert combined_date([[claim("1961-04-17", scope="historical")]]) is None


def test_undated_claims_give_no_day() -> None:
    assert combined_date([]) is None
    assert combined_date([[]]) is None


def test_without_claims_the_day_most_named_shortly_before_publication_is_likely() -> None:
    reports = [("2026-01-05", ["2026-01-03", "2025-03-01"]), ("2026-01-06", ["2026-01-03", "2026-01-05"])]
    found = likely_day(reports)
    assert found is not None
    assert found.earliest == "2026-01-03"


def test_without_publication_or_named_days_no_day_is_likely() -> None:
    assert likely_day([(None, ["2026-01-03"])]) is None
    assert likely_day([("2026-01-05", ["--01-03", "2024-01-01"])]) is None


def test_what_no_report_dates_was_on_the_first_day_of_publication_or_the_day_before() -> None:
    found = about_publication([None, "2031-05-09", "2031-05-07"])
    assert found is not None
    assert (found.earliest, found.latest, found.precision) == ("2031-05-06", "2031-05-07", "range")
    assert about_publication([None]) is None
