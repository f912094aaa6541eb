"""Golden cases of reconciling: voices, agreement, groups, sums and rules."""

from dataclasses import replace

import pytest

from twosource.errors import UsageError
from twosource.model import Article, Claim, CopyGroup, DateRange, Event, Figure, Group, Span, Speaker
from twosource.ontology.rule import rule_named, rule_names
from twosource.reconcile import reconcile


def claim(name: str, report: str, count: object, **fields: object) -> Claim:
    """``count`` is a number, a (low, high) pair, or the wording where there is no number."""
    low, high = count if isinstance(count, tuple) else (count, count) if isinstance(count, int) else (None, None)
    speaker = fields.pop("speaker", None)
    via = fields.pop("via", ())
    group = Group(
        text=str(fields.pop("text", "people")),
        role=str(fields.pop("role", "victim")),
        nationality=fields.pop("nationality", None),  # type: ignore[arg-type]
        status=fields.pop("status", None),  # type: ignore[arg-type]
        names=fields.pop("names", ()),  # type: ignore[arg-type]
    )
    said = fields.pop("said", None)
    made = Claim(
        id=name,
        report=report,
        measure="killed",
        span=Span(0, 10),
        quote="",
        stance="asserted",
        pattern="test",
        low=low,
        high=high,
        wording=count if isinstance(count, str) else str(low),
        group=group,
        speaker=Speaker(text=str(speaker), name=str(speaker), via=via) if speaker else None,  # type: ignore[arg-type]
        said=DateRange(earliest=str(said), latest=str(said), precision="day") if said else None,
    )
    return replace(made, **fields)  # type: ignore[arg-type]


def article(name: str, outlet: str | None = None, published: str | None = None) -> Article:
    return Article(id=name, sha256="", text="", blocks=(), outlet=outlet, published=published)


def copies(*reports: str, agency: str | None = None) -> CopyGroup:
    return CopyGroup(id="g-" + "-".join(reports), reports=reports, origin=None, agency=agency, why="")


def event() -> Event:
    return Event(
        id="e",
        title="",
        type=None,
        date=None,
        place=None,
        actors=(),
        reports=(),
        claims=(),
        copy_groups=(),
        links=(),
    )


def figures(
    claims: list[Claim],
    articles: list[Article] | None = None,
    groups: tuple[CopyGroup, ...] = (),
    rule: str = "default",
) -> tuple[Figure, ...]:
    known = (
        articles if articles is not None else [article(r, f"Outlet {r}") for r in sorted({c.report for c in claims})]
    )
    return reconcile(event(), claims, known, groups, rule)


def everybody(
    claims: list[Claim],
    articles: list[Article] | None = None,
    groups: tuple[CopyGroup, ...] = (),
    rule: str = "default",
) -> Figure:
    return next(figure for figure in figures(claims, articles, groups, rule) if figure.group is None)


def number(figure: Figure) -> tuple[int | None, int | None, int | None]:
    return figure.low, figure.best, figure.high


def of_group(found: tuple[Figure, ...], **wanted: object) -> Figure:
    (hit,) = [f for f in found if f.group and all(getattr(f.group, k) == v for k, v in wanted.items())]
    return hit


def test_two_speakers_in_two_origins_corroborate() -> None:
    figure = everybody([claim("a", "r1", 14, speaker="harbour police"), claim("b", "r2", 14, speaker="City Hospital")])
    assert (number(figure), figure.agreement, figure.voices) == ((14, 14, 14), "corroborated", 2)
    assert figure.claims_for == ("a", "b")
    assert "2 independent voices agree" in figure.explanation


def test_one_speaker_through_two_outlets_is_echoed() -> None:
    figure = everybody([claim("a", "r1", 14, speaker="Sarvan army"), claim("b", "r2", 14, speaker="the Sarvan army")])
    assert (figure.agreement, figure.voices, figure.outlets) == ("echoed", 1, ("Outlet r1", "Outlet r2"))
    assert figure.explanation.startswith("14 killed, all from one speaker, Sarvan army, through 2 outlets")


def test_two_speakers_in_copies_of_one_dispatch_are_one_voice() -> None:
    told = [claim("a", "r1", 14, speaker="police"), claim("b", "r2", 14, speaker="hospital")]
    figure = everybody(told, groups=(copies("r1", "r2"),))
    assert (figure.agreement, figure.voices) == ("echoed", 1)


