"""``/as-of``: the form in the header leads back to the page it stands on, as it was at a moment."""

from typing import Annotated

from starlette.datastructures import URL
from starlette.responses import RedirectResponse

from twosource.web.desk import checked_moment
from twosource.web.routes import Routes, Text
from twosource.web.ways import own_path

router = Routes()
Told = Annotated[str, Text(longest=2_000)]


@router.get("/as-of")
def as_of(day: Told = "", time: Told = "", back: Told = "/events") -> RedirectResponse:
    """Lead to a page of this server at the end of a day, or at a time of it (UTC); without a day, as it is now."""
    page = URL(own_path(back))
    page = page.remove_query_params(["as_of", "cursor"])
    if day.strip():
        page = page.include_query_params(as_of=checked_moment(f"{day}T{time}Z" if time.strip() else day.strip()))
    return RedirectResponse(str(page), 303)
