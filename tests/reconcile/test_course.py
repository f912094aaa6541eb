"""A toll that has risen overtakes what others counted before; a count given before yields to that of its report."""

from dataclasses import replace

from tests.reconcile.test_reconcile import article, claim, event

from twosource.model import Claim, Figure, Group
from twosource.reconcile import reconcile

DAYS = {"r1": "2031-05-01", "r2": "2031-05-01", "r3": "2031-05-02"}


def toll(*claims: Claim) -> Figure:
    articles = [article(name, f"The {name} Post", day) for name, day in DAYS.items()]
    return next(f for f in reconcile(event(), claims, articles, (), "default") if f.group is None)


MINISTRY, POLICE = claim("a", "r1", 6, speaker="ministry"), claim("b", "r2", 6, speaker="police")


def risen(report: str) -> Claim:
    return claim("c", report, 8, speaker="doctor", pattern="toll, risen")


def test_a_risen_toll_of_a_later_day_overtakes_what_more_voices_said_before() -> None:
    figure = toll(MINISTRY, POLICE, risen("r3"))
    assert (figure.low, figure.best, figure.claims_before) == (6, 8, ("a", "b"))


def test_a_higher_number_that_is_not_told_as_risen_overtakes_nobody() -> None:
    assert toll(MINISTRY, POLICE, claim("c", "r3", 8, speaker="doctor")).best == 6


def test_a_risen_toll_overtakes_no_count_of_its_own_day_and_no_higher_one() -> None:
    later = claim("d", "r3", 6, speaker="ministry"), claim("e", "r3", 6, speaker="police")
    assert toll(*later, risen("r3")).claims_before == ()
    higher = toll(claim("a", "r1", 9, speaker="rebels"), risen("r3"))
    assert (higher.high, higher.claims_before) == (9, ())


def test_a_count_given_before_yields_to_the_higher_one_of_its_report() -> None:
    before = claim("a", "r3", 6, speaker="ministry", pattern="toll, said before")
    assert toll(before, claim("b", "r3", 8, speaker="doctor")).claims_before == ("a",)
    assert toll(before, claim("b", "r3", 8, speaker="doctor", pattern="toll, said before")).claims_before == ()
    assert toll(before, claim("b", "r1", 8, speaker="doctor")).claims_before == ()


def test_a_group_is_called_by_the_words_of_those_who_count_it_so() -> None:
    told = (claim("a", "r1", 6, speaker="police"), claim("b", "r2", 6, speaker="doctor"), claim("c", "r3", 1))
    texts = ("six passengers", "six passengers", "driver")
    claims = [
        replace(c, group=Group(text=t, role="victim", status="civilian")) for c, t in zip(told, texts, strict=True)
    ]
    groups = [f.group.text for f in reconcile(event(), claims, (), (), "default") if f.group is not None]
    assert groups == ["six passengers"]
