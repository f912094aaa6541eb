"""Rows in, a JSON answer out: tagged, so that a program that has it is told so, and with the way to the next page."""

import hashlib
import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

import msgspec
from fastapi import Request
from starlette.responses import Response

from twosource.publish.whole import scrubbed

JSON = "application/json"


def answer(request: Request, content: Any, headers: Mapping[str, str] | None = None) -> Response:
    """Return content as JSON, or 304 where the request names its tag.

    The tag is a digest of the bytes: it holds for as long as the answer is the same, whatever was written meanwhile.
    """
    body = encoded(content)
    tag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
    told = {"ETag": tag, **(headers or {})}
    if _is_held(request, tag):
        return Response(status_code=304, headers=told)
    return Response(body, media_type=JSON, headers=told)


def encoded(content: Any) -> bytes:
    """Return content as JSON in UTF-8; half a surrogate pair, which UTF-8 cannot hold, becomes U+FFFD."""
    try:
        return msgspec.json.encode(content)
    except UnicodeEncodeError:
        return scrubbed(json.dumps(msgspec.to_builtins(content), ensure_ascii=False)).encode("utf-8")


def next_page(request: Request, cursor: str | None) -> str | None:
    """Return the address of the next page of what is asked, None after the last."""
    if cursor is None:
        return None
    kept = [(name, value) for name, value in request.query_params.multi_items() if name != "cursor"]
    return f"{request.url.path}?{urlencode([*kept, ('cursor', cursor)])}"


def leading_on(address: str | None) -> Mapping[str, str]:
    """Return the header that leads to the next page (RFC 8288), none after the last."""
    return {} if address is None else {"Link": f'<{address}>; rel="next"'}


def _is_held(request: Request, tag: str) -> bool:
    told = [one.strip().removeprefix("W/") for one in request.headers.get("if-none-match", "").split(",")]
    return tag in told or "*" in told
