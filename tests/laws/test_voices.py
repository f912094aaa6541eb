"""Law 5: a copy adds no voice and changes no figure. Law 6: a kept value is claimed, or a sum of shown parts."""

import math
from dataclasses import replace
from itertools import permutations

from hypothesis import given, settings
from hypothesis import strategies as st

from twosource.copies import Fingerprint, copy_groups, fingerprint, keys, step
from twosource.model import Article, Claim, CopyGroup, Event, Figure, Group, Span, Speaker
from twosource.ontology.rule import rule_named, rule_names
from twosource.reconcile import reconcile

EVENT = Event(
    id="e", title="", type=None, date=None, place=None, actors=(), reports=(), claims=(), copy_groups=(), links=()
)
World = tuple[tuple[Article, ...], tuple[Claim, ...], tuple[CopyGroup, ...]]
SPEAKERS = ("police", "Kel police", "Alma Ruiz", "Ruiz", "hospital", "army")
EXACT = (0, 101, 211, 307, 401, 503)  # far above any tally of single persons, and no two add up to a third
RULES = st.sampled_from(rule_names())

counts = st.one_of(
    st.sampled_from(EXACT).map(lambda n: (n, n, str(n))),
    st.sampled_from(EXACT[1:]).map(lambda n: (n, None, f"at least {n}")),
    st.sampled_from(EXACT[1:]).map(lambda n: (None, n, f"up to {n}")),
    st.tuples(st.sampled_from(EXACT[1:3]), st.sampled_from(EXACT[3:])).map(
        lambda pair: (*pair, f"{pair[0]} to {pair[1]}")
    ),
    st.sampled_from([(None, None, "several deaths"), (24, None, "dozens"), (1, 1, "a man")]),
)
people = st.builds(
    Group,
    text=st.sampled_from(["people", "men", "soldiers"]),
    role=st.sampled_from(["victim", "victim", "perpetrator"]),
    nationality=st.sampled_from([None, None, "DK", "SE"]),
    status=st.sampled_from([None, None, "military", "police", "civilian", "children"]),
    names=st.sampled_from([(), (), ("Ola Brandt",), ("Kim Dahl",)]),
)


@st.composite
def worlds(draw: st.DrawFn) -> World:
    """One to five reports of one event with some claims each, of which two may be copies or credit an agency."""
    names = [f"r{n}" for n in range(draw(st.integers(1, 5)))]
    articles = tuple(
        Article(
            id=name,
            sha256="",
            text="",
            blocks=(),
            outlet=draw(st.sampled_from([None, "Courier", "Herald", "Gazette"])),
            published=draw(st.sampled_from([None, "2025-05-01", "2025-05-02", "2025-05-03"])),
        )
        for name in names
    )
    claims = tuple(_claim(draw, name, number) for name in names for number in range(draw(st.integers(0, 3))))
    grouped = draw(st.integers(0, len(names)))
    agency = draw(st.sampled_from([None, "ap"]))
    groups = (_group(tuple(names[:grouped]), agency),) if grouped > 1 or (grouped == 1 and agency) else ()
    return articles, claims, groups


def _claim(draw: st.DrawFn, report: str, number: int) -> Claim:
    low, high, wording = draw(counts)
    speaker = draw(st.sampled_from([None, *SPEAKERS]))
    return Claim(
        id=f"{report}-{number}",
        report=report,
        measure=draw(st.sampled_from(["killed", "killed", "injured", "hit", "missing"])),
        span=Span(number * 10, number * 10 + 5),
        quote="",
        stance=draw(st.sampled_from(["asserted", "asserted", "asserted", "hedged", "denied"])),
        pattern="law",
        low=low,
        high=high,
        wording=wording,
        group=draw(people),
        speaker=Speaker(text=speaker, name=speaker) if speaker is not None else None,
    )


def _group(reports: tuple[str, ...], agency: str | None) -> CopyGroup:
    return CopyGroup(id="g-" + "-".join(reports), reports=reports, origin=reports[0], agency=agency, why="")


def _with_copy(world: World, place: int, outlet: str) -> World:
    """Add a copy of one report: the same claims, another outlet, a day later; the copies stage joins the two."""
    articles, claims, groups = world
    source = articles[place % len(articles)]
    copy = replace(source, id=f"{source.id}-copy", outlet=outlet, published=source.published and "2025-05-09")
    repeated = tuple(
        replace(claim, id=f"{claim.id}-copy", report=copy.id) for claim in claims if claim.report == source.id
    )
    home = next((group for group in groups if source.id in group.reports), None)
    members = (*home.reports, copy.id) if home is not None else (source.id, copy.id)
    joined = _group(members, home.agency if home is not None else None)
    return (*articles, copy), (*claims, *repeated), (*(group for group in groups if group is not home), joined)


def _figures(world: World, rule: str) -> tuple[Figure, ...]:
    return reconcile(EVENT, world[1], world[0], world[2], rule)


def _values(figures: tuple[Figure, ...]) -> dict[str, tuple[object, ...]]:
    return {figure.id: (figure.low, figure.best, figure.high, figure.voices) for figure in figures}


@settings(max_examples=150, deadline=None)
@given(worlds(), st.integers(0, 4), st.sampled_from(["Courier", "Tribune"]), RULES)
def test_a_copy_changes_no_figure_and_adds_no_voice(world: World, place: int, outlet: str, rule: str) -> None:
    assert _values(_figures(_with_copy(world, place, outlet), rule)) == _values(_figures(world, rule))


