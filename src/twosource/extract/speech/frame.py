"""A clause in, what frames it out: a story made up, a question, words called false, a denial.

Each looks at the way up from a trigger (``way``: the trigger and the heads above it). The words stand in
``lang/en/stance.toml``. It knows no claim and no speaker.
"""

from itertools import pairwise

from twosource.extract.tree import VERBAL, Tree
from twosource.lang.reading import lexicon, words

LEXICON = "en/stance"
SUBJECTS = ("nsubj", "nsubjpass")
ONE = frozenset({"he", "she", "who"})
KNOWN = frozenset({"the", "this", "that", "these", "those"})
NOUNS = frozenset({"NOUN", "PROPN"})
ASKED = frozenset({"VBD", "VBZ", "VBP", "MD"})


def is_fiction(tree: Tree, way: list[int]) -> bool:
    """Tell whether a clause is told of a made-up story: "in the film", "a novel about", "the play tells of"."""
    made_up = words(LEXICON, "fiction")
    for node in way:
        if tree.tokens[node].lemma in made_up and node != way[0]:
            return True
        near = tree.children(node, *SUBJECTS) if tree.tokens[node].pos in VERBAL and node != way[0] else []
        inside = (p for p in tree.children(node, "prep") if tree.tokens[p].lemma == "in")
        near += [i for prep in inside for i in tree.children(prep, "pobj")]
        if any(tree.tokens[i].lemma in made_up for i in near):
            return True
    return False


def is_seeming(tree: Tree, way: list[int]) -> bool:
    """Tell whether a clause only seems so: "appear to have been killed"."""
    return any(
        tree.tokens[above].lemma in words(LEXICON, "hedges", "seeming")
        and tree.tokens[node].dep == "xcomp"
        and any(tree.tokens[c].tag == "TO" for c in tree.children(node, "aux"))
        for node, above in pairwise(way)
    )


def is_ordered(tree: Tree, way: list[int]) -> bool:
    """Tell whether a clause is what somebody is to do: "troops were ordered to shoot", "set out to kill"."""
    above = tree.tokens[way[1]].lemma if len(way) > 1 and tree.tokens[way[0]].dep == "xcomp" else ""
    return above in words(LEXICON, "unreal", "clausal")


def is_told_to_do(tree: Tree, way: list[int]) -> bool:
    """Tell whether an infinitive is what others are to do: "told police to arrest", "in a position to arrest".

    Of taking and hurting alone: read for all verbs, muc4 (tuned) loses a right number of killed and a right body.
    """
    node, above = way[0], tree.tokens[way[0]].head
    is_bare = tree.tokens[node].tag == "VB" and any(tree.tokens[c].tag == "TO" for c in tree.children(node, "aux"))
    told = words("en/casualty", "captured", "object") | words("en/casualty", "injured", "object")
    if not is_bare or tree.tokens[node].lemma not in told:
        return False
    links = tree.children(above, "prep", "dative") if tree.tokens[above].pos in VERBAL else []
    near = [above, *(i for link in (above, *links) for i in tree.children(link, "dobj", "pobj", "oprd"))]
    is_open = any(tree.tokens[i].lemma in words(LEXICON, "unreal", "charges") for i in near if i < node)
    not_yet = any(tree.lower[c] == "yet" for verb in (node, above) for c in tree.children(verb, "advmod"))
    return is_open or not_yet or tree.tokens[above].lemma in words(LEXICON, "unreal", "calling")


def is_what_leads_there(tree: Tree, way: list[int]) -> bool:
    """Tell whether it is what somebody's word is to bring: "information leading to the arrest", not "that led to"."""
    nouns = words(LEXICON, "unreal", "leading")
    return any(
        tree.tokens[node].lemma == "lead"
        and tree.tokens[node].tag in {"VBG", "VBZ", "VBP"}
        and tree.tokens[tree.tokens[node].head].lemma in nouns
        for node in way
    )


