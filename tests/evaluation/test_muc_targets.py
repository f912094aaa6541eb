"""Which people of a ledger are read as targets of a key."""

from evaluation.muc_key import Found
from evaluation.muc_targets import effects, numbers, people

from twosource.model import Claim, Group, Span


def _claim(name: str, quote: str, group: Group, **fields: object) -> Claim:
    given: dict[str, object] = {"measure": "killed", "span": Span(0, len(quote)), "low": 1, "high": 1, **fields}
    return Claim(id=name, report="r", quote=quote, stance="asserted", pattern="passive", group=group, **given)  # type: ignore[arg-type]


def test_a_sum_told_in_parts_is_its_parts() -> None:
    whole = _claim("w", "six guards and one nurse killed", Group(text="six guards and one nurse"), low=7, high=7)
    parts = [
        _claim("a", "six guards", Group(text="six guards"), low=6, high=6, part_of="w"),
        _claim("b", "one nurse", Group(text="one nurse"), part_of="w"),
    ]
    assert {found.value for found in numbers([whole, *parts])} == {"6", "1"}


def test_each_of_several_people_named_is_one() -> None:
    pair = _claim("p", "Ana Ruiz and Leo Paz", Group(text="both", names=("Ana Ruiz", "Leo Paz")), low=2, high=2)
    assert numbers([pair]) == {Found("1", frozenset({"ana", "ruiz"})), Found("1", frozenset({"leo", "paz"}))}


def test_arrests_and_fighters_are_no_targets() -> None:
    arrested = _claim("a", "two men were arrested", Group(text="two men"), measure="captured", low=2, high=2)
    taken = _claim("b", "two men were kidnapped", Group(text="two men"), measure="captured", low=2, high=2)
    rebels = _claim("c", "two rebels were killed", Group(text="two rebels", status="combatant"), low=2, high=2)
    assert [claim.id for claim in people([arrested, taken, rebels])] == ["b"]


def test_soldiers_are_targets_where_they_are_told_of_by_name() -> None:
    named = _claim("a", "Captain Leo Paz", Group(text="Captain Leo Paz", status="military", names=("Leo Paz",)))
    others = _claim("b", "two soldiers", Group(text="two soldiers", status="military"), low=2, high=2)
    assert people([named, others]) == [named]


def test_a_sum_is_no_target_though_its_parts_are_told_elsewhere() -> None:
    text = "the minister and his two guards"
    whole = _claim("w", f"{text} died", Group(text=text), low=3, high=3, wording=text)
    part = _claim("p", "his two guards", Group(text="his two guards"), low=2, high=2, wording="two")
    assert [found.value for found in numbers([whole, part])] == ["2"]


def test_a_person_told_of_twice_by_name_is_one_target() -> None:
    full = _claim("f", "Ana Ruiz was killed", Group(text="Ana Ruiz", names=("Ana Ruiz",)))
    short = _claim("s", "Ruiz was kidnapped", Group(text="Ruiz", names=("Ruiz",)), measure="captured")
    other = _claim("o", "Leo Paz was killed", Group(text="Leo Paz", names=("Leo Paz",)))
    assert len(numbers([full, short, other])) == 2
    assert len(effects([full, other])) == 2


def test_wars_and_people_in_general_make_no_target() -> None:
    war = _claim("w", "140 civilians died", Group(text="140 civilians", status="civilian"), low=140, high=140)
    many = _claim("m", "many people were killed", Group(text="many people"), low=None, high=None)
    some = _claim("s", "several nurses were killed", Group(text="nurses", status="civilian"), low=None, high=None)
    assert people([war, many, some]) == [some]


def test_people_of_no_kind_half_of_whom_are_told_of_one_by_one_are_no_target_of_their_own() -> None:
    whole = _claim("w", "four people were killed", Group(text="four people"), low=4, high=4, wording="four")
    parts = [
        _claim(name, text, Group(text=text, names=(text,)), part_of="w", span=Span(50 * at, 50 * at + 9))
        for at, (name, text) in enumerate({"a": "Ana Ruiz", "b": "Leo Paz"}.items(), 1)
    ]
    assert {found.value for found in numbers([whole, *parts])} == {"1"}
    assert {found.value for found in numbers([whole, parts[0]])} == {"4", "1"}


def test_people_aimed_at_are_targets_unless_they_are_told_of_as_harmed() -> None:
    aimed = {"measure": "act", "pattern": "act: attacked"}
    named = _act("a", Group(text="Ana Ruiz", names=("Ana Ruiz",)), **aimed)
    killed = _claim("k", "Leo Paz was killed", Group(text="Leo Paz", names=("Leo Paz",)))
    again = _act("b", Group(text="Paz", names=("Paz",)), **aimed)
    guards = _act("c", Group(text="two guards"), low=2, high=2, **aimed)
    hurt = _claim("h", "the guards were hurt", Group(text="the guards"), measure="injured", low=2, high=2)
    nurses = _act("d", Group(text="two nurses"), low=2, high=2, **aimed)
    assert [claim.id for claim in people([named, killed, again, guards, hurt, nurses])] == ["k", "h", "a", "d"]


def test_people_aimed_at_without_name_or_number_and_known_before_are_no_targets() -> None:
    mayor = _act("a", Group(text="the mayor"), measure="act", pattern="act: threatened, definite")
    many = _act(
        "b", Group(text="judges", status="civilian"), measure="act", pattern="act: threatened", low=None, high=None
    )
    other = _act("c", Group(text="a mayor"), measure="act", pattern="act: figure")
    assert people([mayor, many, other]) == []


def _act(name: str, group: Group, **fields: object) -> Claim:
    given: dict[str, object] = {"span": Span(0, len(group.text)), "low": 1, "high": 1, **fields}
    return Claim(id=name, report="r", quote=group.text, stance="asserted", group=group, **given)  # type: ignore[arg-type]
