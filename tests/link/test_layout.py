"""What stands around a claim and between two."""

from twosource.link.layout import layout
from twosource.model import Article, Block, Span

from .conftest import State, Write


def test_sentences_around_before_and_between_claims(write: Write, state: State) -> None:
    told = write("r", "Two men died. Rain fell. Late at night six women died in Velma.")
    of, first, second = layout(told), state(told, "Two men"), state(told, "six women")
    assert of.around(second) == "Late at night six women died in Velma.\n\n"
    assert of.before(second) == "Late at night six women"
    assert told.text[slice(*of.between(first, second))] == "Rain fell. "
    assert (of.sentence(first), of.sentence(second)) == (0, 2)


def test_nothing_lies_between_neighbours_and_within_one_sentence(write: Write, state: State) -> None:
    told = write("r", "Two men died. Six women and a boy died.")
    of, women, boy = layout(told), state(told, "Six women"), state(told, "a boy")
    for first, second in ((state(told, "Two men"), women), (women, boy)):
        begin, end = of.between(first, second)
        assert begin == end


def test_headings_part_items(state: State) -> None:
    text = "Two men died.\nSarvan\nSix women died."
    told = Article(id="r", sha256="", text=text, blocks=(Block(span=Span(14, 20), kind="heading"),))
    of = layout(told)
    assert (of.item(state(told, "Two men")), of.item(state(told, "Six women"))) == (0, 1)