def is_awaited(tree: Tree, way: list[int]) -> bool:
    """Tell whether a noun is of what has still to come: "arrests are expected", "a warrant for the arrest of"."""
    token = tree.tokens[way[0]]
    if token.pos not in NOUNS or token.lemma not in words("en/casualty", "taken", "nouns"):
        return False
    above = tree.tokens[token.head]
    if token.dep == "nsubj":
        states = {tree.lower[c] for c in tree.children(token.head, "acomp")}
        return not states.isdisjoint(words(LEXICON, "unreal", "near"))
    if token.dep == "pobj" and above.lemma == "for":
        return tree.tokens[above.head].lemma in words(LEXICON, "unreal", "for")
    return token.dep == "nsubjpass" and above.lemma in words(LEXICON, "unreal", "awaiting")


def is_asked(tree: Tree, way: list[int]) -> bool:
    """Tell whether a clause is what a question asks: "Were 12 people killed?", not "Who killed the 12 people?"."""
    sentence = tree.sentence(way[0])
    top = way[-1]
    if tree.tokens[top].head != top or tree.tokens[sentence.last - 1].text != "?":
        return False
    return tree.tokens[sentence.first].tag in ASKED


def is_called_false(tree: Tree, way: list[int]) -> bool:
    """Tell whether words are denied: "refuted a claim that", "reports that ... were false", "it is untrue that"."""
    if any(tree.tokens[node].lemma in words(LEXICON, "denial", "verbs") for node in way[1:]):
        return True
    top = way[-1]
    over = [tree.tokens[top].head] if tree.tokens[top].dep in SUBJECTS and len(way) > 1 else []
    told = (c for node in (*way[1:], *over) for c in tree.children(node, "acomp", "attr"))
    return any(tree.tokens[c].lemma in words(LEXICON, "denial", "predicates") for c in told)


def is_rumour(tree: Tree, way: list[int]) -> bool:
    """Tell whether a clause is what rumours say, or who says so is not known; or no more than a possibility."""
    sources = words(LEXICON, "hedges", "sources")
    if any(tree.tokens[node].lemma in words(LEXICON, "hedges", "odds") for node in way[1:]):
        return True
    return any(tree.tokens[c].lemma in sources for node in way for c in tree.children(node, "nsubj"))


def is_neither(tree: Tree, way: list[int]) -> bool:
    """Tell whether a clause is of nobody: "neither the driver nor the guard was hurt"."""
    heads = [way[0], *way[1:2]]
    people = (s for node in heads for s in tree.children(node, *SUBJECTS, "dobj"))
    return any(tree.tokens[i].text.lower() == "neither" for person in people for i in (person, *tree.children(person)))


def is_presupposed(tree: Tree, node: int) -> bool:
    """Tell whether a clause is taken for granted by the verb above: "did not know why the man killed them"."""
    who = tree.tokens[node].dep == "ccomp" and any(tree.tokens[c].tag == "WP" for c in tree.children(node, "nsubj"))
    return who or any(tree.tokens[c].tag == "WRB" for c in tree.children(node, "advmod"))


def is_certain(tree: Tree, trigger: int) -> bool:
    """Tell whether a noun is told as known: nobody who "wants to talk about the death of" somebody doubts the death."""
    known = {tree.tokens[c].text.lower() for c in tree.children(trigger, "det")} & KNOWN
    return tree.tokens[trigger].pos in NOUNS and bool(known or tree.children(trigger, "poss"))


def is_taken_for_granted(tree: Tree, trigger: int) -> bool:
    """Tell whether a clause says which people are meant: "denied that the three men arrested on Monday were beaten"."""
    token = tree.tokens[trigger]
    known = {tree.tokens[c].text.lower() for c in tree.children(token.head, "det")} & KNOWN
    passive = token.dep == "acl" or (token.dep == "relcl" and bool(tree.children(trigger, "auxpass")))
    return token.tag == "VBN" and passive and bool(known)


def has_one_doer(tree: Tree, verb: int) -> bool:
    """Tell whether one person is told to have done it: "he allegedly shot his uncle" doubts who shot him, no more."""
    if not tree.children(verb, "dobj"):
        return False
    above = (s for node in (verb, *tree.ancestors(verb)) for s in tree.children(node, *SUBJECTS))
    subject = next(above, None)
    if subject is None:
        return False
    token, name = tree.tokens[subject], tree.name(subject)
    if name is not None and name.kind == "person":
        return True
    one_kind = (words("en/people", kind) for kind in ("men", "women", "children", "perpetrator"))
    return token.text.lower() in ONE or (token.tag == "NN" and any(token.lemma in kind for kind in one_kind))