def test_reports_that_credit_one_agency_are_one_origin() -> None:
    told = [claim("a", "r1", 14, speaker="police"), claim("b", "r2", 14, speaker="hospital")]
    figure = everybody(told, groups=(copies("r1", agency="ap"), copies("r2", agency="ap")))
    assert (figure.voices, figure.origins) == (1, ("agency:ap",))


def test_voices_are_a_matching_not_the_smaller_count() -> None:
    """Three origins and three speakers, but two of the speakers stand in one origin only: two voices."""
    told = [
        claim("a", "r1", 5, speaker="police"),
        claim("b", "r1", 5, speaker="hospital"),
        claim("c", "r1", 5, speaker="mayor"),
        claim("d", "r2", 5, speaker="police"),
        claim("e", "r3", 5, speaker="police"),
    ]
    assert everybody(told).voices == 2


def test_one_report_is_single() -> None:
    figure = everybody([claim("a", "r1", 3, speaker="police"), claim("b", "r1", 3, speaker="police chief")])
    assert (figure.agreement, figure.reports) == ("single", ("r1",))


def test_an_article_s_own_claim_has_its_outlet_as_speaker() -> None:
    told = [claim("a", "r1", 3), claim("b", "r2", 3)]
    apart = everybody(told, [article("r1", "Courier"), article("r2", "Herald")])
    same = everybody(told, [article("r1", "Courier"), article("r2", "Courier")])
    unknown = everybody(told, [article("r1"), article("r2")])
    assert [figure.voices for figure in (apart, same, unknown)] == [2, 1, 2]


def test_a_copy_elsewhere_speaks_for_the_outlet_that_had_it_first() -> None:
    told = [claim("a", "r1", 12), claim("b", "r2", 12)]
    known = [article("r1", "Courier"), article("r2", "Courier"), article("r3", "Tribune")]
    assert everybody(told, known).voices == 1
    first = replace(copies("r1", "r3"), origin="r1")
    assert everybody([*told, claim("c", "r3", 12)], known, (first,)).voices == 1


def test_an_outlet_quoted_elsewhere_is_no_second_voice() -> None:
    told = [claim("a", "r1", 3), claim("b", "r2", 3, speaker="the Courier")]
    assert everybody(told, [article("r1", "The Courier"), article("r2", "Herald")]).voices == 1


def test_what_is_taken_from_one_house_has_one_origin() -> None:
    told = [
        claim("a", "r1", 3, speaker="police", via=("Radio Kel",)),
        claim("b", "r2", 3, speaker="mayor", via=("Radio Kel",)),
    ]
    assert everybody(told).voices == 1


def test_a_body_s_shorter_name_is_no_second_voice() -> None:
    told = [claim("a", "r1", 12, speaker="department"), claim("b", "r2", 12, speaker="Department of Prisons")]
    assert everybody(told).voices == 1


def test_an_outlet_without_a_name_is_called_so() -> None:
    figure = everybody([claim("a", "r1", 3)], [article("r1")])
    assert (figure.outlets, figure.explanation) == (("r1",), "3 killed, in one report only, from an unnamed outlet")


def test_speakers_who_differ_contest() -> None:
    figure = everybody([claim("a", "r1", 12, speaker="police"), claim("b", "r2", 30, speaker="opposition")])
    assert (number(figure), figure.agreement) == ((12, 12, 30), "contested")
    assert (figure.claims_for, figure.claims_against) == (("a",), ("b",))
    assert figure.explanation == "contested: police says 12 and opposition says 30"


def test_at_least_does_not_contest_a_higher_count() -> None:
    figure = everybody([claim("a", "r1", (40, None), speaker="police"), claim("b", "r2", 43, speaker="hospital")])
    assert (number(figure), figure.agreement, figure.voices) == ((40, 43, 43), "single", 1)
    assert (figure.claims_for, figure.claims_against) == (("b",), ("a",))


def test_at_least_alone_is_open_above_and_up_to_alone_gives_no_best() -> None:
    assert number(everybody([claim("a", "r1", (30, None))])) == (30, 30, None)
    up_to = everybody([claim("a", "r1", (None, 30))])
    assert (number(up_to), up_to.agreement) == ((None, None, 30), "unresolved")


