"""A trigger in, how far the text commits itself out: asserted, denied or hedged, and the scope of a figure.

It looks at the words around the trigger up to the cue that attributes it; the cue's own force is added by the caller.
"""

import itertools
import re

from twosource.extract.speech import frame
from twosource.extract.tree import Tree
from twosource.lang.reading import lexicon, words
from twosource.model.claim import Stance

LEXICON = "en/stance"
AGE = re.compile(r"\b(?:a|\d+) (?:year|month)s?[- ]old\b")  # "less than a year old" tells no time
UP = frozenset(
    {"xcomp", "pcomp", "acl", "ccomp", "advcl", "conj", "prep", "pobj", "dobj", "relcl", "attr", "oprd", "acomp"}
)
THIS = frozenset({"the", "this"})


def stance_of(tree: Tree, trigger: int, stop: int | None = None) -> Stance:
    """Return the stance of the clause around ``trigger``, looking upwards until the cue token ``stop``."""
    chain = _chain(tree, trigger, stop)
    near = chain[:1] if frame.is_presupposed(tree, trigger) else chain[:2]
    if any(_negated(tree, node) for node in near) or frame.is_neither(tree, chain):
        return "denied"
    if frame.is_called_false(tree, chain) or _befell_none_there(tree, trigger):
        return "denied"
    doubted = any(test(tree, chain) for test in (frame.is_asked, frame.is_rumour, frame.is_seeming))
    certain = frame.is_certain(tree, trigger)
    hedged = (_hedged(tree, node) for node in (*(chain[:2] if certain else chain), *_said_of(tree, trigger)))
    return "hedged" if doubted or any(hedged) else "asserted"


def _befell_none_there(tree: Tree, trigger: int) -> bool:
    """Tell whether it befell people of whom there were none: "we didn't have officers that were hurt"."""
    first = tree.tokens[trigger].head if tree.tokens[trigger].dep == "conj" else trigger
    noun = tree.tokens[first].head
    is_known = any(tree.lower[c] in words(LEXICON, "nobody", "known") for c in tree.children(noun, "det"))
    if tree.tokens[first].dep not in {"relcl", "acl"} or is_known or tree.children(noun, "poss", "nummod"):
        return False
    verb = tree.tokens[noun].head
    there = tree.tokens[noun].dep in {"dobj", "attr"} and tree.tokens[verb].lemma in words(LEXICON, "nobody", "verbs")
    return there and bool(tree.children(verb, "neg"))


def stance_of_cue(tree: Tree, cue: int | None) -> Stance:
    """Return the stance that an attribution lends to what it reports: "denied that", "fear that", "rumours say"."""
    if cue is None:
        return "asserted"
    lemma = tree.tokens[cue].lemma
    negated = bool(tree.children(cue, "neg"))
    if lemma in words("en/speech", "verbs", "denials"):
        return "hedged" if negated else "denied"
    rumour = frame.is_rumour(tree, [cue])
    known = any(frame.is_presupposed(tree, c) for c in tree.children(cue, "ccomp"))
    unsure = negated and not known and lemma in words(LEXICON, "hedges", "confirming")
    return "hedged" if rumour or unsure or lemma in words("en/speech", "verbs", "hedges") else "asserted"


def is_unreal(tree: Tree, trigger: int, stop: int | None = None) -> bool:
    """Tell whether the clause around ``trigger`` is planned, conditional, threatened or made up: nothing happened."""
    chain = _so_far_done(tree, _chain(tree, trigger, stop))
    asked = stop if stop is not None and tree.tokens[chain[-1]].head == stop else None
    if frame.is_fiction(tree, chain if asked is None else [*chain, asked]):
        return True
    if frame.is_ordered(tree, chain) or frame.is_told_to_do(tree, chain):
        return True
    if frame.is_what_leads_there(tree, chain) or frame.is_awaited(tree, chain):
        return True
    if _is_toll(tree, trigger) and _may_be(tree, tree.tokens[trigger].head):
        return True
    own = (node for at, node in enumerate(chain) if all(tree.tokens[under].dep == "conj" for under in chain[:at]))
    if any(_is_still_to_come(tree, node) for node in own):
        return True
    steps = list(zip(chain, [*chain[1:], asked], strict=True))
    return any(_planned(tree, *step) for step in (steps[:1] if frame.is_certain(tree, trigger) else steps))


def _so_far_done(tree: Tree, chain: list[int]) -> list[int]:
    """The way up to a relative clause of the past: "sought in a shooting that left five hurt" plans no shooting."""
    past = (at for at, node in enumerate(chain) if tree.tokens[node].dep == "relcl" and tree.tokens[node].tag == "VBD")
    return chain[: next(past, len(chain)) + 1]


