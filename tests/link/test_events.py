"""The whole stage: reports in, events out."""

from collections.abc import Callable
from dataclasses import replace

from twosource.model import Actor, DateRange, Event, Place

from .conftest import State, Write, said_at

Run = Callable[..., tuple[Event, ...]]
Town = Callable[..., Place]
RAID = "Gunmen raided the ferry station at Sarvan on Saturday and killed 14 guards, said mayor Ilo Brandt, 52."
RETOLD = "Fourteen guards died in a raid on the ferry station of Sarvan on Saturday, mayor Ilo Brandt told reporters."
QUAKE = "An earthquake of magnitude 6 shook the hills of Quell on Friday; Dr Tamsin Orr counted 40 wounded villagers."
SATURDAY = DateRange(earliest="2024-06-08", latest="2024-06-08", precision="day")


def test_two_tellings_join_and_another_happening_stands_alone(write: Write, run: Run) -> None:
    articles = [write(i, t, published="2024-06-10") for i, t in (("a", RAID), ("b", RETOLD), ("c", QUAKE))]
    assert sorted(event.reports for event in run(articles)) == [("a", "b"), ("c",)]


def test_the_order_of_reports_does_not_show(write: Write, run: Run) -> None:
    articles = [write(i, t, published="2024-06-10") for i, t in (("a", RAID), ("b", RETOLD), ("c", QUAKE))]
    assert run(articles) == run(articles[::-1])


def test_an_event_keeps_its_id_when_later_reports_come_in(write: Write, run: Run) -> None:
    first = write("b", RAID, published="2024-06-09")
    (before,) = run([first])
    (after,) = run([first, write("a", RETOLD, published="2024-06-10")])
    assert (after.id, after.reports) == (before.id, ("a", "b"))


def test_links_name_reports_and_say_why(write: Write, run: Run) -> None:
    (event,) = run([write("a", RAID, published="2024-06-10"), write("b", RETOLD, published="2024-06-10")])
    (link,) = event.links
    assert (link.a, link.b) == ("a", "b")
    assert "Sarvan" in link.why


def test_day_place_actor_and_claims_come_from_the_claims(write: Write, state: State, run: Run, place: Town) -> None:
    told = write("a", RAID, published="2024-06-10", title="Raid on Sarvan ferry station kills 14")
    gunmen = Actor(name="gunmen", text="Gunmen", confidence="accused")
    death = state(told, "killed 14 guards", low=14, high=14, date=SATURDAY, place=place("Sarvan"), actor=gunmen)
    (event,) = run([told], [death])
    assert (event.date, event.place, event.actors) == (SATURDAY, place("Sarvan"), (gunmen,))
    assert event.claims == (death.id,)
    assert (event.title, event.type) == ("Raid on Sarvan ferry station kills 14", "armed-attack")
    assert (event.figures, event.copy_groups) == ((), ())


def test_a_round_up_lends_each_event_only_what_is_said_of_it(write: Write, state: State, run: Run, place: Town) -> None:
    told = write("a", RAID, "The ferry company promised armed escorts.", QUAKE, "The province opened its granaries.")
    raid = state(told, "killed 14 guards", date=SATURDAY, place=place("Sarvan"))
    quake = state(
        told,
        "40 wounded villagers",
        measure="injured",
        date=DateRange(earliest="2024-05-31", latest="2024-05-31", precision="day"),
        place=place("Quell", 14.0),
    )
    promise, granaries = (said_at(told, q) for q in ("promised armed escorts", "province opened its granaries"))
    found = run([told], [raid, quake], statements=(promise, granaries))
    points = {event.claims: [point.statements for point in event.points] for event in found}
    assert points == {(raid.id,): [(promise.id,)], (quake.id,): [(granaries.id,)]}


def test_background_figures_join_no_event(write: Write, state: State, run: Run) -> None:
    told = write("a", RAID)
    death = state(told, "killed 14 guards")
    (event,) = run([told], [replace(death, scope="cumulative")])
    assert event.claims == ()
    assert event.reports == ("a",)


def test_the_surest_confidence_of_an_actor_is_kept(write: Write, state: State, run: Run) -> None:
    told = write("a", RAID)
    sure = [Actor(name="River Front", text="the Front", confidence=c) for c in ("suspected", "admitted")]
    claims = [state(told, "killed 14", actor=sure[0]), state(told, "14 guards", actor=sure[1])]
    (event,) = run([told], claims)
    assert event.actors == (sure[1],)


def test_without_claims_the_day_that_the_texts_name_is_taken(write: Write, run: Run) -> None:
    (event,) = run([write("a", RAID, published="2024-06-10"), write("b", RETOLD, published="2024-06-11")])
    assert event.date == SATURDAY


def test_one_event_joins_whatever_is_given(write: Write, run: Run) -> None:
    (event,) = run([write("a", RAID), write("b", QUAKE)], one_event=True)
    assert event.reports == ("a", "b")
    assert run([], one_event=True) == ()


def test_nothing_gives_nothing(run: Run) -> None:
    assert run([]) == ()


def test_empty_and_wordless_reports_stand_alone(write: Write, run: Run) -> None:
    found = run([write("a"), write("b", "???"), write("c", "???")])
    assert sorted(event.reports for event in found) == [("a",), ("b",), ("c",)]
    assert {(event.title, event.type, event.date, event.place) for event in found} == {("Event", None, None, None)}


def test_contradictory_days_do_not_crash(write: Write, state: State, run: Run) -> None:
    articles = [write(str(n), RAID, published="2024-06-10") for n in range(2)]
    other = DateRange(earliest="2024-06-01", latest="2024-06-01", precision="day")
    claims = [state(one, "killed 14", date=when) for one, when in zip(articles, (SATURDAY, other), strict=True)]
    (event,) = run(articles, claims)
    assert event.date == other


def test_a_bad_publication_date_is_no_date(write: Write, run: Run) -> None:
    assert len(run([write("a", RAID, published="yesterday"), write("b", RETOLD, published="2024-13-45")])) == 1


def test_a_thousand_copies_are_one_event(write: Write, run: Run) -> None:
    (event,) = run([write(f"{n:04}", RAID, published="2024-06-10") for n in range(1000)])
    assert len(event.reports) == 1000


def test_hundreds_of_tellings_of_one_event_are_one_event(write: Write, run: Run) -> None:
    texts = [f"{RAID if n % 2 else RETOLD} Witness Anna{n} of Quay{n % 7} spoke too." for n in range(200)]
    found = run([write(f"{n:04}", text, published="2024-06-10") for n, text in enumerate(texts)])
    assert len(found) == 1


def test_every_report_belongs_to_an_event(write: Write, run: Run) -> None:
    articles = [write(i, t) for i, t in (("a", RAID), ("b", ""), ("c", QUAKE))]
    assert {report for event in run(articles) for report in event.reports} == {"a", "b", "c"}


def test_who_only_spoke_of_the_violence_is_no_actor(write: Write, state: State, run: Run) -> None:
    told = write("a", RAID)
    mayor, front = Actor(name="Mayor Holt", text="Mayor Holt"), Actor(name="River Front", text="the Front")
    claims = [
        state(told, "killed 14 guards", low=14, high=14),
        state(told, "14 guards", measure="act", pattern="act: ACCUSE", actor=mayor),
        state(told, "guards", measure="act", pattern="act: accused", actor=front),
    ]
    (event,) = run([told], claims)
    assert event.actors == (front,)
