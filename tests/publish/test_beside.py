"""Two reports side by side: sentences paired by their words, changed words marked, nothing lost."""

from hypothesis import given
from hypothesis import strategies as st

from twosource.model import Article, Block, Span
from twosource.publish.beside import Beside, beside, sentence_spans

DISPATCH = (
    "Gunmen stormed a fuel depot in Port Almar on Wednesday, killing 14 soldiers. "
    "The defence ministry said dozens were wounded. Nobody claimed the raid."
)


def _article(text: str, name: str = "a") -> Article:
    blocks = (Block(span=Span(0, len(text)), kind="paragraph"),) if text else ()
    return Article(id=f"r-{name}", sha256="0" * 64, text=text, blocks=blocks)


def _told(article: Article, span: Span | None) -> str:
    return span.of(article.text) if span else ""


def _kinds(found: tuple[Beside, ...]) -> list[str]:
    return [one.kind for one in found]


def test_the_same_text_is_the_same_sentence_by_sentence() -> None:
    found = beside(_article(DISPATCH), _article(DISPATCH, "b"))
    assert _kinds(found) == ["same", "same", "same"]
    assert not any(one.moved for one in found)


def test_changed_words_of_an_edited_sentence_are_marked_on_both_sides() -> None:
    first, second = _article(DISPATCH), _article(DISPATCH.replace("killing 14 soldiers", "killing at least 14"), "b")
    edited = beside(first, second)[0]
    assert edited.kind == "edited"
    assert [span.of(first.text) for span in edited.first_changed] == ["soldiers"]
    assert [span.of(second.text) for span in edited.second_changed] == ["at least"]


def test_case_accents_and_kind_of_apostrophe_change_nothing() -> None:
    found = beside(_article("Réné's men fled at dawn."), _article("RENE’S men fled at dawn.", "b"))
    assert _kinds(found) == ["same"]


def test_what_only_the_second_tells_stands_behind_what_precedes_it_there() -> None:
    second = _article(DISPATCH.replace(" Nobody", " A curfew was called over the whole town at once. Nobody"), "b")
    found = beside(_article(DISPATCH), second)
    assert _kinds(found) == ["same", "same", "only second", "same"]
    assert _told(second, found[2].second) == "A curfew was called over the whole town at once."


def test_what_only_the_second_tells_first_stands_first() -> None:
    found = beside(_article(DISPATCH), _article(f"Our own reporter writes from the harbour. {DISPATCH}", "b"))
    assert _kinds(found) == ["only second", "same", "same", "same"]


def test_a_sentence_told_at_another_place_is_paired_and_said_to_be_moved() -> None:
    one, two, three = DISPATCH.split(". ")
    found = beside(_article(DISPATCH), _article(f"{three.rstrip('.')}. {one}. {two}.", "b"))
    assert _kinds(found) == ["same", "same", "same"]
    assert [one.moved for one in found] == [False, False, True]


def test_two_reporters_own_sentences_are_no_pair() -> None:
    own = "At least 14 soldiers died in an attack on the depot, officials said."
    found = beside(_article(DISPATCH), _article(own, "b"))
    assert _kinds(found) == ["only second", "only first", "only first", "only first"]


def test_a_title_ends_no_sentence() -> None:
    text = "Mr. Almar spoke to U.S. envoys. They left."
    assert [span.of(text) for span in sentence_spans(_article(text))] == [
        "Mr. Almar spoke to U.S. envoys.",
        "They left.",
    ]


def test_what_lies_between_the_blocks_is_not_compared() -> None:
    text = "Two people died.\nRate this post\nPolice came."
    blocks = (Block(span=Span(0, 16), kind="paragraph"), Block(span=Span(32, 44), kind="paragraph"))
    article = Article(id="r-c", sha256="0" * 64, text=text, blocks=blocks)
    assert [span.of(text) for span in sentence_spans(article)] == ["Two people died.", "Police came."]


WORDS = st.lists(st.sampled_from(["Two", "men", "died.", "Police", "came", "late.", "Nobody", "spoke."]), max_size=30)


@given(WORDS, WORDS)
def test_every_sentence_of_both_stands_in_one_entry(one: list[str], other: list[str]) -> None:
    first, second = _article(" ".join(one)), _article(" ".join(other), "b")
    found = beside(first, second)
    assert [entry.first for entry in found if entry.first] == list(sentence_spans(first))
    assert sorted(entry.second for entry in found if entry.second) == list(sentence_spans(second))