def scope_of(tree: Tree, trigger: int) -> str:
    """Return ``withdrawn``, ``cumulative`` or ``historical`` by phrases of the sentence, else ``event``."""
    sentence = AGE.sub(" ", _own_words(tree, trigger))
    for scope in ("withdrawn", "historical", "cumulative"):
        if any(phrase in sentence and _tells(sentence, phrase) for phrase in lexicon(LEXICON)[scope]["phrases"]):
            return scope
    return "cumulative" if frame.runs_on(tree, trigger) else "event"


def _own_words(tree: Tree, trigger: int) -> str:
    """The sentence in small letters, without a total it adds up to behind: "killed 5, bringing the total to 45"."""
    span = tree.sentence_span(trigger)
    spoken, own = span.of(tree.text).lower(), tree.tokens[trigger].start - span.start
    sums = (spoken.find(phrase, own) for phrase in lexicon(LEXICON)["cumulative"]["sums"])
    return spoken[: min((at for at in sums if at >= 0), default=len(spoken))]


def _tells(sentence: str, phrase: str) -> bool:
    """Tell whether a sentence holds a phrase of the past, not of the last hours or of one attack.

    Not "in the past few hours", nor "bringing the total of those killed in the airstrike to 17".
    """
    after = [word.strip(".,;") for word in sentence[sentence.index(phrase) + len(phrase) :].split()]
    single = words(LEXICON, "cumulative", "single")
    if phrase.endswith("total") and any(a in THIS and b in single for a, b in itertools.pairwise(after)):
        return False
    return words(LEXICON, "cumulative", "short").isdisjoint(after[:3])


def _chain(tree: Tree, trigger: int, stop: int | None) -> list[int]:
    """The trigger and the heads above it, up to the cue or to where a finite clause of another subject begins."""
    chain = [trigger]
    node = trigger
    for ancestor in tree.ancestors(trigger):
        rises = node == trigger and _is_toll(tree, trigger)
        if ancestor == stop or not (rises or tree.tokens[node].dep in UP) or frame.stands_apart(tree, node):
            break
        if ";" in tree.lower[node:ancestor]:
            break  # "seven were killed; their names are not known" denies no death
        if tree.tokens[node].dep in {"relcl", "advcl"} and tree.tokens[ancestor].pos in {"VERB", "AUX"}:
            break
        chain.append(ancestor)
        node = ancestor
        if tree.tokens[node].dep == "conj" and tree.children(node, "nsubj", "nsubjpass"):
            break
    return chain


def _said_of(tree: Tree, trigger: int) -> list[int]:
    """The participle that is said of a noun: "several deaths are feared"."""
    token = tree.tokens[trigger]
    is_said = token.pos in frame.NOUNS and token.dep == "nsubjpass" and tree.tokens[token.head].tag == "VBN"
    return [token.head] if is_said else []


def _is_toll(tree: Tree, index: int) -> bool:
    """Tell whether a toll is the subject of what it did: "the toll may rise to 34" says of nobody that he fell."""
    token = tree.tokens[index]
    return token.dep in {"nsubj", "nsubjpass"} and token.lemma in words("en/casualty", "killed", "toll")


def _negated(tree: Tree, node: int) -> bool:
    by_degree = {tree.tokens[c].text.lower() for c in tree.children(node, "advmod")} & words("en/casualty", "degree")
    return (
        any(tree.children(i, "neg") for i in (node, *tree.children(node, "auxpass")))
        and tree.tokens[node].pos in {"VERB", "AUX", "NOUN", "ADJ"}
        and not by_degree
    )


def _hedged(tree: Tree, node: int) -> bool:
    token = tree.tokens[node]
    person = token.pos in frame.NOUNS and token.lemma in words("en/people", "perpetrator")
    if person or (token.lemma in words(LEXICON, "unreal", "doubtful_doers") and tree.children(node, "prep")):
        return False  # "a suspect" is somebody, "is suspected of" leaves the doer in doubt
    if token.lemma in words(LEXICON, "hedges", "verbs") or token.text.lower() in words(LEXICON, "hedges"):
        return True
    for child in tree.children(node, "aux", "advmod", "amod", "auxpass"):
        word = tree.tokens[child].text.lower()
        if word in words(LEXICON, "hedges", "modals") and tree.tokens[child].tag == "MD":
            return True
        if word in words(LEXICON, "hedges", "doer") and frame.has_one_doer(tree, node):
            continue
        if word in words(LEXICON, "hedges", "adverbs") or word in words(LEXICON, "hedges"):
            return True
    return False


