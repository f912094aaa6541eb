"""The application in, the same application behind its guards out; the order in which they stand is told here."""

from starlette.applications import Starlette

from twosource.web.desk import Desk
from twosource.web.guard.body import Limits
from twosource.web.guard.forgery import Forgery
from twosource.web.guard.headers import Headers
from twosource.web.guard.host import Hosts
from twosource.web.guard.outage import Outages
from twosource.web.guard.people import People


def guarded(app: Starlette, desk: Desk) -> None:
    """Put the guards before an application: headers, name of the server, size, who asks, and whether it is forged."""
    own = desk.protection
    app.add_middleware(Forgery, protection=own)  # the one added last stands first
    if own.accounts is not None:
        app.add_middleware(People, accounts=own.accounts, clock=desk.clock)
        app.add_middleware(Outages)
    app.add_middleware(Limits, protection=own)
    app.add_middleware(Hosts, names=own.hosts)
    app.add_middleware(Headers, has_accounts=own.accounts is not None)
