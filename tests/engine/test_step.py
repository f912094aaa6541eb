"""One call: the record's name on errors, and groups by key."""

from dataclasses import dataclass

import pytest

from twosource.engine.step import NAME_LENGTH, call, grouped, record_name


@dataclass(frozen=True)
class Page:
    """A record with an id."""

    id: str


def test_a_record_is_named_by_its_id_its_key_or_its_first_characters() -> None:
    assert record_name(Page("r-1")) == "r-1"
    assert record_name({"id": "r-2"}) == "r-2"
    assert record_name(("key", (1, 2))) == "key"
    assert record_name({"text": "x"}) == "{'text': 'x'}"
    assert len(record_name("x" * 1_000)) == NAME_LENGTH


def test_an_error_keeps_its_kind_and_gains_a_note() -> None:
    with pytest.raises(ValueError, match="invalid literal") as caught:
        call(int, "ten")
    assert caught.value.__notes__ == ["while working on 'ten'"]


def test_a_record_with_the_same_key_twice_is_in_its_group_once() -> None:
    assert grouped(list, ["ab", "aa"]) == [("a", ("ab", "aa")), ("b", ("ab",))]


def test_an_error_in_the_keys_names_the_record() -> None:
    with pytest.raises(TypeError) as caught:
        grouped(iter, [3])  # type: ignore[arg-type] # an int has no keys: that is the point
    assert caught.value.__notes__ == ["while working on 3"]
