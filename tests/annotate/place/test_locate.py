"""Places are found, told apart, and told from governments and persons."""

import time
from itertools import pairwise

import pytest

from twosource.annotate.place.context import Mention, PlaceContext, country_of_address
from twosource.annotate.place.locate import find_places, locate
from twosource.model import Span, Toponym

HERE = PlaceContext()


def _mention(text: str, name: str, label: str = "GPE", *, dep: str = "", head: str = "") -> Mention:
    start = text.index(name)
    return Mention(span=Span(start, start + len(name)), label=label, dep=dep, head=head)


def _found(text: str, *mentions: Mention, context: PlaceContext = HERE) -> dict[str, Toponym]:
    return {t.span.of(text): t for t in find_places(text, mentions, context)}


def test_a_place_has_coordinates_country_and_wording() -> None:
    text = "The blast hit Caracas."
    place = _found(text, _mention(text, "Caracas"))["Caracas"].place
    assert (place.name, place.country, place.precision, place.text) == ("Caracas", "VE", "town", "Caracas")
    assert place.latitude == pytest.approx(10.49, abs=0.1)
    assert place.geonames_id == 3646738


@pytest.mark.parametrize(
    ("text", "name", "admin1"),
    [
        ("Two men died in Springfield, Ohio, on Friday.", "Springfield", "Ohio"),
        ("Two men died in Springfield, Ill., on Friday.", "Springfield", "Illinois"),
        ("Two men died in Springfield in Massachusetts.", "Springfield", "Massachusetts"),
        ("A fire broke out in the Texas town of Paris.", "Paris", "Texas"),
        ("A fire broke out in Paris.", "Paris", "Île-de-France"),
        ("Shots were fired in Birmingham, Alabama.", "Birmingham", "Alabama"),
    ],
)
def test_a_container_tells_towns_of_one_name_apart(text: str, name: str, admin1: str) -> None:
    assert _found(text, _mention(text, name))[name].place.admin1 == admin1


@pytest.mark.parametrize(
    ("text", "name", "meant"),
    [
        ("DOUGLAS, Ga. (AP) — Two men were shot on Sunday.", "DOUGLAS", ("Douglas", "town")),
        ("Two men were shot in Douglas, Ga., on Sunday.", "Douglas", ("Douglas", "town")),
        ("Two men were shot in Douglas County, Ga., on Sunday.", "Douglas County", ("Douglas County", "admin2")),
    ],
)
def test_a_bare_name_is_the_town_and_no_county(text: str, name: str, meant: tuple[str, str]) -> None:
    place = _found(text, _mention(text, name))[name].place
    assert (place.name, place.precision, place.admin1) == (*meant, "Georgia")


def test_a_dateline_is_one_name_whatever_is_tagged_in_it() -> None:
    text = "WINTER HAVEN, Fla. (AP) — Two men were shot on Sunday."
    found = _found(text, _mention(text, "HAVEN"))
    assert found["WINTER HAVEN"].place.admin1 == "Florida"
    assert "HAVEN" not in found


def test_other_places_of_the_report_tell_a_name_apart() -> None:
    text = "Police from Atlanta and Macon met in Athens. Athens lies north of Augusta."
    places = locate(text, [Span(text.index(n), text.index(n) + len(n)) for n in ("Atlanta", "Macon", "Athens")], HERE)
    assert [place.country for place in places if place] == ["US", "US", "US"]


def test_a_name_has_one_sense_in_a_report() -> None:
    text = "Lebanon, Tenn. - Officers searched a home. Neighbours in Lebanon heard shots."
    found = find_places(text, [_mention(text, "Lebanon")], HERE)
    assert {t.place.country for t in found if t.span.of(text) == "Lebanon"} == {"US"}


def test_a_list_of_counties_names_counties() -> None:
    text = "Storms crossed Clarke, Madison and Oconee counties in Georgia."
    spans = [Span(text.index(n), text.index(n) + len(n)) for n in ("Clarke", "Madison", "Oconee")]
    found = [place for place in locate(text, spans, HERE) if place]
    assert [(place.kind, place.admin1) for place in found] == [("admin2", "Georgia")] * 3


def test_a_county_is_read_with_what_it_is_called() -> None:
    text = "A man was shot in Terrebonne Parish on Monday."
    (place,) = (found.place for found in _found(text, _mention(text, "Terrebonne")).values())
    assert (place.name, place.admin1) == ("Terrebonne Parish", "Louisiana")


