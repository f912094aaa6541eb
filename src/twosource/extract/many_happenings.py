"""A casualty phrase in, whether it tells of many happenings at once: a war's toll, or what is done again and again.

Such people are none of the report's own happening. It knows no claim and no report but this one.
"""

import re

from twosource.extract.people.mention import Mention
from twosource.extract.tree import VERBAL, Tree
from twosource.extract.where.whereabouts import own_clause
from twosource.lang.reading import lexicon, words
from twosource.model import DateRange

LEXICON = "en/many_happenings"
LONG = re.compile(
    r"P(?:\d+|X+)(?:[MYE]|DE|CE)|P\d{2,}W|P(?:3[1-9]|[4-9]\d|\d{3,})D"
)  # a month or more, as TIMEX3 writes it
HARMED = frozenset({"killed", "injured", "hit", "missing"})
PERFECT = frozenset({"have", "has", "'ve"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
PLURAL = frozenset({"NNS", "NNPS"})


def is_running_toll(tree: Tree, mention: Mention, when: DateRange | None) -> bool:
    """Tell whether a count runs over a war, over months, or since a day: "the war has cost 70,000 lives"."""
    count = max(mention.people.low or 0, mention.people.high or 0)
    least = lexicon(LEXICON)["counts"]
    if count < least["over time"] or mention.measure == "displaced":  # one offensive drives millions out
        return False
    if _is_over_long(tree, mention.trigger) or _is_since(tree, mention.trigger):
        return True
    if count < least["in a war"]:
        return False
    is_of_month = when is not None and when.text is not None and when.precision == "month"
    return is_of_month or _is_of_war(tree, mention.trigger) or (count >= least["only a war"] and not _is_disaster(tree))


def is_in_general(tree: Tree, mention: Mention, when: DateRange | None) -> bool:
    """Tell whether people without count, name or article fall in no happening of their own: "they kill civilians".

    What was done once is told in the simple past ("they killed civilians") or with its day.
    """
    if mention.measure not in HARMED or not _is_bare(tree, mention) or (when is not None and when.text is not None):
        return False
    trigger = tree.tokens[mention.trigger]
    if trigger.lemma in words("en/doers", "violence", "nouns") and trigger.pos in {"NOUN", "PROPN"}:
        return trigger.tag in PLURAL or not tree.children(mention.trigger, "det", "poss")
    if trigger.pos != "VERB":
        return False
    if trigger.dep in {"amod", "acl"}:  # "tired of kids getting shot"
        return any(tree.tokens[c].text.lower() == "getting" for c in tree.children(mention.trigger, "auxpass"))
    return trigger.dep == "pcomp" or not _is_past(tree, mention.trigger)


def _is_over_long(tree: Tree, trigger: int) -> bool:
    """Tell whether the clause tells of a stretch of a month or more: "in ten years", "a war that lasted a decade"."""
    for time in tree.times:
        if time.kind != "DURATION" or LONG.match(time.value or "") is None:
            continue
        last = max(tree.inside(time.span), default=None)
        if last is not None and _stands_with(tree, last, trigger) and _runs(tree, last):
            return True
    return False


def _runs(tree: Tree, index: int) -> bool:
    """Tell whether a duration is how long something went on: "in ten years", "a ten-year war", "lasted ten years"."""
    above = tree.tokens[tree.tokens[index].head]
    ways = lexicon(LEXICON)["durations"]
    return above.lemma.lower() in {
        *ways["prepositions"],
        *ways["verbs"],
        *ways["nouns"],
        *lexicon(LEXICON)["war"]["nouns"],
    }


def _is_since(tree: Tree, trigger: int) -> bool:
    """Tell whether a count has run since then: "have been killed since May", not "has died since the attack"."""
    if not PERFECT & {tree.tokens[c].text.lower() for c in tree.children(trigger, "aux")}:
        return False
    for child in tree.children(trigger, "prep", "advcl"):
        marks = [child, *tree.children(child, "mark", "prep")]
        if any(tree.tokens[m].text.lower() == "since" for m in marks):
            return not any(tree.tokens[i].lemma in words("en/acts", "happenings", "nouns") for i in tree.subtree(child))
    return False


def _is_of_war(tree: Tree, trigger: int) -> bool:
    """Tell whether a war stands in the clause, as itself and not before another noun ("a war monitor")."""
    sentence, nouns = tree.sentence(trigger), lexicon(LEXICON)["war"]["nouns"]
    return any(
        tree.tokens[i].lemma.lower() in nouns
        and tree.tokens[i].dep not in {"compound", "nmod", "amod"}
        and _stands_with(tree, i, trigger)
        for i in range(sentence.first, sentence.last)
    )


def _is_disaster(tree: Tree) -> bool:
    return any(token.lemma.lower() in words(LEXICON, "disasters") for token in tree.tokens)


def _stands_with(tree: Tree, index: int, trigger: int) -> bool:
    """Tell whether two words share a clause, or the second stands in a clause about the first."""
    if tree.sentence_number(index) != tree.sentence_number(trigger):
        return False
    return index in tree.ancestors(trigger) or own_clause(tree, index) == own_clause(tree, trigger)


def _is_bare(tree: Tree, mention: Mention) -> bool:
    """Tell whether people are a bare plural, or "many": no count, name, article or owner."""
    counted = mention.people
    if counted.low is not None or counted.high is not None or counted.group.names or counted.definite:
        return False
    many = words(LEXICON, "many")
    if tree.tokens[counted.head].text.lower() in many:
        return True
    if tree.tokens[counted.head].tag not in PLURAL or tree.tokens[counted.head].lemma == "other":
        return False
    before = tree.children(counted.head, "det", "poss", "nummod", "predet")
    few = (tree.tokens[c].text.lower() in words(LEXICON, "few") for c in tree.children(counted.head, "amod"))
    return not any(few) and all(tree.tokens[c].text.lower() in many for c in before)


def _is_past(tree: Tree, trigger: int) -> bool:
    """Tell whether the clause, or that above a participle, is in the simple past."""
    for node in (trigger, *tree.ancestors(trigger)):
        if tree.tokens[node].pos not in VERBAL:
            continue
        helpers = [tree.tokens[c] for c in tree.children(node, "aux", "auxpass")]
        finite = [token.tag for token in (*helpers, tree.tokens[node]) if token.tag in FINITE]
        if finite:
            return "VBD" in finite and not PERFECT & {token.text.lower() for token in helpers}
        if helpers and not finite and tree.tokens[node].tag == "VB":
            return False
    return True
