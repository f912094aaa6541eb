"""Who said what, marked in a text."""

import pytest

from twosource.annotate import annotate
from twosource.annotate.attribution import find
from twosource.clean import clean
from twosource.collect.rows import report_from_row
from twosource.config import Limits
from twosource.model import Annotations


def _annotated(text: str) -> Annotations:
    return annotate(clean(report_from_row({"id": "1", "text": text}, Limits()), Limits()))


def _words(layers: Annotations, tokens: tuple[int, ...]) -> str:
    return " ".join(layers.tokens[i].text for i in tokens)


def test_source_cue_and_content_belong_together() -> None:
    layers = _annotated("Police said the road was closed. The mayor denied that the bridge was unsafe.")
    assert layers.marked is not None
    told = [(_words(layers, m.source), _words(layers, m.cue)) for m in layers.marked]
    assert told == [("Police", "said"), ("The mayor", "denied")]
    assert "the road was closed" in _words(layers, layers.marked[0].content)


def test_a_text_without_attribution_has_none() -> None:
    assert _annotated("The road runs along the river for two miles.").marked == ()


def test_without_a_model_file_nothing_is_marked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(find, "load_model", lambda: None)
    assert _annotated("Police said the road was closed.").marked is None
