"""Mentions and acts in, Claims out: each with its speaker, stance, day and place."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from twosource.extract.actors import Cast, actor_of, cast_of, doer_at, thing_of
from twosource.extract.acts import Act, acts
from twosource.extract.aside import of_the_same_day
from twosource.extract.casualties import mentions
from twosource.extract.casualty_described import telling
from twosource.extract.casualty_verbs import idiom_end
from twosource.extract.causes import agent_of
from twosource.extract.frame import is_corrected, stands_apart
from twosource.extract.group import country_in
from twosource.extract.home_country import home_country
from twosource.extract.many_happenings import is_in_general, is_running_toll
from twosource.extract.mention import SUBGROUP, Mention
from twosource.extract.others import is_remainder
from twosource.extract.setting import Setting, date_at, day_of, stories
from twosource.extract.stance import is_unreal, scope_of, stance_of
from twosource.extract.statements import Told
from twosource.extract.tree import Tree
from twosource.extract.whereabouts import is_near, may_hold, places_at, police_town
from twosource.lang.reading import words
from twosource.model import Claim, DateRange, Group, Place, Span
from twosource.model.claim import Stance
from twosource.values.identifier import identifier

LONG_BEFORE = timedelta(days=45)  # an older day than this before the story's own makes a figure history
OWN_LOSSES = frozenset({"death", "casualty", "fatality", "loss", "injury"})
ASIDE = frozenset({"as", "while"})
VIOLENT = frozenset({"ASSAULT", "carry strike", "carry attack", "launch attack", "launch strike", "conduct operation"})
YEAR = re.compile(r"\d{4}|year")  # "in 2015"; "in his 40s" and "a summer" run up no toll
FIRST_PERSON = frozenset({"our", "we", "us"})


@dataclass(frozen=True, slots=True)
class Reader:
    """What all rules of one article share: its parse, what was told in it, and the setting of its story."""

    tree: Tree
    told: list[Told]
    stories: tuple[tuple[Span, Setting], ...]
    cast: Cast
    home: Place | None

    def setting(self, index: int) -> Setting:
        """Return the setting of the story that a token stands in."""
        start = self.tree.tokens[index].start
        return next((own for span, own in self.stories if span.start <= start < span.end), self.stories[-1][1])

    def when(self, index: int) -> DateRange | None:
        """Return the day of what a token tells of."""
        return day_of(self.tree, index, self.told, self.setting(index).date)


def claims(tree: Tree, told: list[Told]) -> list[Claim]:
    """Return the claims of one article, before repeats are collapsed, in text order."""
    cast = cast_of(tree)
    home = home_country(tree, {doer.head for doer in cast.doers})
    reader = Reader(tree, told, stories(tree), cast, home)
    done = (_act_claim(reader, act) for act in acts(tree))
    found = [*_casualty_claims(reader), *(claim for claim in done if claim.actor is not None)]
    found += _doer_claims(reader, found)
    return sorted(found, key=lambda claim: (claim.span, claim.id))


def _casualty_claims(reader: Reader) -> Iterator[Claim]:
    before: Claim | None = None
    for mention in telling(reader.tree, mentions(reader.tree)):
        claim = before = of_the_same_day(reader.tree, _casualty_claim(reader, mention), before)
        yield replace(claim, scope="remainder") if is_remainder(claim) else claim


def _casualty_claim(reader: Reader, mention: Mention) -> Claim:
    tree, trigger, counted = reader.tree, mention.trigger, mention.people
    teller = _teller(reader, trigger)
    span = _side_span(tree, mention) if _is_our_side(tree, mention) else _clause_span(tree, mention)
    when = reader.when(trigger)
    agent = agent_of(tree, mention)
    actor = actor_of(tree, agent if agent is not None else doer_at(trigger, reader.cast), teller, reader.cast)
    draft = _draft(reader, trigger, teller, span)
    return replace(
        draft,
        id=identifier("c", tree.article.id, mention.measure, span.start, span.end, *_own_span(mention)),
        measure=mention.measure,
        low=counted.low,
        high=counted.high,
        wording=counted.wording,
        group=_group(reader, mention, teller),
        actor=actor,
        date=when,
        scope=_scope_of_people(reader, mention, when, teller),
        pattern=mention.pattern if not counted.definite else f"{mention.pattern}, definite",
    )


def _own_span(mention: Mention) -> tuple[int, ...]:
    """What tells a claim from others with the same words: where its people start, and where some of several end."""
    span = mention.people.span
    return (span.start, span.end) if mention.is_part else (span.start,)


def _act_claim(reader: Reader, act: Act) -> Claim:
    tree = reader.tree
    teller = _teller(reader, act.trigger)
    draft = _draft(reader, act.trigger, teller, act.span)
    return replace(
        draft,
        id=identifier("c", tree.article.id, "act", act.span.start, act.span.end),
        wording=act.span.of(tree.text),
        date=draft.date if act.kind in VIOLENT else date_at(tree, act.trigger, reader.told),
        place=draft.place if act.kind in VIOLENT else None,
        actor=thing_of(tree, act.actor) if act.kind == "figure" else actor_of(tree, act.actor, teller, reader.cast),
        pattern=f"act: {act.kind}",
    )


def _doer_claims(reader: Reader, found: list[Claim]) -> Iterator[Claim]:
    """Who did it where no other claim says so: "blamed the army for the attack", "an attack by rebels"."""
    tree, known = reader.tree, {claim.actor.text for claim in found if claim.actor is not None}
    for doer in reader.cast.doers:
        teller = _teller(reader, doer.trigger)
        actor = actor_of(tree, doer.head, teller, reader.cast)
        if actor is None or actor.text in known:
            continue
        known.add(actor.text)
        span = tree.span_of(min(doer.trigger, doer.head), max(doer.trigger, doer.head))
        yield replace(
            _draft(reader, doer.trigger, teller, span),
            id=identifier("c", tree.article.id, "doer", span.start, span.end),
            wording=span.of(tree.text),
            actor=actor,
            pattern=f"act: {actor.confidence}",
        )


def _draft(reader: Reader, trigger: int, teller: Told | None, span: Span) -> Claim:
    """A claim with what every kind of claim has: who says so, how firmly, when, where."""
    tree = reader.tree
    return Claim(
        id="",
        report=tree.article.id,
        measure="act",
        span=span,
        quote=span.of(tree.text),
        stance=_stance(tree, trigger, teller),
        pattern="",
        statement=teller.statement.id if teller is not None else None,
        speaker=teller.statement.speaker if teller is not None else None,
        cue=teller.statement.cue.of(tree.text) if teller is not None and teller.statement.cue is not None else None,
        said=teller.statement.said if teller is not None else None,
        date=reader.when(trigger),
        place=_place(reader, trigger),
        scope=_scope(reader, trigger, None, teller),
    )


def _teller(reader: Reader, trigger: int) -> Told | None:
    """The innermost statement whose content holds the trigger."""
    holding = [told for told in reader.told if trigger in told.content and trigger != told.cue]
    holding = [told for told in holding if not _stands_aside(reader.tree, trigger, told)]
    return min(holding, key=lambda told: (len(told.content), told.statement.id), default=None)


def _stands_aside(tree: Tree, trigger: int, told: Told) -> bool:
    """A clause with "as" or "while" after indirect speech is the article's: "said 5 died as troops took the town"."""
    if told.cue is None or tree.quotation(trigger) is not None:
        return False
    for node in (trigger, *tree.ancestors(trigger)):
        if node == told.cue:
            return False
        if told.statement.stance == "denied" and stands_apart(tree, node):
            return True
        marks = {tree.tokens[c].text.lower() for c in tree.children(node, "mark")}
        own = tree.child(node, "nsubj", "nsubjpass")
        if tree.tokens[node].dep == "advcl" and marks & ASIDE and own is not None and tree.tokens[own].pos != "PRON":
            return True
    return False


