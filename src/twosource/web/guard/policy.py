"""Which role a request needs, by method and path: a reader may look, a reviewer change, where nothing else is told."""

from twosource.accounts import Role

SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
OPEN = ("/login", "/static")
OWN = ("/logout", "/account")
ADMIN = ("/accounts", "/audit")
DEEDS = (
    ("upload", ("/add", "/api/v1/reports")),
    ("export", ("/export", "/api/v1/export")),
)


def least(method: str, path: str) -> Role | None:
    """Return the role that may least and still may this; None: anybody, logged in or not."""
    if _under(path, OPEN):
        return None
    if _under(path, ADMIN):
        return "admin"
    if method in SAFE or _under(path, OWN):
        return "reader"
    return "reviewer"


def deed(path: str) -> str | None:
    """Return the word under which a change is noted in the audit; None where the page notes it itself."""
    if _under(path, (*OPEN, *OWN, *ADMIN)):
        return None
    return next((word for word, paths in DEEDS if _under(path, paths)), "decision")


def _under(path: str, paths: tuple[str, ...]) -> bool:
    return any(path == one or path.startswith(f"{one}/") for one in paths)
