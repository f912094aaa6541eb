"""People told of one by one: those hedged dispute no total, and others counted besides them are added."""

from dataclasses import replace
from typing import Any

import pytest

from twosource.model import Article, Claim, Event, Figure, Group, Span, Speaker
from twosource.reconcile import reconcile
from twosource.values.pattern import ANEW, BY_NAME, ON_TOP

EVENT = Event(
    id="e", title="", type=None, date=None, place=None, actors=(), reports=(), claims=(), copy_groups=(), links=()
)
ARTICLE = Article(id="r1", sha256="", text="", blocks=(), outlet="The Dorvale Post")


def claim(name: str, low: int | None, high: int | None, text: str, **fields: Any) -> Claim:
    speaker = fields.pop("speaker", None)
    made: dict[str, Any] = {
        "id": name,
        "report": "r1",
        "measure": "killed",
        "span": Span(0, 10),
        "quote": "",
        "stance": "asserted",
        "pattern": "test",
        "low": low,
        "high": high,
        "wording": text,
        "group": Group(text=text, role="victim", names=fields.pop("names", ())),
        "speaker": Speaker(text=speaker, name=speaker) if speaker else None,
    }
    return Claim(**{**made, **fields})


def everybody(*claims: Claim) -> Figure:
    return next(f for f in reconcile(EVENT, claims, [ARTICLE], (), "default") if f.group is None)


def hedged(name: str) -> Claim:
    return claim(name, 1, 1, name, names=(name,), stance="hedged")


def test_single_persons_who_are_hedged_lower_no_total() -> None:
    figure = everybody(claim("a", 12, 12, "twelve people"), hedged("Ana Ruiz"))
    assert (figure.low, figure.best) == (12, 12)


def test_hedged_persons_are_counted_where_nobody_else_is() -> None:
    assert everybody(hedged("Ana Ruiz"), hedged("Leo Paz")).best == 2


@pytest.mark.parametrize(("first", "second", "total"), [(0, 50, 4), (50, 0, 3)])
def test_others_are_counted_besides_the_persons_told_of_before(first: int, second: int, total: int) -> None:
    """Three others after a man are four people; a man told of behind three others may be one of them."""
    man = claim("a", 1, 1, "a man", span=Span(first, first + 10))
    others = claim("b", 3, 3, "three other people", span=Span(second, second + 10))
    assert everybody(man, others).best == total


@pytest.mark.parametrize(("speaker", "total"), [(None, 9), ("Police", 9), ("the mayor", 2)])
def test_others_on_top_of_a_number_are_added_to_it_by_its_teller(speaker: str | None, total: int) -> None:
    """An article that goes on in its own voice adds to anybody's number, a speaker to his own."""
    seven = claim("a", 7, 7, "seven people", span=Span(0, 10), speaker="Police")
    two = claim("b", 2, 2, "two others", span=Span(50, 60), speaker=speaker, pattern=f"passive{ON_TOP}")
    assert everybody(seven, two).best == total


def test_others_on_top_of_those_known_by_name_make_the_number_known_larger() -> None:
    named = claim("a", 7, 7, "seven of a family", span=Span(0, 10), pattern=f"passive{BY_NAME}")
    two = claim("b", 2, 2, "two others", span=Span(50, 60), pattern=f"passive{ON_TOP}")
    assert everybody(named, two).low == 9


TWO_ON_TOP: dict[str, Any] = {"pattern": f"passive{ON_TOP}", "span": Span(50, 60)}


@pytest.mark.parametrize(
    ("number", "fields"), [(9, {"span": Span(100, 110)}), (9, {"report": "r2"}), (9, {"stance": "hedged"}), (None, {})]
)
def test_others_come_on_top_of_no_number_told_later_or_elsewhere_or_hedged_nor_of_none(
    number: int | None, fields: dict[str, Any]
) -> None:
    """Two others on top of seven are nine, whatever else tells of nine or of nobody knows how many."""
    seven = claim("a", 7, 7, "seven people")
    two = claim("b", 2, 2, "two others", **TWO_ON_TOP)
    figure = everybody(seven, two, claim("c", number, number, "people", **fields))
    assert (figure.best, figure.high) == (9, 9)


def test_others_on_top_of_a_number_leave_it_denied_that_anybody_fell() -> None:
    seven, nobody = claim("a", 7, 7, "seven people"), claim("c", 0, 0, "nobody")
    assert everybody(seven, claim("b", 2, 2, "two others", **TWO_ON_TOP), nobody).low == 0


def test_others_on_top_of_those_known_by_name_outdo_a_smaller_number() -> None:
    named = claim("a", 7, 7, "seven of a family", pattern=f"passive{BY_NAME}")
    other = claim("c", 8, 8, "eight people", report="r2")
    assert everybody(named, claim("b", 2, 2, "two others", **TWO_ON_TOP), other).best == 9


def test_others_on_top_of_a_number_make_a_number_like_any_other() -> None:
    seven, twelve = claim("a", 7, 7, "seven people"), claim("c", 12, 12, "twelve people", report="r2")
    assert everybody(seven, claim("b", 2, 2, "two others", **TWO_ON_TOP), twelve).best == 9


