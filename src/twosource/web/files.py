"""The looks and the few scripts of the pages as files: a name in, its bytes out; no other file can be asked for."""

from functools import lru_cache
from importlib.resources import files

from starlette.exceptions import HTTPException
from starlette.responses import Response

from twosource.web.routes import Routes

SHARED = "page.css"  # the looks of the one-file page, which these pages go on from
KINDS = {"css": "text/css", "js": "text/javascript", "svg": "image/svg+xml"}
KEPT = "public, max-age=3600"

router = Routes()


@router.get("/static/{name}")
def static(name: str) -> Response:
    """Return one file."""
    kind = KINDS.get(name.rpartition(".")[2])
    content = _content(name) if kind else None
    if content is None:
        raise HTTPException(404)
    return Response(content, media_type=kind, headers={"Cache-Control": KEPT, "X-Content-Type-Options": "nosniff"})


@lru_cache(maxsize=64)
def _content(name: str) -> bytes | None:
    folder = files("twosource.publish") / "templates" if name == SHARED else files("twosource.web") / "static"
    held = {one.name: one for one in folder.iterdir() if one.is_file()}
    return held[name].read_bytes() if name in held else None
