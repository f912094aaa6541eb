"""Where a report's happening was, by text, dateline and title."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from twosource.annotate import annotate
from twosource.clean import clean
from twosource.collect import collect
from twosource.config import Limits
from twosource.extract import extract
from twosource.extract.tree import Tree
from twosource.extract.where.whereabouts import main_place
from twosource.model import Report

CASES = [
    ("Two shot in Akron", "Two men were shot at a party on Friday, police said.", "Akron"),
    ("Two shot at party", "AKRON, Ohio — Two men were shot at a party on Friday, police said.", "Akron"),
    ("Akron shooting hurts two", "Two men were shot on Friday. They were driving home to Akron.", "Akron"),
    ("", "Two men from Dayton were shot in Akron on Friday. The driver, Ada Quill, 22, of Toledo, was hurt.", "Akron"),
    ("", "ROSWELL, Ga. — Two men were shot on Friday. Fulton County deputies searched a home in Roswell.", "Roswell"),
    ("", "Two men were shot in Akron on Friday. It happened in the 1200 block of Toledo Avenue.", "Akron"),
    (
        "",
        "Two men were shot in Akron on Friday. It was a bomb, the minister said from Toledo. He spoke in Toledo.",
        "Akron",
    ),
    ("", "Two men were shot on Friday, police said, in Akron.", "Akron"),
    ("", "Two men were shot on Friday, a spokesman said from Toledo.", None),
]


@pytest.fixture(scope="module")
def place_of() -> Callable[[str, str], str | None]:
    """Return the name of the main place of a report with a title and a text."""

    def reading(title: str, text: str) -> str | None:
        report = next(iter(collect([{"id": "1", "title": title, "text": text, "published": "2031-05-07"}], Limits())))
        assert isinstance(report, Report)
        article = clean(report, Limits())
        place = main_place(Tree(article, annotate(article)))
        return place.name if place is not None else None

    return reading


@pytest.mark.parametrize(("title", "text", "name"), CASES, ids=[c[0] + c[1][:40] for c in CASES])
def test_a_happening_is_where_it_is_told_to_be(
    place_of: Callable[[str, str], str | None], title: str, text: str, name: str | None
) -> None:
    assert place_of(title, text) == name


def test_a_namesake_abroad_is_no_place_of_the_story(read: Callable[..., Any]) -> None:
    text = "CHICAGO - Two men were shot on Monday, Chicago police said. A third man was killed near Lourdes in Chicago."
    assert {c.place.country for c in read(text)[2] if c.measure in {"killed", "hit"} and c.place is not None} == {"US"}


def test_nobody_fell_after_the_report_was_published(read: Callable[..., Any]) -> None:
    text = "Two men and two women, all in their 40s, were wounded in Chicago on Monday. On May 9 a vigil is held."
    days = {c.date.latest for c in read(text)[2] if c.measure == "injured" and c.date is not None}
    assert days == {"2031-05-05"}


def test_an_arrest_after_the_happening_has_no_day_of_its_own_unless_one_is_told(read: Callable[..., Any]) -> None:
    text = "Two men were wounded in Akron on Monday. A teenager was arrested. A woman was arrested on Tuesday."
    days = [c.date.latest if c.date else None for c in read(text)[2] if c.measure == "captured"]
    assert days == [None, "2031-05-06"]


def test_a_kidnapping_is_of_the_day_of_the_story(read: Callable[..., Any]) -> None:
    text = "Gunmen killed a guard in Akron on Monday. Five nurses were kidnapped."
    (claim,) = [c for c in read(text)[2] if c.measure == "captured"]
    assert claim.date is not None
    assert claim.date.latest == "2031-05-05"


def test_where_people_meet_is_no_main_place_of_a_report_on_another_country(read: Callable[..., Any]) -> None:
    text = (
        "The Tamil Tigers will attend the summit in Oslo. The senator was murdered. The Tamil Tigers are accused. "
        "Sri Lankan soldiers mourn in Sri Lanka."
    )
    (claim,) = [c for c in read(text)[2] if c.measure == "killed"]
    assert claim.place is not None
    assert claim.place.country == "LK"


def test_a_place_said_with_the_deed_stands_whatever_the_report_is_about(read: Callable[..., Any]) -> None:
    text = "The Tamil Tigers deny it. The senator was murdered in Oslo. The Tamil Tigers and the Tamil Tigers spoke."
    (claim,) = [c for c in read(text)[2] if c.measure == "killed"]
    assert claim.place is not None
    assert claim.place.name == "Oslo"


def test_where_an_accuser_speaks_is_not_where_the_deed_was(read: Callable[..., Any]) -> None:
    text = "Two men were killed in Lima on Monday. A spokesman in Oslo blamed the Peruvian army for the crime."
    (claim,) = [claim for claim in read(text)[2] if claim.pattern == "act: accused"]
    assert claim.place is not None
    assert claim.place.name == "Lima"


@pytest.mark.parametrize(
    "text",
    [
        "Two men were killed in the capital, Nairobi.",
        "Two men were killed in the Kenyan capital Nairobi.",
        "A blast at the Nairobi railway station killed two men.",
        "Gunmen ambushed a bus on a road in Kenya's Nairobi region on Monday, killing two men.",
        "In Kenya's Nairobi area, two men were killed by a bomb, the governor said in Mombasa.",
        "Two men were killed in the port city, Nairobi, on Monday.",
        "Two men were killed at the Paris hotel in Nairobi.",
        "A blast rocked Nairobi, killing two men, the governor said in Mombasa.",
        "The general, a graduate of the Paris college, was killed in Nairobi.",
    ],
)
def test_a_place_may_name_or_hold_what_stands_on_the_ground(read: Callable[..., Any], text: str) -> None:
    (claim,) = [claim for claim in read(text)[2] if claim.measure == "killed"]
    assert claim.place is not None
    assert (claim.place.name, claim.place.precision) == ("Nairobi", "town")


@pytest.mark.parametrize(
    "text", ["Two men were killed in the home of a clerk, Florence.", "Two men were killed at the Toledo trial."]
)
def test_what_names_no_site_is_no_ground(read: Callable[..., Any], text: str) -> None:
    (claim,) = [claim for claim in read(text)[2] if claim.measure == "killed"]
    assert claim.place is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Two men were killed in the village of Orukta, 30 km southwest of Lima, on Monday.", "Orukta"),
        ("Two men were killed in Callao, 20 minutes from Lima, on Monday.", "Callao"),
        ("Two men were killed 30 km southwest of Lima on Monday.", "Lima"),
        ("Two men were killed in the north of Lima on Monday.", "Lima"),
        ("Two men were killed in Peru on Monday, 500 km north of Lima.", "Peru"),
        ("Peru mourns. Two men were killed 500 km north of Lima on Monday.", "Peru"),
        ("Peru mourns. Two men were killed in the village of Orukta on Monday. Peru sent its army to Lima.", "Orukta"),
        ("Two men were killed in Lima. Three men died in the Orukta neighborhood on Monday.", "Lima"),
        ("Two men were shot in Chicago. Three men died on the South Side on Monday.", "Chicago"),
        ("Two men were injured in Lima. Three men were injured and died at a Nairobi hospital on Monday.", "Lima"),
    ],
)
def test_a_place_told_by_another_is_where_it_was(read: Callable[..., Any], text: str, name: str) -> None:
    claim = [claim for claim in read(text)[2] if claim.measure == "killed"][-1]
    assert claim.place is not None
    assert claim.place.name == name


def test_a_village_that_no_gazetteer_knows_is_in_the_country_of_the_story(read: Callable[..., Any]) -> None:
    (claim,) = read("Two men were killed in the village of Orukta, in Peru.")[2]
    assert claim.place is not None
    assert (claim.place.country, claim.place.precision) == ("PE", "country")


@pytest.mark.parametrize(
    "text",
    [
        "In a statement issued in Bogota the guerrillas claimed responsibility for the attack on a bank in Medellin.",
        "Rebels opened fire on a bank in Medellin.",
        "Rebels fired rockets at a bank in Medellin.",
    ],
)
def test_a_deed_is_where_it_was_done(read: Callable[..., Any], text: str) -> None:
    (claim,) = [claim for claim in read(text)[2] if claim.measure == "act"]
    assert claim.place is not None
    assert claim.place.name == "Medellín"


def test_an_act_that_is_no_deed_is_nowhere(read: Callable[..., Any]) -> None:
    (claim,) = [claim for claim in read("In Medellin the rebels signed a treaty.")[2] if claim.measure == "act"]
    assert claim.place is None


ABOUT = "Three priests were killed on Monday. The Peruvian army denied it. Peru mourns."


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("An envoy arrived in Lima.", "Peru"),
        ("The minister announced it in Lima.", "Peru"),
        ("The envoy in Lima wept.", "Lima"),
        ("Soldiers surrounded a church in Quito.", "Peru"),
        ("Soldiers surrounded a church in Lima.", "Lima"),
    ],
)
def test_where_people_only_spoke_or_came_is_no_place_of_a_report_on_a_country(
    read: Callable[..., Any], said: str, name: str
) -> None:
    (claim,) = [claim for claim in read(f"{ABOUT} {said} Trains to Cusco run.")[2] if claim.measure == "killed"]
    assert claim.place is not None
    assert claim.place.name == name


def test_where_somebody_arrived_is_a_place_of_a_local_report(read: Callable[..., Any]) -> None:
    (claim,) = [c for c in read("A woman was shot. Officers arrived in Akron.")[2] if c.measure in {"hit", "injured"}]
    assert claim.place is not None
    assert claim.place.name == "Akron"


@pytest.mark.parametrize(
    ("filed", "name", "precision"),
    [("BAMAKO", "Tin-Velma", "country"), ("TIMBUKTU", "Tin-Velma", "admin1"), ("BAMAKO, Mali", "Tin-Velma", "country")],
)
def test_a_village_that_nobody_knows_is_where_it_was_not_the_capital_that_the_report_was_filed_from(
    read: Callable[..., Any], filed: str, name: str, precision: str
) -> None:
    claims = read(f"{filed} — Five soldiers were killed in a blast in Tin-Velma on Monday, the army of Mali said.")[2]
    (claim,) = [claim for claim in claims if claim.measure == "killed"]
    assert claim.place is not None
    assert (claim.place.name, claim.place.country, claim.place.precision) == (name, "ML", precision)


def test_the_place_told_right_before_counts_more_than_the_capital_in_the_dateline(tmp_path: Path) -> None:
    path = tmp_path / "mali.txt"
    path.write_text(
        "Roadside bomb kills five soldiers in northern Mali\n\n"
        "BAMAKO, May 6, 2031 (VPA) - Five Malian soldiers were killed and three others injured when their vehicle hit "
        "a roadside bomb near the village of Tin-Essako on Monday, the army said in a statement.\n\n"
        "No group immediately claimed responsibility, but jihadists frequently plant explosives in the area.\n\n"
        "On Sunday, gunmen on motorcycles killed at least 14 villagers in Dougouba, in the central region of Mopti, "
        'according to a local official who asked not to be named. "They burned the granaries and took the cattle," he '
        "said, adding that 22 people, among them two women and a baby, were missing.\n\n"
        "The United Nations says more than 600 civilians have been killed in central Mali since January.",
        encoding="utf-8",
    )
    report = next(iter(collect([path], Limits())))
    assert isinstance(report, Report)
    article = clean(report, Limits())
    claim = next(c for c in extract(article, annotate(article))[1] if c.low == 22)
    assert claim.place is not None
    assert claim.place.name == "Mopti"


def test_a_local_outlet_whose_report_names_no_place_puts_it_in_its_surroundings_without_words_for_it() -> None:
    row = {"id": "1", "text": "A boy was shot in the foot.", "url": "http://www.postandcourier.com/news/1"}
    report = next(iter(collect([row], Limits())))
    assert isinstance(report, Report)
    article = clean(report, Limits())
    (place,) = {claim.place for claim in extract(article, annotate(article))[1]}
    assert place is not None
    assert (place.name, place.precision, place.text) == ("Charleston", "admin1", None)