@pytest.mark.parametrize("fields", [{"span": Span(80, 90)}, {"report": "r2"}])
def test_persons_named_later_or_elsewhere_keep_no_others_from_a_number(fields: dict[str, Any]) -> None:
    brothers = claim("n", 3, 3, "three brothers", names=("Tom Holt", "Leo Holt", "Max Holt"), **fields)
    two = claim("a", 2, 2, "two people")
    assert everybody(brothers, two, claim("b", 2, 2, "two others", **TWO_ON_TOP)).best == 4


def test_others_on_top_are_not_added_to_fewer_than_the_persons_named_before() -> None:
    one = claim("n", 3, 3, "three brothers", span=Span(20, 30), names=("Tom Holt", "Leo Holt", "Max Holt"))
    two = claim("a", 2, 2, "two people", span=Span(0, 10))
    others = claim("b", 2, 2, "two others", span=Span(50, 60), pattern=f"passive{ON_TOP}")
    assert everybody(one, two, others).best == 5


def test_others_who_are_hedged_widen_the_range_beyond_the_persons_told_of_before() -> None:
    sisters = claim("a", 2, 2, "Ana and Eva Ruiz", names=("Ana Ruiz", "Eva Ruiz"), pattern="list of names")
    others = claim("b", 2, 2, "two others", stance="hedged", span=Span(50, 60))
    figure = everybody(sisters, others)
    assert (figure.low, figure.best, figure.high) == (2, 2, 4)


def test_those_a_list_leaves_unnamed_may_be_on_another_list_of_the_same_people() -> None:
    names = ("Ana Ruiz", "Leo Paz")
    first = claim("a", 4, 4, "Ana Ruiz and Leo Paz", names=names, pattern="list of names")
    second = claim("b", 2, 2, "Ana Ruiz and Leo Paz", names=names, pattern="list of names")
    full = claim("c", 3, 3, "three", names=(*names, "Eva Brand"), pattern="list of names")
    assert everybody(first, second).best == 2
    assert everybody(first, full).best == 3
    assert everybody(first).best == 4


def test_a_name_misspelt_adds_nobody_to_a_number_whose_people_all_have_names() -> None:
    names = ("Tomas Riedl", "Bela Kovar", "Ivan Horak")
    stated = claim("a", 3, 3, "three people", names=names, wording="three", pattern="passive, all named")
    misspelt = claim("b", 1, 1, "Iwane Horrack", names=("Iwane Horrack",), span=Span(20, 30))
    assert everybody(stated, misspelt).best == 3


def reported(name: str) -> Claim:
    return claim(name, 1, 1, name, names=(name,), stance="hedged", quote=f"{name} was reportedly killed")


def test_who_is_reportedly_dead_is_one_of_those_named_one_by_one() -> None:
    told = [claim(name, 1, 1, name, names=(name,)) for name in ("Ana Ruiz", "Leo Paz")]
    assert everybody(*told, reported("Eva Brand")).best == 3


def test_who_may_be_dead_is_not_counted_with_those_named() -> None:
    told = [claim(name, 1, 1, name, names=(name,)) for name in ("Ana Ruiz", "Leo Paz")]
    assert everybody(*told, hedged("Eva Brand")).best == 2


def test_a_person_hedged_beside_one_other_is_left_apart() -> None:
    assert everybody(claim("a", 1, 1, "Ana Ruiz", names=("Ana Ruiz",)), reported("Eva Brand")).best == 1


@pytest.mark.parametrize(("text", "total"), [("sons, Leo Ruiz and Tom Ruiz", 3), ("Leo Paz and Tom Paz", 5)])
def test_children_left_unnamed_are_those_named_next(text: str, total: int) -> None:
    """Ana Ruiz and her two sons, then the sons by name: three people; two others by name are two more."""
    names = tuple(part.split(", ")[-1] for part in text.split(" and "))
    mother = claim("a", 3, 3, "Ana Ruiz and her two sons", names=("Ana Ruiz",), pattern="list of names")
    others = claim("b", 2, 2, text, names=names, pattern="list of names", span=Span(50, 80))
    assert everybody(mother, others).best == total


def test_a_number_whose_people_have_names_is_added_to_lists_of_others() -> None:
    """Two of a family, both by name, and a list of two more: four people, though each alone is a number."""
    names = ("Tomas Riedl", "Bela Kovar")
    stated = claim("a", 2, 2, "two of a family", names=names, wording="two", pattern="passive, all named")
    others = ("Ana Ruiz", "Leo Paz", "Eva Brand")
    listed = claim("b", 3, 3, "others", names=others, pattern="list of names", span=Span(20, 30))
    assert everybody(stated, listed).best == 5


@pytest.mark.parametrize(("other", "total"), [("Leo Omar Paz", 2), ("Paz", 1), ("Omar T. Paz", 1)])
def test_who_has_a_fathers_name_behind_his_own_is_another(other: str, total: int) -> None:
    """Leo Omar Paz is the son of Omar Paz in a report that keeps the two names apart."""
    father, son = (claim(name, 1, 1, name, names=(name,)) for name in ("Omar Paz", other))
    assert everybody(father, son).best == total


def test_one_dead_counted_anew_widens_a_range() -> None:
    girl = claim("a", 1, 1, "a girl", speaker="Ana Ruiz", pattern=f"verb and object{ANEW}")
    girl = replace(girl, group=Group(text="a girl", role="victim", status="children"))
    figure = everybody(girl, claim("b", 4, 4, "four people", speaker="Leo Paz"))
    assert (figure.low, figure.high) == (1, 4)
