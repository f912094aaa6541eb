"""People of another happening are kept, but count for no event."""

from collections.abc import Callable
from typing import Any

from twosource.extract.settle.aside import chance

OWN = (
    "A 15-year-old boy was fatally shot in Dayton on Sunday, police said. Officers were called at 9 p.m. "
    "The boy died at a hospital. Detectives asked witnesses to come forward. "
    "A vigil is planned for Tuesday. Neighbours said the street is quiet. The school offers help to students. "
)
OTHER = "Last month, in a separate shooting, another man was killed in the third homicide of the year."


def test_another_shooting_at_the_end_is_elsewhere(read: Callable[..., Any]) -> None:
    killed = [c for c in read(OWN + OTHER)[2] if c.measure == "killed"]
    assert next(c.scope for c in killed) == "event"
    assert all(c.scope != "event" for c in killed[1:])
    assert len(killed) > 1


def test_the_first_people_told_of_are_the_reports_own(read: Callable[..., Any]) -> None:
    killed = [c for c in read(OTHER.replace("Last month, in", "In"))[2] if c.measure == "killed"]
    assert [c.scope for c in killed] != ["elsewhere"]


def test_evidence_of_another_day_makes_another_happening_likelier() -> None:
    assert chance({"other day": 1.0, "here elsewhere": 1.0}) > chance({})


def test_a_toll_told_again_is_the_reports_own(read: Callable[..., Any]) -> None:
    text = (
        "A blast killed 14 people in Dayton on Sunday. " + OWN + "Last month officials said they had counted 14 dead."
    )
    assert {c.scope for c in read(text)[2] if c.measure == "killed" and c.low == 14} <= {"event", "historical"}


def test_a_toll_by_another_source_is_the_reports_own(read: Callable[..., Any]) -> None:
    latest = "A number of the victims were women. In its latest report the ministry said 22 people were killed."
    text = "A strike killed 14 people in Dayton on Sunday. " + OWN + latest
    assert [c.scope for c in read(text)[2] if c.measure == "killed" and c.low == 22] == ["event"]


def test_one_more_of_the_dead_is_no_other_happenings(read: Callable[..., Any]) -> None:
    """Who "was also killed" is told of late in the report, with a word like "another", and yet as one of its dead."""
    more = "In another house on the street, 31-year-old Karel Riedl, a third son, was also killed on Sunday last year."
    killed = [c for c in read(OWN + more)[2] if c.measure == "killed" and "Riedl" in c.quote]
    assert killed
    assert "elsewhere" not in {c.scope for c in killed}


def test_who_stands_on_a_list_of_the_dead_fell_with_them(read: Callable[..., Any]) -> None:
    """Told of last, of another day and town, a man is another happening's, unless he stands on a list of the dead."""
    last = "In an unrelated shooting in Riva on Friday, Leo Paz, 40, was killed."
    alone = [c.scope for c in read(OWN + last)[2] if c.measure == "killed" and "Leo Paz" in c.group.names]
    listed = "The dead were Ana Ruiz, Leo Paz and Karel Riedl. "
    with_list = [c.scope for c in read(listed + OWN + last)[2] if c.measure == "killed" and "Leo Paz" in c.group.names]
    assert alone == ["elsewhere"]
    assert set(with_list) == {"event"}
