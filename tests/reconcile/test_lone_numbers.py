"""Numbers that one report alone gives: told after a larger one, above what others tell of, or of several happenings."""

from typing import Any

import pytest

from twosource.model import Article, Claim, CopyGroup, Event, Figure, Group, Span, Speaker
from twosource.reconcile import reconcile

EVENT = Event(
    id="e", title="", type=None, date=None, place=None, actors=(), reports=(), claims=(), copy_groups=(), links=()
)


def claim(report: str, count: int, measure: str = "killed", at: int = 0, **fields: Any) -> Claim:
    """Tell of so many people; one is a person."""
    speaker = fields.pop("speaker", None)
    text = "a man" if count == 1 else f"{count} people"
    made: dict[str, Any] = {
        "id": f"{report}-{measure}-{count}-{at}",
        "report": report,
        "measure": measure,
        "span": Span(at, at + 10),
        "quote": "",
        "stance": "asserted",
        "pattern": "test",
        "low": count,
        "high": count,
        "wording": text,
        "group": Group(text=text, role="victim", names=fields.pop("names", ())),
        "speaker": Speaker(text=speaker, name=speaker) if speaker else None,
    }
    return Claim(**{**made, **fields})


def figure(
    measure: str, *claims: Claim, days: tuple[str, ...] = (), rule: str = "default", copies: tuple[str, ...] = ()
) -> Figure:
    """Return the figure of everybody; ``copies`` are reports of one origin."""
    reports = sorted({one.report for one in claims})
    published = (*days, *(None for _ in reports[len(days) :]))
    articles = [
        Article(id=name, sha256="", text="", blocks=(), outlet=f"The {name} Post", published=day)
        for name, day in zip(reports, published, strict=True)
    ]
    group = CopyGroup(id="g", reports=copies, origin=None, agency=None, why="")
    found = reconcile(EVENT, claims, articles, (group,) if copies else (), rule)
    return next(f for f in found if f.measure == measure and f.group is None)


def range_of(one: Figure) -> tuple[int | None, int | None, int | None]:
    return one.low, one.best, one.high


@pytest.mark.parametrize("measure", ["killed", "injured", "hit"])
def test_fewer_people_told_of_after_all_of_them_are_some_of_those(measure: str) -> None:
    assert range_of(figure(measure, claim("r1", 6, measure), claim("r1", 4, measure, at=50))) == (6, 6, 6)


def test_another_speaker_s_lower_count_is_no_part_of_the_higher_one() -> None:
    found = figure("killed", claim("r1", 6, speaker="mayor"), claim("r1", 4, at=50, speaker="army"))
    assert range_of(found) == (4, 4, 6)


def test_a_speaker_s_lower_count_contradicts_the_report_s_own() -> None:
    found = figure("killed", claim("r1", 12), claim("r1", 10, at=50, speaker="governor"))
    assert range_of(found) == (10, 10, 12)


def test_more_people_told_of_further_down_do_not_outdo_the_first_count() -> None:
    assert figure("hit", claim("r1", 4, "hit"), claim("r1", 10, "hit", at=50)).best == 4


@pytest.mark.parametrize(("measure", "best"), [("killed", 4), ("injured", 5), ("hit", 5)])
def test_of_two_reports_the_higher_count_of_the_hurt_and_the_lower_of_the_dead_is_the_best(
    measure: str, best: int
) -> None:
    assert range_of(figure(measure, claim("r1", 4, measure), claim("r2", 5, measure))) == (4, best, 5)


def test_a_second_dead_person_whom_another_report_leaves_out_is_not_counted() -> None:
    two = (claim("r1", 1, names=("Ana Ruiz",)), claim("r1", 1, at=50, names=("Leo Paz",)))
    assert range_of(figure("killed", *two, claim("r2", 1, names=("Ana Ruiz",)))) == (1, 1, 2)


def test_a_codebook_s_rule_counts_whomever_one_report_alone_tells_of() -> None:
    two = (claim("r1", 1, names=("Ana Ruiz",)), claim("r1", 1, at=50, names=("Leo Paz",)))
    assert figure("killed", *two, claim("r2", 1, names=("Ana Ruiz",)), rule="ibc").best == 2


def test_a_person_who_died_later_is_counted_though_an_earlier_report_knew_of_one() -> None:
    two = (claim("r2", 1, names=("Ana Ruiz",)), claim("r2", 1, at=50, names=("Leo Paz",)))
    found = figure("killed", claim("r1", 1, names=("Ana Ruiz",)), *two, days=("2031-05-07", "2031-05-09"))
    assert found.best == 2


def test_a_report_on_one_of_many_dead_does_not_lower_the_toll() -> None:
    assert figure("killed", claim("r1", 30), claim("r2", 1, names=("Ana Ruiz",))).best == 30


def test_reports_that_each_tell_of_one_of_the_dead_do_not_lower_a_toll() -> None:
    found = figure("killed", claim("r1", 17), claim("r2", 1, names=("Ana Ruiz",)), claim("r3", 1))
    assert range_of(found) == (17, 17, 17)
    assert figure("killed", claim("r1", 2), claim("r2", 1, names=("Ana Ruiz",))).best == 2


def test_people_hit_whom_one_report_alone_counts_make_nobody_hurt_where_two_tell_of_fewer_than_half() -> None:
    told = (claim("r1", 8, "hit"), claim("r2", 1), claim("r3", 1))
    found = reconcile(EVENT, told, [], (), "default")
    assert [f.best for f in found if f.measure == "injured"] == []
    assert figure("injured", claim("r1", 8, "hit"), claim("r2", 1)).best == 7


def test_a_lone_report_s_many_hurt_do_not_keep_one_among_the_hurt_who_died() -> None:
    told = [claim("r1", 1, "injured"), claim("r2", 1), claim("r3", 1), claim("r4", 8, "hit")]
    assert figure("injured", *told).best == 0


TITLED = "passive, in the title"


@pytest.mark.parametrize(("measure", "lower", "higher"), [("injured", 4, 6), ("killed", 2, 3)])
def test_of_numbers_with_as_many_voices_that_of_a_title_is_the_best(measure: str, lower: int, higher: int) -> None:
    first = claim("r1", lower, measure, pattern=TITLED, speaker="mayor")
    assert figure(measure, first, claim("r1", higher, measure, at=50, speaker="army")).best == lower
    first = claim("r1", lower, measure, speaker="mayor")
    assert figure(measure, first, claim("r2", higher, measure, pattern=TITLED, speaker="army")).best == higher


def test_a_title_outdoes_no_second_voice() -> None:
    one = claim("r1", 4, "injured", pattern=TITLED, speaker="mayor")
    others = [claim(report, 6, "injured", speaker=who) for report, who in (("r2", "army"), ("r3", "coroner"))]
    assert figure("injured", one, *others).best == 6