def test_a_speaker_s_later_count_takes_the_place_of_the_earlier() -> None:
    told = [
        claim("a", "r1", 9, speaker="rescue chief"),
        claim("b", "r2", 17, speaker="rescue chief"),
        claim("c", "r3", 23, speaker="rescue chief"),
    ]
    days = [article(f"r{n}", f"Outlet {n}", f"2025-05-1{n}") for n in (1, 2, 3)]
    figure = everybody(told, days)
    assert (number(figure), figure.agreement, figure.claims_against) == ((23, 23, 23), "single", ())
    assert "rescue chief said 9 (2025-05-11)" in figure.explanation


def test_a_late_copy_of_an_early_count_is_no_later_word() -> None:
    told = [
        claim("a", "r1", 9, speaker="chief"),
        claim("b", "r2", 17, speaker="chief"),
        claim("c", "r3", 9, speaker="chief"),
    ]
    days = [article(f"r{n}", f"Outlet {n}", f"2025-05-1{n}") for n in (1, 2, 3)]
    assert number(everybody(told, days, (copies("r1", "r3"),))) == (17, 17, 17)


def test_an_article_s_own_earlier_lower_toll_does_not_contest() -> None:
    told = [claim("a", "r1", 2), claim("b", "r2", 3, speaker="police")]
    figure = everybody(told, [article("r1", "A", "2025-05-01"), article("r2", "B", "2025-05-03")])
    assert (number(figure), figure.agreement) == ((3, 3, 3), "single")


def test_missing_people_keep_their_first_count_as_upper_bound() -> None:
    told = [
        claim("a", "r1", 2, speaker="police", measure="missing"),
        claim("b", "r2", 0, speaker="police", measure="missing"),
    ]
    assert number(everybody(told, [article("r1", "A", "2025-05-01"), article("r2", "B", "2025-05-03")])) == (0, 0, 2)


def test_words_without_a_number_stay_unresolved() -> None:
    figure = everybody(
        [claim("a", "r1", "dozens", low=24, speaker="army"), claim("b", "r2", "several deaths", speaker="mayor")]
    )
    assert (number(figure), figure.agreement) == ((None, None, None), "unresolved")
    assert figure.wording == ("dozens", "several deaths")


def test_a_denial_counts_against_and_makes_no_figure_alone() -> None:
    denied = claim("d", "r2", 12, speaker="army", stance="denied")
    assert figures([denied]) == ()
    figure = everybody([claim("a", "r1", 12, speaker="villagers"), denied])
    assert (figure.best, figure.agreement, figure.claims_against) == (12, "contested", ("d",))


def test_a_hedged_count_widens_and_is_never_best_beside_an_asserted_one() -> None:
    told = [claim("a", "r1", 12, speaker="police"), claim("b", "r2", 20, speaker="hospital", stance="hedged")]
    assert number(everybody(told)) == (12, 12, 20)
    assert number(everybody(told, rule="ucdp")) == (12, 12, 12)
    assert everybody(told[1:]).best == 20


def test_history_and_running_tolls_do_not_count() -> None:
    assert figures([claim("a", "r1", 300, scope="cumulative"), claim("b", "r1", 4, scope="historical")]) == ()


def test_nobody_is_a_figure() -> None:
    assert number(everybody([claim("a", "r1", 0, speaker="police")])) == (0, 0, 0)


def test_an_admitted_loss_without_count_leaves_the_sum_open() -> None:
    told = [
        claim("a", "r1", 18, text="18 of its guards", nationality="DK", status="military", speaker="Danish government"),
        claim("b", "r2", 18, text="18 Danish guards", nationality="DK", status="military", speaker="Danish government"),
        claim("c", "r2", "a lot of", text="a lot of Danes", nationality="DK", speaker="General Hale"),
        claim("d", "r2", 0, text="our side", nationality="NO", speaker="General Hale"),
        claim("e", "r2", "several deaths", text="several deaths", nationality="SE", speaker="Swedish government"),
    ]
    found = figures(told)
    danes, ours, swedes = (of_group(found, nationality=country) for country in ("DK", "NO", "SE"))
    assert (number(danes), danes.agreement, danes.voices, len(danes.outlets)) == ((18, 18, 18), "echoed", 1, 2)
    assert (danes.claims_for, danes.claims_against, danes.wording) == (("a", "b"), (), ("a lot of",))
    assert (number(ours), ours.agreement) == ((0, 0, 0), "single")
    assert (number(swedes), swedes.agreement, swedes.wording) == ((None, None, None), "unresolved", ("several deaths",))
    assert number(found[0]) == (18, 18, None)
    assert found[0].group is None
    assert set(found[0].parts) == {danes.id, ours.id, swedes.id}
    assert (found[0].agreement, found[0].voices) == ("echoed", 1)


