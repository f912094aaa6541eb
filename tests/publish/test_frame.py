"""Tables as data frames."""

from typing import Any

import pandas as pd
import polars as pl
import pytest

from twosource.publish.frame import frames


@pytest.mark.parametrize(("library", "kind"), [("pandas", pd.DataFrame), ("polars", pl.DataFrame)])
def test_rows_become_a_frame_of_the_library_asked_for(library: str, kind: type[Any]) -> None:
    make: Any = frames(library)
    frame = make([{"id": "a", "n": 1}, {"id": "b", "n": None}])
    assert isinstance(frame, kind)
    assert frame["id"].to_list() == ["a", "b"]
