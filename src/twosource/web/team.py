"""A request in, the team's accounts and who does something to them out."""

from starlette.exceptions import HTTPException
from starlette.requests import Request

from twosource.accounts import Accounts, By
from twosource.web.desk import desk_of, person_of
from twosource.web.guard.people import address_of


def accounts_of(request: Request) -> Accounts:
    """Return the team's accounts.

    Raises:
        HTTPException: 404, the server has none.
    """
    found = desk_of(request).protection.accounts
    if found is None:
        raise HTTPException(404, "This server keeps no accounts; 'twosource serve --accounts' does.")
    return found


def by(request: Request) -> By:
    """Return who asks, from where, and when."""
    return By(who=person_of(request).name, address=address_of(request.scope), now=desk_of(request).clock())
