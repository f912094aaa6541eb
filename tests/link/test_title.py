"""A clear title of the reports, else one made of type, place and date."""

from twosource.link.title import clearest_title, made_title
from twosource.model import Actor, DateRange, Place


def test_the_title_that_says_what_the_others_say_wins() -> None:
    titles = [
        "Our readers' letters of the week",
        "Raid on Sarvan ferry station kills 14",
        "14 killed in raid on Sarvan ferry",
    ]
    assert clearest_title(titles, "armed-attack") in titles[1:]


def test_cries_and_the_outlets_name_are_left_out() -> None:
    assert clearest_title(["BREAKING NEWS: Raid on Sarvan kills 14 guards - River Courier"], None) == (
        "Raid on Sarvan kills 14 guards"
    )


def test_a_plain_title_is_better_than_a_question_or_a_shout() -> None:
    titles = ["Raid on Sarvan ferry station kills 14 guards?", "Raid on Sarvan ferry station kills 14 guards"]
    assert clearest_title(titles, None) == titles[1]


def test_no_usable_title_gives_none() -> None:
    assert clearest_title([], None) is None
    assert clearest_title(["News", "- "], None) is None


def test_a_made_title_states_only_what_is_known() -> None:
    town = Place(name="Caracas", country="VE")
    when = DateRange(earliest="2026-01-03", latest="2026-01-03", precision="day")
    actor = Actor(name="US", text="US")
    assert made_title("armed-attack", town, when, [actor]) == "US attack in Caracas, Venezuela, 2026-01-03"
    assert made_title("shooting", None, None, []) == "Shooting"
    assert made_title(None, None, None, []) == "Event"


def test_a_country_is_named_once_and_a_stretch_with_both_ends() -> None:
    when = DateRange(earliest="2026-01-03", latest="2026-01-04", precision="range")
    assert made_title("riot", Place(name="Venezuela", country="VE"), when, []) == (
        "Riot in Venezuela, 2026-01-03 to 2026-01-04"
    )
