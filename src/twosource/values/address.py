"""Web addresses in; the page itself behind an archive's copy, its host and the days told in it out."""

import re
from datetime import date
from ipaddress import ip_address
from urllib.parse import urlsplit

_ARCHIVED = re.compile(r"/(?P<stamp>(?:19|20)\d{6})\d{0,6}(?:[a-z]{2}_)?/(?=https?:)")
_DAY = re.compile(r"/((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?=[/_-]|$)")


def page_address(url: str) -> str:
    """Return the address of the page itself where ``url`` is that of an archive's copy, else ``url``."""
    return url[url.rfind("http") :] if _ARCHIVED.search(url) or "archive.org/" in url else url


def site(url: str | None) -> str | None:
    """Return the host of an address without "www.", that of the page kept where it is an archive's; None for none."""
    try:
        host = urlsplit(page_address(url)).hostname if url else None
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None


def path_of(url: str | None) -> str:
    """Return the path of the page itself, "" where there is none."""
    try:
        return urlsplit(page_address(url)).path if url else ""
    except ValueError:
        return ""


def archived_day(url: str | None) -> date | None:
    """Return the day on which an archive copied the page, None where the address is none of an archive's."""
    match = _ARCHIVED.search(url or "")
    stamp = match["stamp"] if match else ""
    return _day(stamp[:4], stamp[4:6], stamp[6:8]) if stamp else None


def day_in_path(url: str | None) -> date | None:
    """Return the day that the page's own path tells ("/2026/01/03/"), None without one."""
    match = _DAY.search(path_of(url))
    return _day(*match.groups()) if match else None


def _day(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def is_loopback(name: str) -> bool:
    """Tell whether a name or number of a computer is of this one alone."""
    try:
        return ip_address(name).is_loopback
    except ValueError:
        return name == "localhost"
