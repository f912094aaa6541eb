"""A report in, what it is like as a whole out: shares of its sentences, what its lead tells, the tense of a verb."""

from functools import lru_cache
from math import log

from twosource.extract.tree import VERBAL, Tree
from twosource.extract.where.whereabouts import is_happening
from twosource.lang.reading import words

LEXICON = "en/passing"
LEAD = 3  # sentences
ANSWERS = ("en/acts", "answers", "verbs")
SPEECH = ("en/speech", "verbs")
HAVE = frozenset({"have", "has", "had", "'ve"})


@lru_cache(maxsize=1)  # asked for each undated deed of a report
def plan(tree: Tree) -> dict[str, float]:
    """Return what the report is like as a whole: shares of its sentences, and what its lead tells."""
    inside = [range(sentence.first, sentence.last) for sentence in tree.sentences]
    roots = [next((i for i in spoken if tree.tokens[i].head == i), spoken.start) for spoken in inside]
    lead = [i for spoken in inside[:LEAD] for i in spoken]
    first_person, would = words(LEXICON, "first_person"), words(LEXICON, "would")
    shares = {
        "happenings": [any(is_happening(tree, i) for i in spoken) for spoken in inside],
        "first person": [any(tree.lower[i] in first_person for i in spoken) for spoken in inside],
        "would": [any(tree.lower[i] in would for i in spoken) for spoken in inside],
        "quoted": [tree.quotation(root) is not None for root in roots],
        "past": [tense(tree, root) == "past" for root in roots],
        "speech": [tree.tokens[root].lemma in words(*SPEECH) for root in roots],
    }
    most = max(1, len(inside))
    return {name: sum(told) / most for name, told in shares.items()} | {
        "length": log(most),
        "lead happens": float(any(happened(tree, i) for i in lead)),
        "lead names": float(any(is_happening(tree, i) and tree.tokens[i].pos not in VERBAL for i in lead)),
        "lead answers": float(any(tree.tokens[root].lemma.lower() in words(*ANSWERS) for root in roots[:1])),
        "lead speaks": float(any(tree.tokens[root].lemma in words(*SPEECH) for root in roots[:1])),
    }


def tense(tree: Tree, index: int) -> str | None:
    """Return whether a verb is "past" or "perfect", or what "would" be; None for any other."""
    helpers = [tree.tokens[c] for c in tree.children(index, "aux", "auxpass")]
    spoken = {helper.text.lower() for helper in helpers}
    if spoken & words(LEXICON, "would"):
        return "would"
    if spoken & HAVE:
        return "perfect"
    return "past" if "VBD" in {tree.tokens[index].tag, *(helper.tag for helper in helpers)} else None


def happened(tree: Tree, index: int) -> bool:
    """Tell whether a verb tells of a happening in the past."""
    return is_happening(tree, index) and tense(tree, index) in {"past", "perfect"}
