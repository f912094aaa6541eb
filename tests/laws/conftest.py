"""Invented worlds: a few events, told by a few reports in plain news English; some are copies, some are junk."""

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import strategies as st

Row = dict[str, Any]
PLACES = ("Tromso, Norway", "Oruro, Bolivia", "Trelew, Argentina", "Maribor, Slovenia", "Kaunas, Lithuania")
SPEAKERS = ("Ivan Petrak", "Anna Kolar", "Martin Lindgren", "Sofia Arden", "Thomas Reiner", "Nadia Belkin")
OUTLETS = ("courier.example", "herald.example", "gazette.example", "tribune.example", "observer.example")
NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
FIRST_DAY = date(2031, 5, 5)


@dataclass(frozen=True, slots=True)
class Fact:
    """One happening as it was; ``killed`` and ``injured`` are below ten or above twelve, so that words stay words."""

    place: str
    day: date
    killed: int
    injured: int
    speaker: str

    @property
    def town(self) -> str:
        """The town without its country."""
        return self.place.partition(",")[0]

    @property
    def weekday(self) -> str:
        """The day's name, as news tells it."""
        return f"{self.day:%A}"


def counted(number: int) -> str:
    """Small numbers as words, others as digits: the way news writes them."""
    return NUMBERS[number] if number < len(NUMBERS) else str(number)


def _passive(f: Fact) -> str:
    people = f"{counted(f.killed)} people were killed and {counted(f.injured)} others were injured"
    return f"{people.capitalize()} when a bomb exploded at a market in {f.place}, on {f.weekday}, police said."


def _active(f: Fact) -> str:
    return f"A bomb killed {counted(f.killed)} people in {f.town} on {f.weekday}, according to Mayor {f.speaker}."


def _toll(f: Fact) -> str:
    return f"The death toll from the bomb in {f.town} rose to {f.killed} on {f.weekday}, the health ministry said."


def _quotation(f: Fact) -> str:
    surname = f.speaker.split()[-1]
    return (
        f"“{counted(f.killed).capitalize()} people are dead,” Mayor {f.speaker} told reporters in {f.town}. "
        f"{surname} said {counted(f.injured)} people were injured."
    )


def _dated(f: Fact) -> str:
    day = f"{f.day:%B} {f.day.day}, {f.day.year}"
    return f"At least {counted(f.killed)} people died in an attack in {f.place}, on {day}."


def _denial(f: Fact) -> str:
    return f"The army denied that any soldiers had been killed in {f.town}."


def _zero(f: Fact) -> str:
    return f"No one was arrested on {f.weekday}, Mayor {f.speaker} said."


TEMPLATES: tuple[Callable[[Fact], str], ...] = (_passive, _active, _toll, _quotation, _dated, _denial, _zero)
COUNTING = TEMPLATES[:5]
JUNK: tuple[Row, ...] = (
    {"id": "j1", "text": "   "},
    {"id": "j2"},
    {"id": "j3", "text": 7},
    {"id": ["j4"], "text": "Two people were killed."},
    {"id": "j5", "text": "\ud800\x00 two dead \x00", "published": "yesterday"},
    {"id": "j6", "html": "<p>" * 40 + "Two people were killed</i>" + "<script>9 killed</script>", "published": ""},
    {"id": "j7", "text": "قُتل شخصان 💥 في المدينة", "title": "<script>alert(1)</script>", "published": "2999-13-45"},
    {"id": "j8", "text": "killed " * 60, "url": "::not an address::"},
)