def test_forces_of_one_country_stay_apart_and_add_up() -> None:
    told = [
        claim("a", "r1", 20, nationality="DK", status="military", speaker="army"),
        claim("b", "r1", 12, nationality="DK", status="police", speaker="army"),
    ]
    found = figures(told)
    assert number(found[0]) == (32, 32, 32)
    assert len(found) == 3


def test_children_lie_inside_the_total() -> None:
    told = [
        claim("a", "r1", 14, speaker="police"),
        claim("b", "r1", 5, status="children", part_of="a", speaker="police"),
    ]
    found = figures(told)
    assert number(found[0]) == (14, 14, 14)
    assert number(of_group(found, status="children")) == (5, 5, 5)


def test_parts_larger_than_the_whole_contest() -> None:
    told = [claim("a", "r1", 10, speaker="police"), claim("b", "r2", 25, nationality="DK", speaker="hospital")]
    figure = everybody(told)
    assert (number(figure), figure.agreement) == ((10, 10, 25), "contested")
    assert "more than the whole" in figure.explanation


def test_perpetrators_are_among_everybody_and_apart_from_victims() -> None:
    gunman = {"role": "perpetrator", "text": "the gunman"}
    told = [
        claim("a", "r1", 6, speaker="police"),
        claim("b", "r1", (1, 1), wording="the gunman", speaker="police", **gunman),
        claim("c", "r2", 6, speaker="hospital"),
        claim("d", "r3", 7, speaker="mayor"),
        claim("e", "r3", (1, 1), wording="the gunman", part_of="d", speaker="mayor", **gunman),
    ]
    found = figures(told)
    assert number(found[0]) == (7, 7, 7)
    assert found[0].agreement != "contested"
    assert number(of_group(found, role="victim")) == (6, 6, 6)
    assert number(of_group(found, role="perpetrator")) == (1, 1, 1)


@pytest.mark.parametrize(
    ("fields", "total"),
    [
        ({"pattern": "state", "text": "four people"}, 4),
        ({"pattern": "state", "text": "four relatives"}, 5),
        ({"pattern": "verb and object", "text": "four people"}, 5),
        ({"pattern": "state", "text": "four people", "span": Span(300, 320)}, 5),
    ],
    ids=["all the dead", "certain people", "those somebody killed", "told beside the attacker"],
)
def test_a_count_of_all_the_dead_holds_the_attacker(fields: dict[str, object], total: int) -> None:
    dead = claim("a", "r1", 4, **fields)
    gunman = claim("b", "r1", (1, 1), role="perpetrator", text="the gunman", wording="the gunman", span=Span(310, 330))
    assert everybody([dead, gunman]).best == total


def test_a_count_of_the_dead_that_is_told_of_the_victims_too_leaves_the_attacker_out() -> None:
    dead = claim("a", "r1", 4, pattern="state", text="four people", speaker="police")
    killed = claim("b", "r2", 4, pattern="verb and object", text="four people", speaker="mayor")
    gunman = claim("c", "r1", (1, 1), role="perpetrator", text="the gunman", wording="the gunman", span=Span(310, 330))
    assert number(everybody([dead, killed, gunman])) == (5, 5, 5)


def person(name: str, report: str, *names: str, **fields: object) -> Claim:
    fields.setdefault("wording", "a man")
    return claim(name, report, (1, 1), names=names, **fields)


def test_single_persons_are_counted_where_nobody_states_a_total() -> None:
    told = [person("a", "r1", "Ola Brandt", speaker="police"), person("b", "r1", speaker="police")]
    figure = everybody(told)
    assert (number(figure), figure.claims_for) == ((2, 2, 2), ("a", "b"))


def test_one_name_in_two_reports_is_one_person_and_a_second_name_opens_the_range_alone() -> None:
    same = everybody([person("a", "r1", "Ola Brandt", speaker="police"), person("b", "r2", "Brandt", speaker="aunt")])
    assert (number(same), same.agreement) == ((1, 1, 1), "corroborated")
    other = everybody(
        [person("a", "r1", "Ola Brandt", speaker="police"), person("b", "r2", "Kim Dahl", speaker="aunt")]
    )
    assert (number(other), other.voices, other.agreement) == ((1, 1, 2), 1, "echoed")


