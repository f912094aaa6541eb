"""Where reports and speakers differ: figures, day, actor, and what the happening is called."""

from dataclasses import replace

from twosource.model import Actor, Claim, DateRange, Difference, Event, Group, Span, Speaker, Statement
from twosource.reconcile import differences, reconcile

EVENT = Event(
    id="e", title="", type=None, date=None, place=None, actors=(), reports=(), claims=(), copy_groups=(), links=()
)


def claim(report: str, number: int, speaker: str | None = None, **fields: object) -> Claim:
    made = Claim(
        id=f"c-{report}-{number}", report=report, measure="killed", span=Span(0, 10), quote="", stance="asserted",
        pattern="test", low=number, high=number, wording=str(number), group=Group(text="people", role="victim"),
        speaker=Speaker(text=speaker, name=speaker) if speaker else None,
    )  # fmt: skip
    return replace(made, **fields)  # type: ignore[arg-type]


def said(report: str, speaker: str, quote: str) -> Statement:
    return Statement(
        id=f"s-{report}-{speaker}", report=report, source=None, cue=None, target=(), direct=False, quote=quote,
        speaker=Speaker(text=speaker, name=speaker), stance="asserted",
    )  # fmt: skip


def on(first: str, last: str | None = None) -> DateRange:
    return DateRange(
        earliest=first, latest=last or first, precision="day" if last is None else "range", text="on a day"
    )


def told(claims: list[Claim], statements: tuple[Statement, ...] = (), actors: tuple[str, ...] = ()) -> list[Difference]:
    event = replace(EVENT, actors=tuple(Actor(name=name, text=name) for name in actors))
    figured = replace(event, figures=reconcile(event, claims, (), (), "default"))
    return list(differences(figured, claims, statements))


def sides(found: list[Difference]) -> list[tuple[str, tuple[str, ...]]]:
    (one,) = found
    return [(side.text, side.speakers) for side in one.sides]


def test_figures_that_exclude_each_other_are_told_with_their_speakers() -> None:
    found = told([claim("r1", 12, "police"), claim("r2", 30, "mayor"), claim("r3", 12, "army")])
    assert sides(found) == [("12", ("army", "police")), ("30", ("mayor",))]
    assert (found[0].about, found[0].figure is not None) == ("killed", True)


def test_two_speakers_of_one_report_differ_too() -> None:
    assert sides(told([claim("r1", 5, "police"), claim("r1", 12, "hospital")])) == [
        ("12", ("hospital",)),
        ("5", ("police",)),
    ]


def test_at_least_forty_and_forty_three_are_no_difference() -> None:
    assert told([claim("r1", 40, "police", high=None), claim("r2", 43, "hospital")]) == []


def test_a_denial_is_a_side() -> None:
    denied = claim("r2", 12, "army", stance="denied")
    assert sides(told([claim("r1", 12, "villagers"), denied])) == [("12", ("villagers",)), ("denied", ("army",))]


def test_days_that_exclude_each_other_are_a_difference_and_a_stretch_that_holds_the_day_is_none() -> None:
    monday, tuesday = claim("r1", 3, date=on("2025-05-05")), claim("r2", 3, date=on("2025-05-06"))
    found = told([monday, tuesday])
    assert (found[0].about, [side.text for side in found[0].sides]) == ("date", ["2025-05-05", "2025-05-06"])
    assert told([monday, replace(tuesday, date=on("2025-05-05", "2025-05-07"))]) == []


def test_a_day_that_no_word_of_the_claim_names_makes_no_difference() -> None:
    derived = replace(on("2025-05-06"), text=None)
    assert told([claim("r1", 3, date=on("2025-05-05")), claim("r2", 3, date=derived)]) == []


def test_the_day_of_a_report_is_the_one_it_gives_most_often() -> None:
    often = [claim("r2", 3, date=on("2025-05-05")), claim("r2", 3, date=on("2025-05-05"), id="again")]
    slip = claim("r2", 3, date=on("2025-05-09"), id="slip")
    assert told([claim("r1", 3, date=on("2025-05-05")), *often, slip]) == []


def test_actors_that_no_report_names_together_are_a_difference() -> None:
    north, palmar = Actor(name="Northern Army", text=""), Actor(name="Palmar Column", text="")
    names = ("Northern Army", "Palmar Column")
    apart = told([claim("r1", 3, "mayor", actor=north), claim("r2", 3, "aunt", actor=palmar)], actors=names)
    assert sides(apart) == [("Northern Army", ("mayor",)), ("Palmar Column", ("aunt",))]
    together = [claim("r1", 3, actor=north), claim("r1", 3, actor=palmar, id="other")]
    assert told(together, actors=names) == []


def test_what_it_is_called_differs_where_speakers_use_names_of_other_kinds() -> None:
    lawful, crime = said("r1", "army", "it a police operation"), said("r2", "mayor", "that it was a massacre")
    assert sides(told([], (lawful, crime))) == [("massacre", ("mayor",)), ("police operation", ("army",))]
    assert told([], (crime, said("r1", "aunt", "it was an atrocity"))) == []
    assert told([], (lawful, replace(crime, speaker=lawful.speaker))) == []
    assert sides(told([], (crime, said("r1", "army", "it was no massacre")))) == [
        ("massacre", ("mayor",)),
        ("not massacre", ("army",)),
    ]
