"""Mentions and acts in, Claims out: each with its speaker, stance, day and place."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from twosource.extract.casualties.care import CARE, SIGN
from twosource.extract.casualties.described import telling
from twosource.extract.casualties.idioms import idiom_end
from twosource.extract.casualties.mentions import mentions
from twosource.extract.deeds.actors import actor_of, cast_of, doer_at, thing_of
from twosource.extract.deeds.acts import Act, acts
from twosource.extract.deeds.blasts import Blast, blasts
from twosource.extract.deeds.doers import Doer
from twosource.extract.deeds.same_dead import with_killers
from twosource.extract.deeds.targets import Target, targets
from twosource.extract.people.mention import Mention, is_arrest
from twosource.extract.place_at import place_at
from twosource.extract.reader import Reader
from twosource.extract.scope import scope_of_people, scope_told, stance_told
from twosource.extract.setting import date_at, stories
from twosource.extract.settle.aside import of_the_same_day
from twosource.extract.settle.others import is_remainder
from twosource.extract.sides import group_of, is_our_side, side_span
from twosource.extract.speech.frame import stands_apart
from twosource.extract.speech.speakers import source_span
from twosource.extract.speech.statements import Told
from twosource.extract.tree import Tree
from twosource.extract.when.day_before import is_another
from twosource.extract.where.home_country import (
    Home,
    countries_named,
    countries_told,
    home_country,
    home_votes,
    homeland,
)
from twosource.extract.where.whereabouts import is_happening
from twosource.lang.reading import words
from twosource.model import Claim, Place, Span
from twosource.values.identifier import identifier
from twosource.values.pattern import DEFINITE

ASIDE = frozenset({"as", "while"})
FELL = frozenset({"killed", "injured", "hit"})
VIOLENT = frozenset({"ASSAULT", "carry strike", "carry attack", "launch attack", "launch strike", "conduct operation"})
OWNING_UP = frozenset({"claim responsibility", "accept responsibility"})


def claims(tree: Tree, told: list[Told]) -> list[Claim]:
    """Return the claims of one article, before repeats are collapsed, in text order."""
    cast = cast_of(tree)
    votes = home_votes(tree, {doer.head for doer in cast.doers})
    home = home_country(votes)
    told_votes = votes if home is not None and home.country in countries_named(tree) else Counter[str]()
    land, countries = homeland(tree, home), countries_told(tree, told_votes)
    story = stories(tree, Home(told_votes, land, countries))  # local news never names its own country
    reader = Reader(tree, told, story, cast, home, countries, land)
    done = (_act_claim(reader, act) for act in acts(tree))
    found = [*_casualty_claims(reader), *(claim for claim in done if claim.actor is not None)]
    found += [_target_claim(reader, target) for target in targets(tree)]
    found += _doer_claims(reader, found)
    found += _blast_claims(reader, found)
    return sorted(found, key=lambda claim: (claim.span, claim.id))


def _casualty_claims(reader: Reader) -> Iterator[Claim]:
    before: Claim | None = None
    told = tuple(telling(reader.tree, mentions(reader.tree)))
    somebody_fell = any(mention.measure in FELL for mention in told)
    for mention, who in with_killers(reader.tree, told, reader.cast):
        claim = before = of_the_same_day(reader.tree, _casualty_claim(reader, mention, who), before)
        if somebody_fell and is_arrest(reader.tree, mention):
            claim = replace(claim, date=date_at(reader.tree, mention.trigger, reader.told))
        yield replace(claim, scope="remainder") if is_remainder(claim) else claim


def _casualty_claim(reader: Reader, mention: Mention, who: int | None) -> Claim:
    tree, trigger, counted = reader.tree, mention.trigger, mention.people
    teller = _teller(reader, trigger)
    span = side_span(tree, mention) if is_our_side(tree, mention) else _clause_span(tree, mention)
    when = reader.hurt(trigger) if mention.pattern.startswith((SIGN, CARE)) else reader.fell(trigger)
    actor = actor_of(tree, who, teller, reader.cast)
    draft = _draft(reader, trigger, teller, span)
    return replace(
        draft,
        id=identifier("c", tree.article.id, mention.measure, span.start, span.end, *_own_span(mention)),
        measure=mention.measure,
        low=counted.low,
        high=counted.high,
        wording=counted.wording,
        group=group_of(reader, mention, teller),
        actor=actor,
        date=when,
        scope=scope_of_people(reader, mention, when, teller),
        pattern=mention.pattern if not counted.definite else f"{mention.pattern}{DEFINITE}",
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
        place=_place_of_deed(reader, act),
        actor=thing_of(tree, act.actor) if act.kind == "figure" else actor_of(tree, act.actor, teller, reader.cast),
        pattern=f"act: {act.kind}",
    )


def _target_claim(reader: Reader, target: Target) -> Claim:
    """Whom an attack or a threat was aimed at: "the attack on Ana Ruiz", whoever was hurt."""
    tree, trigger, aimed = reader.tree, target.trigger, target.people
    teller = _teller(reader, trigger)
    token = tree.tokens[trigger]
    span = Span(min(aimed.span.start, token.start), max(aimed.span.end, token.end))
    return replace(
        _draft(reader, trigger, teller, span),
        id=identifier("c", tree.article.id, "target", span.start, span.end, aimed.span.start),
        low=aimed.low,
        high=aimed.high,
        wording=aimed.wording,
        group=aimed.group,
        actor=actor_of(tree, doer_at(trigger, reader.cast), teller, reader.cast),
        pattern=f"act: {target.deed}{DEFINITE if aimed.definite else ''}",
    )


def _place_of_deed(reader: Reader, act: Act) -> Place | None:
    """Where a deed was done; of who owns up to one, where that was and not where he speaks."""
    tree = reader.tree
    if act.kind in OWNING_UP:
        deeds = (node for node in tree.subtree(act.trigger) if node != act.trigger and is_happening(tree, node))
        deed = next(deeds, None)
        return place_at(reader, deed) if deed is not None else reader.setting(act.trigger).place or reader.home
    return place_at(reader, act.trigger) if act.kind.lower() in words("en/acts", "deeds", "kinds") else None


def _doer_claims(reader: Reader, found: list[Claim]) -> Iterator[Claim]:
    """Who did it where no other claim says so: "blamed the army for the attack", "an attack by rebels"."""
    tree, known = reader.tree, {claim.actor.text for claim in found if claim.actor is not None}
    for doer in reader.cast.doers:
        teller = _teller(reader, doer.trigger)
        actor = actor_of(tree, doer.head, teller, reader.cast)
        if actor is None or actor.text in known:
            continue
        known.add(actor.text)
        span = _doer_and_deed(tree, doer)
        yield replace(
            _draft(reader, doer.trigger, teller, span),
            id=identifier("c", tree.article.id, "doer", span.start, span.end),
            wording=span.of(tree.text),
            actor=actor,
            pattern=f"act: {actor.confidence}",
        )


def _blast_claims(reader: Reader, found: list[Claim]) -> Iterator[Claim]:
    """What was blown up, burned or attacked; where people are told to have fallen, only in another happening.

    Of 14 towns that such blasts add to the victims' (wire reports on terror) 7 are a key's.
    """
    fell = any(claim.measure in FELL and claim.high != 0 and claim.stance != "denied" for claim in found)
    told = [claim.span for claim in found if fell or claim.measure == "act"]
    for blast in blasts(reader.tree):
        story = reader.setting(blast.trigger).place
        is_told = any(span.touches(blast.span) for span in told)
        if not is_told and (not fell or is_another(reader.tree, blast.trigger, story)):
            yield _blast_claim(reader, blast)


def _blast_claim(reader: Reader, blast: Blast) -> Claim:
    return replace(
        _draft(reader, blast.trigger, _teller(reader, blast.trigger), blast.span),
        id=identifier("c", reader.tree.article.id, "blast", blast.span.start, blast.span.end),
        wording=blast.span.of(reader.tree.text),
        pattern=f"act: {blast.kind}",
    )


def _doer_and_deed(tree: Tree, doer: Doer) -> Span:
    """From the whole phrase of who did it to the word for what was done, or the reverse."""
    who, deed = source_span(tree, doer.head), tree.span_of(doer.trigger, doer.trigger)
    return Span(min(who.start, deed.start), max(who.end, deed.end))


def _draft(reader: Reader, trigger: int, teller: Told | None, span: Span) -> Claim:
    """A claim with what every kind of claim has: who says so, how firmly, when, where."""
    tree = reader.tree
    return Claim(
        id="",
        report=tree.article.id,
        measure="act",
        span=span,
        quote=span.of(tree.text),
        stance=stance_told(tree, trigger, teller),
        pattern="",
        statement=teller.statement.id if teller is not None else None,
        speaker=reader.speaker(teller),
        cue=teller.statement.cue.of(tree.text) if teller is not None and teller.statement.cue is not None else None,
        said=teller.statement.said if teller is not None else None,
        date=reader.when(trigger),
        place=place_at(reader, trigger),
        scope=scope_told(reader, trigger, None, teller),
    )


def _teller(reader: Reader, trigger: int) -> Told | None:
    """The innermost statement whose content holds the trigger."""
    holding = [told for told in reader.told if trigger in told.content and trigger != told.cue]
    holding = [told for told in holding if not _stands_aside(reader.tree, trigger, told)]
    if not holding and reader.tree.lower[trigger] in words("en/roll", "mourned"):
        holding = [told for told in reader.told if told.cue == trigger]  # who "mourned A and B" says that they died
    return min(holding, key=lambda told: (len(told.content), told.statement.id), default=None)


def _stands_aside(tree: Tree, trigger: int, told: Told) -> bool:
    """A clause with "as" or "while" after indirect speech is the article's: "said 5 died as troops took the town"."""
    if told.cue is None or tree.quotation(trigger) is not None:
        return False
    for node in (trigger, *tree.ancestors(trigger)):
        if node == told.cue:
            return False
        if stands_apart(tree, node) and (told.statement.stance == "denied" or _hangs_on_noun(tree, node, told.cue)):
            return True
        marks = {tree.tokens[c].text.lower() for c in tree.children(node, "mark")}
        own = tree.child(node, "nsubj", "nsubjpass")
        if tree.tokens[node].dep == "advcl" and marks & ASIDE and own is not None and tree.tokens[own].pos != "PRON":
            return True
    return False


def _hangs_on_noun(tree: Tree, clause: int, cue: int) -> bool:
    """Tell whether a relative clause tells more of what a cue is about: "claimed the bombing, which killed 11"."""
    above = [node for node in tree.ancestors(clause) if node > cue]
    return (
        bool(above)
        and tree.tokens[above[-1]].head == cue
        and not any(tree.tokens[node].dep in {"ccomp", "xcomp", "pcomp", "advcl"} for node in above)
    )


def _clause_span(tree: Tree, mention: Mention) -> Span:
    """From the people or the trigger, whichever is first, to the end of the other; an idiom is quoted whole."""
    people, token = mention.people.span, tree.tokens[mention.trigger]
    end = token.end if mention.pattern != "idiom" else idiom_end(tree, mention.trigger, mention.measure)
    adverbs = (tree.tokens[i] for i in tree.children(mention.trigger, "advmod") if i == mention.trigger - 1)
    start = min((adverb.start for adverb in adverbs), default=token.start)  # "those reportedly killed were A and B"
    return Span(min(people.start, start), max(people.end, end))
