"""Most reports tell of one happening; two need days and places that exclude each other."""

from collections.abc import Callable

from twosource.link.parts import parts
from twosource.model import DateRange, Group, Place

from .conftest import State, Write, said_at

Town = Callable[..., Place]


def day(text: str) -> DateRange:
    return DateRange(earliest=text, latest=text, precision="day")


def test_a_report_without_claims_has_one_part_with_all_its_text(write: Write) -> None:
    (part,) = parts(write("r", "A bus fell.", "Nobody knows why."), ())
    assert part.text == "A bus fell.\nNobody knows why."


def test_a_round_up_is_cut_where_day_and_place_both_differ(write: Write, state: State, place: Town) -> None:
    told = write("r", "In Velma two men died.", "They were brothers.", "In Sarvan six women died.", "Rain fell.")
    first = state(told, "two men died", date=day("2024-06-01"), place=place("Velma"))
    second = state(told, "six women died", date=day("2024-06-07"), place=place("Sarvan", 12.0))
    one, two = parts(told, (second, first))
    assert (one.text, one.claims) == ("In Velma two men died.\nThey were brothers.", (first,))
    assert (two.text, two.claims) == ("In Sarvan six women died.\nRain fell.", (second,))


def test_what_is_said_goes_with_the_happening_told_of_around_it(write: Write, state: State, place: Town) -> None:
    told = write("r", "In Velma two men died.", "They were brothers.", "In Sarvan six women died.", "Rain fell.")
    first = state(told, "two men died", date=day("2024-06-01"), place=place("Velma"))
    second = state(told, "six women died", date=day("2024-06-07"), place=place("Sarvan", 12.0))
    sayings = [said_at(told, quote) for quote in ("In Velma", "They were brothers", "In Sarvan", "Rain fell")]
    one, two = parts(told, (second, first), tuple(sayings))
    assert ([s.quote for s in one.statements], [s.quote for s in two.statements]) == (
        ["In Velma", "They were brothers"],
        ["In Sarvan", "Rain fell"],
    )
    (whole,) = parts(told, (first,), tuple(sayings))
    assert whole.statements == tuple(sayings)


def test_another_day_alone_or_another_town_alone_does_not_cut(write: Write, state: State, place: Town) -> None:
    told = write("r", "Two men died.", "Six women died.")
    near = [state(told, "Two men", date=day("2024-06-01"), place=place("Velma"))]
    later = state(told, "Six women", date=day("2024-06-07"), place=place("Velma"))
    elsewhere = state(told, "Six women", date=day("2024-06-01"), place=place("Sarvan", 12.0))
    assert len(parts(told, (*near, later))) == 1
    assert len(parts(told, (*near, elsewhere))) == 1


def test_neighbouring_days_and_near_towns_do_not_cut(write: Write, state: State, place: Town) -> None:
    told = write("r", "Two men died.", "Six women died.")
    first = state(told, "Two men", date=day("2024-06-01"), place=place("Velma"))
    next_day = state(told, "Six women", date=day("2024-06-02"), place=place("Sarvan", 12.0))
    suburb = state(told, "Six women", date=day("2024-06-09"), place=place("East Velma", 10.1))
    assert len(parts(told, (first, next_day))) == 1
    assert len(parts(told, (first, suburb))) == 1


def test_history_founds_no_part_and_joins_none(write: Write, state: State, place: Town) -> None:
    told = write("r", "Two men died.", "In 1961 some 114 died.")
    now = state(told, "Two men", date=day("2024-06-01"), place=place("Velma"))
    then = state(told, "114 died", date=day("1961-04-17"), place=place("Sarvan", 40.0), scope="historical")
    (part,) = parts(told, (now, then))
    assert part.claims == (now,)


def test_an_arrest_elsewhere_later_does_not_cut(write: Write, state: State, place: Town) -> None:
    told = write("r", "Two men died.", "A man was arrested.")
    death = state(told, "Two men", date=day("2024-06-01"), place=place("Velma"))
    arrest = state(told, "A man was", measure="captured", date=day("2024-06-09"), place=place("Sarvan", 40.0))
    (part,) = parts(told, (death, arrest))
    assert part.claims == (death, arrest)


def test_a_town_of_its_own_cuts_where_it_is_named(write: Write, state: State, place: Town) -> None:
    told = write("r", "In Velma two men died.", "Meanwhile, in Sarvan six women died.")
    velma, sarvan = place("Velma", text="Velma"), place("Sarvan", 12.0, text="Sarvan")
    first = state(told, "two men", date=day("2024-06-01"), place=velma)
    second = state(told, "six women", date=day("2024-06-01"), place=sarvan)
    assert [part.claims for part in parts(told, (first, second))] == [(first,), (second,)]


def test_a_kidnapping_is_a_happening_of_its_own(write: Write, state: State, place: Town) -> None:
    told = write("r", "In Velma two men died.", "In Sarvan six women were kidnapped.", "In Sarvan a man was arrested.")
    velma, sarvan = place("Velma", text="Velma"), place("Sarvan", 12.0, text="Sarvan")
    death = state(told, "two men", place=velma)
    taken = state(told, "six women were kidnapped", measure="captured", place=sarvan)
    held = state(told, "a man was arrested", measure="captured", place=sarvan)
    assert [part.claims for part in parts(told, (death, taken))] == [(death,), (taken,)]
    assert [part.claims for part in parts(told, (death, held))] == [(death, held)]


def test_a_claim_goes_to_the_happening_that_binds_it_most(write: Write, state: State, place: Town) -> None:
    told = write("r", "In Velma two bakers died.", "In Sarvan six women died.", "The bakers were buried. Rain fell.")
    velma, sarvan = place("Velma", text="Velma"), place("Sarvan", 12.0, text="Sarvan")
    first = state(told, "two bakers", place=velma, group=Group(text="two bakers"))
    second = state(told, "six women", place=sarvan)
    again = state(told, "The bakers", group=Group(text="the bakers"))
    later = state(told, "Rain fell")
    assert [part.claims for part in parts(told, (first, second, again, later))] == [(first, again, later), (second,)]


def test_somebody_known_by_name_is_of_one_happening(write: Write, state: State, place: Town) -> None:
    told = write("r", "In Velma Karl Brandt was shot.", "Two guards fell too.", "Brandt died in Sarvan.")
    brandt = Group(text="Brandt", names=("Brandt",))
    velma, sarvan = place("Velma", text="Velma"), place("Sarvan", 12.0, text="Sarvan")
    first = state(told, "Karl Brandt", place=velma, group=Group(text="Karl Brandt", names=("Karl Brandt",)))
    guards, again = state(told, "Two guards", place=velma), state(told, "Brandt died", place=sarvan, group=brandt)
    assert len(parts(told, (first, guards, again))) == 1
