"""A report comes back as it was received, byte for byte, under the name of its encoding."""

from collections.abc import Callable
from pathlib import Path

import pytest

from twosource import Settings, keeping
from twosource.errors import UsageError
from twosource.keeping import Stamp
from twosource.model import Holdings


def silent(_stage: str, _done: int) -> None:
    """Tell nobody."""


@pytest.mark.parametrize(
    ("codec", "label"),
    [("utf-8", "utf-8"), ("utf-8-sig", "utf-8"), ("iso-8859-1", "windows-1252"), ("utf-16", "utf-16")],
)
def test_the_bytes_come_back_with_the_label_browsers_know(tmp_path: Path, stamp: Stamp, codec: str, label: str) -> None:
    words = (
        f'<html><meta charset="{codec}"><title>Zürich</title>'
        "<p>Two people were killed in Zürich on Monday, the owner of the café said to reporters.</p></html>"
    )
    (tmp_path / "report.html").write_bytes(words.encode(codec))
    where = str(tmp_path / "ledger.db")
    held = keeping.run_into([tmp_path / "report.html"], where, Settings(workers=1), silent, stamp)
    found = keeping.original(where, held.articles[0].id)
    assert found.content == words.encode(codec)
    assert found.charset == label


def test_an_id_that_no_report_has_is_refused(
    tmp_path: Path, add: Callable[..., Holdings], rows: tuple[dict[str, str], ...]
) -> None:
    where = str(tmp_path / "ledger.db")
    add(where, rows[0])
    with pytest.raises(UsageError, match="none with that id"):
        keeping.original(where, "r-0")
