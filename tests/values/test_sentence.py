"""Sentences are cut at their signs, not at abbreviations."""

import pytest

from twosource.values.sentence import SENTENCE_END


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Two died. Three were hurt.", 2),
        ("Mr. Okafor of the U.S. Embassy spoke.", 1),
        ("“They fled.” The mayor agreed.", 2),
        ("‘They fled.’ ‘Nobody stayed.’", 2),
        ("A title\nA line", 2),
        ("It cost 3.50 in all.", 1),
        ("He left. then he came back", 1),
    ],
)
def test_a_text_is_cut_where_its_sentences_end(text: str, parts: int) -> None:
    assert len(list(SENTENCE_END.finditer(text))) + 1 == parts