def test_single_persons_never_lower_a_stated_total() -> None:
    told = [claim("a", "r1", 3, speaker="police"), person("b", "r2", "Ola Brandt", speaker="aunt")]
    figure = everybody(told)
    assert (number(figure), figure.agreement, figure.claims_against) == ((3, 3, 3), "single", ())


DISPUTE = [
    claim("a", "r1", 12, speaker="police"),
    claim("b", "r2", 30, speaker="mayor"),
    claim("c", "r3", 30, speaker="hospital"),
    claim("d", "r4", "dozens", low=24, speaker="aunt"),
]
DAYS = [article(f"r{n}", f"Outlet {n}", f"2025-05-1{n}") for n in (3, 2, 1, 4)]


@pytest.mark.parametrize(
    ("rule", "wanted"),
    [
        ("default", (12, 30, 30)),
        ("ucdp", (12, 30, None)),
        ("acled", (12, 12, 12)),
        ("airwars", (12, None, 30)),
        ("ibc", (12, None, 30)),
        ("latest", (12, 30, 30)),
        ("majority", (12, 30, 30)),
    ],
)
def test_each_rule_reads_a_dispute_in_its_way(rule: str, wanted: tuple[int | None, ...]) -> None:
    figure = everybody(DISPUTE, [article(f"r{n}", f"O{n}", f"2025-05-1{n}") for n in (1, 2, 3, 4)], rule=rule)
    assert figure.rule == rule
    assert number(figure)[1] == wanted[1]
    if rule != "ucdp":
        assert number(figure) == wanted


def test_every_rule_file_is_read_and_interpreted() -> None:
    assert {"default", "ucdp", "acled", "airwars", "ibc", "latest", "majority"} <= set(rule_names())
    for name in rule_names():
        assert rule_named(name).prefer
        assert all(figure.rule == name for figure in figures(DISPUTE, rule=name))


def test_equal_claims_are_one_number_under_airwars() -> None:
    assert number(everybody(DISPUTE[1:3], rule="airwars")) == (30, 30, 30)


def test_the_lower_number_wins_where_no_source_stands_out() -> None:
    told = [claim("a", "r1", 12, speaker="police"), claim("b", "r2", 9, speaker="mayor")]
    assert number(everybody(told, rule="ucdp")) == (9, 9, 12)


def test_acled_records_no_injuries() -> None:
    assert figures([claim("a", "r1", 3, measure="injured")], rule="acled") == ()


def test_an_unknown_rule_is_refused_by_naming_the_known() -> None:
    with pytest.raises(UsageError, match="airwars, default"):
        figures([claim("a", "r1", 3)], rule="coin toss")


def test_only_the_event_s_own_claims_are_read() -> None:
    mine = replace(event(), claims=("a",))
    (figure,) = reconcile(mine, [claim("a", "r1", 3), claim("b", "r1", 8)], [article("r1")], (), "default")
    assert figure.best == 3


def test_an_attacker_who_died_is_none_of_the_victims_hurt() -> None:
    told = [
        claim("c1", "r1", 1, measure="injured", text="a guard"),
        claim("c2", "r2", 1, role="perpetrator", text="the gunman"),
    ]
    assert {f.measure: f.best for f in figures(told) if f.group is None} == {"killed": 1, "injured": 1}


def test_a_victim_who_died_later_is_no_longer_hurt() -> None:
    told = [
        claim("c1", "r1", 1, measure="injured", text="a guard"),
        claim("c2", "r2", 1, text="the guard"),
    ]
    assert {f.measure: f.best for f in figures(told) if f.group is None} == {"killed": 1, "injured": 0}


def test_the_hurt_who_died_are_taken_off_and_dead_attackers_are_shown_as_none_of_them() -> None:
    told = [
        claim("c1", "r1", 101, measure="injured", speaker="police"),
        claim("c2", "r2", 20, speaker="hospital"),
        claim("c3", "r3", 3, role="perpetrator", text="attackers", speaker="army"),
    ]
    found = figures(told)
    hurt = next(f for f in found if f.group is None and f.measure == "injured")
    dead = {f.id: f.best for f in found if f.measure == "killed"}
    assert hurt.best == 101 - 20
    assert sorted(dead[part] or 0 for part in hurt.parts) == [3, 23]


@pytest.mark.parametrize("rule", ["default", "airwars"])
def test_people_hit_outdo_no_group_of_the_hurt(rule: str) -> None:
    told = [
        claim("c1", "r1", 0, measure="injured"),
        claim("c2", "r2", 30, measure="injured", status="military", text="soldiers"),
        claim("c3", "r2", 2, measure="hit"),
    ]
    hurt = next(f for f in figures(told, rule=rule) if f.group is None and f.measure == "injured")
    assert (hurt.low, hurt.high, hurt.agreement) == (0, 30, "contested")


