"""The one form in which rows and times are compared and kept."""

import pytest

from twosource.errors import UsageError
from twosource.store.content import instant, name, sealed


def test_the_order_of_texts_is_the_order_of_times() -> None:
    times = ["0999-12-31T23:59:59Z", "2026-01-05T09:00:00+02:00", "2026-01-05T07:00:00.000001Z", "2026-01-05T08:00Z"]
    assert sorted(instant(time) for time in reversed(times)) == [instant(time) for time in times]


def test_a_moment_has_one_form_whatever_its_zone() -> None:
    assert instant("2026-01-05T11:00:00+02:00") == instant("2026-01-05T09:00Z") == "2026-01-05T09:00:00.000000Z"


def test_the_digest_is_that_of_the_content_with_sorted_keys() -> None:
    first, second = sealed([{"id": "a", "b": 1}, {"b": 1, "id": "a"}])
    assert first == second
    assert first.content == '{"b":1,"id":"a"}'
    assert first.sha256 == "633602478c68c84f4a244168bc30bd0c6ca3a542f081910418b1e4d3c031c2ca"


def test_a_name_is_refused_with_what_would_do() -> None:
    assert name("claims", "the name of a table") == "claims"
    with pytest.raises(UsageError, match=r"the name of a table is ''; it must be text of 1 to 200"):
        name("", "the name of a table")
