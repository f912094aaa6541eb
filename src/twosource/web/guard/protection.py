"""How one server is protected: its accounts, its secret, the names it answers to, and what a request may cost."""

import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from twosource.accounts import Accounts
from twosource.errors import UsageError

VARIABLE = "TWOSOURCE_SECRET"
SHORTEST = 32  # characters; `openssl rand -hex 32` gives 64


def fresh_secret() -> bytes:
    """Return a secret that lasts as long as the process."""
    return secrets.token_bytes(32)


@dataclass(frozen=True, slots=True, kw_only=True)
class Protection:
    """Sizes are in bytes.

    ``accounts`` is None where no one logs in; ``secret`` signs what forms carry; ``hosts`` are the names, besides
    those of loopback, that the server answers to. Uploads get ``upload_bytes``, other bodies ``form_bytes`` (a page of
    text pasted in is about 100 kB) and all of it must arrive in ``seconds``.
    """

    accounts: Accounts | None = None
    secret: bytes = field(default_factory=fresh_secret, repr=False)
    hosts: frozenset[str] = frozenset()
    upload_bytes: int = 50_000_000
    form_bytes: int = 1_000_000
    query_bytes: int = 8_000
    header_bytes: int = 32_000
    seconds: float = 60.0
    token_source: Callable[[], str] = field(default=lambda: secrets.token_urlsafe(16), repr=False)


def secret_from(environment: Mapping[str, str]) -> bytes:
    """Return the secret that ``TWOSOURCE_SECRET`` gives, or one for this process alone.

    Raises:
        UsageError: it is too short to be one.
    """
    told = environment.get(VARIABLE, "")
    if not told:
        return fresh_secret()
    if len(told) < SHORTEST:
        raise UsageError(f"{VARIABLE} has {len(told)} characters; it needs at least {SHORTEST}: openssl rand -hex 32.")
    return told.encode("utf-8")
