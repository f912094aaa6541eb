"""A size in, a kept ledger of so many invented events out, with some ten claims each; the same size, the same ledger.

It is written as runs write, by the store's own verbs; what the stages would find is told here instead.
"""

import random
from collections.abc import Iterator
from dataclasses import astuple, replace
from datetime import date, timedelta
from itertools import islice
from typing import Any

import msgspec

from twosource import store
from twosource.keeping.entry import event_entry
from twosource.model import (
    Actor,
    Article,
    Block,
    Claim,
    CopyGroup,
    DateRange,
    Event,
    Figure,
    Place,
    Reading,
    Report,
    ReportEntry,
    SourceEntry,
    Span,
    Speaker,
    Statement,
)
from twosource.ontology.rule import rule_names
from twosource.values.identifier import identifier

RUNS = 20  # runs that the ledger grew by; each changes a tenth of what the one before brought
REPORTS = (1, 2, 2, 5)  # of an event, in turn
AT_ONCE = 2_000
PROGRAM = "invented"
TYPES = ("bombing", "shelling", "air strike", "shooting", "clash", "abduction", "armed attack", "riot")
ISO = (
    "CH",
    "BO",
    "SD",
    "UA",
    "SY",
    "IQ",
    "CO",
    "MM",
    "NG",
    "ML",
    "YE",
    "PH",
    "MX",
    "PK",
    "SO",
    "ET",
    "HT",
    "LB",
    "TD",
    "NE",
)
BODIES = (("police", "police"), ("the hospital", "health authority"), ("the mayor", "person"), ("the army", "military"))
SYLLABLES = ("ka", "ri", "mo", "ta", "lu", "ven", "sor", "bel", "da", "nim", "ost", "gra", "pel", "zu", "har", "tin")
MEASURES = (("killed", "killed"), ("injured", "wounded"), ("captured", "taken"), ("killed", "killed"))
Told = tuple[Event, list[tuple[Report, Reading]], CopyGroup | None]


