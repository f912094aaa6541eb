"""What a worker process does with a chunk."""

from twosource.engine.worker import portable, run_chunk
from twosource.errors import TwosourceError, UnreadableError


class Stubborn(Exception):  # noqa: N818 - a name for a test
    """An exception that pickle cannot build again."""

    def __init__(self, first: str, second: str) -> None:
        super().__init__(first + second)


def test_a_chunk_gives_results_up_to_the_first_error() -> None:
    results, error = run_chunk(int, ["1", "2", "x", "4"])
    assert results == [1, 2]
    assert isinstance(error, ValueError)
    assert "while working on 'x'" in error.__notes__


def test_an_error_travels_with_its_traceback() -> None:
    _, error = run_chunk(int, ["x"])
    assert error is not None
    assert any("Traceback" in note and "in a worker process" in note for note in error.__notes__)


def test_an_error_that_pickle_cannot_rebuild_becomes_a_plain_one() -> None:
    plain = portable(Stubborn("left", "right"))
    assert type(plain) is TwosourceError
    assert str(plain) == "Stubborn: leftright"


def test_an_error_that_pickle_can_rebuild_keeps_its_kind() -> None:
    assert type(portable(KeyError("x"))) is KeyError
    assert "empty: no text" in str(portable(UnreadableError("empty", "no text")))
