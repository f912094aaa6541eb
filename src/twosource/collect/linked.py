"""Addresses and listings of addresses come in; the reports that stand there go out. Fetches through the wall alone."""

import hashlib
import io
import json
from collections.abc import Iterator
from dataclasses import dataclass, field

from twosource.collect.address import Address, address_of, shown_address
from twosource.collect.archives import unpacked
from twosource.collect.exchange import is_page
from twosource.collect.fetch import Fetched, Held, Reach
from twosource.collect.item import Found, Refusal
from twosource.collect.listing import Entry, Listing, listing, looks_like_listing
from twosource.collect.rows import report_from_row
from twosource.collect.sniff import is_binary, kind_of_content
from twosource.errors import UnreadableError, UsageError
from twosource.model import Report
from twosource.values.identifier import identifier

Item = Found | Refusal | Held
_EMPTY = "it lists nothing"


@dataclass(slots=True)
class Visit:
    """What one named input may still cost: how many listed entries are left, which listings were met."""

    reach: Reach
    left: int
    met: set[str] = field(default_factory=set)


def found_at(told: str, reach: Reach) -> Iterator[Item]:
    """Yield the report that stands at an address, or those that the feed or sitemap there lists.

    Raises:
        UsageError: nothing is fetched here.
    """
    if reach.fetch is None:
        raise UsageError(f"{shown_address(told)}: addresses are not fetched here; save the page and name the file")
    source = shown_address(told)
    try:
        address = address_of(told)
        fetched = _fetched(address, reach)
        if isinstance(fetched, Held):
            yield fetched
        elif looks_like_listing(fetched.content) or not _can_be_page(fetched):
            visit = Visit(reach, reach.limits.listed, {address.text})
            yield from _listed(_plain(fetched, reach), source, (fetched.address, 0), visit)
        else:
            yield Found(source=source, report=_report(fetched, address, reach, {}))
    except UnreadableError as error:
        yield Refusal(source=source, reason=error.reason, detail=error.detail)


def found_in_listing(content: bytes, name: str, reach: Reach) -> Iterator[Item]:
    """Yield the reports that a feed or sitemap lists which lies in a file.

    Raises:
        UnreadableError: it is none.
    """
    yield from _listed(content, name, ("", 0), Visit(reach, reach.limits.listed))


def _listed(content: bytes, source: str, base: tuple[str, int], visit: Visit) -> Iterator[Item]:
    found = listing(content, base[0])
    if not found.entries and not found.further:
        yield Refusal(source=source, reason="empty", detail=_EMPTY)
    if found.is_cut:
        yield Refusal(source=source, reason="broken listing", detail="its end is missing; what stands before was read")
    follow = visit.reach.follow and visit.reach.fetch is not None
    for number, entry in enumerate(found.entries, 1):
        if visit.left <= 0:
            yield _beyond(source, len(found.entries) - number + 1, visit)
            return
        visit.left -= 1
        yield _of_entry(entry, source, number, visit) if follow else _own(entry, f"{source}:{number}", source, visit)
    yield from _further(found, source, base[1], visit)


def _further(found: Listing, source: str, depth: int, visit: Visit) -> Iterator[Item]:
    """Follow a sitemap of sitemaps: each once, and no deeper than the limit."""
    for number, place in enumerate(found.further):
        if visit.left <= 0:
            yield _beyond(source, len(found.further) - number, visit)
            return
        here = shown_address(place)
        try:
            if (address := _unmet(place, depth, visit)) is not None:
                visit.left -= 1
                fetched = _asked(address, None, visit.reach)
                yield from _listed(_plain(fetched, visit.reach), here, (fetched.address, depth + 1), visit)
        except UnreadableError as error:
            yield Refusal(source=here, reason=error.reason, detail=error.detail)


def _unmet(place: str, depth: int, visit: Visit) -> Address | None:
    """Return the address of a further sitemap, None where it was read before."""
    address = address_of(place)
    if address.text in visit.met:
        return None
    visit.met.add(address.text)
    if not visit.reach.follow:
        raise UnreadableError("not fetched", "a sitemap that another one names; sitemaps hold no text themselves")
    if depth >= visit.reach.limits.listing_depth:
        raise UnreadableError("too deep", f"sitemaps within sitemaps; {depth} levels are followed")
    return address


