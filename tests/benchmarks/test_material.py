"""Rows drawn to measure on."""

from benchmarks.material import Row, drawn, example_rows, words

ROWS: list[Row] = [
    {"id": str(n), "url": None, "title": None, "published": "2031-05-06", "text": text}
    for n, text in enumerate(
        (
            "Police in Brava said 5 people died.\n\nThe mayor, Ada Lund, spoke of 12 homes.",
            "A storm hit Korval on Monday.\n\nSome 30 boats sank off Port Vela.",
            "The court freed Bo Ek.\n\nHe had served 3 years in Norham.",
        )
    )
]


def test_the_rows_come_first_as_they_are() -> None:
    assert drawn(ROWS, 3) == ROWS


def test_no_two_drawn_rows_are_alike() -> None:
    texts = [row["text"] for row in drawn(ROWS, 12)]
    assert len(set(texts)) == 12
    assert drawn(ROWS, 12) == drawn(ROWS, 12)


def test_examples_stand_in_for_a_corpus() -> None:
    rows = example_rows()
    assert len(rows) >= 15
    assert words(rows) > 1000
