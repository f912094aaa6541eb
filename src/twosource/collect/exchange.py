"""One question over one open connection: an address goes out, status, headers and unpacked bytes come in."""

import io
import re
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException, HTTPResponse
from socket import gaierror
from ssl import SSLCertVerificationError

from twosource.collect.address import Address
from twosource.collect.archives import unpacked
from twosource.collect.wire import Wire
from twosource.config import Limits
from twosource.errors import UnreadableError

AGENT = "Twosource"
SAYS_WHO = f"{AGENT} (reads news reports for research; keeps to robots.txt)"
_PIECE = 65_536
_GOOD = 200
_PAGES = frozenset({"text/html", "application/xhtml+xml", "text/plain"})
_LISTINGS = re.compile(r"(?:text|application)/(?:xml|json)|application/[\w.-]+\+(?:xml|json)")
_PACKED = frozenset({"application/gzip", "application/x-gzip", "application/octet-stream"})
_PLAIN = re.compile(r"[\x21-\x7e](?:[\x20-\x7e]{0,298}[\x21-\x7e])?")
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]{2,40})", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a server answered; ``content`` is there for status 200 alone, ``headers`` have lower-case names."""

    status: int
    headers: Mapping[str, str]
    content: bytes = b""

    @property
    def media(self) -> str | None:
        """The media type in lower case, None where the server tells none."""
        return media_type(self.headers.get("content-type"))

    @property
    def charset(self) -> str | None:
        """The encoding that the server tells, None where it tells none."""
        return charset(self.headers.get("content-type"))


def media_type(told: str | None) -> str | None:
    """Return the media type of a Content-Type header in lower case, None without one."""
    return (told or "").partition(";")[0].strip().lower() or None


def charset(told: str | None) -> str | None:
    """Return the encoding that a Content-Type header names, None where it names none."""
    found = _CHARSET.search(told or "")
    return found[1] if found else None


def is_page(media: str | None) -> bool:
    """Tell whether a media type is that of a page or of plain text."""
    return media in _PAGES


def plain_header(value: str | None) -> str | None:
    """Return a header's value where it is one line of printable ASCII that can be sent back, else None."""
    return value if value and _PLAIN.fullmatch(value) else None


def ask(wire: Wire, address: Address, marks: Mapping[str, str], limits: Limits) -> Answer:
    """Ask for one address.

    Args:
        wire: the open connection; it is used for this question alone.
        address: what is asked for.
        marks: further headers.
        limits: what the answer may cost, as sent and unpacked.

    Raises:
        UnreadableError: ``no answer``, ``timeout``, ``not a report``, ``too large``, ``expands too far`` or
            ``broken archive``.
    """
    connection = HTTPConnection(address.host, address.port)
    connection.sock = wire  # these three verbs of a socket are all it needs
    headers = {
        "Host": address.authority,
        "User-Agent": SAYS_WHO,
        "Accept": "text/html, application/xhtml+xml, application/xml;q=0.9, text/plain;q=0.8, */*;q=0.1",
        "Accept-Encoding": "gzip",
        "Connection": "close",
        **marks,
    }
    with told_plainly(address):
        connection.request("GET", address.path, headers=headers)
        response = connection.getresponse()
        found = {name.lower(): value for name, value in response.getheaders()}
        if response.status != _GOOD:
            return Answer(status=response.status, headers=found)
        _check_media(media_type(found.get("content-type")))
        content = _received(response, limits)
    return Answer(status=_GOOD, headers=found, content=plain_body(content, found.get("content-encoding"), limits))


@contextmanager
def told_plainly(address: Address) -> Iterator[None]:
    """Turn the errors of a connection into reasons."""
    try:
        yield
    except TimeoutError as error:
        raise UnreadableError("timeout", f"{address.host} took too long to answer") from error
    except SSLCertVerificationError as error:
        raise UnreadableError("no answer", f"{address.host} shows no valid certificate: {error.reason}") from error
    except gaierror as error:
        raise UnreadableError("no answer", f"no machine is known by the name {address.host}") from error
    except (OSError, HTTPException) as error:
        told = (error.strerror if isinstance(error, OSError) else None) or error or type(error).__name__
        raise UnreadableError("no answer", f"{address.host}: {told}"[:300]) from error


def plain_body(content: bytes, coding: str | None, limits: Limits) -> bytes:
    """Return what a body holds once its Content-Encoding is undone.

    Raises:
        UnreadableError: ``broken archive``, ``expands too far``, ``too large``, or ``unreadable encoding`` for a
            coding that was not asked for.
    """
    for name in reversed((coding or "").lower().replace(" ", "").split(",")):
        if name in {"gzip", "x-gzip"}:
            content = unpacked(io.BytesIO(content), limits).read(limits.report_bytes + 1) if content else b""
        elif name == "deflate":
            content = _inflated(content, limits)
        elif name not in {"", "identity"}:
            raise UnreadableError("unreadable encoding", f"the answer is packed as {name[:40]!r}")
    if len(content) > limits.report_bytes:
        raise UnreadableError("too large", f"more than {limits.report_bytes} bytes once unpacked")
    return content


def _inflated(content: bytes, limits: Limits) -> bytes:
    """Servers mean one of two things by deflate: zlib's stream, or a bare one."""
    for bits in (zlib.MAX_WBITS, -zlib.MAX_WBITS):
        try:
            return zlib.decompressobj(bits).decompress(content, limits.report_bytes + 1)
        except zlib.error:
            continue
    raise UnreadableError("broken archive", "the answer is said to be packed by deflate and is not")


def _check_media(media: str | None) -> None:
    if media is not None and not is_page(media) and media not in _PACKED and not _LISTINGS.fullmatch(media):
        raise UnreadableError("not a report", f"{media[:80]}; pages, text, feeds and sitemaps are read")


def _received(response: HTTPResponse, limits: Limits) -> bytes:
    declared = response.length
    if declared is not None and declared > limits.report_bytes:
        raise UnreadableError("too large", f"{declared} bytes; the limit is {limits.report_bytes}")
    found = bytearray()
    while piece := response.read(_PIECE):
        found += piece
        if len(found) > limits.report_bytes:
            raise UnreadableError("too large", f"more than {limits.report_bytes} bytes")
    if declared is not None and len(found) < declared:
        raise UnreadableError("no answer", f"cut short: {len(found)} of {declared} bytes came")
    return bytes(found)
