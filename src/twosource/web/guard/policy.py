"""Which role a request needs, by method and path: a reader may look, a reviewer change, where nothing else is told."""

from twosource.accounts import Role

SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
OPEN = ("/login", "/static")
OWN = ("/logout", "/account")
ADMIN = ("/accounts", "/audit")
UPLOADS = ("/add", "/api/v1/reports")
EXPORTS = ("/export/ledger.zip", "/export/events.geojson", "/api/v1/export")


def least(method: str, path: str) -> Role | None:
    """Return the role that may least and still may this; None: anybody, logged in or not."""
    if _under(path, OPEN):
        return None
    if _under(path, ADMIN):
        return "admin"
    if method in SAFE or _under(path, OWN):
        return "reader"
    return "reviewer"


def deed(method: str, path: str) -> str | None:
    """Return the word under which a change or an export is noted in the audit; None: nothing is, or the page does."""
    if method in SAFE:
        return "export" if method == "GET" and _under(path, EXPORTS) else None
    if _under(path, (*OPEN, *OWN, *ADMIN)):
        return None
    return "upload" if _under(path, UPLOADS) else "decision"


def _under(path: str, paths: tuple[str, ...]) -> bool:
    return any(path == one or path.startswith(f"{one}/") for one in paths)
