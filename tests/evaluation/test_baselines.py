"""Each plain way to group reports joins what it can see to be alike, and only that."""

from collections.abc import Iterator

import pytest
from evaluation.baselines import by_day_and_place, by_sentence_vectors, by_tf_idf
from evaluation.groupings import Groups
from evaluation.linking import Grouped, article, by_baseline

from twosource.model import Article

BRIDGE = "Gunmen opened fire at a checkpoint near the bridge in {place}, killing two soldiers."
FIRE = "A bakery burned down in {place} after its oven exploded; the owner was treated for smoke."


def report(number: int, text: str, published: str | None = "2031-05-07", title: str | None = None) -> Article:
    return article({"id": str(number), "url": None, "title": title, "published": published, "text": text})


def reports(*rows: tuple[str, str | None]) -> list[Article]:
    return [report(number, text, day) for number, (text, day) in enumerate(rows)]


def sizes(cuts: Iterator[Groups]) -> list[Groups]:
    return [sorted(groups, key=min) for groups in cuts]


PAIRS = [frozenset({0, 1}), frozenset({2, 3})]


def test_reports_of_one_day_and_town_are_one_group() -> None:
    told = reports((BRIDGE.format(place="Kirkuk"), "2031-05-07"), (FIRE.format(place="Kirkuk"), "2031-05-07"))
    assert by_day_and_place(told) == [frozenset({0, 1})]


@pytest.mark.parametrize(("place", "day"), [("Mosul", "2031-05-07"), ("Kirkuk", "2031-05-09")])
def test_another_town_or_day_is_another_group(place: str, day: str) -> None:
    told = reports((BRIDGE.format(place="Kirkuk"), "2031-05-07"), (BRIDGE.format(place=place), day))
    assert len(by_day_and_place(told)) == 2


def test_a_day_that_the_text_names_goes_before_the_day_of_publication() -> None:
    told = reports(
        ("Two soldiers died in Kirkuk on May 5.", "2031-05-06"),
        ("Two soldiers killed in Kirkuk on May 5 were buried.", "2031-05-09"),
    )
    assert by_day_and_place(told) == [frozenset({0, 1})]


def test_a_town_goes_before_the_country_around_it() -> None:
    told = reports(("Iraq mourned two soldiers killed in Kirkuk.", "2031-05-07"), ("In Kirkuk two died.", "2031-05-07"))
    assert by_day_and_place(told) == [frozenset({0, 1})]


def test_reports_without_a_place_stand_alone() -> None:
    told = reports(("Two soldiers were killed.", "2031-05-07"), ("Two soldiers were killed.", "2031-05-07"))
    assert by_day_and_place(told) == [frozenset({0}), frozenset({1})]


def test_words_in_common_are_one_group_by_tf_idf() -> None:
    told = reports(
        ("Gunmen shot two soldiers at the checkpoint.", None),
        ("Two soldiers were shot by gunmen; the checkpoint closed.", None),
        ("The bakery oven exploded and the baker burned.", None),
        ("Smoke from a bakery oven hurt the baker.", None),
    )
    assert PAIRS in sizes(by_tf_idf(told))


def test_words_alike_in_meaning_are_one_group_by_vectors_and_not_by_tf_idf() -> None:
    told = reports(
        ("Gunmen shot soldiers dead.", None),
        ("Militants killed troops.", None),
        ("The bakery sold bread and cakes.", None),
        ("Shops offered pastries with butter.", None),
    )
    assert PAIRS in sizes(by_sentence_vectors(told))
    assert PAIRS not in sizes(by_tf_idf(told))


def test_a_report_without_a_known_word_is_no_failure() -> None:
    told = reports(("Qzxv.", None), ("Gunmen shot soldiers dead.", None), ("Militants killed troops.", None))
    assert [frozenset({0}), frozenset({1, 2})] in sizes(by_sentence_vectors(told))


def test_one_text_two_months_later_is_kept_apart() -> None:
    same = BRIDGE.format(place="Kirkuk")
    near = sizes(by_tf_idf(reports((same, "2031-05-07"), (same, "2031-05-20"), ("Bread was sold.", "2031-05-07"))))
    far = sizes(by_tf_idf(reports((same, "2031-05-07"), (same, "2031-07-07"), ("Bread was sold.", "2031-05-07"))))
    assert any(frozenset({0, 1}) in groups for groups in near)
    assert not any(frozenset({0, 1}) in groups for groups in far)


def test_the_cut_is_chosen_by_the_tuned_part() -> None:
    texts = ["Gunmen shot two soldiers.", "Two soldiers were shot by gunmen.", "A bakery oven exploded.", "Rain fell."]
    told = [report(number, text, None) for number, text in enumerate(texts)]
    gold = [frozenset({0, 1}), frozenset({2, 3})]  # no word tells that the last two are one
    found = by_baseline(Grouped(told, gold, {"tuned": [0, 1], "unseen": [2, 3]}))
    assert frozenset({0, 1}) in found["TF-IDF"]
    assert frozenset({2, 3}) not in found["TF-IDF"]
