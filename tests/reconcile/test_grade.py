"""Grades of two codebooks: what Airwars and Iraq Body Count would call a figure, and why."""

from dataclasses import replace

from twosource.model import Actor, Claim, Event, Group, Span, Speaker
from twosource.reconcile import reconcile

EVENT = Event(
    id="e", title="", type=None, date=None, place=None, actors=(), reports=(), claims=(), copy_groups=(), links=()
)


def claim(name: str, report: str, number: int, *, speaker: str | None = None, status: str | None = None) -> Claim:
    return Claim(
        id=name, report=report, measure="killed", span=Span(0, 10), quote="", stance="asserted", pattern="test",
        low=number, high=number, wording=str(number), group=Group(text="people", role="victim", status=status),
        speaker=Speaker(text=speaker, name=speaker) if speaker else None,
    )  # fmt: skip


def blamed(name: str, report: str, actor: str, confidence: str = "accused", **fields: str) -> Claim:
    return replace(claim(name, report, 6, **fields), actor=Actor(name=actor, text=actor, confidence=confidence))


def grade(told: list[Claim], rule: str = "airwars") -> tuple[str | None, str]:
    actors = tuple({c.actor.name: c.actor for c in told if c.actor is not None}.values())
    (figure, *_) = reconcile(replace(EVENT, actors=actors), told, (), (), rule)
    return figure.grade, figure.grade_reason


def test_airwars_grades_follow_who_is_blamed_and_how_many_tell() -> None:
    accused = [blamed("a", "r1", "Northern Army", speaker="mayor"), blamed("b", "r2", "Northern Army", speaker="aunt")]
    admitted = [blamed("a", "r1", "Northern Army", "admitted", speaker="Northern Army")]
    rivals = [blamed("a", "r1", "Northern Army", speaker="mayor"), blamed("b", "r2", "Palmar Column", speaker="aunt")]
    soldiers = [blamed("a", "r1", "Palmar Column", speaker="army", status="military")]
    unblamed = [claim("a", "r1", 6, speaker="mayor"), claim("b", "r2", 6, speaker="aunt")]
    assert [grade(told)[0] for told in (accused, admitted, rivals, accused[:1], soldiers, unblamed)] == [
        "Fair", "Confirmed", "Contested", "Weak", "Discounted", None,
    ]  # fmt: skip
    assert grade(accused)[1] == "2 independent voices, and the action is laid to Northern Army"
    assert grade(rivals)[1] == "competing claims of responsibility: Northern Army and Palmar Column"
    assert grade(unblamed)[1] == "2 independent voices, but none says whose action it was"


def test_two_names_in_one_report_do_not_compete_and_a_short_name_is_no_rival() -> None:
    together = [blamed("a", "r1", "Northern Army"), blamed("b", "r1", "Palmar Column")]
    short = [blamed("a", "r1", "Northern Army"), blamed("b", "r2", "Army")]
    assert [grade(told)[0] for told in (together, short)] == ["Weak", "Fair"]


def test_ibc_calls_a_single_voice_provisional_and_other_rules_grade_nothing() -> None:
    one, two = [claim("a", "r1", 6, speaker="mayor")], [claim("b", "r2", 6, speaker="aunt")]
    assert [grade(told, "ibc")[0] for told in (one, one + two)] == ["provisional", None]
    assert grade(one, "default") == (None, "")
    assert grade([claim("a", "r1", 0, speaker="army")]) == (None, "")
