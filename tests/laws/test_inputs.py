"""Law 1: every input becomes an article or a reject, never both and never neither."""

import gzip
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import twosource

ENDINGS = (".txt", ".html", ".jsonl", ".gz", ".txt.gz", ".md", "", ".zip", ".bin")
BYTES = (
    st.binary(max_size=60)
    | st.text(max_size=60).map(lambda text: text.encode("utf-16"))
    | st.sampled_from([b"", b"\n\n", b"{}", b'{"text": "Two men were killed."}\nnot json\n[1]\n', b"\xff\xfe\x00\xd8"])
    | st.sampled_from([b"Two men were killed in Oruro.", "Zwölf Tote in Oruro".encode("latin-1"), b"<p>" * 300])
    | st.sampled_from(
        [gzip.compress(b"Two men were killed in Oruro.", mtime=0), gzip.compress(b"two")[:9], b"PK\x03\x04"]
    )
)
WHOLE = {"collect", "clean"}
"""Stages that refuse an input as a whole; later ones refuse a part of one that is kept (its language)."""
FILES = st.lists(st.tuples(st.sampled_from(ENDINGS), BYTES), min_size=1, max_size=6)


@settings(max_examples=12, deadline=None)
@given(data=st.data())
def test_every_row_becomes_an_article_or_a_reject(worlds: st.SearchStrategy[Any], data: st.DataObject) -> None:
    rows = data.draw(worlds).rows()
    ledger = twosource.run(rows)
    refused = [reject for reject in ledger.rejects if reject.stage in WHOLE]
    assert len(ledger.articles) + len(refused) == len(rows)
    read = {article.id for article in ledger.articles}
    assert len(read) == len(ledger.articles)
    assert not read & {reject.report for reject in refused if reject.reason != "duplicate"}
    assert all(reject.reason and reject.detail and reject.source for reject in ledger.rejects)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(files=FILES)
def test_every_file_becomes_an_article_or_a_reject(
    fresh_folder: Callable[[], Path], files: list[tuple[str, bytes]]
) -> None:
    folder = fresh_folder()
    for number, (ending, content) in enumerate(files):
        (folder / f"{number}{ending}").write_bytes(content)
    ledger = twosource.run([folder])
    told = {article.path for article in ledger.articles} | {reject.source for reject in ledger.rejects}
    for number, (ending, content) in enumerate(files):
        path = f"{folder.as_posix()}/{number}{ending}"
        lines = [f"{path}:{line}" for line, text in enumerate(content.split(b"\n"), 1) if text.strip()]
        assert path in told or told & set(lines), (path, told)


@pytest.mark.parametrize("lines", [["{", '{"text": "Two died."}', "[]"], ['{"text": ""}', "\x00"]])
def test_every_line_becomes_an_article_or_a_reject(tmp_path: Path, lines: list[str]) -> None:
    file = tmp_path / "rows.jsonl"
    file.write_text("\n".join(lines), encoding="utf-8")
    ledger = twosource.run([file])
    assert len(ledger.articles) + len(ledger.rejects) == len(lines)
