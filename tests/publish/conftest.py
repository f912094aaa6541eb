"""An invented ledger: three reports of an attack in Port Almar, Sarvania, and one of a strike in the hills."""

from typing import Any

import pytest

from twosource.model import (
    Actor,
    Annotations,
    Article,
    Block,
    Claim,
    CopyGroup,
    Credit,
    DateRange,
    Discarded,
    Event,
    Figure,
    Group,
    Holdings,
    Link,
    Name,
    Number,
    Place,
    Point,
    Reject,
    Span,
    Speaker,
    Statement,
    Time,
    Toponym,
)
from twosource.model.article import BlockKind

COURIER = (
    "At least 14 soldiers killed in raid on Port Almar depot\n"
    "PORT ALMAR, Sarvania —\n"
    "Fourteen soldiers were killed and dozens of people were wounded when gunmen stormed a fuel depot in Port Almar "
    "early on Wednesday, the defence ministry said on Thursday.\n"
    "SHARE THIS STORY\n"
    "“We lost 14 of our best, including three officers,” Defence Minister Ilan Doru told reporters.\n"
    "Smoke over the depot. Photo: Ada Lenk\n"
    "A doctor at the town hospital, who asked not to be named, put the dead at 21, among them seven dock workers. "
    "The ministry denied that any civilian had died.\n"
    "The depot holds a third of the country's fuel."
)
HERALD = (
    "Ministry: 14 troops dead in Almar attack <script>alert('x')</script>\n"
    "Sarvania's defence ministry says 14 troops died and several people were taken captive in Wednesday's attack on "
    "the Port Almar depot. The Free Coast Front said it had carried out the raid.\n"
    "Two days of mourning were declared. In 1987 a fire at the same depot killed 40 people."
)
GAZETTE = (
    "Depot raid kills 14\n"
    "Fourteen soldiers were killed and dozens of people were wounded when gunmen stormed a fuel depot in Port Almar "
    "early on Wednesday, the defence ministry said on Thursday. Two days of mourning were declared."
)
HILLS = (
    "Drone hits hill village\nA drone strike on the village of Upper Senn killed up to 5 people on Friday, police said."
)
MINISTRY = Speaker(text="the defence ministry", name="Sarvanian defence ministry", kind="government")
DOCTOR = Speaker(text="A doctor at the town hospital", name="a doctor at the town hospital", kind="anonymous")
FRONT = Speaker(text="The Free Coast Front", name="Free Coast Front", kind="armed group", via=("Port Almar Herald",))
POLICE = Speaker(text="police", name="Sarvanian police", kind="police")
SOLDIERS = Group(text="soldiers", role="victim", nationality="LY", status="military")
OFFICERS = Group(text="three officers", role="victim", status="military")
DOCKERS = Group(text="seven dock workers", role="victim", status="civilian")
WEDNESDAY = DateRange(earliest="2025-03-12", latest="2025-03-12", precision="day", text="early on Wednesday")
THURSDAY = DateRange(earliest="2025-03-13", latest="2025-03-13", precision="day", text="on Thursday")
ALMAR = Place(
    name="Port Almar",
    admin1="Coast",
    country="LY",
    latitude=32.2,
    longitude=20.1,
    precision="town",
    geonames_id=1,
    text="Port Almar",
)
SENN = Place(
    name="Upper Senn", country="LY", latitude=27.0, longitude=14.4, precision="admin1", text="village of Upper Senn"
)