def test_a_child_who_died_later_is_no_longer_among_the_children_hurt() -> None:
    hurt, dead = {"measure": "injured", "speaker": "police"}, {"speaker": "hospital"}
    told = [
        claim("c1", "r1", 5, **hurt),
        claim("c2", "r1", 3, status="children", text="three children", part_of="c1", **hurt),
        claim("c3", "r2", 2, status="children", text="two children", **dead),
    ]
    found = figures(told)
    assert {f.measure: f.best for f in found if f.group is None} == {"killed": 2, "injured": 3}
    children = next(f for f in found if f.group and f.group.status == "children" and f.measure == "injured")
    assert (children.best, children.explanation) == (
        1,
        "1 injured: of 3 told of as hurt, 2 are told of as dead elsewhere",
    )


@pytest.mark.parametrize(("name", "other"), [("Emma Brandt", "Emma"), ("Mariah", "Maria")])
def test_a_first_name_alone_or_spelled_otherwise_is_nobody_else(name: str, other: str) -> None:
    assert number(everybody([person("a", "r1", name, speaker="police"), person("b", "r2", other)])) == (1, 1, 1)


def test_a_definite_person_told_apart_by_age_is_counted() -> None:
    told = [
        claim("c1", "r1", 1, text="an 18-year-old man", wording="an 18-year-old man"),
        claim("c2", "r1", 1, text="the 15-year-old", wording="the 15-year-old", pattern="test, definite"),
    ]
    assert number(everybody(told)) == (2, 2, 2)


def test_a_speaker_s_later_hour_takes_the_place_of_the_earlier_and_the_history_is_kept() -> None:
    told = [claim("a", "r1", 5, speaker="police"), claim("b", "r2", 7, speaker="police")]
    days = [article("r1", "A", "2025-05-01T08:00:00Z"), article("r2", "B", "2025-05-01T11:00:00+02:00")]
    figure = everybody(told, days)
    assert (number(figure), figure.claims_for, figure.claims_before) == ((7, 7, 7), ("b",), ("a",))
    without_zone = everybody(told, [article("r1", "A", "2025-05-01T08:00"), article("r2", "B", "2025-05-01T11:00")])
    assert (without_zone.agreement, without_zone.claims_before) == ("contested", ())


def test_a_later_at_least_takes_nothing_back() -> None:
    told = [claim("a", "r1", 12, speaker="police"), claim("b", "r2", (10, None), speaker="police")]
    figure = everybody(told, [article("r1", "A", "2025-05-01"), article("r2", "B", "2025-05-02")])
    assert (figure.best, figure.claims_before) == (12, ())


def test_a_slip_in_a_copy_is_told_and_contests_nothing() -> None:
    told = [claim("a", "r1", 12, speaker="police"), claim("b", "r2", 21, speaker="police")]
    days = [article("r1", "A", "2025-05-01"), article("r2", "B", "2025-05-01")]
    figure = everybody(told, days, (copies("r1", "r2"),))
    assert (figure.best, figure.agreement, figure.claims_against) == (12, "single", ("b",))
    assert "yet police says 21" in figure.explanation
    assert everybody(told, days).agreement == "contested"


def test_an_agency_is_told_by_its_name() -> None:
    told = [claim("a", "r1", 5), claim("b", "r2", 5)]
    assert everybody(told, [], (copies("r1", "r2", agency="ap"),)).speakers == ("Associated Press",)


def test_a_group_smaller_than_a_group_inside_it_is_contested() -> None:
    told = [
        claim("a", "r1", 9, speaker="police"),
        claim("b", "r1", 6, status="civilian", speaker="police"),
        claim("c", "r2", 8, status="children", speaker="mayor"),
    ]
    found = figures(told)
    civilians = of_group(found, status="civilian")
    assert (civilians.best, civilians.agreement, civilians.claims_against) == (6, "contested", ("c",))
    assert "one group alone counts 8, more than the whole" in civilians.explanation
    assert found[0].agreement == "single"


def test_children_beside_soldiers_are_none_of_them() -> None:
    told = [claim("a", "r1", 2, status="police"), claim("b", "r1", 3, status="children")]
    assert number(figures(told)[0]) == (5, 5, 5)
