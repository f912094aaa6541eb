"""Answers in, the same answers out with headers that tell browsers to run, frame, guess and leak nothing."""

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self';"
    " form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
ALWAYS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    # Outlets never learn which of their pages is read here. Not `no-referrer`: under it a browser sends `Origin: null`
    # with our own forms, and they could not be told from those of a hostile page.
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
}
SHARED = "/static/"
API = "/api/"


class Headers:
    """Set the headers on every answer, errors of this program included."""

    def __init__(self, app: ASGIApp, *, has_accounts: bool) -> None:
        self._app = app
        self._unshared = "no-store" if has_accounts else "private, no-cache"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on a request and mend its answer."""

        async def sent(message: Message) -> None:
            if message["type"] == "http.response.start":
                self._mend(scope["path"], MutableHeaders(scope=message))
            await send(message)

        await self._app(scope, receive, sent if scope["type"] == "http" else send)

    def _mend(self, path: str, headers: MutableHeaders) -> None:
        for name, value in ALWAYS.items():
            headers[name] = value
        if path.startswith(API):
            headers["Cache-Control"] = "private, no-cache"
        elif not path.startswith(SHARED):
            headers["Cache-Control"] = self._unshared