def stands_apart(tree: Tree, node: int) -> bool:
    """Tell whether a relative clause adds what the writer knows: "denied the bombing, which killed six"."""
    if tree.tokens[node].dep != "relcl":
        return False
    first = tree.subtree(node)[0]
    opens = first and tree.tokens[first - 1].text == ","
    return bool(opens) and any(tree.tokens[i].tag in {"WDT", "WP"} for i in tree.subtree(node)[:2])


def is_corrected(tree: Tree, cue: int | None, trigger: int) -> bool:
    """Tell whether what a cue reports was taken back behind it: "first said 12, but later put the toll at nine"."""
    if cue is None or not _early(tree, cue):
        return False
    number = tree.sentence_number(cue)
    near = [s for s in tree.sentences[number : number + 2] if s.block == tree.sentences[number].block]
    after = range(max(cue, trigger) + 1, near[-1].last)
    return any(tree.tokens[i].lemma in words(LEXICON, "withdrawn", "verbs") and _late(tree, i) for i in after)


def _early(tree: Tree, verb: int) -> bool:
    spoken = {tree.tokens[c].text.lower() for c in tree.children(verb, "advmod")}
    return bool(spoken & words(LEXICON, "withdrawn", "before"))


def _late(tree: Tree, verb: int) -> bool:
    told = {tree.tokens[c].text.lower() for c in tree.children(verb, "advmod")}
    own = {tree.tokens[c].lemma for c in tree.children(verb, "dobj", "nsubjpass")}
    return bool(told & words(LEXICON, "withdrawn", "after")) or bool(own & words(LEXICON, "withdrawn", "counts"))


def runs_on(tree: Tree, trigger: int) -> bool:
    """Tell whether a toll is of a whole war or of each day: "the war has killed 40,000", "90 people a day"."""
    agents = words(LEXICON, "cumulative", "agents")
    subject = tree.child(trigger, "nsubj")
    has = {tree.tokens[c].lemma for c in tree.children(trigger, "aux")}
    if subject is not None and tree.tokens[subject].lemma in agents and "have" in has:
        return True
    spans = lexicon(LEXICON)["cumulative"]["spans"]
    people = (p for p in tree.children(trigger, "nsubj", "nsubjpass", "dobj"))
    each = (i for p in (trigger, *people) for i in tree.children(p, "npadvmod", "appos", "prep"))
    return any(_each(tree, i, spans) for i in each) or _adds_up(tree, trigger) or _is_of_several(tree, trigger)


def _is_of_several(tree: Tree, trigger: int) -> bool:
    """Tell whether people fell in several happenings: "were wounded in shootings across the city"."""
    happenings = words(LEXICON, "cumulative", "happenings")
    spots = (trigger, tree.tokens[trigger].head, *tree.children(trigger, "conj"))
    below = (i for spot in spots for p in tree.children(spot, "prep") for i in tree.children(p, "pobj") if p > trigger)
    return any(tree.tokens[i].tag == "NNS" and _is_apart(tree, i, happenings) for i in below)


def _is_apart(tree: Tree, index: int, happenings: frozenset[str]) -> bool:
    """Tell whether a plural is of happenings each with its own dead; any may be called "separate"."""
    said = {tree.tokens[c].lemma for c in tree.children(index, "amod")}
    return tree.tokens[index].lemma in happenings or bool(said & words(LEXICON, "cumulative", "apart"))


def _adds_up(tree: Tree, trigger: int) -> bool:
    """Tell whether a sentence says "brings to 12 the number", which taking the hurt "to two hospitals" does not."""
    sentence = tree.sentence(trigger)
    return any(
        tree.tokens[i].lemma == "bring" and tree.tokens[i + 1].lemma == "to" and tree.number(i + 2) is not None
        for i in range(sentence.first, sentence.last - 2)
    )


def _each(tree: Tree, index: int, spans: list[str]) -> bool:
    """Tell whether a phrase says "a day", "every week", "per year"."""
    if tree.tokens[index].lemma == "per":
        return any(tree.tokens[i].lemma in spans for i in tree.children(index, "pobj"))
    each = {tree.tokens[c].text.lower() for c in tree.children(index, "det")}
    return tree.tokens[index].lemma in spans and bool(each & {"a", "an", "every", "each"})