def _at(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def _blocks(text: str, kinds: dict[int, BlockKind]) -> tuple[Block, ...]:
    """Return a block for each line of the kinds; lines without one lie between the blocks."""
    blocks, at = [], 0
    for index, line in enumerate(text.split("\n")):
        if index in kinds:
            blocks.append(Block(span=Span(at, at + len(line)), kind=kinds[index]))
        at += len(line) + 1
    return tuple(blocks)


def _articles() -> tuple[Article, ...]:
    courier_kinds: dict[int, BlockKind] = {
        0: "title",
        1: "dateline",
        2: "paragraph",
        4: "paragraph",
        5: "caption",
        6: "paragraph",
        7: "paragraph",
    }
    share = _at(COURIER, "SHARE THIS STORY")
    courier = Article(
        id="r-courier",
        sha256="a" * 64,
        text=COURIER,
        blocks=_blocks(COURIER, courier_kinds),
        discarded=(Discarded(start=share.start, end=share.end, reason="share buttons"),),
        input_id="7",
        url="https://courier.example/almar?day=12&part=<b>",
        outlet="Sarvania Courier",
        title="At least 14 soldiers killed in raid on Port Almar depot",
        byline="Mira Tolen",
        dateline="PORT ALMAR, Sarvania",
        published="2025-03-13T09:30:00+00:00",
        language="en",
        credits=(Credit(name="Coast Press Agency", agency="cpa", where="byline", quote="Mira Tolen, CPA"),),
        fields=(("desk", '{"name":"foreign","rank":2}'), ("note", "not json")),
    )
    herald = Article(
        id="r-herald",
        sha256="b" * 64,
        text=HERALD,
        blocks=_blocks(HERALD, {0: "title", 1: "paragraph", 2: "paragraph"}),
        url="javascript:alert('x')",
        outlet="Port Almar Herald",
        title="Ministry: 14 troops dead in Almar attack <script>alert('x')</script>",
        published="2025-03-14",
        language="en",
    )
    gazette = Article(
        id="r-gazette",
        sha256="c" * 64,
        text=GAZETTE,
        blocks=_blocks(GAZETTE, {0: "title", 1: "paragraph"}),
        url="https://gazette.example/1",
        outlet="Inland Gazette",
        title="Depot raid kills 14",
        published="2025-03-13",
        language="en",
        credits=(Credit(name="Coast Press Agency", agency="cpa", where="copyright", quote="© CPA"),),
    )
    hills = Article(
        id="r-hills",
        sha256="d" * 64,
        text=HILLS,
        blocks=_blocks(HILLS, {0: "title", 1: "paragraph"}),
        path="saved/hills.txt",
        title="Drone hits hill village",
        published="2025-03-15",
    )
    return courier, gazette, herald, hills


def _killed() -> tuple[Claim, ...]:
    soldiers = _at(COURIER, "Fourteen soldiers were killed")
    lost = _at(COURIER, "We lost 14 of our best, including three officers")
    officers = _at(COURIER, "including three officers")
    dead = _at(COURIER, "put the dead at 21")
    dockers = _at(COURIER, "21, among them seven dock workers")
    denied = _at(COURIER, "denied that any civilian had died")
    title = _at(COURIER, "At least 14 soldiers killed")
    troops = _at(HERALD, "14 troops died")
    copied = _at(GAZETTE, "Fourteen soldiers were killed")
    history = _at(HERALD, "In 1987 a fire at the same depot killed 40 people")

    def claim(name: str, report: str, text: str, span: Span, **further: Any) -> Claim:
        return Claim(
            id=f"claim-{name}",
            report=report,
            measure="killed",
            span=span,
            quote=span.of(text),
            stance=further.pop("stance", "asserted"),
            pattern="passive",
            event=further.pop("event", "event-almar"),
            **further,
        )

    return (
        claim(
            "soldiers",
            "r-courier",
            COURIER,
            soldiers,
            low=14,
            high=14,
            group=SOLDIERS,
            speaker=MINISTRY,
            cue="said",
            date=WEDNESDAY,
            said=THURSDAY,
            place=ALMAR,
            wording="Fourteen",
            statement="statement-ministry",
        ),
        claim("title", "r-courier", COURIER, title, low=14, group=SOLDIERS, wording="At least 14"),
        claim("minister", "r-courier", COURIER, lost, low=14, high=14, speaker=MINISTRY, wording="14"),
        claim(
            "officers",
            "r-courier",
            COURIER,
            officers,
            low=3,
            high=3,
            group=OFFICERS,
            speaker=MINISTRY,
            part_of="claim-minister",
        ),
        claim("doctor", "r-courier", COURIER, dead, low=21, high=21, speaker=DOCTOR, cue="put"),
        claim("dockers", "r-courier", COURIER, dockers, low=7, high=7, group=DOCKERS, speaker=DOCTOR),
        claim("denied", "r-courier", COURIER, denied, low=0, high=0, group=DOCKERS, speaker=MINISTRY, stance="denied"),
        claim("troops", "r-herald", HERALD, troops, low=14, high=14, group=SOLDIERS, speaker=MINISTRY),
        claim("copied", "r-gazette", GAZETTE, copied, low=14, high=14, group=SOLDIERS, speaker=MINISTRY, said=THURSDAY),
        claim("history", "r-herald", HERALD, history, low=40, high=40, event=None, scope="historical"),
    )


def _others() -> tuple[Claim, ...]:
    def claim(name: str, report: str, span: Span, text: str, **further: Any) -> Claim:
        return Claim(id=f"claim-{name}", report=report, span=span, quote=span.of(text), pattern="noun", **further)

    dozens = "dozens of people were wounded"
    front = Actor(name="Free Coast Front", text="The Free Coast Front", confidence="claimed")
    return (
        claim(
            "dozens",
            "r-courier",
            _at(COURIER, dozens),
            COURIER,
            measure="injured",
            stance="asserted",
            event="event-almar",
            wording="dozens",
            speaker=MINISTRY,
        ),
        claim(
            "dozens-copied",
            "r-gazette",
            _at(GAZETTE, dozens),
            GAZETTE,
            measure="injured",
            stance="asserted",
            event="event-almar",
            wording="dozens",
            speaker=MINISTRY,
        ),
        claim(
            "captives",
            "r-herald",
            _at(HERALD, "several people were taken captive"),
            HERALD,
            measure="captured",
            stance="hedged",
            event="event-almar",
            wording="several",
            speaker=MINISTRY,
            alignment="folded",
        ),
        claim(
            "front",
            "r-herald",
            _at(HERALD, "it had carried out the raid"),
            HERALD,
            measure="act",
            stance="asserted",
            event="event-almar",
            wording="carried out the raid",
            speaker=FRONT,
            actor=front,
        ),
        claim(
            "hills",
            "r-hills",
            _at(HILLS, "killed up to 5 people"),
            HILLS,
            measure="killed",
            stance="asserted",
            event="event-hills",
            high=5,
            wording="up to 5",
            speaker=POLICE,
        ),
    )


def _statements() -> tuple[Statement, ...]:
    target = _at(COURIER, "Fourteen soldiers were killed and dozens of people were wounded")
    mourning = _at(HERALD, "Two days of mourning were declared")
    mourning_again = _at(GAZETTE, "Two days of mourning were declared")
    return (
        Statement(
            id="statement-ministry",
            report="r-courier",
            source=_at(COURIER, "the defence ministry"),
            cue=_at(COURIER, "said on Thursday"),
            target=(target,),
            direct=False,
            speaker=MINISTRY,
            stance="asserted",
            said=THURSDAY,
            quote=target.of(COURIER),
        ),
        *(
            Statement(
                id=f"statement-mourning-{report}",
                report=report,
                source=None,
                cue=None,
                target=(span,),
                direct=False,
                speaker=MINISTRY,
                stance="asserted",
                quote="Two days of mourning were declared",
            )
            for report, span in (("r-gazette", mourning_again), ("r-herald", mourning))
        ),
    )


def _figures() -> tuple[Figure, ...]:
    def figure(name: str, measure: str, numbers: tuple[int | None, int | None, int | None], **further: Any) -> Figure:
        told: dict[str, Any] = {
            "voices": 1,
            "speakers": (MINISTRY.name,),
            "origins": ("Coast Press Agency",),
            "group": None,
        } | further
        low, best, high = numbers
        return Figure(
            id=f"figure-{name}",
            event="event-almar",
            measure=measure,
            low=low,
            best=best,
            high=high,
            rule="default",
            **told,
        )

    three, outlets = ("r-courier", "r-gazette", "r-herald"), ("Inland Gazette", "Port Almar Herald", "Sarvania Courier")
    echo = "All from one speaker, the Sarvanian defence ministry, through 3 outlets."
    return (
        figure(
            "killed",
            "killed",
            (14, 14, 21),
            agreement="contested",
            voices=2,
            outlets=outlets,
            reports=three,
            speakers=(MINISTRY.name, DOCTOR.name),
            claims_for=("claim-minister", "claim-troops", "claim-copied"),
            claims_against=("claim-doctor",),
            explanation="Two voices differ: 14 and 21.",
        ),
        figure(
            "soldiers",
            "killed",
            (14, 14, 14),
            group=SOLDIERS,
            agreement="echoed",
            outlets=outlets,
            reports=three,
            claims_for=("claim-soldiers", "claim-troops", "claim-copied"),
            claims_against=(),
            explanation=echo,
        ),
        figure(
            "dockers",
            "killed",
            (0, 7, 7),
            group=DOCKERS,
            agreement="single",
            outlets=("Sarvania Courier",),
            reports=("r-courier",),
            claims_for=("claim-dockers",),
            claims_against=("claim-denied",),
            speakers=(DOCTOR.name,),
            explanation="Only one report says it; the ministry denies it.",
        ),
        figure(
            "injured",
            "injured",
            (24, None, None),
            agreement="echoed",
            outlets=outlets[::2],
            wording=("dozens",),
            reports=("r-courier", "r-gazette"),
            claims_for=("claim-dozens", "claim-dozens-copied"),
            claims_against=(),
            explanation="All from one speaker, through 2 outlets.",
        ),
        figure(
            "captured",
            "captured",
            (None, None, None),
            agreement="unresolved",
            outlets=("Port Almar Herald",),
            reports=("r-herald",),
            claims_for=("claim-captives",),
            claims_against=(),
            wording=("several",),
            explanation="No count is given, only “several”.",
        ),
    )


def _events(claims: tuple[Claim, ...]) -> tuple[Event, ...]:
    almar = Event(
        id="event-almar",
        title="Raid on a fuel depot in Port Almar",
        type="armed attack",
        date=WEDNESDAY,
        place=ALMAR,
        actors=(Actor(name="Free Coast Front", text="The Free Coast Front", confidence="claimed"),),
        reports=("r-courier", "r-gazette", "r-herald"),
        claims=tuple(claim.id for claim in claims if claim.event == "event-almar"),
        copy_groups=("copies-1",),
        links=(Link(a="r-courier", b="r-herald", score=0.91, why="same place and day, same speaker"),),
        figures=_figures(),
        points=(
            Point(
                text="Gunmen stormed a fuel depot in Port Almar on Wednesday",
                claims=("claim-soldiers", "claim-troops"),
                statements=(),
                reports=("r-courier", "r-gazette", "r-herald"),
            ),
            Point(
                text="Two days of mourning were declared",
                claims=(),
                reports=("r-gazette", "r-herald"),
                statements=("statement-mourning-r-gazette", "statement-mourning-r-herald"),
            ),
            Point(
                text="The depot holds a third of the country's fuel", claims=(), statements=(), reports=("r-courier",)
            ),
        ),
    )
    hills = Event(
        id="event-hills",
        title="Drone strike on Upper Senn",
        type="air strike",
        date=DateRange(earliest="2025-03-10", latest="2025-03-16", precision="week"),
        place=SENN,
        actors=(),
        reports=("r-hills",),
        claims=("claim-hills",),
        copy_groups=(),
        links=(),
        figures=(
            Figure(
                id="figure-hills",
                event="event-hills",
                measure="killed",
                group=None,
                low=None,
                best=None,
                high=5,
                agreement="single",
                voices=1,
                speakers=(POLICE.name,),
                origins=("hills.txt",),
                outlets=("hills.txt",),
                reports=("r-hills",),
                claims_for=("claim-hills",),
                claims_against=(),
                rule="default",
                explanation="Only one report says it.",
            ),
        ),
    )
    return almar, hills


@pytest.fixture(scope="session")
def ledger() -> Holdings:
    """Three reports of one event, two of them copies of one origin; a second event; two rejects; annotations."""
    claims = (*_killed(), *_others())
    return Holdings(
        rule="default",
        articles=_articles(),
        statements=_statements(),
        claims=claims,
        events=_events(claims),
        copies=(
            CopyGroup(
                id="copies-1",
                reports=("r-courier", "r-gazette"),
                origin="r-courier",
                agency="cpa",
                why="both credit Coast Press Agency",
            ),
        ),
        rejects=(
            Reject(id="reject-1", source="in/empty.html", stage="clean", reason="empty", detail="No text was found."),
            Reject(id="reject-2", source="in/rows.jsonl:7", stage="collect", reason="not JSON", detail="Broken at 12."),
        ),
        annotations=(
            Annotations(
                report="r-courier",
                names=(Name(span=_at(COURIER, "Ilan Doru"), text="Ilan Doru", kind="person", canonical="Ilan Doru"),),
                numbers=(
                    Number(span=Span(0, 11), core=Span(9, 11), text="At least 14", kind="cardinal", low=14, high=None),
                ),
                times=(
                    Time(
                        span=_at(COURIER, "Wednesday"),
                        text="Wednesday",
                        kind="DATE",
                        value="2025-03-12",
                        earliest="2025-03-12",
                        latest="2025-03-12",
                        precision="day",
                    ),
                ),
                places=(Toponym(span=_at(COURIER, "Port Almar"), place=ALMAR),),
            ),
        ),
    )
