"""What may be asked in an address, with its bounds; whatever else stands there is refused."""

from typing import Annotated, Any, Literal

from fastapi import HTTPException, Path, Query, Request
from pydantic import BaseModel, ConfigDict, Field

from twosource.api import Ledger
from twosource.errors import UsageError
from twosource.model import Query as Wanted
from twosource.model.figure import Agreement
from twosource.model.query import ShelfName, Sort
from twosource.values.box import box_of
from twosource.web.desk import ledger_of

NUMBER = 1_000_000_000
TOLD_AS_OF = (
    "The ledger as it was at the end of a day (2026-01-05, UTC) or at a time with a zone (2026-01-05T09:00:00Z)."
)
DAY = r"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"
DEGREES = r"-?[0-9]{1,3}(\.[0-9]{1,6})?"
Count = Annotated[int | None, Field(ge=0, le=NUMBER)]
Words = Annotated[str | None, Field(max_length=400)]
AsOf = Annotated[str | None, Query(max_length=40, description=TOLD_AS_OF)]
Id = Annotated[str, Path(max_length=100, pattern=r"^[A-Za-z0-9_-]+$", description="An id of the ledger.")]


class Moment(BaseModel):
    """When the ledger is looked at."""

    model_config = ConfigDict(extra="forbid")

    as_of: Annotated[str | None, Field(max_length=40, description=TOLD_AS_OF)] = None


class Narrowing(Moment):
    """What is wanted of a shelf; what is not told does not narrow it, and what a shelf lacks is ignored."""

    words: Annotated[str, Field(max_length=400, description="Words, or beginnings of words, that all stand there.")] = (
        ""
    )
    earliest: Annotated[str | None, Field(pattern=DAY, description="First day.")] = None
    latest: Annotated[str | None, Field(pattern=DAY, description="Last day.")] = None
    place: Annotated[Words, Field(description="A town, region or country by name, or an ISO 3166-1 code.")] = None
    box: Annotated[
        str | None, Field(pattern=rf"^{DEGREES}(,{DEGREES}){{3}}$", description="West, south, east, north in degrees.")
    ] = None
    actor: Annotated[Words, Field(description="Words of an actor's name.")] = None
    type: Annotated[Words, Field(description="An event's type, a source's kind, a reject's reason.")] = None
    measure: Annotated[
        Literal["killed", "injured", "captured"], Field(description="What the next three are about.")
    ] = "killed"
    at_least: Annotated[Count, Field(description="Of the best number.")] = None
    at_most: Annotated[Count, Field(description="Of the best number.")] = None
    agreement: Annotated[Agreement | None, Field(description="How far voices agree.")] = None
    outlet: Annotated[Words, Field(description="The name of one who published.")] = None
    language: Annotated[Words, Field(description="ISO 639-1, of reports.")] = None
    open: Annotated[
        Literal["claim", "contested"] | None, Field(description="A claim to be looked at: behind a figure, or against.")
    ] = None
    sort: Annotated[Sort, Field(description="What is first; what has none stands last.")] = "date"
    descending: Annotated[bool, Field(description="The largest or latest first.")] = True
    cursor: Annotated[str | None, Field(max_length=2000, description="From the page before.")] = None
    limit: Annotated[int, Field(ge=1, le=200, description="Entries on a page.")] = 50
    rule: Annotated[str | None, Field(max_length=40, description="A way of reconciling; see /rules.")] = None


class About(Moment):
    """Of which event or report; one of the two."""

    event: Annotated[str | None, Field(max_length=100, description="The id of an event.")] = None
    report: Annotated[str | None, Field(max_length=100, description="The id of a report.")] = None
    cursor: Annotated[str | None, Field(pattern=r"^[0-9]{1,9}$", description="From the page before.")] = None
    limit: Annotated[int, Field(ge=1, le=1000, description="Entries on a page.")] = 200


class Opened(Moment):
    """Which of what is open."""

    kind: Annotated[
        Literal["conflict", "not placed", "contested", "claim", "same event"] | None,
        Field(description="One kind alone."),
    ] = None
    cursor: Annotated[str | None, Field(pattern=r"^[0-9]{1,9}$", description="From the page before.")] = None
    limit: Annotated[int, Field(ge=1, le=200, description="Entries on a page.")] = 100


def wanted(asked: Narrowing, shelf: ShelfName) -> Wanted:
    """Return the query that an address asks of a shelf."""
    told: dict[str, Any] = asked.model_dump(exclude={"as_of", "box"})
    return Wanted(shelf=shelf, box=None if asked.box is None else box_of(asked.box), **told)


def part_of(request: Request, wanted_id: str) -> Ledger:
    """Return the part of the ledger about one event or report.

    Raises:
        HTTPException: 404, there is none, or it became another one.
    """
    ledger = ledger_of(request)
    try:
        return ledger.only(wanted_id)
    except UsageError as error:
        raise HTTPException(404, str(error)) from error


def part_about(request: Request, about: About) -> Ledger:
    """Return the part of the ledger about the event or report that is named.

    Raises:
        HTTPException: 400, neither or both are named; 404, there is none.
    """
    if (about.event is None) == (about.report is None):
        raise HTTPException(400, "Name one event or one report (?event=ID or ?report=ID); /export gives whole tables.")
    return part_of(request, about.event or about.report or "")
