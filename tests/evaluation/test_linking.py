"""Our links and the plain methods come out side by side, for both sets and both parts."""

import json
from pathlib import Path

import pytest
from evaluation.linking import KEY, is_unseen, scores
from evaluation.score import Score

TEXTS = {
    "1": "Gunmen shot dead two soldiers at the Halabja bridge checkpoint, Captain Omar Zebari said.",
    "2": "Captain Omar Zebari said gunmen shot dead two soldiers at the checkpoint on the Halabja bridge.",
    "3": "A baker, Dana Kovel, was hurt when the oven of her shop in Tartu exploded on Monday.",
    "4": "The oven of a shop in Tartu exploded on Monday and hurt the baker, Dana Kovel.",
}
EVENTS = {"x1": ["1", "2"], "x4": ["3", "4"]}


@pytest.fixture
def corpora(tmp_path: Path) -> Path:
    for corpus, key in KEY.items():
        (tmp_path / corpus).mkdir()
        documents = [{"id": one, "url": None, "title": None, "published": None, "text": t} for one, t in TEXTS.items()]
        gold = [{key: event, "docs": docs} for event, docs in EVENTS.items()]
        for name, rows in (("docs", documents), ("gold", gold)):
            text = "\n".join(json.dumps(row) for row in rows)
            (tmp_path / corpus / f"{name}.jsonl").write_text(text, encoding="utf-8")
    return tmp_path


def by_measure(found: list[Score], corpus: str, part: str) -> dict[str, Score]:
    return {score.measure: score for score in found if corpus in score.measure and score.part == part}


@pytest.mark.parametrize("part", ["tuned", "unseen"])
@pytest.mark.parametrize("corpus", sorted(KEY))
def test_three_measures_of_ours_and_one_of_each_rival(corpora: Path, corpus: str, part: str) -> None:
    found = by_measure(list(scores(corpora)), corpus, part)
    ours = {measure for measure, score in found.items() if not score.rival}
    assert ours == {f"B-cubed {corpus}", f"CEAF-e {corpus}", f"pairwise {corpus}"}
    rivals = {f"B-cubed {corpus}, {name}" for name in ("TF-IDF", "sentence vectors", "day and place")}
    assert found.keys() - ours == rivals
    assert all(score.n == 2 for score in found.values())
    assert all(found[measure].value == 1 for measure in ours)


def test_the_two_events_lie_in_different_parts() -> None:
    assert [is_unseen(event) for event in EVENTS] == [True, False]
