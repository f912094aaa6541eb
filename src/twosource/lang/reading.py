"""Lexicons are TOML files beside this module; this reads one and knows nothing of what it means."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def lexicon(path: str) -> dict[str, Any]:
    """Return the tables of ``lang/<path>.toml``, such as ``"en/speech"``.

    Raises:
        FileNotFoundError: the package holds no such lexicon.
    """
    return tomllib.loads(files("twosource.lang").joinpath(f"{path}.toml").read_text(encoding="utf-8"))


@cache
def words(path: str, table: str, key: str = "words") -> frozenset[str]:
    """Return one word list of a lexicon, lower-cased."""
    return frozenset(word.lower() for word in lexicon(path)[table][key])
