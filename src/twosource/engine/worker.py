"""What runs inside a worker process: a chunk of records in, results and the first error out."""

import os
import pickle
import signal
import threading
import traceback
from collections.abc import Callable, Sequence
from multiprocessing import connection, parent_process

from twosource.engine.engine import Record, Result, Warm
from twosource.engine.step import call
from twosource.errors import TwosourceError


def prepare(warm: Warm | None) -> None:
    """Make this process a quiet worker: Ctrl-C is the parent's business, and no worker outlives its parent."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_leave_with_parent, daemon=True).start()
    if warm is not None:
        warm()


def run_chunk(function: Callable[[Record], Result], chunk: Sequence[Record]) -> tuple[list[Result], Exception | None]:
    """Return the results up to the first error, and that error."""
    results: list[Result] = []
    try:
        for record in chunk:
            results.append(call(function, record))  # noqa: PERF401 - what came before an error is kept
    except Exception as error:  # noqa: BLE001 - the parent raises it, after the results before it
        return results, portable(error)
    return results, None


def portable(error: Exception) -> Exception:
    """Return the error with its traceback as a note; one that cannot be pickled becomes a TwosourceError."""
    error.add_note("in a worker process:\n" + "".join(traceback.format_exception(error)))
    try:
        same = type(pickle.loads(pickle.dumps(error))) is type(error)  # noqa: S301 - our own bytes
    except (TypeError, ValueError, AttributeError, LookupError, ImportError, pickle.PickleError):
        same = False
    return error if same else _described(error)


def _described(error: Exception) -> TwosourceError:
    plain = TwosourceError(f"{type(error).__name__}: {error}")
    for note in getattr(error, "__notes__", ()):
        plain.add_note(note)
    return plain


def _leave_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        os._exit(1)