def make(where: str, events: int) -> None:
    """Write the ledger of so many events to an empty place."""
    opened = store.open_store(where)
    chance = random.Random(events)  # noqa: S311 - to be the same each time, not to be secret
    told = _told(chance, events)
    per_run = max(1, events // RUNS)
    before: list[Told] = []
    for number in range(1, RUNS + 1):
        now = f"2031-{number // 28 + 1:02}-{number % 28 + 1:02}T08:00:00Z"
        new = list(islice(told, per_run))
        pairs = [pair for _, read, _ in new for pair in read]
        for begin in range(0, len(pairs), AT_ONCE):
            store.add_readings(opened, pairs[begin : begin + AT_ONCE], PROGRAM, now)
        changed = [(_grown(event), read, group) for event, read, group in before[:: RUNS // 2]]
        _end(opened, number, [*changed, *new], now)
        before = new
    opened.close()


def grow(where: str) -> None:
    """End one more small run of a ledger that ``make`` wrote: three events more."""
    opened = store.open_store(where)
    last = opened.last(store.RUNS)
    run = int(last["id"]) + 1 if last is not None else 1
    chance = random.Random(f"more {run}")  # noqa: S311 - as above
    new = [_event(chance, -1 - run * 3 - at, _town(chance, at), "2030-12-31") for at in range(3)]
    now = "2031-02-01T08:00:00Z"
    store.add_readings(opened, [pair for _, read, _ in new for pair in read], PROGRAM, now)
    _end(opened, run, new, now)
    opened.close()


def _end(opened: store.Store, number: int, told: list[Told], now: str) -> None:
    """End a run as ``commit_run`` does, with rows for what is new alone."""
    run = store.Run(number=number, rule="default", program=PROGRAM, reports=tuple(_reports(told)))
    standing = ({"id": one, "record": {"reading": store.reading_id(one, PROGRAM)}} for one in _reports(told))
    tables: dict[str, Iterator[store.Row]] = {
        store.RUNS: iter([{"id": f"{number:08}", "record": msgspec.to_builtins(run)}]),
        "standing": iter(standing),
        store.EVENTS: ({"id": event.id, "record": msgspec.to_builtins(event)} for event, _, _ in told),
        store.COPIES: ({"id": one.id, "record": msgspec.to_builtins(one)} for _, _, one in told if one),
        store.SHELVED["events"]: (_event_row(event, read) for event, read, _ in told),
        store.SHELVED["reports"]: (_report_row(one, told_of) for told_of in told for _, one in told_of[1]),
        store.SHELVED["sources"]: (_source_row(name, number) for name in range(200)),
    }
    opened.commit(tables, now, store.RUNS)


def _reports(told: list[Told]) -> Iterator[str]:
    return (report.id for _, read, _ in told for report, _ in read)


def _event_row(event: Event, read: list[tuple[Report, Reading]]) -> store.Row:
    outlets = {one.report: str(one.article.outlet) for _, one in read if one.article}
    is_open = [("claim", one, int(one[2:8], 16) % 700 / 100) for one in event.claims if int(one[2:8], 16) % 3 == 0]
    entry = event_entry(event, outlets, doubt=max((told[2] for told in is_open), default=0.0))
    own = [told and list(astuple(told)) for told in (entry.killed, entry.injured, entry.captured)]
    under = dict.fromkeys(rule_names(), own)
    return {"id": event.id, "record": {"entry": msgspec.to_builtins(entry), "under": under, "open": is_open}}


def _report_row(reading: Reading, told: Told) -> store.Row:
    event, _, group = told
    article = reading.article
    entry = ReportEntry(
        id=reading.report,
        title=article.title if article else None,
        outlet=(article.outlet if article else None) or "",
        published=article.published if article else None,
        url=article.url if article else None,
        language="en",
        copy_group=group.id if group else None,
        events=(event.id,),
        claims=len(reading.claims),
    )
    return {"id": entry.id, "record": {"entry": msgspec.to_builtins(entry)}}


def _source_row(number: int, run: int) -> store.Row:
    entry = SourceEntry(id=f"s-{number:016}", name=f"Outlet {number}", kind="outlet", reports=number * run, claims=run)
    return {"id": entry.id, "record": {"entry": msgspec.to_builtins(entry)}}


def _grown(event: Event) -> Event:
    """An event as a later run has it: one more was killed."""
    figures = tuple(
        replace(one, best=one.best + 1, high=one.high + 1) if one.best is not None and one.high is not None else one
        for one in event.figures
    )
    return replace(event, figures=figures)


def _told(chance: random.Random, events: int) -> Iterator[Told]:
    towns = [_town(chance, number) for number in range(600)]
    first = date(2021, 1, 1)
    for number in range(events):
        day = (first + timedelta(days=chance.randrange(3_650))).isoformat()
        yield _event(chance, number, chance.choice(towns), day)


def _town(chance: random.Random, number: int) -> Place:
    return Place(
        name=_name(chance),
        admin1=_name(chance),
        country=chance.choice(ISO),
        latitude=round(chance.uniform(-35, 60), 3),
        longitude=round(chance.uniform(-110, 140), 3),
        precision="town",
        geonames_id=number,
    )


def _name(chance: random.Random) -> str:
    return "".join(chance.choice(SYLLABLES) for _ in range(chance.randint(2, 4))).capitalize()


def _event(chance: random.Random, number: int, town: Place, day: str) -> Told:
    kind = chance.choice(TYPES)
    count = chance.randint(1, 40)
    title = f"{kind.capitalize()} in {town.name}: {count} killed"
    reports = REPORTS[number % len(REPORTS)]
    read = [_report(chance, (number, at), (town, day, kind), count) for at in range(reports)]
    claims = tuple(claim for _, one in read for claim in one.claims)
    identity = identifier("e", number)
    event = Event(
        id=identity,
        title=title,
        type=kind,
        date=DateRange(earliest=day, latest=day, precision="day"),
        place=town,
        actors=(Actor(name=f"{_name(chance)} Brigade", text="the brigade", kind="organisation"),),
        reports=tuple(sorted(one.report for _, one in read)),
        claims=tuple(claim.id for claim in claims),
        copy_groups=(),
        links=(),
        figures=_figures(identity, claims),
    )
    if reports < max(REPORTS):
        return event, read, None
    group = CopyGroup(
        id=identifier("g", number),
        reports=event.reports[:2],
        origin=event.reports[0],
        agency=None,
        why="the same sentences",
    )
    return replace(event, copy_groups=(group.id,)), read, group


def _figures(event: str, claims: tuple[Claim, ...]) -> tuple[Figure, ...]:
    found = []
    for measure in ("captured", "injured", "killed"):
        told = [claim for claim in claims if claim.measure == measure]
        numbers = sorted(claim.low or 0 for claim in told)
        found.append(
            Figure(
                id=identifier("f", event, measure),
                event=event,
                measure=measure,
                group=None,
                low=numbers[0],
                best=numbers[len(numbers) // 2],
                high=numbers[-1],
                agreement="corroborated" if len(set(numbers)) == 1 else "contested" if len(told) > 2 else "single",
                voices=min(len(told), 3),
                speakers=tuple(sorted({claim.speaker.name for claim in told if claim.speaker})),
                origins=(),
                outlets=(),
                reports=tuple(sorted({claim.report for claim in told})),
                claims_for=tuple(claim.id for claim in told),
                claims_against=(),
                rule="default",
                explanation="as most voices tell",
            )
        )
    return tuple(found)


def _report(
    chance: random.Random, numbers: tuple[int, int], scene: tuple[Place, str, str], count: int
) -> tuple[Report, Reading]:
    town, day, kind = scene
    identity = identifier("r", *numbers)
    title = f"{kind.capitalize()} in {town.name}"
    text, claims, statements = title + "\n\n", [], []
    for at, (measure, verb) in enumerate(MEASURES):
        number = max(1, count + chance.randint(-2, 2) * (chance.random() < 0.3))
        name, role = BODIES[(numbers[1] + at) % len(BODIES)]
        quote = f"{number} people were {verb} in the {kind} near the {_name(chance)} bridge in {town.name}"
        begin = len(text)
        span = Span(begin, begin + len(quote))
        text += f"{quote}, {name} said on {day}. "
        speaker: Any = Speaker(text=name, name=f"{name} of {town.name}", kind=role)  # type: ignore[arg-type]
        claim = identifier("c", identity, at)
        statements.append(
            Statement(
                id=identifier("st", claim),
                report=identity,
                source=None,
                cue=None,
                target=(span,),
                direct=False,
                speaker=speaker,
                stance="asserted",
                quote=quote,
            )
        )
        claims.append(
            Claim(
                id=claim,
                report=identity,
                measure=measure,  # type: ignore[arg-type]
                span=span,
                quote=quote,
                stance="asserted",
                pattern="invented",
                statement=statements[-1].id,
                low=number,
                high=number,
                date=DateRange(earliest=day, latest=day, precision="day"),
                place=town,
                speaker=speaker,
                confidence=0.9,
            )
        )
    outlet = f"Outlet {chance.randrange(200)}"
    digest = identifier("", *numbers)
    article = Article(
        id=identity,
        sha256=digest,
        text=text,
        blocks=(Block(span=Span(0, len(text)), kind="paragraph"),),
        url=f"https://outlet.example/{identity}",
        outlet=outlet,
        title=title,
        published=day,
        language="en",
    )
    report = Report(id=identity, sha256=digest, content=text.encode(), form="text", url=article.url, title=title)
    return report, Reading(report=identity, article=article, statements=tuple(statements), claims=tuple(claims))
