"""The text of an address comes in; its parts, or why it is refused, go out. Looks nothing up."""

import re
from dataclasses import dataclass
from ipaddress import AddressValueError, IPv4Address, IPv6Address
from urllib.parse import quote, urljoin, urlsplit

from twosource.errors import UnreadableError

LONGEST = 4_000  # characters; servers answer 414 beyond 8,000, browsers and search engines stay below 2,100
PORTS = frozenset({80, 443})
_USUAL = {"http": 80, "https": 443}
_ODD = re.compile(r"[\x00-\x20\x7f-\xa0\\\u2028\u2029]")
_NAME = re.compile(r"(?!-)[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63})*")
_NUMBER_LIKE = re.compile(r"(?:.*\.)?(?:\d+|0x[0-9a-f]*)")
_KEPT = "%/:=&?~#+!$,;'@()*[]|"
_CREDENTIALS = re.compile(r"(?<=//)[^/?#]*@")


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """Where one page stands. ``text`` is the whole of it in one fixed spelling, ``path`` what a server is asked for."""

    text: str
    scheme: str
    host: str
    port: int
    path: str

    @property
    def origin(self) -> str:
        """Scheme, host and, where it is not the usual one, port: what a Host header and robots.txt belong to."""
        return f"{self.scheme}://{self.authority}"

    @property
    def authority(self) -> str:
        """Host and, where it is not the usual one, port."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _USUAL[self.scheme] else f"{host}:{self.port}"


def address_of(text: str, ports: frozenset[int] = PORTS) -> Address:
    """Return the parts of an address that may be asked for; whether its host is public is not known yet.

    Raises:
        UnreadableError: ``refused address`` where it is not http or https, holds a user name or password, a port
            outside ``ports``, or is no address.
    """
    told = text.strip()
    if not told or len(told) > LONGEST or _ODD.search(told):
        raise UnreadableError("refused address", "an address has no spaces, control characters or backslashes")
    try:
        parts = urlsplit(told)
        host, port = parts.hostname, parts.port
    except ValueError as error:
        raise UnreadableError("refused address", f"this is no address: {error}") from error
    scheme = parts.scheme.lower()
    if scheme not in _USUAL:
        raise UnreadableError("refused address", "only http:// and https:// addresses are fetched")
    if "@" in parts.netloc:
        raise UnreadableError("refused address", "addresses with a user name or password are not fetched")
    port = _USUAL[scheme] if port is None else port
    if port not in ports:
        raise UnreadableError("refused address", f"port {port}; only the ports {_listed(ports)} are asked")
    path = quote(parts.path or "/", safe=_KEPT) + (f"?{quote(parts.query, safe=_KEPT)}" if parts.query else "")
    found = Address(text="", scheme=scheme, host=_host(host), port=port, path=path)
    return Address(text=found.origin + path, scheme=scheme, host=found.host, port=port, path=path)


def beside(base: Address | str, reference: str) -> str:
    """Return the text of an address that a page, feed or redirect gives, full or in part; "" where it is none."""
    try:
        return urljoin(base if isinstance(base, str) else base.text, reference.strip())
    except ValueError:
        return ""


def shown_address(text: str) -> str:
    """Return an address as it may be printed and kept: without user name and password."""
    return _CREDENTIALS.sub("", text.strip()).encode("utf-8", "replace").decode("utf-8")[:LONGEST]


def _host(told: str | None) -> str:
    host = (told or "").rstrip(".")
    try:
        return str(IPv6Address(host)) if ":" in host and "%" not in host else _name(host)
    except (AddressValueError, UnicodeError) as error:
        raise UnreadableError("refused address", f"the host {host[:80]!r} is no name and no number") from error


def _name(host: str) -> str:
    """Names in letters of other scripts are asked for in their ASCII form; numbers only in four parts."""
    name = host if host.isascii() else host.encode("idna").decode("ascii").lower()
    if _NUMBER_LIKE.fullmatch(name):
        return str(IPv4Address(name))
    if not _NAME.fullmatch(name):
        raise UnicodeError
    return name


def _listed(ports: frozenset[int]) -> str:
    return " and ".join(str(port) for port in sorted(ports))
