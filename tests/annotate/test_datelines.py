"""A dateline is parsed alone; what only looks like one stays in its sentence."""

import pytest

from twosource.annotate.datelines import reading_spans
from twosource.model import Block, Span
from twosource.model.article import BlockKind

CUT = [
    ("BERN — Gunmen abducted five people.", "BERN — "),
    ("PUNTA ARENAS, Chile — Gunmen abducted five people.", "PUNTA ARENAS, Chile — "),
    ("DAYTON, Ohio (WDTN) – Two people were killed.", "DAYTON, Ohio (WDTN) – "),
    ("Kolkata: Two people were killed.", "Kolkata: "),
    ("New Delhi/Agra: Two people were killed.", "New Delhi/Agra: "),
    ("(MPA) - Gunmen abducted five people.", "(MPA) - "),
    ("(The Bern Post) — Gunmen abducted five people.", "(The Bern Post) — "),
    ("ST. GALLEN (MPA) -- Two people were killed.", "ST. GALLEN (MPA) -- "),
]
WHOLE = [
    "Gunmen abducted five people — and a guard — on Monday.",
    "Bern — the capital — mourned.",
    "Police: Two people were killed.",
    "BERN mourned on Monday.",
    "(MPA) reporters saw five people.",
    "(Left) - the mayor mourned.",
    "UN officials said that a well-known man was killed.",
    "BERN — ",
]


def read(text: str, kind: BlockKind = "paragraph", before: int = 0) -> list[str]:
    blocks = [Block(span=Span(0, 0), kind="heading")] * before + [Block(span=Span(0, len(text)), kind=kind)]
    return [span.of(text) for span in reading_spans(text, blocks)][before:]


@pytest.mark.parametrize(("text", "dateline"), CUT)
def test_a_dateline_is_cut_off(text: str, dateline: str) -> None:
    assert read(text) == [dateline, text.removeprefix(dateline)]


@pytest.mark.parametrize("text", WHOLE)
def test_what_is_no_dateline_stays(text: str) -> None:
    assert read(text) == [text]


@pytest.mark.parametrize(
    ("text", "cut"), [("BERN, Ill. (MPA) -- Two people were killed.", 2), ("BERN - and two died.", 1)]
)
def test_further_down_only_a_full_dateline_is_cut_off(text: str, cut: int) -> None:
    assert len(read(text, before=9)) == cut


def test_only_the_first_blocks_and_paragraphs_have_datelines() -> None:
    text = CUT[0][0]
    assert read(text, kind="title") == [text]
    town = CUT[3][0]
    assert read(town, before=4) == [town]
    assert len(read(town, before=3)) == 2
