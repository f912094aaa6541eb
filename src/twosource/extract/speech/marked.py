"""What the network marked in, attributions out: with the word that tells and the head of the source; rules fill in.

The network marks one level of ordinary news. What stands inside the words of another ("The Courier said the army
denied it") and ways of telling a toll ("put it at 12") the rules read; and everything where no network was there.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from twosource.extract.speech.attribution import (
    Attribution,
    attributions,
    can_speak,
    is_telling,
    records_casualties,
)
from twosource.extract.speech.rank import person_behind
from twosource.extract.tree import VERBAL, Tree
from twosource.lang.reading import words
from twosource.model import Marked

PATTERN = "marked"
EMPTY = frozenset({"PUNCT", "SPACE", "SCONJ", "DET", "CCONJ"})  # words that tell nothing
RELATIVE = frozenset({"WP", "WDT"})


def told_in(tree: Tree) -> list[Attribution]:
    """Return all attributions of an article in the order of their cues."""
    ruled = attributions(tree)
    if tree.marked is None:
        return ruled
    by_rule = {one.cue: one for one in ruled}
    marked = [_completed(tree, one) for one in tree.marked if not _is_label(tree, one)]
    marked = [one for one in marked if one.content]
    found = [_attribution(tree, one, by_rule) for one in marked]
    taken = {i for one in marked for i in (*one.cue, *one.source)}
    further = [one for one in ruled if one.cue not in taken]
    return sorted([*found, *further], key=lambda one: one.cue)


def _completed(tree: Tree, one: Marked) -> Marked:
    """Read on to the end of the sentence where nothing but a "that" was marked as told."""
    if not one.content or any(tree.tokens[i].pos not in EMPTY for i in one.content):
        return one
    last = tree.sentence(one.content[-1]).last
    rest = [i for i in range(one.content[0], last) if i not in {*one.cue, *one.source}]
    while rest and tree.tokens[rest[-1]].pos in {"PUNCT", "SPACE"}:
        rest.pop()
    return replace(one, content=tuple(rest))


def _is_label(tree: Tree, one: Marked) -> bool:
    """Tell whether the source is what newsrooms put before a title: "Breaking News: ..."."""
    if not one.source:
        return False
    return tree.span_of(one.source[0], one.source[-1]).of(tree.text).lower() in words("en/speech", "labels")


def _attribution(tree: Tree, one: Marked, by_rule: Mapping[int, Attribution]) -> Attribution:
    """The attribution as marked; where no source was, the subject that the rules find: "an official who ... said"."""
    cue = _telling(tree, one.cue)
    ruled = by_rule.get(cue)
    return Attribution(
        cue=cue,
        cue_tokens=one.cue,
        source=_speaking(tree, one, cue) if one.source or ruled is None else ruled.source,
        content=tuple(i for i in one.content if tree.tokens[i].pos != "SPACE"),
        pattern=PATTERN,
        source_tokens=one.source,
        reach=ruled.content if ruled is not None else (),
    )


def _telling(tree: Tree, cue: Sequence[int]) -> int:
    """The verb of speech of a cue ("said" of "said in a statement"), else its first verb, else its root."""
    verbs = [i for i in cue if tree.tokens[i].pos in VERBAL]
    spoken = [i for i in verbs if is_telling(tree, i)]
    return next(iter(spoken or [i for i in verbs if tree.tokens[i].pos == "VERB"]), _root(tree, cue))


def _speaking(tree: Tree, one: Marked, cue: int) -> int | None:
    """The head of a source that speaks; whoever is accused or was told does not, nor does "no source", nor a thing."""
    if not one.source:
        return None
    head = _head(tree, one.source)
    is_nobody = any(tree.tokens[c].lemma == "no" for c in tree.children(head, "det"))
    return head if can_speak(tree, head) and not is_nobody and not _is_told_of(tree, head, cue) else None


def _is_told_of(tree: Tree, head: int, cue: int) -> bool:
    """Tell whether the cue is a passive of which the source is what it is done to: "a man accused of", "was told"."""
    token = tree.tokens[cue]
    if token.tag != "VBN" or token.lemma in words("en/speech", "verbs", "passing_on"):
        return False
    return (token.dep == "acl" and token.head == head) or head in tree.children(cue, "nsubjpass")


def _head(tree: Tree, source: Sequence[int]) -> int:
    """The head of the phrase that a source is part of: "Petrak", where "Colonel" alone was marked, or a "who"."""
    head = _root(tree, source)
    if tree.tokens[head].tag in RELATIVE:
        above = (a for a in tree.ancestors(head) if tree.tokens[a].dep == "relcl")
        return next((tree.tokens[a].head for a in above), head)
    while tree.tokens[head].dep in {"compound", "det"} and tree.tokens[head].head != head:
        head = tree.tokens[head].head
    person = person_behind(tree, head)
    return head if person is None else person


def _root(tree: Tree, tokens: Sequence[int]) -> int:
    """The first token whose head stands outside; marks and space come last."""
    inside = set(tokens)
    tops = [i for i in tokens if tree.tokens[i].head == i or tree.tokens[i].head not in inside]
    wordy = [i for i in tops if tree.tokens[i].pos not in {"PUNCT", "SPACE", "DET", "ADP"}]
    return next(iter(wordy or tops), tokens[0])


def is_speech(tree: Tree, attribution: Attribution) -> bool:
    """Tell whether the cue is one of the rules' words of speech, not a plan, a belief or a deed that shows a mind."""
    if _has_thing(tree, attribution.cue) and not records_casualties(tree, attribution.cue):
        return False
    return bool(attribution.reach) or attribution.pattern != PATTERN or is_telling(tree, attribution.cue)


def _has_thing(tree: Tree, cue: int) -> bool:
    """Tell whether a verb that attributes clauses only has an object instead: "they found a man who was shot"."""
    lemma = tree.tokens[cue].lemma
    if lemma not in words("en/speech", "verbs", "needs_clause") or lemma in words("en/speech", "verbs", "of_object"):
        return False
    return any(tree.tokens[c].pos == "NOUN" for c in tree.children(cue, "dobj")) and not tree.children(cue, "ccomp")
