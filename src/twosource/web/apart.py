"""A function of the upkeep and its arguments in; it is run in a process of its own, and what it returns comes out.

So pages stay quick while reports are read and linked (one Python thread at a time runs in a process), and the server
never holds the language models (420 MB) nor a whole ledger.
"""

import multiprocessing
import signal
import sys
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING, Any

from twosource.errors import SourceError, StoreError, TwosourceError, UsageError
from twosource.web.jobs import Progress
from twosource.web.why import why

if TYPE_CHECKING:
    from multiprocessing.context import ForkServerContext, SpawnContext
    from multiprocessing.process import BaseProcess

_FAMILIES: tuple[type[TwosourceError], ...] = (UsageError, StoreError, SourceError)
_PREPARED = ["twosource.web.chores", "twosource.pipeline"]  # once, in a process that all later ones are forked from
_PATIENCE = 10.0  # seconds a process gets to end by itself before it is killed; a run that is killed goes on later
_CUT = (
    "The work was cut off (its process ended with {code}), most often because memory ran out. What was read so far is"
    " kept: start the same again, and it goes on from there."
)


def apart(function: Callable[..., Any], arguments: tuple[object, ...], progress: Progress) -> Any:
    """Return ``function(*arguments, progress)``, run in a process of its own.

    Args:
        function: found by its name in its module.
        arguments: what can be sent to another process.
        progress: told here, in this process; where it raises, the other one is ended.

    Raises:
        UsageError, StoreError, SourceError: the function raised it, or its process died.
    """
    context = _context()
    heard, told = context.Pipe(duplex=False)
    process = context.Process(target=_do, args=(told, function, arguments), name="twosource job")
    process.start()
    told.close()
    try:
        return _followed(heard, progress)
    except EOFError as error:
        process.join(_PATIENCE)
        raise SourceError(_CUT.format(code=process.exitcode)) from error
    finally:
        heard.close()
        _ended(process)


def _context() -> "ForkServerContext | SpawnContext":
    """Fork from a process without threads where the system can; else begin anew each time."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(_PREPARED)
    return context


def _followed(heard: Connection, progress: Progress) -> Any:
    while True:
        kind, content = heard.recv()
        if kind == "step":
            progress(*content)
        elif kind == "done":
            return content
        else:
            family, message = content
            raise _FAMILIES[family](message)


def _ended(process: "BaseProcess") -> None:
    if process.is_alive():
        process.terminate()
    process.join(_PATIENCE)
    if process.is_alive():
        process.kill()
        process.join()
    process.close()


def _do(told: Connection, function: Callable[..., Any], arguments: tuple[object, ...]) -> None:
    """Run in the new process; the signal to end is an exit, so that its own workers are ended too."""
    signal.signal(signal.SIGTERM, lambda _signal, _frame: sys.exit(1))
    signal.signal(
        signal.SIGINT, signal.SIG_IGN
    )  # Ctrl-C reaches all processes of the terminal; the server ends this one

    def progress(stage: str, done: int) -> None:
        told.send(("step", (stage, done)))

    try:
        told.send(("done", function(*arguments, progress)))
    except TwosourceError as error:
        family = next((place for place, one in enumerate(_FAMILIES) if isinstance(error, one)), len(_FAMILIES) - 1)
        told.send(("failed", (family, why(error).told)))
