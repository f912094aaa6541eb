"""Each sentence of a copy is told copied, edited or added, with the sentence it follows and the words that differ."""

import pytest
from tests.copies.test_copies import DISPATCH, OWN, article, groups_of

from twosource.copies.trace import Told, Wording, traced
from twosource.model import Article, CopyGroup, TracedSentence


def told(one: Article) -> Told:
    return Told(one.id, Wording(one))


def trace(copy: Article, *sources: Article) -> list[TracedSentence]:
    return list(traced(told(copy), [told(source) for source in sources], {}))


def fates(copy: Article, *sources: Article) -> list[tuple[str, str | None]]:
    found = trace(copy, *sources)
    by_id = {source.id: source.text for source in sources}
    return [(s.fate, s.source_span.of(by_id[s.source or ""]) if s.source_span else None) for s in found]


ORIGIN = article("origin", *DISPATCH)


def test_new_order_cuts_and_new_paragraphs_leave_each_sentence_with_its_own() -> None:
    copy = article("copy", DISPATCH[4], OWN[0], DISPATCH[1], OWN[1])
    assert fates(copy, ORIGIN) == [("copied", DISPATCH[4]), ("added", None), ("copied", DISPATCH[1]), ("added", None)]


EDITS = {
    "number word": ("Fourteen passengers", "Fifteen passengers", [("Fifteen", "Fourteen")]),
    "attribution": (
        "the regional police command said",
        "a spokesman told reporters",
        [("a spokesman told reporters", "the regional police command said")],
    ),
    "words left out": (" to two hospitals", "", [("", "to two hospitals")]),
    "words put in": ("were taken", "were quickly taken", [("quickly", "")]),
}


@pytest.mark.parametrize("edit", sorted(EDITS))
def test_an_edited_sentence_shows_the_words_that_differ(edit: str) -> None:
    old, new, expected = EDITS[edit]
    copy = article("copy", OWN[0], DISPATCH[2].replace(old, new))
    sentence = trace(copy, ORIGIN)[1]
    assert (sentence.fate, sentence.source) == ("edited", "origin")
    shown = [(c.span.of(copy.text), c.source_span.of(ORIGIN.text)) for c in sentence.changes]
    assert shown == expected


def test_case_accents_and_apostrophes_are_no_edit() -> None:
    copy = article("copy", DISPATCH[0].upper().replace("VARNA", "VÁRNA"))
    assert fates(copy, ORIGIN) == [("copied", DISPATCH[0])]


def test_a_quotation_taken_along_is_copied() -> None:
    said = "“We heard the brakes and then nothing at all,” the toll keeper said."
    assert fates(article("copy", said, DISPATCH[0]), article("origin", *DISPATCH, said))[0] == ("copied", said)


def test_a_formula_of_the_trade_is_no_edit() -> None:
    copy = article("copy", "Two boys were found in the cellar of the mill, the regional police command said.")
    assert fates(copy, ORIGIN) == [("added", None)]


def test_a_short_sentence_with_another_number_is_an_edit() -> None:
    assert fates(article("copy", "Nine people were killed."), article("origin", "Ten people were killed.")) == [
        ("edited", "Ten people were killed.")
    ]


def test_of_two_sources_the_first_that_holds_the_sentence_is_named() -> None:
    update = article("update", *DISPATCH, OWN[0])
    found = trace(article("copy", DISPATCH[0], OWN[0]), ORIGIN, update)
    assert [s.source for s in found] == ["origin", "update"]


def copies_of(*articles: Article) -> CopyGroup:
    return max(groups_of(*articles), key=lambda group: len(group.reports))


def test_of_many_copies_each_follows_the_origin_whatever_it_was_compared_with() -> None:
    copies = [article(f"r{n}", *DISPATCH, published="2025-05-02") for n in range(4)]
    group = copies_of(article("z", *DISPATCH, published="2025-05-01"), *copies)
    assert group.origin == "z"
    assert {(s.report, s.source, s.fate) for s in group.sentences} == {(f"r{n}", "z", "copied") for n in range(4)}
    assert len(group.sentences) == 4 * len(DISPATCH)


def test_a_later_report_gave_nothing_to_an_earlier_one() -> None:
    origin = article("origin", *DISPATCH, published="2025-05-01")
    mixed = article("mixed", *DISPATCH[:3], OWN[1], *DISPATCH[3:], published="2025-05-02")
    later = article("later", *OWN, published="2025-05-03")
    added = [s for s in copies_of(origin, mixed, later).sentences if s.fate == "added"]
    assert [s.span.of(mixed.text) for s in added] == [OWN[1]]
