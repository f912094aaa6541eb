"""The ledger finds the truth that a world of reports was made from: its events, tolls, voices, copies and revisions."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

import twosource
from twosource.model import Event, Figure

Row = dict[str, Any]
FIRST_DAY = date(2031, 5, 5)
PLACES = ("Oruro, Bolivia", "Maribor, Slovenia", "Trelew, Argentina")
SPEAKERS = ("police", "the health ministry", "Mayor Anna Kolar", "")
LEADS = (
    "{number} people were killed when a bomb exploded at a market in {place}, on {weekday}, {speaker} said.",
    "A bomb killed {number} people at a market in {place}, on {weekday}, {speaker} said.",
    "At a market in {place}, a bomb killed {number} people on {weekday}, according to {speaker}.",
    "A bomb tore through a market in {place}, on {weekday}, killing {number} people.",
)
SMALL = ("three", "four", "five", "six", "seven", "eight", "nine")
REST = (
    (
        "Traders had put up their stalls before dawn. The road along the river stayed closed until noon, and "
        "buses took the way over the hill.\n\n"
        "A school next to the square sent its pupils home. Windows broke as far away as the old mill."
    ),
    (
        "Shopkeepers swept glass from the pavement while engineers looked at the roof of the hall.\n\n"
        "The council will meet in the evening and means to talk about lamps, gates and guards for the winter "
        "fairs."
    ),
    (
        "The fair has been held each spring for ninety years and draws farmers from three valleys.\n\n"
        "Music and speeches planned for the weekend are put off, the organising club wrote on its board."
    ),
    (
        "Trains ran late all day because the station lies two streets away.\n\n"
        "A choir sang in the evening at the fountain, and many people brought candles and flowers from their "
        "gardens."
    ),
    (
        "Rain fell through the night and washed soot into the canal.\n\n"
        "Insurers began to list the damage on the north side, where two bakeries and a print shop stood open "
        "to the sky."
    ),
    (
        "A reporter of this paper counted eleven burnt carts in the yard behind the fish hall.\n\n"
        "Work on a new hall was to begin in autumn after a long dispute over its cost and its colour."
    ),
)
EDITS = ("headline", "cut", "local paragraph")


@dataclass(frozen=True, slots=True)
class Telling:
    """One report of a happening: who is cited with how many, which words of its own it has, when it came out."""

    speaker: int
    number: int
    rest: int
    days_later: int
    copied: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Happening:
    """A bomb, and the reports of it; ``killed`` is what is known in the end."""

    place: str
    day: date
    killed: int
    tellings: tuple[Telling, ...]


@st.composite
def happenings(draw: st.DrawFn, place: str, first_rest: int, day: date) -> Happening:
    """One or two voices that agree in the end; the first may have told fewer on the day; one report may be copied."""
    killed = draw(st.sampled_from([*range(4, 10), *range(14, 60)]))
    cited = draw(st.lists(st.integers(0, 3), min_size=1, max_size=2, unique=True))
    told = [Telling(who, killed, first_rest + n, 1) for n, who in enumerate(cited)]
    if SPEAKERS[cited[0]] and draw(st.booleans()):
        told.append(Telling(cited[0], killed - 1, first_rest + 2, 0))
    source = told[draw(st.integers(0, len(cited) - 1))]
    copies = draw(st.lists(st.sampled_from(EDITS), max_size=2, unique=True))
    told += [replace(source, days_later=2, copied=(edit,)) for edit in copies]
    return Happening(place, day, killed, tuple(told))


@st.composite
def truths(draw: st.DrawFn) -> tuple[Happening, ...]:
    """One or two bombs in two towns, a month apart."""
    first = draw(happenings(PLACES[draw(st.integers(0, 1))], 0, FIRST_DAY))
    second = draw(happenings(PLACES[2], 3, FIRST_DAY + timedelta(days=30)))
    return (first, second) if draw(st.booleans()) else (first,)


def row(happening: Happening, telling: Telling, name: str) -> Row:
    lead = LEADS[telling.speaker].format(
        number=dict(enumerate(SMALL, 3)).get(telling.number, telling.number),
        place=happening.place,
        weekday=f"{happening.day:%A}",
        speaker=SPEAKERS[telling.speaker],
    )
    rest = REST[telling.rest]
    if "cut" in telling.copied:
        rest = rest.partition("\n\n")[0]
    if "local paragraph" in telling.copied:
        rest = f"Readers of this paper know the town from our spring journey.\n\n{rest}"
    town = happening.place.partition(",")[0]
    title = f"Town in mourning: {town}" if "headline" in telling.copied else f"Bomb at {town} market, {telling.rest}"
    published = happening.day + timedelta(days=telling.days_later)
    return {
        "id": name,
        "url": f"https://paper-{name}.example/{name}",
        "title": title,
        "published": published.isoformat(),
        "text": f"{lead[:1].upper()}{lead[1:]}\n\n{rest}",
    }


def killed_in(event: Event) -> Figure:
    return next(figure for figure in event.figures if figure.measure == "killed" and figure.group is None)


@settings(max_examples=8, deadline=None)
@given(truth=truths(), data=st.data())
def test_the_ledger_finds_the_truth_the_world_was_made_from(truth: tuple[Happening, ...], data: st.DataObject) -> None:
    rows = {
        f"{n}-{m}": row(happening, telling, f"{n}-{m}")
        for n, happening in enumerate(truth)
        for m, telling in enumerate(happening.tellings)
    }
    ledger = twosource.run(data.draw(st.permutations(list(rows.values()))))
    named = {article.id: str(article.input_id) for article in ledger.articles}
    found = {frozenset(named[report] for report in event.reports): event for event in ledger.events}
    assert set(found) == {frozenset(n for n in rows if n.startswith(f"{k}-")) for k in range(len(truth))}
    for number, happening in enumerate(truth):
        (event,) = (event for reports, event in found.items() if f"{number}-0" in reports)
        check_event(event, happening)


@settings(max_examples=5, deadline=None)
@given(truth=truths())
def test_copies_change_no_figure_and_no_voice(truth: tuple[Happening, ...]) -> None:
    with_copies, without = (
        twosource.run(
            row(happening, telling, f"{n}-{m}")
            for n, happening in enumerate(truth)
            for m, telling in enumerate(happening.tellings)
            if copies or not telling.copied
        )
        for copies in (True, False)
    )
    assert values(with_copies) == values(without)


def values(ledger: twosource.Ledger) -> set[tuple[object, ...]]:
    return {
        (event.date, event.place, f.measure, f.low, f.best, f.high, f.voices)
        for event in ledger.events
        for f in event.figures
    }


def check_event(event: Event, happening: Happening) -> None:
    """Day, toll, voices, agreement and history are those that the reports were made from."""
    figure = killed_in(event)
    final = [telling for telling in happening.tellings if telling.number == happening.killed]
    speakers = {telling.speaker for telling in final}
    agreement = "corroborated" if len(speakers) > 1 else "echoed" if len(final) > 1 else "single"
    assert event.date is not None
    assert (event.date.earliest, event.date.latest) == (happening.day.isoformat(),) * 2
    assert event.place is not None
    assert event.place.name == happening.place.partition(",")[0]
    assert (figure.low, figure.best, figure.high) == (happening.killed,) * 3
    assert (figure.voices, figure.agreement) == (len(speakers), agreement)
    assert len(figure.claims_before) == len(happening.tellings) - len(final)
    assert any(telling.copied for telling in final) == bool(event.copy_groups)
