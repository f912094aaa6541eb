"""Looking at a ledger starts quickly: what only reading and linking need is not loaded for it."""

import subprocess
import sys

import pytest

HEAVY = (
    "twosource.annotate.stage",
    "twosource.extract.stage",
    "twosource.pipeline",
    "twosource.link.events",
    "twosource.collect.inputs",
    "charset_normalizer",
    "rich",
    "scipy",
    "spacy",
    "splink",
    "thinc",
    "torch",
    "trafilatura",
    "htmldate",
    "pandas",
    "polars",
)
LOADED = f"""
import sys
import {{module}}
print(*(name for name in {HEAVY!r} if name in sys.modules))
"""


@pytest.mark.parametrize("module", ["twosource.web.server", "twosource.cli.main", "twosource.api"])
def test_looking_at_a_ledger_loads_neither_parser_nor_extractor(module: str) -> None:
    code = LOADED.format(module=module)
    told = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)  # noqa: S603 - our own program
    assert told.stdout.split() == []