def _clause_span(tree: Tree, mention: Mention) -> Span:
    """From the people or the trigger, whichever is first, to the end of the other; an idiom is quoted whole."""
    people, token = mention.people.span, tree.tokens[mention.trigger]
    end = token.end if mention.pattern != "idiom" else idiom_end(tree, mention.trigger, mention.measure)
    return Span(min(people.start, token.start), max(people.end, end))


def _stance(tree: Tree, trigger: int, teller: Told | None) -> Stance:
    own = stance_of(tree, trigger, teller.cue if teller is not None else None)
    if is_unreal(tree, trigger, teller.cue if teller is not None else None) and own == "asserted":
        own = "hedged"
    from_cue = teller.statement.stance if teller is not None else "asserted"
    if "denied" in {own, from_cue}:
        return "asserted" if own == from_cue else "denied"
    return "hedged" if "hedged" in {own, from_cue} else "asserted"


def _scope_of_people(reader: Reader, mention: Mention, when: DateRange | None, teller: Told | None) -> str:
    """The scope of a figure: people who fell in many happenings are none of this one's."""
    single = mention.people.low == mention.people.high == 1
    scope = _scope(reader, mention.trigger, when, teller, single=single)
    if scope == "event" and is_running_toll(reader.tree, mention, when):
        return "cumulative"
    return "general" if scope == "event" and is_in_general(reader.tree, mention, when) else scope


