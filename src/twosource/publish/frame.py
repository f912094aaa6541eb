"""Rows in, a data frame of pandas or polars out; neither is loaded before it is asked for."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from twosource.errors import UsageError

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl


def frames(library: str) -> Callable[[list[dict[str, object]]], "pd.DataFrame | pl.DataFrame"]:
    """Return what makes a frame of a table's rows in a library.

    Raises:
        UsageError: the library is not installed.
    """
    try:
        if library == "polars":
            import polars as pl  # noqa: PLC0415 - an extra; loaded only where asked for

            return lambda rows: pl.DataFrame(rows, infer_schema_length=None, strict=False)
        import pandas as pd  # noqa: PLC0415 - an extra; loaded only where asked for
    except ImportError as error:
        raise UsageError(f"{library} is not installed; pip install 'twosource[frames]' brings it.") from error
    return lambda rows: pd.DataFrame(rows)  # noqa: PLW0108 - pandas carries no types; the class itself would be Any
