"""Holdings and a folder in, all files of a ledger in it out: tables, the file for a map, the page."""

from pathlib import Path

from twosource.model import Holdings
from twosource.publish.geojson import write_geojson
from twosource.publish.page import write_page
from twosource.publish.tables import write_tables


def write_files(holdings: Holdings, directory: Path) -> Path:
    """Write every file of a ledger into ``directory`` (made where missing) and return the path of the page.

    Raises:
        SourceError: the directory cannot be made or written.
    """
    write_tables(holdings, directory)
    write_geojson(holdings, directory)
    return write_page(holdings, directory)