def test_the_outlets_country_helps() -> None:
    text = "A man was hurt in Boston."
    spans = [Span(18, 24)]
    here, there = (locate(text, spans, PlaceContext(url=url))[0] for url in (None, "https://paper.example.co.uk/a"))
    assert here is not None
    assert here.admin1 == "Massachusetts"
    assert there is not None


@pytest.mark.parametrize(
    ("url", "iso"),
    [("https://a.example.co.uk/x", "GB"), ("http://a.example.ca", "CA"), ("https://a.example.com", None), (None, None)],
)
def test_country_of_an_address(url: str | None, iso: str | None) -> None:
    assert country_of_address(url) == iso


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("HAVANA — A storm came.", "HAVANA"),
        ("DAYTON, Ohio (WXYZ) – A man was shot.", "DAYTON"),
        ("Rescuers dug through the night in Khan Younis.", "Khan Younis"),
        ("The plane landed in Denver, Colorado, at noon.", "Colorado"),
        ("REBELS SHELLED A BARRACKS IN SAN SALVADOR LAST NIGHT, AND THE ARMY OF EL SALVADOR REPLIED.", "SAN SALVADOR"),
        ("REBELS SHELLED A BARRACKS IN SAN SALVADOR LAST NIGHT, AND THE ARMY OF EL SALVADOR REPLIED.", "EL SALVADOR"),
    ],
)
def test_places_that_no_recogniser_marked_are_found(text: str, name: str) -> None:
    assert name in _found(text)


@pytest.mark.parametrize("text", ["Talks resume in May.", "It passed in Congress.", "He arrived on Monday to Hope."])
def test_months_and_parliaments_are_no_places(text: str) -> None:
    assert _found(text) == {}


def test_persons_and_bodies_are_no_places() -> None:
    text = "Carla Washington said no. Washington left early. Paris Holdings denied it."
    person, body = _mention(text, "Carla Washington", "PERSON"), _mention(text, "Paris Holdings", "ORG")
    again = Mention(span=Span(26, 36), label="GPE")
    assert _found(text, person, again, body) == {}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Havana denounced the raid.", "Havana"),
        ("Washington does not intend to stay.", "Washington"),
        ("The Kremlin said nothing.", "Kremlin"),
        ("Moscow's forces withdrew.", "Moscow"),
        ("Iran-backed fighters fled.", "Iran"),
        ("They accused Tehran of lying.", "Tehran"),
        ("The ties between Havana and Caracas are old.", "Havana"),
        ("The ties between Havana and Caracas are old.", "Caracas"),
        ("The sanctions on Russia were lifted.", "Russia"),
        ("He died in a U.S. strike in Caracas.", "U.S."),
        ("They gave in to pressure from Washington.", "Washington"),
        ("Four men were killed by Israel on Friday.", "Israel"),
        ("The raid was carried out by Iran, he said.", "Iran"),
        ("No other sources attributed the strike to Iran.", "Iran"),
    ],
)
def test_a_name_may_stand_for_a_government(text: str, name: str) -> None:
    assert _found(text, _mention(text, name))[name].government


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Three people were killed in Havana.", "Havana"),
        ("Crowds stood outside the White House.", "White House"),
        ("HAVANA — A storm came.", "HAVANA"),
        ("Dozens died near Moscow, officials said.", "Moscow"),
        ("Springfield said it would pay.", "Springfield"),
        ("He fled to the U.S. after the strike.", "U.S."),
    ],
)
def test_a_name_may_stand_for_the_ground(text: str, name: str) -> None:
    assert not _found(text, _mention(text, name))[name].government


def test_the_parser_may_tell_of_a_government() -> None:
    text = "Ankara, which had long been silent, finally denounced it."
    silent = _mention(text, "Ankara")
    told = _mention(text, "Ankara", dep="nsubj", head="denounce")
    assert not _found(text, silent)["Ankara"].government
    assert _found(text, told)["Ankara"].government


def test_demonyms_are_people_of_a_country() -> None:
    text = "A Cuban doctor was hurt."
    found = _found(text, _mention(text, "Cuban", "NORP"))["Cuban"]
    assert (found.place.country, found.government) == ("CU", True)


def test_a_street_lies_in_the_town_named_beside_it_no_closer_than_the_division() -> None:
    text = "Shots rang out on Quillan Street on Friday, police in Dayton, Ohio, said."
    place = _found(text, _mention(text, "Quillan Street", "FAC"))["Quillan Street"].place
    assert (place.name, place.admin1, place.precision, place.geonames_id) == ("Quillan Street", "Ohio", "admin1", None)


