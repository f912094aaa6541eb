"""The interface for programs, made when a program first asks: a server that only people use starts without it."""

from starlette.types import ASGIApp, Receive, Scope, Send

from twosource.web.desk import Desk


class Programs:
    """The interface for programs to one ledger."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._app: ASGIApp | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request as the interface does."""
        if self._app is None:
            from twosource.web.http.app import http_app  # noqa: PLC0415 - its models cost a tenth of a server's start

            self._app = http_app(self._desk)
        await self._app(scope, receive, send)
