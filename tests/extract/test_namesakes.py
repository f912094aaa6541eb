"""A surname alone is that of the person who fell, not of the relative named last."""

from collections.abc import Callable
from typing import Any


def test_a_surname_alone_is_the_fallen_persons(read: Callable[..., Any]) -> None:
    text = (
        'Niles Okoro, 14, was killed on Monday. "He was a good boy," his mother Ana Okoro said. '
        "Okoro died at the hospital, police said."
    )
    names = {name for c in read(text)[2] if c.measure == "killed" for name in c.group.names}
    assert names == {"Niles Okoro"}
