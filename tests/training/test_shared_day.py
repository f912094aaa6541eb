"""The training program learns which deeds share the day of the story from keys that date people by name."""

from training.shared_day import Example, by_archive, by_key, fitted

from twosource.model import Claim, DateRange, Group, Span
from twosource.model.claim import Measure

MONDAY = DateRange(earliest="2031-05-05", latest="2031-05-05", precision="day")
KEY = [
    {
        "optional": False,
        "slots": {
            "hum_tgt_name": [{"values": ["ADA QUILL"]}],
            "hum_tgt_description": [],
            "incident_date": [{"values": ["05 MAY 31"], "ranges": [["2031-05-05", "2031-05-05"]]}],
        },
    },
    {
        "optional": False,
        "slots": {
            "hum_tgt_name": [{"values": ["IVO BRANDT"]}],
            "hum_tgt_description": [],
            "incident_date": [{"values": ["- 07 MAY 31"], "ranges": [[None, "2031-05-07"]]}],
        },
    },
]


def killed(name: str, measure: Measure = "killed") -> Claim:
    """Return a claim that somebody was killed."""
    return Claim(
        id="c", report="r", measure=measure, span=Span(0, 1), quote=name, stance="asserted", pattern="passive",
        group=Group(text=name),
    )  # fmt: skip


def test_a_key_tells_of_those_it_names_whether_a_day_is_theirs() -> None:
    judge = by_key(KEY)
    assert [judge(killed(name), MONDAY) for name in ("Ada Quill", "Ivo Brandt", "Ona Reyes")] == [True, False, None]


def test_the_archive_dates_the_shot_and_no_arrest() -> None:
    judge = by_archive("2031-05-05")
    assert judge(killed("a man"), MONDAY) is True
    assert judge(killed("a man", "captured"), MONDAY) is None
    assert by_archive("2031-05-04")(killed("a man"), MONDAY) is False


def test_what_stands_with_the_right_day_speaks_for_it() -> None:
    told = [Example({"day next": 1.0}, True, "a", 1.0), Example({"another last": 1.0}, False, "b", 1.0)]
    weights = fitted(told * 20)
    assert weights["day next"] > 0 > weights["another last"]
