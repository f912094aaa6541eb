"""The fields of a form in, a decision recorded out; the ledger is settled with it beside the requests."""

import json
from typing import get_args

from starlette.datastructures import URL, FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from twosource import upkeep
from twosource.errors import UsageError
from twosource.keeping import Draft
from twosource.model.decision import Verb
from twosource.web.chores import settle
from twosource.web.desk import desk_of, person_of
from twosource.web.ways import own_path

PATIENCE = 1.5  # seconds an answer waits for the settling: a ledger of a few hundred reports is done by then
YEAR = 365 * 24 * 3600
NUMBERS = frozenset({"low", "high"})
FAR = 1_000_000_000  # no claim counts as many people; a slip of the hand


def decide(request: Request, draft: Draft, back: str) -> Response:
    """Record a decision, have the ledger settled with it, and lead back to a page that says how far that is.

    Raises:
        HTTPException: the person may not decide (403).
        UsageError: it cannot be decided so.
        StoreError: the ledger cannot be written.
    """
    if person_of(request).role == "reader":
        raise HTTPException(403, "You can read this ledger; a reviewer's role is needed to decide.")
    desk = desk_of(request)
    upkeep.record(desk.store, [draft])
    page = local_page(back)
    job = settle(desk, draft.who, str(page))
    desk.jobs.wait(PATIENCE)
    answer = RedirectResponse(str(page.include_query_params(recorded=job.id)), 303)
    if not person_of(request).name:
        answer.set_cookie(
            "who",
            draft.who.encode("ascii", "xmlcharrefreplace").decode(),
            YEAR,
            httponly=True,
            samesite="strict",
            secure=request.url.scheme == "https",
        )
    return answer


def draft_of(request: Request, form: FormData) -> Draft:
    """Return the decision that a form tells: ``verb``, ``subject``, ``against``, ``value``, ``who`` and ``why``.

    Of a correction, the value is what differs between the fields ``was.NAME`` and ``to.NAME``.

    Raises:
        UsageError: a field is missing or cannot be read.
    """
    verb = _verb(_text(form, "verb"))
    return Draft(
        verb=verb,
        subjects=_texts(form, "subject"),
        against=_texts(form, "against"),
        value=_changes(form) if verb == "correct" else _text(form, "value") or None,
        who=who_of(request, form),
        why=_text(form, "why"),
    )


def who_of(request: Request, form: FormData) -> str:
    """Return who decides: the person logged in, or the name told where the server keeps no accounts."""
    return person_of(request).name or _text(form, "who")


def _verb(told: str) -> Verb:
    known: tuple[Verb, ...] = get_args(Verb)
    for one in known:
        if one == told:
            return one
    raise UsageError(f"There is no judgement {told!r}; choose one of: {', '.join(known)}.")


def _text(form: FormData, name: str) -> str:
    told = form.get(name, "")
    return told.strip().replace("\r\n", "\n") if isinstance(told, str) else ""


def _texts(form: FormData, name: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.strip() for one in form.getlist(name) if isinstance(one, str) and one.strip()))


def _changes(form: FormData) -> str:
    names = sorted(name.removeprefix("to.") for name in form if name.startswith("to."))
    told = {name: (_text(form, f"was.{name}"), _text(form, f"to.{name}")) for name in names}
    changed = {name: _value(name, to) for name, (was, to) in told.items() if was != to}
    if not changed:
        raise UsageError("Nothing is changed in this correction; change a field, or accept the claim as it is.")
    return json.dumps(changed, ensure_ascii=False)


def _value(name: str, told: str) -> str | int | None:
    if not told:
        return None
    if name not in NUMBERS:
        return told
    if not (told.isascii() and told.isdigit()) or int(told) > FAR:
        raise UsageError(f"The number {told!r} cannot be read; give a whole number, or leave it empty if not known.")
    return int(told)


def local_page(back: str) -> URL:
    """Return a page of this server, without what an earlier decision added to its address."""
    return URL(own_path(back, "/decisions")).remove_query_params("recorded")
