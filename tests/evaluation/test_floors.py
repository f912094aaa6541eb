"""Floors rise and never fall; the verdict of a run."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import evaluation.__main__ as front
import pytest
from evaluation.floors import Floors, raised, read_floors, write_floors
from evaluation.score import Run, Score
from evaluation.table import BELOW, OTHER, RIVAL, SAMPLE, lines, rendered

SAME = {"gva": "one"}
KEY = ("gva", "tuned", "killed")


def score(value: float, *, whole: bool = True, rival: bool = False) -> Score:
    return Score(task="gva", measure="killed", part="tuned", value=value, n=10, whole=whole, rival=rival)


def test_a_floor_is_cut_to_three_digits_less_the_slack() -> None:
    assert raised(Floors({}, {}), [score(0.8769)], SAME).least[KEY] == 0.871


def test_a_worse_score_leaves_the_floor() -> None:
    assert raised(Floors({"gva": "one"}, {KEY: 0.9}), [score(0.5)], SAME).least[KEY] == 0.9


def test_a_sample_raises_nothing() -> None:
    assert raised(Floors({"gva": "one"}, {KEY: 0.5}), [score(0.9, whole=False)], SAME).least[KEY] == 0.5


def test_another_method_raises_nothing() -> None:
    assert raised(Floors({"gva": "one"}, {}), [score(0.9, rival=True)], SAME).least == {}


def test_other_data_raise_nothing() -> None:
    floors = raised(Floors({"gva": "another"}, {KEY: 0.5}), [score(0.9)], SAME)
    assert floors.least[KEY] == 0.5
    assert floors.fingerprints == {"gva": "another"}


def test_floors_come_back_from_their_file(tmp_path: Path) -> None:
    floors = Floors({"gva": "one"}, {KEY: 0.871, ("gva", "unseen", "killed, both"): -0.005})
    floors = raised(floors, [replace(score(0.9), task="real pairs")], {"real pairs": "two"})
    write_floors(floors, tmp_path / "floors.toml")
    assert read_floors(tmp_path / "floors.toml") == floors


def test_the_floors_kept_with_the_project_can_be_read() -> None:
    assert read_floors(front.FLOORS).least


@pytest.mark.parametrize(
    ("judged", "fingerprint", "note"),
    [
        (score(0.7), "one", BELOW),
        (score(0.7, whole=False), "one", SAMPLE),
        (score(0.7, rival=True), "one", RIVAL),
        (score(0.7), "another", OTHER),
        (score(0.89), "one", "reaches the bar"),
        (score(0.81), "one", "under the bar"),
    ],
)
def test_a_score_is_held_against_its_floor(judged: Score, fingerprint: str, note: str) -> None:
    [line] = lines([judged], Floors({"gva": "one"}, {KEY: 0.8}), {"gva": fingerprint})
    assert line.note == note
    assert note in rendered([line])


def test_without_corpora_one_line_and_success(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert front.main(["--corpora", str(tmp_path / "none")]) == 0
    assert capsys.readouterr().out.count("\n") == 1


def test_a_broken_scorer_is_named_and_hides_no_other(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_run: Run) -> Iterator[Score]:
        raise KeyError("no such column")

    def sound(_run: Run) -> Iterator[Score]:
        yield score(0.9)

    for name in ("first", "second"):
        (tmp_path / name).mkdir()
    monkeypatch.setattr(front, "FLOORS", tmp_path / "floors.toml")
    monkeypatch.setattr(front, "SCORERS", {"first": (broken, ("first",)), "gva": (sound, ("second",))})
    assert front.main(["--corpora", str(tmp_path)]) == 1
    shown = capsys.readouterr().out
    assert "first: failed: KeyError" in shown
    assert "killed" in shown


def test_a_score_below_its_floor_fails_the_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def scorer(_run: Run) -> Iterator[Score]:
        yield score(0.9)

    (tmp_path / "gva").mkdir()
    monkeypatch.setattr(front, "FLOORS", tmp_path / "floors.toml")
    monkeypatch.setattr(front, "SCORERS", {"gva": (scorer, ("gva",))})
    assert front.main(["--corpora", str(tmp_path), "--raise-floors"]) == 0
    raised_text = (tmp_path / "floors.toml").read_text(encoding="utf-8")
    (tmp_path / "floors.toml").write_text(raised_text.replace("0.895", "0.905"), encoding="utf-8")
    assert front.main(["--corpora", str(tmp_path)]) == 1
