"""The training program learns which reports tell of a happening, and writes its weights the same each time."""

from pathlib import Path

from training.passing import Example, fitted, write

TOLD: Example = ({"all past": 1.0}, True, 1.0)
TALK: Example = ({"all first person": 1.0}, False, 1.0)


def test_what_stands_with_a_happening_speaks_for_one() -> None:
    weights = fitted([TOLD, TALK] * 20)
    assert weights["all past"] > 0 > weights["all first person"]


def test_a_sign_that_moves_nothing_has_no_weight() -> None:
    both = [({**told, "all quoted": 1.0}, right, weight) for told, right, weight in (TOLD, TALK)]
    assert set(fitted(both * 20)) == {"all past", "all first person", "bias"}


def test_weights_take_the_place_of_the_old_ones(tmp_path: Path) -> None:
    path = tmp_path / "weights.toml"
    path.write_text('least = 0.5\n[weights]\n"old" = 1.0\n', encoding="utf-8")
    write({"bias": 0.5}, path)
    assert path.read_text(encoding="utf-8") == 'least = 0.5\n[weights]\n"bias" = 0.5\n'
