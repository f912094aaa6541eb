"""The wall to the web: an address goes out, what stood there at which time comes in. Knows nothing of how."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from twosource.collect.address import Address
from twosource.config import Limits


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """What a ledger holds of an address: the report's id, and the marks its server gave it to tell whether it changed.

    Where one is met while collecting, the report is not fetched again.
    """

    id: str
    etag: str | None = None
    last_modified: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """What stood at an address.

    ``address`` is the one that answered, after redirects; ``content`` are the bytes, unpacked; ``media`` the media
    type in lower case and ``charset`` the encoding, as the server told them; ``retrieved`` the time, ISO 8601.
    """

    address: str
    content: bytes
    retrieved: str
    media: str | None = None
    charset: str | None = None
    etag: str | None = None
    last_modified: str | None = None


class Fetch(Protocol):
    """Brings what stands at an address."""

    def __call__(self, address: Address, held: Held | None = None) -> Fetched | None:
        """Return what stands there; None where it is what is ``held`` already.

        Raises:
            UnreadableError: it may not or cannot be fetched, with the reason.
        """
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """What reading may cost, and what of the web it may reach.

    Without ``fetch`` nothing is fetched. ``held`` are reports of a ledger by their address, which are fetched again
    only with ``refetch``. ``follow`` says that what feeds list is fetched; else their own content is taken.
    ``originals`` fills while archives are read: where the record stands that a later one refers to.
    """

    limits: Limits = field(default_factory=Limits)
    fetch: Fetch | None = None
    held: Mapping[str, Held] = field(default_factory=dict)
    follow: bool = True
    refetch: bool = False
    originals: dict[str, str] = field(default_factory=dict)