@dataclass(frozen=True, slots=True)
class Telling:
    """One report: which facts it tells by which templates, who prints it, when, and in what form."""

    parts: tuple[tuple[int, tuple[int, ...]], ...]
    outlet: str
    days_later: int
    form: str

    def row(self, facts: tuple[Fact, ...], name: str) -> Row:
        """Return the report as an input row."""
        told = [(facts[index], templates) for index, templates in self.parts]
        published = max(fact.day for fact, _ in told) + timedelta(days=self.days_later)
        paragraphs = [" ".join(TEMPLATES[number](fact) for number in templates) for fact, templates in told]
        row = {"id": name, "url": f"https://{self.outlet}/{name}", "published": published.isoformat()}
        if self.form == "html":
            prose = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
            menu = "<nav><a href='/'>Home</a> <a href='/w'>World: 99 killed</a></nav>"
            return row | {"html": f"<html><body>{menu}<article>{prose}</article></body></html>"}
        return row | {"text": "\n\n".join(paragraphs)}


@dataclass(frozen=True, slots=True)
class World:
    """What happened, and who tells it."""

    facts: tuple[Fact, ...]
    tellings: tuple[Telling, ...]
    junk: tuple[Row, ...] = ()

    def rows(self) -> list[Row]:
        """Return every report, and the junk, as input rows."""
        return [one.row(self.facts, f"r{number}") for number, one in enumerate(self.tellings)] + list(self.junk)

    def files(self, folder: Path) -> Path:
        """Write the rows to a folder: one file of lines, each other row a page of its own saved as text."""
        folder.mkdir(parents=True, exist_ok=True)
        rows = self.rows()
        lines = [json.dumps(row) for row in rows[::2]]
        (folder / "rows.jsonl").write_text("\n".join(lines), encoding="utf-8")
        for number, row in enumerate(rows[1::2]):
            page = FURNITURE.format(text=row.get("text") or row.get("html") or "")
            (folder / f"page-{number}.txt").write_bytes(page.encode("utf-8", "replace"))
        return folder


FURNITURE = """Skip to content
Home | World | Sport

Market bombed as town mourns

Published: May 12, 2031

Share this article

{text}

See also  Nine killed time at the beach, 40 pictures

Rate this post
"""


@st.composite
def _facts(draw: st.DrawFn) -> Fact:
    sizes = st.integers(2, 8) | st.integers(13, 60)
    day = FIRST_DAY + timedelta(days=draw(st.integers(0, 40)))
    return Fact(draw(st.sampled_from(PLACES)), day, draw(sizes), draw(sizes), draw(st.sampled_from(SPEAKERS)))


@st.composite
def _tellings(draw: st.DrawFn, facts: int) -> Telling:
    told = draw(st.lists(st.integers(0, facts - 1), min_size=1, max_size=2, unique=True))
    others = st.lists(st.integers(0, len(TEMPLATES) - 1), max_size=2)
    opening = st.integers(0, len(COUNTING) - 1)
    return Telling(
        parts=tuple((index, tuple(dict.fromkeys([draw(opening), *draw(others)]))) for index in told),
        outlet=draw(st.sampled_from(OUTLETS)),
        days_later=draw(st.integers(0, 2)),
        form=draw(st.sampled_from(["text", "text", "html"])),
    )


@st.composite
def _copy(draw: st.DrawFn, telling: Telling) -> Telling:
    """The same words in another outlet, cut or not."""
    cut = draw(st.booleans())
    parts = telling.parts[:1] if cut else telling.parts
    return replace(telling, parts=parts, outlet=draw(st.sampled_from(OUTLETS)), days_later=telling.days_later + 1)


@st.composite
def _worlds(draw: st.DrawFn) -> World:
    facts = draw(st.lists(_facts(), min_size=1, max_size=3, unique_by=lambda fact: fact.town))
    own = draw(st.lists(_tellings(len(facts)), min_size=1, max_size=4))
    copies = [draw(_copy(own[0]))] if draw(st.booleans()) else []
    junk = draw(st.lists(st.sampled_from(JUNK), max_size=2, unique_by=lambda row: str(row["id"])))
    return World(tuple(facts), (*own, *copies), tuple(junk))


@pytest.fixture(scope="session")
def worlds() -> st.SearchStrategy[World]:
    """Small worlds: one to three events, one to five reports, up to two rows of junk."""
    return _worlds()
