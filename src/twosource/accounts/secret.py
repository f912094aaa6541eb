"""Secrets that browsers and programs hold, and the digest that alone is kept of them."""

import hashlib
import secrets

BITS = 256


def fresh() -> str:
    """Return a new secret of 256 random bits, as 43 characters fit for cookies and headers."""
    return secrets.token_urlsafe(BITS // 8)


def digest(secret: str) -> str:
    """Return what is kept of a secret; plain SHA-256 does, since nobody guesses 256 bits."""
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()