def test_an_unknown_village_lies_in_what_the_text_says_holds_it() -> None:
    text = "Gunmen came to Tilgawe in Borno state."
    place = _found(text, _mention(text, "Tilgawe"))["Tilgawe"].place
    assert (place.name, place.country, place.precision) == ("Tilgawe", "NG", "admin1")


def test_what_a_name_calls_a_town_is_the_town() -> None:
    name = "Colombian City of Medellin"
    text = f"A bomb went off in the {name}."
    place = _found(text, _mention(text, name))[name].place
    assert (place.name, place.country) == ("Medellín", "CO")


def test_a_place_nobody_knows_has_only_its_name() -> None:
    text = "He was seen in Qwxyzville."
    place = _found(text, _mention(text, "Qwxyzville"))["Qwxyzville"].place
    assert (place.name, place.latitude, place.country) == ("Qwxyzville", None, None)


def test_spans_lie_in_the_text_in_order_and_apart() -> None:
    text = "HAVANA — Police in Springfield, Ohio, and Moscow's forces near Kharkiv, Ukraine, met in New York."
    spans = [t.span for t in find_places(text, [_mention(text, "New York")], HERE)]
    assert spans == sorted(spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))


def test_an_empty_text_has_no_places() -> None:
    assert find_places("", [], HERE) == ()


def test_a_street_takes_the_place_of_the_town_around_it_and_not_that_of_its_name() -> None:
    text = "Shots were fired on Fremont Street in Newark, New Jersey, and in the 1200 block of Sherman."
    found = _found(text, _mention(text, "Fremont Street", "FAC"), _mention(text, "Newark"), _mention(text, "Sherman"))
    assert found["Fremont Street"].place.admin1 == "New Jersey"
    assert "Sherman" not in found


def test_part_of_a_persons_name_in_a_site_is_no_town() -> None:
    text = "It happened near Ada Toledo School."
    assert _found(text, _mention(text, "Ada Toledo School", "FAC"))["Ada Toledo School"].place.latitude is None


def test_a_surname_before_family_is_no_town() -> None:
    text = "Rescuers searched the Salem family home in Rafah. The Dayton family fled."
    assert list(_found(text, _mention(text, "Rafah"), _mention(text, "Salem"), _mention(text, "Dayton"))) == ["Rafah"]


def test_a_family_of_a_town_names_the_town() -> None:
    text = "A Dayton family fled."
    assert list(_found(text, _mention(text, "Dayton"))) == ["Dayton"]


def test_a_school_named_like_a_far_town_is_not_there() -> None:
    text = "Shells hit the Dallas Haddad School in Rafah. Shells fell on Khan Yunis."
    found = _found(
        text, _mention(text, "Dallas Haddad School", "FAC"), _mention(text, "Rafah"), _mention(text, "Khan Yunis")
    )
    assert found["Dallas Haddad School"].place.country == "PS"


def test_part_of_a_known_person_is_no_place() -> None:
    text = "He was taken to Abu Walid Haddad Hospital."
    assert _found(text, _mention(text, "Abu Walid Haddad Hospital", "PERSON")) == {}


def test_an_unknown_village_is_not_placed_by_the_capital_that_the_report_was_filed_from() -> None:
    told = "{}, May 6, 2031 (VPA) - Five soldiers were killed near the village of Tin-Velma on Monday."
    for town, latitude in (("BAMAKO", None), ("TIMBUKTU", 16.77)):
        text = told.format(town)
        context = PlaceContext(dateline=town.title())
        found = _found(text, _mention(text, town), _mention(text, "Tin-Velma"), context=context)["Tin-Velma"].place
        assert found.latitude == (None if latitude is None else pytest.approx(latitude, abs=0.1))


@pytest.mark.parametrize("piece", ["A-", "A’", "ABC ", "Abc, ", "the Abc and ", "Abc de la "])
def test_a_hostile_line_takes_time_by_its_length(piece: str) -> None:
    text = (piece * 20_000)[:20_000]
    before = time.process_time()
    find_places(text, [], PlaceContext())
    assert time.process_time() - before < 3


def test_the_whole_name_of_a_force_tells_its_place() -> None:
    text = "The East Baton Rouge Parish Sheriff's Office sent men."
    assert [t.place.name for t in find_places(text, [], PlaceContext())] == ["East Baton Rouge Parish"]
