"""A verb that may take or kill people in, whether it does here out: with its particle, by armed men, of people."""

from twosource.extract.casualties.assailants import doer_in, is_armed, opponent_in
from twosource.extract.casualties.scene import was_aimed_at
from twosource.extract.people.counted import people
from twosource.extract.people.mention import LEXICON, behind_by, is_captive, subject_of
from twosource.extract.tree import Tree
from twosource.lang.reading import lexicon, words
from twosource.model.claim import Measure


def has_particle(tree: Tree, verb: int) -> bool:
    """Tell whether a common verb has the particle it needs ("picked up", "wiped out"), and none that turns it.

    "Hung up" and "was shot at" are turned.
    """
    particles = lexicon(LEXICON)["taken"]["particle"].get(tree.tokens[verb].lemma)
    turning = lexicon(LEXICON)["taken"]["turning"].get(tree.tokens[verb].lemma, ())
    behind = {tree.tokens[c].text.lower() for c in tree.children(verb, "prt", "advmod", "prep")}
    return (
        (particles is None or not behind.isdisjoint(particles))
        and behind.isdisjoint(turning)
        and not was_aimed_at(tree, verb)
    )


def takes(tree: Tree, verb: int, measure: Measure) -> bool:
    """Tell whether a common verb takes or kills people here: "were held"; not "held talks", nor "cameras captured"."""
    lemma = tree.tokens[verb].lemma
    if not words(LEXICON, "taken", "armed").isdisjoint({lemma, tree.lower[verb]}):
        return _is_by_arms(tree, verb)
    if measure != "captured":
        return True
    blamed = lemma == "hold" and any(not is_captive(tree, i) for i in tree.children(verb, "oprd", "acomp"))
    if _is_seen(tree, verb) or blamed or _is_in_arms(tree, verb):  # "were held guilty"
        return False
    has = any(tree.tokens[c].lemma == "have" for c in tree.children(verb, "aux"))
    active = tree.tokens[verb].tag != "VBN" or (has and not tree.children(verb, "auxpass"))
    if not active or lemma not in words(LEXICON, "taken", "passive"):
        return True
    return lemma in words(LEXICON, "taken", "active") and (_holds(tree, verb) or _is_held_over(tree, verb))


def _is_in_arms(tree: Tree, verb: int) -> bool:
    """Tell whether somebody's own kin hold him: "a baby held by his mother"."""
    by = [i for agent in tree.children(verb, "agent") if (i := behind_by(tree, agent)) is not None]
    kin = words("en/headcount", "roles", "relatives") | words("en/people", "grown")
    return tree.tokens[verb].lemma == "hold" and any(tree.tokens[i].lemma in kin for i in by)


def _is_by_arms(tree: Tree, verb: int) -> bool:
    """Tell whether armed men take part, or a deed of theirs: "eliminated in an encounter", "caught by a patrol"."""
    by = [i for agent in tree.children(verb, "agent") if (i := behind_by(tree, agent)) is not None]
    subject = subject_of(tree, verb)
    near = [*by, *tree.children(verb, "dobj", "nsubjpass"), *([] if subject is None else [subject])]
    links = (p for p in tree.children(verb, "prep") if tree.tokens[p].lemma in words(LEXICON, "cause", "links"))
    inside = [i for p in links for i in tree.children(p, "pobj")]
    told = (who for i in (*near, *inside) for who in (doer_in(tree, i), opponent_in(tree, i)))
    return any(is_armed(tree, i) for i in near) or any(who is not None for who in told)


def _is_held_over(tree: Tree, verb: int) -> bool:
    """Tell whether people are held as headlines tell it: "two held over murder"; not "the line held for an hour"."""
    if tree.tokens[verb].tag not in {"VBD", "VBN"} or tree.children(verb, "dobj", "prt", "advmod", "xcomp", "aux"):
        return False
    links = words(LEXICON, "taken", "over")
    behind = [p for p in tree.children(verb, "prep") if p == verb + 1 and tree.tokens[p].lemma in links]
    over = [i for p in behind for i in tree.children(p, "pobj")]
    spans = [time.span for time in tree.times]
    return bool(over) and not any(span.touches(tree.span_of(i, i)) for i in over for span in spans)


def _is_seen(tree: Tree, verb: int) -> bool:
    """Tell whether a picture holds people, no force: "cameras captured the crowd", "an image where he is captured"."""
    if tree.tokens[verb].lemma != "capture":
        return False
    links = tree.children(verb, "agent", "prep")
    by = [i for link in links if tree.tokens[link].lemma in {"by", "on", "in"} for i in tree.children(link, "pobj")]
    shown = [tree.tokens[verb].head] if tree.tokens[verb].dep == "relcl" and not tree.children(verb, "agent") else []
    doers = [*tree.children(verb, "nsubj"), *by, *shown]
    return any(tree.tokens[i].lemma in words(LEXICON, "taken", "pictures") for i in doers)


def _holds(tree: Tree, verb: int) -> bool:
    """Tell whether a force takes people: "the rebels are holding two tourists"; not "hold him responsible"."""
    subject = subject_of(tree, verb)
    if subject is None or tree.children(verb, "oprd", "acomp", "ccomp", "xcomp"):
        return False
    kinds = ("combatant", "perpetrator", "police", "military")
    of_force = any(tree.tokens[subject].text.lower() in words("en/people", kind) for kind in kinds)
    return of_force and any(people(tree, c) for c in tree.children(verb, "dobj"))
