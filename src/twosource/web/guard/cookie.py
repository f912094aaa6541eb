"""Names and texts of the cookies: out of reach of scripts, of other sites and, over https, of plain connections."""

from collections.abc import Iterable
from http.cookies import CookieError, SimpleCookie

from starlette.types import Scope

from twosource.web.guard.host import port_of

SESSION, VISIT = "session", "visit"
DAYS = 7


def cookie_name(scope: Scope, kind: str) -> str:
    """Return the name of a cookie; browsers share cookies between ports, so two servers must not use one name."""
    before = "__Host-" if scope.get("scheme") == "https" else ""
    return f"{before}twosource-{kind}-{port_of(scope)}"


def cookie_of(scope: Scope, kind: str) -> str | None:
    """Return what the browser holds, None where there is nothing or it cannot be read."""
    wanted = cookie_name(scope, kind)
    for value in _told(scope):
        try:
            found = SimpleCookie(value).get(wanted)
        except CookieError:
            continue
        if found is not None and found.value:
            return found.value
    return None


def set_cookie(scope: Scope, kind: str, value: str) -> tuple[bytes, bytes]:
    """Return the header that gives the browser a value.

    The session comes along when somebody follows a link from a letter (``Lax``): pages that are only looked at change
    nothing. What forms are checked against never does (``Strict``).
    """
    site = "Lax" if kind == SESSION else "Strict"
    age = f"; Max-Age={DAYS * 86_400}" if kind == SESSION else ""
    return _header(scope, f"{cookie_name(scope, kind)}={value}; Path=/; HttpOnly; SameSite={site}{age}")


def end_cookie(scope: Scope, kind: str) -> tuple[bytes, bytes]:
    """Return the header that takes the value from the browser."""
    return _header(scope, f"{cookie_name(scope, kind)}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0")


def _told(scope: Scope) -> Iterable[str]:
    return (value.decode("latin-1") for name, value in scope["headers"] if name == b"cookie")


def _header(scope: Scope, text: str) -> tuple[bytes, bytes]:
    secure = "; Secure" if scope.get("scheme") == "https" else ""
    return b"set-cookie", f"{text}{secure}".encode("latin-1")
