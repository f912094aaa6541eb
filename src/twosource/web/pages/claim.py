"""``/reports/ID/claims/CLAIM``: one claim in its words, with the forms to accept, reject, correct, grade or note it."""

from dataclasses import dataclass

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from twosource.errors import UsageError
from twosource.model import Claim
from twosource.publish.wording import word
from twosource.web.desk import ledger_of, moment_of
from twosource.web.render import page
from twosource.web.routes import Routes
from twosource.web.views.figure_page import TracedClaim, traced
from twosource.web.views.judgement import judgement_views

router = Routes()
MEASURES = ("killed", "injured", "hit", "captured", "missing", "displaced", "act")
STANCES = ("asserted", "hedged", "denied")
SCOPES = ("event", "cumulative", "historical", "general", "hypothetical", "withdrawn", "remainder", "elsewhere")


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One field of a correction: its name, label and present text; ``choices`` where it is one of a few."""

    name: str
    label: str
    text: str
    hint: str = ""
    choices: tuple[tuple[str, str], ...] = ()


@router.get("/reports/{report}/claims/{claim}")
def one_claim(request: Request, report: str, claim: str) -> Response:
    """Return the page of one claim."""
    try:
        ledger = ledger_of(request).only(report)
        found = ledger.explain(claim)
    except UsageError as error:
        raise HTTPException(404, str(error)) from error
    if not found.claims_for or found.claims_for[0].claim.id != claim:
        raise HTTPException(404, f"Asked for the claim {claim!r}; the report has none of that id now.")
    told = found.claims_for[0].claim
    judgements = (one for one in ledger.judgements if claim in one.targets or _is_about(claim, one.decision.subjects))
    view: TracedClaim = traced(found.claims_for[0], moment_of(request))
    shown = {
        "one": view,
        "event": found.event,
        "scope": told.scope,
        "fields": fields_of(told),
        "judgements": judgement_views(judgements),
    }
    return page(request, "one_claim.html.j2", shown)


def fields_of(claim: Claim) -> tuple[Field, ...]:
    """Return the fields of a claim that a person can correct."""
    when = claim.date
    days = "" if when is None else when.earliest if when.earliest == when.latest else f"{when.earliest}/{when.latest}"
    return (
        Field(name="low", label="At least", text=_number(claim.low), hint="whole number; empty: not known"),
        Field(name="high", label="At most", text=_number(claim.high), hint="the same as at least for an exact number"),
        Field(name="measure", label="What", text=claim.measure, choices=_named("measure", MEASURES)),
        Field(name="stance", label="Stance", text=claim.stance, choices=_named("stance", STANCES)),
        Field(name="scope", label="Counts for", text=claim.scope, choices=_scopes(claim.scope)),
        Field(name="date", label="On", text=days, hint="2031-05-06, or 2031-05-06/2031-05-08"),
        Field(name="place.name", label="Place", text=claim.place.name if claim.place else ""),
        Field(name="speaker.name", label="Speaker", text=claim.speaker.name if claim.speaker else ""),
    )


def _is_about(claim: str, subjects: tuple[object, ...]) -> bool:
    return any(getattr(one, "id", "") == claim for one in subjects)


def _number(number: int | None) -> str:
    return "" if number is None else str(number)


def _named(table: str, keys: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    return tuple((key, word(table, key)) for key in keys)


def _scopes(present: str) -> tuple[tuple[str, str], ...]:
    kept = SCOPES if present in SCOPES else (present, *SCOPES)
    return tuple((key, "this event" if key == "event" else word("scope", key)) for key in kept)
