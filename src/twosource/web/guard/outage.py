"""A fault of the ledger that a guard met in, the refusal out: accounts are kept in the ledger, and lost with it."""

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from twosource.errors import TwosourceError
from twosource.log import logger
from twosource.web.guard.answer import refused
from twosource.web.why import why


class Outages:
    """Answer for the guards behind it; what goes wrong once an answer has begun is left to the server."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on a request, or say why not."""
        has_begun = False

        async def sent(message: Message) -> None:
            nonlocal has_begun
            has_begun = True
            await send(message)

        try:
            await self._app(scope, receive, sent)
        except TwosourceError as error:
            if has_begun or scope["type"] != "http":
                raise
            told = why(error)
            logger.warning("%s %s: %s", scope["method"], scope["path"], error)
            await refused(scope, told.status, told.told, told.headers)(scope, receive, send)