def _planned(tree: Tree, node: int, above: int | None) -> bool:
    spoken = {tree.tokens[c].text.lower() for c in tree.children(node, "aux", "mark", "amod")}
    if any(spoken & words(LEXICON, "unreal", told) for told in ("modals", "markers", "attempts")):
        return True
    if _has_not_come(tree, node, spoken):
        return True
    if any(tree.tokens[c].text.lower() in words(LEXICON, "unreal", "adverbs") for c in tree.children(node, "advmod")):
        return bool(tree.children(node, "aux"))
    if above is None or not _depends(tree, node):
        return False
    lemma = tree.tokens[above].lemma
    if tree.tokens[above].tag == "VBG" and lemma in words(LEXICON, "unreal", "going"):
        return tree.tokens[node].dep == "xcomp"
    told = {lemma, *(tree.tokens[c].lemma for c in tree.children(above, "acomp"))}  # "it is difficult to arrest him"
    if lemma == "be" and tree.tokens[node].dep == "xcomp":
        told |= {tree.tokens[c].lemma for c in tree.children(above, "nsubj")}  # "their mission was to kill"
    return lemma in words(LEXICON, "unreal", "verbs") or not told.isdisjoint(words(LEXICON, "unreal", "nouns"))


def _has_not_come(tree: Tree, node: int, spoken: set[str]) -> bool:
    """Tell whether words of the clause itself say that it did not happen, or not yet."""
    return _is_unfulfilled(tree, node, spoken) or _is_inverted(tree, node) or _is_called_for(tree, node)


def _is_unfulfilled(tree: Tree, node: int, spoken: set[str]) -> bool:
    """Tell whether something might have come to pass and did not: "could have killed her"; not "40 could have died"."""
    counted = any(tree.children(c, "nummod") for c in tree.children(node, "nsubj", "nsubjpass", "dobj"))
    return "could" in spoken and bool(spoken & words(LEXICON, "unreal", "perfect")) and not counted


def _is_still_to_come(tree: Tree, node: int) -> bool:
    """Tell whether it ought to, or may yet, come to pass: "must be arrested"; not "must condemn the murder of two"."""
    spoken = {tree.tokens[c].text.lower() for c in tree.children(node, "aux")}
    if spoken & words(LEXICON, "unreal", "duties"):
        return not spoken & words(LEXICON, "unreal", "perfect")
    passive = {tree.tokens[c].text.lower() for c in tree.children(node, "auxpass")}
    return passive == {"be"} and bool(spoken & words(LEXICON, "unreal", "possible"))


def _may_be(tree: Tree, node: int) -> bool:
    spoken = {tree.lower[c] for c in tree.children(node, "aux")}
    return bool(spoken & words(LEXICON, "unreal", "possible")) and not spoken & words(LEXICON, "unreal", "perfect")


def _is_inverted(tree: Tree, node: int) -> bool:
    """Tell whether a clause is a condition without "if": "had he been arrested, the riot would have ended"."""
    subject = max(tree.children(node, *frame.SUBJECTS), default=None)  # "said that had he been arrested"
    if subject is None or not tree.children(node, "auxpass") or frame.is_asked(tree, [node]):
        return False
    over = [tree.tokens[node].head] if tree.tokens[node].dep == "ccomp" else []
    opening = (i for i in (*over, *tree.children(node, "aux")) if i < min(tree.subtree(subject)))
    return any(tree.tokens[i].text.lower() in words(LEXICON, "unreal", "inverted") for i in opening)


def _is_called_for(tree: Tree, node: int) -> bool:
    """Tell whether a noun stands right behind what calls for it: "demanded the arrest of", however it is parsed."""
    spot = node - 1
    while spot > 0 and tree.tokens[spot].pos in {"DET", "ADJ"}:
        spot -= 1
    told = tree.tokens[node].pos == "NOUN" and spot >= 0 and tree.tokens[spot].pos == "VERB"
    return told and tree.tokens[spot].lemma in words(LEXICON, "unreal", "verbs")


def _depends(tree: Tree, node: int) -> bool:
    """Tell whether a phrase hangs on what is wanted or feared: no clause of its own, or one in the bare form."""
    token = tree.tokens[node]
    if token.dep == "ccomp":  # "demanded that he be arrested"
        return any(tree.tokens[i].tag == "VB" for i in (node, *tree.children(node, "auxpass")))
    hard = token.dep == "advcl" and tree.tokens[token.head].pos == "ADJ"  # "find it difficult to arrest him"
    return hard or token.dep in {"xcomp", "pcomp", "acl", "prep", "pobj", "dobj"}