def _beyond(source: str, count: int, visit: Visit) -> Refusal:
    detail = f"{count} further entries; {visit.reach.limits.listed} of one feed or sitemap are taken"
    return Refusal(source=source, reason="too many", detail=detail)


def _of_entry(entry: Entry, source: str, number: int, visit: Visit) -> Item:
    here = f"{source}:{number}"
    try:
        address = address_of(entry.address or "")
    except UnreadableError as error:
        told = f"{error.detail}: {shown_address(entry.address)!r}" if entry.address else "the entry names no address"
        return Refusal(source=here, reason=error.reason, detail=told)
    try:
        fetched = _fetched(address, visit.reach)
        if isinstance(fetched, Held):
            return fetched
        listed = {"title": entry.title, "published": entry.published, "listing": source}
        kept = {name: value for name, value in listed.items() if value is not None}
        report = _report(_page(fetched), address, visit.reach, {"listed": kept})
    except UnreadableError as error:
        return Refusal(source=address.text, reason=error.reason, detail=error.detail)
    return Found(source=address.text, report=report)


def _own(entry: Entry, here: str, source: str, visit: Visit) -> Found | Refusal:
    """Take what the listing itself holds of an entry."""
    if entry.body is None:
        return Refusal(
            source=here, reason="not fetched", detail=f"{source} holds no text of it, and nothing is fetched"
        )
    try:
        return Found(source=here, report=report_from_row(entry.row(), visit.reach.limits, source))
    except UnreadableError as error:
        return Refusal(source=here, reason=error.reason, detail=error.detail)


def _fetched(address: Address, reach: Reach) -> Fetched | Held:
    held = reach.held.get(address.text)
    if held is not None and not reach.refetch:
        return held
    if held is not None and reach.fetch is not None:
        return reach.fetch(address, held) or held
    return _asked(address, held, reach)


def _asked(address: Address, held: Held | None, reach: Reach) -> Fetched:
    found = reach.fetch(address, held) if reach.fetch is not None else None
    if found is None:
        raise UnreadableError("not fetched", "nothing is fetched here")
    return found


def _page(fetched: Fetched) -> Fetched:
    if not _can_be_page(fetched):
        raise UnreadableError("not a report", f"{fetched.media}; a feed's entries are pages")
    return fetched


def _can_be_page(fetched: Fetched) -> bool:
    if fetched.media is not None:
        return is_page(fetched.media)
    return kind_of_content(fetched.content[:4096]) in {"html", "saved text"}


def _plain(fetched: Fetched, reach: Reach) -> bytes:
    """Sitemaps are often kept packed, and served so."""
    if not fetched.content.startswith(b"\x1f\x8b"):
        return fetched.content
    content = unpacked(io.BytesIO(fetched.content), reach.limits).read(reach.limits.report_bytes + 1)
    if len(content) > reach.limits.report_bytes:
        raise UnreadableError("too large", f"more than {reach.limits.report_bytes} bytes once unpacked")
    return content


def _report(fetched: Fetched, asked: Address, reach: Reach, more: dict[str, object]) -> Report:
    """The id is that of the bytes: the same page saved by hand is the same report."""
    content = fetched.content
    if not content.strip():
        raise UnreadableError("empty", "the page holds nothing")
    if is_binary(content[: reach.limits.report_bytes]):
        raise UnreadableError("binary", "no text in any encoding")
    told: dict[str, object | None] = {
        "retrieved": fetched.retrieved,
        "asked": asked.text if asked.text != fetched.address else None,
        "etag": fetched.etag,
        "last_modified": fetched.last_modified,
        **more,
    }
    is_html = fetched.media != "text/plain" or kind_of_content(content[:4096]) == "html"
    return Report(
        id=identifier("r", content),
        sha256=hashlib.sha256(content).hexdigest(),
        content=content,
        form="html" if is_html else "saved text",
        encoding=fetched.charset,
        url=fetched.address,
        fields=tuple(
            (name, json.dumps(value, ensure_ascii=False, sort_keys=True))
            for name, value in sorted(told.items())
            if value is not None
        ),
    )
