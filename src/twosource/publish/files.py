"""Holdings and a folder in, all files of a ledger in it out: tables, the file for a map, the page."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path

from twosource.model import Holdings
from twosource.publish.geojson import write_geojson
from twosource.publish.page import write_page
from twosource.publish.tables import write_tables

MANY = 100  # reports; the files of fewer are written within 0.3 s
Each = Callable[[Callable[[str], Path], Sequence[str]], Iterable[Path]]


def write_files(holdings: Holdings, directory: Path, each: Each = map) -> Path:
    """Write every file of a ledger into ``directory`` (made where missing) and return the path of the page.

    Args:
        holdings: what the ledger holds.
        directory: the folder.
        each: calls a function with each of some names, in order, as ``map`` does: on several processes, perhaps.

    Raises:
        SourceError: the directory cannot be made or written.
    """
    at_once = each if len(holdings.articles) >= MANY else map
    page, *_ = at_once(partial(_write, holdings, directory), ("page", "tables"))
    return page


def _write(holdings: Holdings, directory: Path, what: str) -> Path:
    if what == "page":
        return write_page(holdings, directory)
    write_tables(holdings, directory)
    return write_geojson(holdings, directory)
