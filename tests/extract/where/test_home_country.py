"""The country of a report that puts its happening nowhere."""

from collections.abc import Callable
from typing import Any

ABOUT = "The Colombian senator was murdered, the Colombian government said. Colombian officers mourn."


def test_a_happening_put_nowhere_is_in_the_country_the_report_is_about(read: Callable[..., Any]) -> None:
    (claim,) = [c for c in read(ABOUT)[2] if c.measure == "killed"]
    assert claim.place is not None
    assert (claim.place.country, claim.place.precision) == ("CO", "country")


def test_one_mention_is_too_little(read: Callable[..., Any]) -> None:
    (claim,) = [c for c in read("The senator was murdered. A Colombian visitor wept.")[2] if c.measure == "killed"]
    assert claim.place is None


def test_the_only_country_named_is_home_from_its_second_mention_on(read: Callable[..., Any]) -> None:
    text = "The senator was murdered. Colombia said nothing for a day. Then Colombia denied it."
    (claim,) = [c for c in read(text)[2] if c.measure == "killed"]
    assert claim.place is not None
    assert (claim.place.country, claim.place.precision) == ("CO", "country")


def test_a_country_named_beside_another_by_its_government_is_no_home(read: Callable[..., Any]) -> None:
    text = "The senator was murdered. Colombia said nothing for a day. Then Chile denied it."
    (claim,) = [c for c in read(text)[2] if c.measure == "killed"]
    assert claim.place is None


def test_a_place_that_is_told_stands(read: Callable[..., Any]) -> None:
    (claim,) = [c for c in read(ABOUT.replace("murdered", "murdered in Lima"))[2] if c.measure == "killed"]
    assert claim.place is not None
    assert claim.place.country == "PE"


def test_an_army_is_at_home_where_citizens_are_abroad(read: Callable[..., Any]) -> None:
    text = "The senator was murdered. The Colombian army is on alert. A Spanish citizen and a Spanish envoy wept."
    (claim,) = [c for c in read(text)[2] if c.measure == "killed"]
    assert claim.place is not None
    assert claim.place.country == "CO"


def test_who_did_it_does_not_tell_where(read: Callable[..., Any]) -> None:
    text = "Three people were killed. All sources attributed the strikes to Chilean forces. A Chilean airstrike hit."
    (claim,) = [c for c in read(text)[2] if c.measure == "killed"]
    assert claim.place is None


def test_whose_weapon_struck_does_not_tell_where(read: Callable[..., Any]) -> None:
    text = "Three people were killed. A Chilean drone hovered above. They pointed to Chilean forces."
    (claim,) = [c for c in read(text)[2] if c.measure == "killed"]
    assert claim.place is None


def test_a_name_like_a_town_is_no_vote(read: Callable[..., Any]) -> None:
    text = "Three people were killed, among them his mother Florence Haddad. Neighbours wept for Florence Haddad."
    claims = [c for c in read(text)[2] if c.measure == "killed"]
    assert claims
    assert all(claim.place is None for claim in claims)


def test_the_army_of_a_country_that_strikes_is_not_at_home(read: Callable[..., Any]) -> None:
    text = "Three people were killed. A Chilean airstrike hit. The Chilean army and the Chilean government are silent."
    (claim,) = [c for c in read(text)[2] if c.measure == "killed"]
    assert claim.place is None


def test_a_government_told_of_is_no_vote(read: Callable[..., Any]) -> None:
    text = (
        "The senator was murdered. Many wept in Colombia. The U.S. envoy, a U.S. adviser and a U.S. ambassador spoke."
    )
    (claim,) = [c for c in read(text)[2] if c.measure == "killed"]
    assert claim.place is not None
    assert claim.place.country == "CO"


def test_a_town_of_a_country_never_named_is_a_namesake_at_home(read: Callable[..., Any]) -> None:
    text = ABOUT.replace("murdered", "murdered in Escalon") + " Many wept in Medellin."
    (claim,) = [c for c in read(text)[2] if c.measure == "killed"]
    assert claim.place is not None
    assert (claim.place.name, claim.place.country, claim.place.precision) == ("Escalon", "CO", "country")


def test_a_capital_is_told_of_without_its_country(read: Callable[..., Any]) -> None:
    text = ABOUT.replace("murdered", "murdered in Lima") + " Many wept in Medellin."
    (claim,) = [c for c in read(text)[2] if c.measure == "killed"]
    assert claim.place is not None
    assert (claim.place.country, claim.place.precision) != ("CO", "country")


def test_a_town_of_a_country_named_stays_there(read: Callable[..., Any]) -> None:
    text = ABOUT.replace("murdered", "murdered in Escalon") + " The envoy of the United States mourns."
    (claim,) = [c for c in read(text)[2] if c.measure == "killed"]
    assert claim.place is not None
    assert claim.place.country == "US"


def test_a_country_never_named_is_home_to_no_namesake(read: Callable[..., Any]) -> None:
    text = "The driver was murdered in Escalon. Many wept in Sydney, in Melbourne and in Perth."
    (claim,) = [c for c in read(text)[2] if c.measure == "killed"]
    assert claim.place is not None
    assert claim.place.country == "US"


def test_a_people_named_without_a_place_of_theirs_is_at_home_nowhere(read: Callable[..., Any]) -> None:
    text = "The driver was murdered in Chicago. A British singer and a British actor, Britons both, wept."
    (claim,) = [c for c in read(text)[2] if c.measure == "killed"]
    assert claim.place is not None
    assert claim.place.country == "US"


def test_an_armed_group_tells_in_which_country_a_report_is(read: Callable[..., Any]) -> None:
    text = "The senator was murdered. The Tamil Tigers fired from a hill, and the Tamil Tigers fled."
    (claim,) = [c for c in read(text)[2] if c.measure == "killed"]
    assert claim.place is not None
    assert (claim.place.country, claim.place.precision) == ("LK", "country")


def test_a_hospital_named_after_a_country_stands_abroad(read: Callable[..., Any]) -> None:
    text = "Two men were killed. They were taken to the Chilean Hospital. Many wept at the Chilean Hospital."
    (claim,) = [c for c in read(text)[2] if c.measure == "killed"]
    assert claim.place is None


def test_two_towns_of_an_unnamed_country_far_behind_are_namesakes(read: Callable[..., Any]) -> None:
    text = (
        "The Tamil Tigers fired. A driver was murdered in Escalon. A clash in Fresno hurt nobody. "
        "The Tamil Tigers fled. The Tamil Tigers deny it."
    )
    (claim,) = [c for c in read(text)[2] if c.measure == "killed"]
    assert claim.place is not None
    assert (claim.place.name, claim.place.country) == ("Escalon", "LK")


def test_two_towns_of_a_country_never_named_are_namesakes_where_another_has_twice_the_votes(
    read: Callable[..., Any],
) -> None:
    text = "The Tamil Tigers fled. A driver was murdered in Escalon. A clash in Fresno hurt nobody. Tamil Tigers fled."
    (claim,) = [c for c in read(text)[2] if c.measure == "killed"]
    assert claim.place is not None
    assert (claim.place.name, claim.place.country) == ("Escalon", "LK")


def test_a_namesake_abroad_keeps_its_name_beside_the_place_of_the_story(read: Callable[..., Any]) -> None:
    text = "Five men were killed in Kandy, Sri Lanka. A driver was murdered in Escalon. Sri Lanka mourns in Kandy."
    claim = [c for c in read(text)[2] if c.measure == "killed"][-1]
    assert claim.place is not None
    assert (claim.place.name, claim.place.country) == ("Escalon", "LK")
