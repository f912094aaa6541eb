"""What of a ledger is read as fillers of a key."""

from dataclasses import replace

from evaluation.muc_key import Found
from evaluation.muc_slots import dates, incidents, organisations, places

from twosource.link.when import about_publication
from twosource.model import Actor, Claim, DateRange, Event, Group, Place, Span


def _claim(name: str, quote: str, group: Group, **fields: object) -> Claim:
    given: dict[str, object] = {"measure": "killed", "span": Span(0, len(quote)), "low": 1, "high": 1, **fields}
    return Claim(id=name, report="r", quote=quote, stance="asserted", pattern="passive", group=group, **given)  # type: ignore[arg-type]


def _event(**fields: object) -> Event:
    given: dict[str, object] = {"type": None, "date": None, "place": None, "actors": (), "claims": (), **fields}
    return Event(id="e", title="", reports=("r",), copy_groups=(), links=(), **given)  # type: ignore[arg-type]


def test_who_made_an_arrest_did_no_incident() -> None:
    front = Actor(name="River Front", text="the Front", kind="organisation")
    police = Actor(name="Police", text="police", kind="organisation")
    claims = [
        _claim("k", "killed a nurse", Group(text="a nurse"), actor=front),
        _claim("c", "arrested a man", Group(text="a man"), measure="captured", actor=police),
    ]
    event = _event(actors=(front, police), claims=("k", "c"))
    assert {found.value for found in organisations([event], claims)} == {"River Front"}


def test_who_only_threatened_somebody_did_no_incident() -> None:
    front = Actor(name="River Front", text="the Front", kind="organisation")
    named = Group(text="Ana Ruiz", names=("Ana Ruiz",))
    threat = replace(_claim("t", "threatened Ana Ruiz", named, measure="act", actor=front), pattern="act: threatened")
    event = _event(actors=(front,), claims=("t",))
    assert incidents([event], [threat], None) == [event]
    assert organisations([event], [threat]) == set()


def test_an_incident_that_no_claim_dates_was_on_or_before_the_day_of_the_report() -> None:
    just_before = about_publication(["1990-05-07"])
    dated = _claim("d", "killed a nurse last night", Group(text="a nurse"), date=just_before)
    undated = [_event(date=just_before)]
    assert dates(undated, [], "1990-05-07") == {Found("", days=(None, "1990-05-07"))}
    told = [_event(date=just_before, claims=("d",))]
    assert dates(told, [dated], "1990-05-07") == {Found("", days=("1990-05-06", "1990-05-07"))}
    answer = replace(dated, measure="act", pattern="act: REJECT")
    assert dates(told, [answer], "1990-05-07") == {Found("", days=(None, "1990-05-07"))}


def test_a_telling_type_without_people_needs_a_place_or_a_day() -> None:
    place = Place(name="Lima", country="PE")
    events = [_event(type="bombing"), _event(type="bombing", place=place), _event(type="armed-attack", place=place)]
    assert incidents(events, [], None) == [events[1]]


def test_an_incident_long_before_its_report_has_no_key() -> None:
    place = Place(name="Lima", country="PE")
    old, late = (DateRange(earliest=day, latest=day, precision="day") for day in ("1990-03-07", "1990-03-08"))
    events = [_event(type="bombing", place=place, date=day) for day in (old, late)]
    assert incidents(events, [], "1990-05-07") == events[1:]


def test_a_clash_is_an_incident_where_others_than_fighters_were_hurt() -> None:
    nurse = _claim("n", "a nurse was killed", Group(text="a nurse", status="civilian"))
    some = _claim("s", "two people were killed", Group(text="two people"), low=2, high=2)
    events = [
        _event(type="clash", claims=("n",)),
        _event(type="clash", claims=("s",)),
        _event(type="disaster", claims=("n",)),
    ]
    assert incidents(events, [nurse, some], None) == [events[0]]


def test_an_attack_on_a_thing_is_an_incident_of_any_type() -> None:
    blast = _claim("b", "a bomb destroyed a shop", Group(text=""), measure="act")
    blast = replace(blast, group=None, low=None, high=None, pattern="act: attack told")
    events = [_event(type=kind, claims=("b",)) for kind in ("accident", "clash", None)]
    assert incidents(events, [blast], None) == events
    assert incidents(events, [replace(blast, stance="denied")], None) == []
    assert incidents(events, [replace(blast, scope="elsewhere")], None) == []


def test_only_the_day_of_a_deed_makes_a_doubtful_event_an_incident() -> None:
    place, day = (
        Place(name="Lima", country="PE"),
        DateRange(earliest="1990-05-05", latest="1990-05-05", precision="day"),
    )
    deed = replace(_claim("d", "attacked a post", Group(text=""), measure="act", date=day), pattern="act: ASSAULT")
    answer = replace(deed, pattern="act: REJECT")
    event = _event(type="armed-attack", place=place, claims=("d",))
    assert incidents([event], [deed], None) == [event]
    assert incidents([event], [answer], None) == []
    assert incidents([event], [replace(deed, stance="denied")], None) == []


def test_places_that_share_a_word_are_two_and_a_whole_country_adds_none() -> None:
    first, second = (Place(name=name, country="SV", precision="town") for name in ("San Rumo", "San Velo"))
    whole = Place(name="Nicaragua", country="NI", precision="country")
    group = Group(text="a nurse")
    told = [_claim(name, name, group, place=place) for name, place in (("a", first), ("b", second), ("c", whole))]
    event = _event(place=first, claims=("a", "b", "c"))
    assert {found.names for found in places([event], told)} == {frozenset({"san", "rumo"}), frozenset({"san", "velo"})}
    country = Place(name="El Salvador", country="SV", precision="country")
    assert places([_event(place=country, claims=("b",))], told) == {Found("SV")}


def test_days_and_places_of_further_targets_are_fillers_too() -> None:
    days = [DateRange(earliest=day, latest=day, precision="day") for day in ("1990-05-05", "1990-05-02", "1988-01-01")]
    lima, cusco = (
        Place(name="Lima", country="PE", precision="town"),
        Place(name="Cusco", country="PE", precision="town"),
    )
    group = Group(text="a nurse")
    claims = [
        _claim("a", "a nurse", group, date=days[0], place=lima),
        _claim("b", "a clerk", group, date=days[1], place=cusco),
        _claim("c", "a judge", group, date=days[2], place=Place(name="Peru", country="PE", precision="country")),
    ]
    event = _event(date=days[0], place=lima, claims=("a", "b", "c"))
    told = {found.days[0] for found in dates([event], claims, "1990-05-07")}
    assert told == {"1990-05-05", "1990-05-02"}
    assert {found.names for found in places([event], claims)} == {frozenset({"lima"}), frozenset({"cusco"})}


def test_a_place_known_to_its_country_only_keeps_its_name() -> None:
    known = _event(place=Place(name="Rio Seco", text="Rio Seco", country="PE", precision="country"))
    assert places([known], []) == {Found("PE", names=frozenset({"rio", "seco"}))}
