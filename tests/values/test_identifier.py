"""Ids hang on the content alone, and on where one part ends and the next begins."""

import re

from hypothesis import given
from hypothesis import strategies as st

from twosource.values.identifier import identifier

PARTS = st.lists(st.one_of(st.none(), st.text(max_size=4), st.binary(max_size=4)), max_size=4)


@given(PARTS)
def test_the_same_content_has_the_same_id_of_fixed_shape(parts: list[str | bytes | None]) -> None:
    assert identifier("r", *parts) == identifier("r", *parts)
    assert re.fullmatch(r"r-[0-9a-f]{16}", identifier("r", *parts))


@given(PARTS.filter(lambda parts: all(isinstance(part, str) for part in parts)), PARTS)
def test_other_content_has_another_id(one: list[str | bytes | None], other: list[str | bytes | None]) -> None:
    def plain(parts: list[str | bytes | None]) -> list[bytes]:
        return [
            p if isinstance(p, bytes) else b"\0" if p is None else p.encode("utf-8", "surrogatepass") for p in parts
        ]

    assert (identifier("r", *one) == identifier("r", *other)) == (plain(one) == plain(other))


def test_parts_are_kept_apart() -> None:
    assert identifier("r", "ab", "c") != identifier("r", "a", "bc")
    assert identifier("r", "a", "") != identifier("r", "a")
    assert identifier("r", None) != identifier("r", "")


def test_an_id_is_the_same_on_every_machine() -> None:
    """SHA-256 over each part behind its length in eight bytes, worked out apart from the program."""
    assert identifier("claim", "report-1", 12, None, b"raw") == "claim-c6221e2375c10bd0"


def test_half_a_surrogate_pair_has_an_id() -> None:
    assert identifier("r", "\ud800") != identifier("r", "\ud801")
