"""All files of a ledger: the page and the tables of many reports may be written by two processes at once."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from twosource.model import Holdings
from twosource.publish.files import MANY, write_files


def written(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def many(ledger: Holdings) -> Holdings:
    """The ledger with reports that tell of nothing besides."""
    more = (replace(ledger.articles[0], id=f"r-{number}", credits=()) for number in range(MANY))
    return replace(ledger, articles=(*ledger.articles, *more))


def test_the_files_of_many_reports_are_left_to_each_and_the_page_is_told(ledger: Holdings, tmp_path: Path) -> None:
    told: list[str] = []

    def each(write: Callable[[str], Path], names: Sequence[str]) -> Iterator[Path]:
        told.extend(names)
        return map(write, names)

    assert write_files(many(ledger), tmp_path / "a", each) == tmp_path / "a" / "index.html"
    assert told == ["page", "tables"]
    write_files(many(ledger), tmp_path / "b")
    assert written(tmp_path / "a") == written(tmp_path / "b")


def test_few_reports_are_written_by_one_process(ledger: Holdings, tmp_path: Path) -> None:
    def each(*_: object) -> Iterator[Path]:
        raise AssertionError

    assert write_files(ledger, tmp_path, each).is_file()
