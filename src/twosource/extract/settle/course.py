"""Claims of one article in, those marked that say how a toll went out: it rose to this, or this was said before."""

from dataclasses import replace

from twosource.extract.speech.attribution import is_telling
from twosource.extract.tree import VERBAL, Tree
from twosource.lang.reading import words
from twosource.model import Claim
from twosource.values.pattern import BEFORE, RISEN

LEXICON = "en/course"


def on_course(tree: Tree, claims: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """Return the claims, counts of the dead of this happening marked where they are new, or were said before."""
    return tuple(_marked(tree, claim) for claim in claims)


def _marked(tree: Tree, claim: Claim) -> Claim:
    index = tree.at(claim.span.start)
    if claim.measure != "killed" or claim.scope != "event" or claim.low is None or index is None:
        return claim
    if _is_said_before(tree, claim):
        return replace(claim, pattern=f"{claim.pattern}{BEFORE}")
    return replace(claim, pattern=f"{claim.pattern}{RISEN}") if _is_risen(tree, claim) else claim


def _is_risen(tree: Tree, claim: Claim) -> bool:
    """Tell whether the claim's own words, or the verb of its toll, say that there are more dead now than before."""
    own = tree.inside(claim.span)
    if any(tree.lower[i] in words(LEXICON, "risen", "now") for i in own):
        return True
    counts = [i for i in own if tree.tokens[i].lemma in words(LEXICON, "risen", "counts")]
    return any(tree.tokens[tree.tokens[i].head].lemma in words(LEXICON, "risen", "verbs") for i in counts)


def _is_said_before(tree: Tree, claim: Claim) -> bool:
    """Tell whether a verb of speech above the claim is told as earlier: "had earlier put the toll at six"."""
    index = tree.inside(claim.span)[0]
    sentence = tree.sentence(index)
    return any(_leads_to(tree, spot, index) for spot in range(sentence.first, sentence.last) if _is_earlier(tree, spot))


def _is_earlier(tree: Tree, index: int) -> bool:
    if tree.lower[index] not in words(LEXICON, "before", "adverbs") or tree.children(index):
        return False
    behind = tree.lower[index + 1] if index + 1 < len(tree.lower) else ""
    return behind not in words(LEXICON, "before", "not_behind")


def _leads_to(tree: Tree, adverb: int, index: int) -> bool:
    verb = tree.tokens[adverb].head
    tells = tree.tokens[verb].pos in VERBAL and (
        is_telling(tree, verb) or tree.tokens[verb].lemma in words("en/speech", "figures", "verbs")
    )
    return tells and verb in {*tree.ancestors(index)}
