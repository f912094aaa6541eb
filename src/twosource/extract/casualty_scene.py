"""A casualty verb off its subject in, whom it befell out: "was found shot", "recovering after being shot"."""

from twosource.extract.mention import LEXICON, subject_of
from twosource.extract.tree import VERBAL, Tree
from twosource.lang.reading import words

STATE = frozenset({"xcomp", "oprd", "acomp", "ccomp", "advcl"})


def found_or_recovering(tree: Tree, verb: int) -> int | None:
    """Return whom a participle tells of: "was found shot", "found him shot", "is recovering after being shot"."""
    token = tree.tokens[verb]
    if token.tag != "VBN" or tree.children(verb, "nsubj", "nsubjpass", "dobj"):
        return None
    if token.dep in STATE and tree.tokens[token.head].lemma in words(LEXICON, "scene", "found"):
        return tree.child(token.head, "nsubjpass", "dobj")
    being = tree.children(verb, "auxpass") and token.dep == "pcomp"
    above = tree.tokens[token.head].head
    if not being or tree.tokens[token.head].lemma not in words(LEXICON, "scene", "after"):
        return None
    return subject_of(tree, above) if tree.tokens[above].pos in VERBAL else None


def first_left(tree: Tree, head: int) -> int:
    """Return the first of several people joined as the object of "leave": "left two men and a woman injured"."""
    first = head
    while tree.tokens[first].dep == "conj" and tree.tokens[first].pos == tree.tokens[tree.tokens[first].head].pos:
        first = tree.tokens[first].head
    above = tree.tokens[tree.tokens[first].head]
    return first if tree.tokens[first].dep == "dobj" and above.lemma == "leave" else head


def owner_of_part(tree: Tree, head: int | None) -> int | None:
    """Return whose body was hit: "grazed a woman's arm"; any other phrase is itself."""
    if head is None or tree.tokens[head].lemma not in words(LEXICON, "scene", "body"):
        return head
    owner = tree.child(head, "poss")
    return owner if owner is not None else head
