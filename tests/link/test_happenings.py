"""Which reports tell of one happening: round-ups, follow-ups, and two attacks in one town on one day."""

from collections.abc import Callable, Sequence

from twosource.link.account import Account
from twosource.link.accounts import accounts
from twosource.model import Claim, DateRange, Event, Link, Place

from .conftest import State, Write

Run = Callable[..., tuple[Event, ...]]
LinkAll = Callable[[Sequence[Account]], list[Link]]
Town = Callable[..., Place]
BUS = (
    "Gunmen of the Red Delta group opened fire on a bus at the Sarvan ferry gate at 7 a.m. on Saturday and killed five "
    "dock workers, police chief Ilo Brandt said. The driver, Marek Pell, 44, was among the dead."
)
BUS_RETOLD = (
    "Five dock workers, driver Marek Pell among them, died when a bus was shot at near the ferry gate of Sarvan early "
    "on Saturday. Police chief Ilo Brandt blamed the Red Delta group."
)
BANK = (
    "A masked robber shot dead a cashier, Tamsin Orr, 31, in the Hill Street branch of the Quay Bank in Sarvan shortly "
    "before it closed at 5 p.m. on Saturday, detective Ada Lund told reporters."
)
BANK_RETOLD = (
    "Cashier Tamsin Orr, 31, was killed in a robbery of the Quay Bank on Hill Street, Sarvan, late on Saturday "
    "afternoon. Detective Ada Lund said one masked man had fled on foot."
)
MARKET = (
    "A bomb on a motorcycle went off in the vegetable market of Sarvan at noon on Saturday and wounded 19 shoppers, "
    "doctor Runa Vey of the city clinic said. No group took responsibility."
)
TRIAL = (
    "Two members of the Red Delta group went on trial on Monday for the killing of five dock workers, bus driver Marek "
    "Pell among them, at the ferry gate of Sarvan in June. Police chief Ilo Brandt was the first witness."
)
BLOTTER = ("Weekend in brief", BUS_RETOLD, "Sport: the Velma rowers won.")
SATURDAY = DateRange(earliest="2024-06-08", latest="2024-06-08", precision="day")
SUNDAY = DateRange(earliest="2024-06-16", latest="2024-06-16", precision="day")
TRIAL_DAY = DateRange(earliest="2024-09-02", latest="2024-09-02", precision="day")


def groups(events: tuple[Event, ...]) -> list[tuple[str, ...]]:
    return sorted(event.reports for event in events)


def test_other_hours_speak_against_one_happening(write: Write, link_all: LinkAll) -> None:
    """A robbery at five and a bomb in the same town on the same day: the nearer the hour, the likelier they are one."""

    def score(hour: str) -> float:
        market = MARKET.replace("at noon", f"at {hour}")
        told = [write(i, text, published="2024-06-09") for i, text in (("a", BANK), ("b", market))]
        (link,) = link_all([account for one in told for account in accounts(one, ())])
        return link.score

    assert score("11 a.m.") < score("5:10 p.m.")


def test_a_trial_months_later_joins_the_old_event_and_leaves_its_day(write: Write, state: State, run: Run) -> None:
    first, second = write("a", BUS, published="2024-06-09"), write("b", BUS_RETOLD, published="2024-06-09")
    trial = write("c", TRIAL, published="2024-09-02")
    claims = [
        state(first, "killed five", low=5, high=5, date=SATURDAY),
        state(second, "Five dock workers", low=5, high=5, date=SATURDAY),
        state(trial, "went on trial", measure="act", date=TRIAL_DAY),
    ]
    (event,) = run([first, second, trial], claims)
    assert event.reports == ("a", "b", "c")
    assert event.date == SATURDAY


def test_a_trial_alone_with_one_report_leaves_the_days_of_the_deaths(write: Write, state: State, run: Run) -> None:
    first, trial = write("a", BUS, published="2024-06-09"), write("c", TRIAL, published="2024-09-02")
    claims = [
        state(first, "killed five", low=5, high=5, date=SATURDAY),
        state(trial, "went on trial on Monday", measure="captured", date=TRIAL_DAY),
    ]
    (event,) = run([first, trial], claims)
    assert event.date == SATURDAY


def test_a_round_up_gives_to_several_events(write: Write, state: State, run: Run, place: Town) -> None:
    quarry = (
        "In Old Quell, two brothers, Bo and Per Ek, were stabbed to death outside the quarry on Sunday of last week, "
        "sheriff Nell Corr said."
    )
    bus, later = write("bus", BUS, published="2024-06-17"), write("quarry", quarry, published="2024-06-17")
    round_up = write("round-up", BUS_RETOLD, quarry, published="2024-06-17")
    sarvan, quell = place("Sarvan"), place("Old Quell", 14.0)

    def death(told: str, **fields: object) -> Claim:
        article = {"bus": bus, "quarry": later, "round-up": round_up}[told]
        words = "Five dock workers" if fields["place"] is sarvan and told == "round-up" else None
        words = words or ("killed five" if fields["place"] is sarvan else "stabbed to death")
        return state(article, words, **fields)

    claims = [
        death("bus", low=5, high=5, date=SATURDAY, place=sarvan),
        death("quarry", low=2, high=2, date=SUNDAY, place=quell),
        death("round-up", low=5, high=5, date=SATURDAY, place=sarvan),
        death("round-up", low=2, high=2, date=SUNDAY, place=quell),
    ]
    found = run([bus, later, round_up], claims)
    assert groups(found) == [("bus", "round-up"), ("quarry", "round-up")]
    assert {event.place for event in found} == {sarvan, quell}
    assert all(len(event.claims) == 2 for event in found)


def test_each_link_says_how_sure_it_is_and_why(write: Write, run: Run) -> None:
    found = run([write("a", BUS, published="2024-06-09"), write("b", BUS_RETOLD, published="2024-06-10")])
    (link,) = found[0].links
    assert 0 < link.score <= 1
    for reason in ("names shared", "same day told (2024-06-08)", "wording 0.", "published 1 day apart"):
        assert reason in link.why


def test_the_happenings_of_one_report_stay_apart_however_alike_their_words(
    write: Write, state: State, place: Callable[..., Place], run: Callable[..., tuple[Event, ...]]
) -> None:
    told = write(
        "r",
        "In Velma rebels of the Tamar Front attacked a police post on Tuesday and killed two officers, the army said.",
        "In Sarvan rebels of the Tamar Front attacked a police post on Tuesday and killed six officers, the army said.",
    )
    velma, sarvan = place("Velma", text="Velma"), place("Sarvan", 12.0, text="Sarvan")
    claims = (state(told, "two officers", place=velma), state(told, "six officers", place=sarvan))
    assert sorted(event.claims for event in run([told], claims)) == sorted((claim.id,) for claim in claims)
