"""Ids from content: the same content has the same id on any machine, in any order."""

import hashlib


def identifier(kind: str, *parts: str | bytes | float | None) -> str:
    """Return ``kind`` and 16 hexadecimal digits of SHA-256 over the parts.

    Args:
        kind: the one-letter or short prefix of the record kind (``"r"``, ``"claim"``).
        parts: what identifies the record; each is length-prefixed, so ``("ab", "c")`` and ``("a", "bc")`` differ.
    """
    digest = hashlib.sha256()
    for part in parts:
        raw = part if isinstance(part, bytes) else b"\0" if part is None else str(part).encode("utf-8", "surrogatepass")
        digest.update(len(raw).to_bytes(8, "big"))
        digest.update(raw)
    return f"{kind}-{digest.hexdigest()[:16]}"