STORY = (
    "A ferry with forty passengers ran on the rocks off Sandvik late on Monday evening in heavy rain and fog.",
    "Twelve people were killed when the car deck flooded, the coast guard said in a first account of the night.",
    "Divers searched the wreck until morning while a crane ship was on its way from the naval yard further south.",
    "The line had bought the vessel from a Baltic company last year and refitted it over the winter in its own dock.",
)
EDITS = (STORY, STORY[:3], (STORY[0], *STORY[:0:-1]), ("Grief in our town tonight.", *STORY), (" ".join(STORY),))


@given(st.lists(st.sampled_from(EDITS), min_size=1, max_size=4))
@settings(max_examples=40, deadline=None)
def test_edited_copies_found_by_the_copies_stage_add_no_voice(edits: list[tuple[str, ...]]) -> None:
    """Each copy even names another speaker: what comes from one text is one voice."""
    texts = [STORY, *edits]
    reports = [
        Article(id=f"r{n}", sha256="", text="\n\n".join(text), blocks=(), outlet=f"Paper {n}")
        for n, text in enumerate(texts)
    ]
    told = [_toll(report, f"speaker {n}") for n, report in enumerate(reports)]
    buckets: dict[str, list[Fingerprint]] = {}
    for each in map(fingerprint, reports):
        for key in keys(each):
            buckets.setdefault(key, []).append(each)
    groups = copy_groups(reports, [pair for key, group in buckets.items() for pair in step(key, group)])
    (figure,) = reconcile(EVENT, told, reports, groups, "default")
    assert (figure.best, figure.voices, figure.agreement) == (12, 1, "echoed")


def _toll(report: Article, speaker: str) -> Claim:
    at = report.text.index("Twelve people")
    return Claim(
        id=f"{report.id}-toll",
        report=report.id,
        measure="killed",
        span=Span(at, at + 13),
        quote="Twelve people",
        stance="asserted",
        pattern="law",
        low=12,
        high=12,
        wording="Twelve",
        group=Group(text="Twelve people", role="victim"),
        speaker=Speaker(text=speaker, name=speaker),
    )


@settings(max_examples=100, deadline=None)
@given(worlds(), st.randoms(use_true_random=False), RULES)
def test_the_order_of_claims_reports_and_groups_never_matters(world: World, source: object, rule: str) -> None:
    shuffled = tuple(tuple(source.sample(part, len(part))) for part in world)  # type: ignore[attr-defined]
    assert _figures(shuffled, rule) == _figures(world, rule)  # type: ignore[arg-type]


@settings(max_examples=150, deadline=None)
@given(worlds(), RULES)
def test_a_kept_value_is_claimed_or_a_sum_of_shown_parts(world: World, rule: str) -> None:
    figures = _figures(world, rule)
    by_id = {figure.id: figure for figure in figures}
    words = {bound for _, low, high in rule_named(rule).words for bound in (low, high)}
    claimed = {bound for claim in world[1] for bound in (claim.low, claim.high)} | words
    for figure in figures:
        parts = [by_id[part] for part in figure.parts]
        sums = {sum(part.best or 0 for part in parts)}
        sums |= {sum(part.low or 0 for part in parts), sum(part.high or 0 for part in parts)}
        sums |= {part.high or 0 for part in by_id.values()} | {*range(len(world[1]) + 1)}  # tallies of single persons
        kept = {*_told(figure)} - claimed - sums
        if figure.measure == "injured":
            kept -= _differences(kept, parts, claimed | sums)
        assert not kept, (kept, figure, parts)


def _told(figure: Figure) -> tuple[int, ...]:
    """The bounds of a figure that are known."""
    return tuple(bound for bound in (figure.low, figure.best, figure.high) if bound is not None)


def _differences(kept: set[int], parts: list[Figure], claimed: set[int | None]) -> set[int]:
    """Those of the numbers that are the people hit, or told of as dead and hurt in one report, less the dead shown."""
    shown = {bound for part in parts for bound in _told(part)}
    counts = {count for count in claimed if count is not None}
    hit_less_dead = {max(0, whole - part) for whole in shown for part in shown}
    dead = {*shown, *hit_less_dead}  # attackers among the dead were none of the hurt
    return {k for k in kept if k in hit_less_dead or any(k + fell - one in counts for fell in dead for one in counts)}


@settings(max_examples=150, deadline=None)
@given(worlds(), RULES)
def test_parts_exceed_the_whole_only_where_it_is_contested(world: World, rule: str) -> None:
    for figure in _figures(world, rule):
        assert figure.low is None or figure.best is None or figure.low <= figure.best
        assert figure.high is None or figure.best is None or figure.best <= figure.high
    for part, whole in permutations(_figures(world, rule), 2):
        if part.measure == whole.measure and _is_within(part.group, whole.group):
            assert _least(part) <= _most(whole) or whole.agreement == "contested", (part, whole)


def _is_within(part: Group | None, whole: Group | None) -> bool:
    """Tell whether the people of one figure are among those of another: children, civilians, victims, everybody."""
    if part is None or whole is None:
        return part is not None
    same_people = part.role == whole.role and whole.nationality in {None, part.nationality}
    return same_people and (
        whole.status in {None, part.status} or (part.status, whole.status) == ("children", "civilian")
    )


def _least(figure: Figure) -> float:
    told = figure.best if figure.best is not None else figure.low
    return -1 if told is None else told


def _most(figure: Figure) -> float:
    told = figure.best if figure.best is not None else figure.high
    return math.inf if told is None else told


@settings(max_examples=100, deadline=None)
@given(worlds(), RULES)
def test_every_supporting_claim_exists_and_none_is_for_and_against(world: World, rule: str) -> None:
    known = {claim.id for claim in world[1]}
    for figure in _figures(world, rule):
        assert set(figure.claims_for) | set(figure.claims_against) <= known
        assert figure.voices <= len(figure.origins)
        if not figure.parts and figure.agreement != "contested":
            assert not set(figure.claims_for) & set(figure.claims_against)