def _scope(reader: Reader, trigger: int, when: DateRange | None, teller: Told | None, *, single: bool = False) -> str:
    tree = reader.tree
    if is_unreal(tree, trigger, teller.cue if teller is not None else None):
        return "hypothetical"
    if is_corrected(tree, teller.cue if teller is not None else None):
        return "withdrawn"
    main = reader.setting(trigger).date
    if _follows_older_day(reader, trigger):
        return "historical"
    if when is not None and when.precision == "year" and YEAR.search(when.text or "") and not single:
        return "cumulative"  # "165 people were murdered in 2015"
    if when is not None and main is not None and _day(when.latest) + LONG_BEFORE < _day(main.earliest):
        return "historical"
    told = scope_of(tree, trigger)
    return "event" if single and told == "cumulative" else told  # one man's death may be "the tenth this year"


def _follows_older_day(reader: Reader, trigger: int) -> bool:
    """A sentence without a day is of the day told before it ("It burned a ship in January. No one was hurt.")."""
    tree, main = reader.tree, reader.setting(trigger).date
    number = tree.sentence_number(trigger)
    if main is None or number == 0 or _days_in(tree, number):
        return False
    before = _days_in(tree, number - 1) if tree.sentences[number].block == tree.sentences[number - 1].block else []
    return bool(before) and all(_day(latest) + LONG_BEFORE < _day(main.earliest) for latest in before)


def _days_in(tree: Tree, number: int) -> list[str]:
    sentence = tree.sentences[number]
    span = tree.span_of(sentence.first, sentence.last - 1)
    return [t.latest for t in tree.times if t.latest is not None and span.covers(t.span) and t.kind != "DURATION"]


def _day(text: str) -> date:
    return date.fromisoformat(text)


def _place(reader: Reader, trigger: int) -> Place | None:
    here = places_at(reader.tree, trigger)
    town = police_town(reader.tree) if here else None
    here = [place for place in here if town is None or is_near(place.place, town)]
    main = reader.setting(trigger).place
    if not here:
        return main or reader.home
    found = here[0].place
    holds_main = main is not None and (
        (found.country == main.country and found.precision == "country") or may_hold(found, main)
    )
    return main if holds_main else found


def _group(reader: Reader, mention: Mention, teller: Told | None) -> Group:
    """The people as described; a side named "ours" or losses owned up to get the country of who speaks."""
    group = _plain(reader.tree, mention)
    if group.nationality is not None or teller is None:
        return group
    if _is_our_side(reader.tree, mention):
        side = _side(reader, teller)
        return replace(group, nationality=side, text=_side_span(reader.tree, mention).of(reader.tree.text))
    owns = reader.tree.tokens[mention.trigger].lemma in OWN_LOSSES and mention.pattern == "counted noun"
    if owns and group.status is None and (told_by := teller.statement.speaker) and told_by.kind == "government":
        return replace(group, nationality=teller.country)
    return group


def _plain(tree: Tree, mention: Mention) -> Group:
    """Several "men" are people, unless women or children are told of beside them or they are part of a count."""
    group, sentence = mention.people.group, tree.sentence(mention.people.head)
    if group.status != "men" or mention.people.low == 1 or mention.pattern == SUBGROUP:
        return group
    others = words("en/people", "women") | words("en/people", "children")
    contrast = any(tree.tokens[i].text.lower() in others for i in range(sentence.first, sentence.last))
    return group if contrast else replace(group, status=None)


def _is_our_side(tree: Tree, mention: Mention) -> bool:
    return any(tree.tokens[i].text.lower() in FIRST_PERSON for i in tree.subtree(mention.trigger))


def _side_span(tree: Tree, mention: Mention) -> Span:
    return tree.span_over(tree.subtree(mention.trigger))


def _side(reader: Reader, teller: Told) -> str | None:
    """The speaker's country: the one told beside the name, else that of who acted in the happening spoken of."""
    tree = reader.tree
    name = teller.statement.speaker.name if teller.statement.speaker else None
    for index in range(len(tree.tokens)):
        mention = tree.name(index)
        if mention is not None and mention.canonical == name and (country := country_in(tree, index)) is not None:
            return country
    actor = reader.setting(teller.cue if teller.cue is not None else min(teller.content)).actor
    return country_in(tree, actor) if actor is not None else None
