"""A parse in, attributions out: the cue, the head of its source and the tokens of its content.

Rules on the parse, by the cue's construction. Who the source is, is settled elsewhere.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from twosource.extract.tree import VERBAL, Tree
from twosource.lang.reading import lexicon, words

LEXICON = "en/speech"
CLAUSES = ("ccomp", "parataxis", "csubj")
SUBJECTS = ("nsubj", "nsubjpass", "csubj")
NO_SPEAKERS = frozenset(
    {"this", "that", "these", "those", "there", "what", "something", "nothing", "anything", "everything"}
)


@dataclass(frozen=True, slots=True)
class Attribution:
    """One cue with its source and content; ``source`` is the head token of the source, ``content`` the tokens told.

    ``source_tokens`` are all tokens of the source where they were marked, else none. ``reach`` are the tokens that the
    rules take as told by the same cue: a claim there has its speaker, even where the marks stop a word short.
    """

    cue: int
    cue_tokens: tuple[int, ...]
    source: int | None
    content: tuple[int, ...]
    pattern: str
    source_tokens: tuple[int, ...] = ()
    reach: tuple[int, ...] = ()


def attributions(tree: Tree) -> list[Attribution]:
    """Return all attributions of an article in the order of their cues."""
    found = [a for index in range(len(tree.tokens)) if (a := _at(tree, index)) is not None]
    return sorted(found, key=lambda a: a.cue)


def _at(tree: Tree, index: int) -> Attribution | None:
    token = tree.tokens[index]
    if token.lemma in {"accord", "according"} or token.text.lower() == "according":
        return _according(tree, index)
    if token.pos not in VERBAL:
        return None
    tells = token.lemma in words(LEXICON, "verbs") or _gives_figure(tree, index) or records_casualties(tree, index)
    return _verb(tree, index) if tells else None


def _gives_figure(tree: Tree, index: int) -> bool:
    """Tell whether a verb is the "gave" of "the mayor gave a toll of six"."""
    given = {tree.tokens[child].lemma for child in tree.children(index, "dobj")}
    is_giving = tree.tokens[index].lemma in words(LEXICON, "figures", "verbs")
    return is_giving and not given.isdisjoint(words(LEXICON, "figures", "nouns"))


def records_casualties(tree: Tree, index: int) -> bool:
    """Tell whether a verb is the "recorded" of "the agency recorded 25 deaths", which "recorded a song" is not.

    A town that "recorded ten murders this year" says nothing.
    """
    if tree.tokens[index].lemma not in words(LEXICON, "records", "verbs"):
        return False
    subject = tree.child(index, "nsubj")
    name = tree.name(subject) if subject is not None else None
    if subject is None or (name is not None and name.kind == "place"):
        return False
    below = [i for given in tree.children(index, "dobj", "ccomp") for i in tree.subtree(given)]
    is_counted = any(tree.number(i) is not None for i in below)
    return is_counted and any(tree.tokens[i].lemma in _casualty_words() for i in below)


@cache
def _casualty_words() -> frozenset[str]:
    tables, kinds = lexicon("en/casualty"), ("object", "subject", "state", "noun", "objects_of")
    return frozenset(word for measure in ("killed", "injured") for kind in kinds for word in tables[measure][kind])


def _according(tree: Tree, index: int) -> Attribution | None:
    to = next((c for c in tree.children(index, "prep") if tree.tokens[c].lemma == "to"), None)
    source = tree.child(to, "pobj") if to is not None else None
    if to is None or source is None or not can_speak(tree, source):
        return None
    own = frozenset({index})
    clause = _clause_above(tree, index)
    content = tree.subtree(clause, own) if clause is not None else []
    if clause is None or not content:
        content = [i for i in range(tree.sentence(index).first, tree.sentence(index).last) if i not in own]
    below = set(tree.subtree(index))
    return Attribution(index, (index, to), source, tuple(i for i in content if i not in below), "according to")


def _clause_above(tree: Tree, index: int) -> int | None:
    """The clause that a prepositional cue belongs to: the nearest finite verb, or the root of a verbless sentence."""
    above = list(tree.ancestors(index))
    verbs = [a for a in above if tree.tokens[a].pos in VERBAL]
    if not verbs:
        return above[-1] if above else None
    return next((v for v in verbs if tree.children(v, *SUBJECTS)), verbs[-1])


def _verb(tree: Tree, cue: int) -> Attribution | None:
    source = source_of(tree, cue)
    content, pattern = _content(tree, cue, source)
    if not content or source is None or not can_speak(tree, source):
        return None
    if (
        tree.quotation(cue) is not None
        and source is not None
        and tree.tokens[source].text.lower() in {"i", "you", "we"}
    ):
        return None  # "I said", "you know" inside speech is no attribution of the report's
    return Attribution(cue, _cue_tokens(tree, cue), source, tuple(content), pattern)


def _cue_tokens(tree: Tree, cue: int) -> tuple[int, ...]:
    return tuple(sorted([cue, *tree.children(cue, "prt", "neg")]))


def _content(tree: Tree, cue: int, source: int | None) -> tuple[list[int], str]:
    for pattern, reader in (
        ("clause", _complement),
        ("parenthesis", _host_clause),
        ("quotation", _quoted_near),
        ("object", _object),
    ):
        found = reader(tree, cue, source)
        if found:
            return sorted(set(found)), pattern
    return [], ""


def _complement(tree: Tree, cue: int, source: int | None) -> list[int]:
    clauses = [c for c in tree.children(cue, *CLAUSES) if c != source]
    found = [i for clause in clauses for i in tree.subtree(clause)]
    if found:
        found += _quoted_near(tree, cue, source)
    return found


def _host_clause(tree: Tree, cue: int, source: int | None) -> list[int]:
    """The clause a parenthesis stands in: "The men, police said, fled"; "..., as the ministry confirmed"."""
    token = tree.tokens[cue]
    marks = {tree.tokens[c].text.lower() for c in tree.children(cue, "mark", "advmod")}
    inserted = token.dep == "parataxis" or (token.dep == "advcl" and "as" in marks)
    if not inserted or token.head == cue or source is None or _tells_number(tree, cue):
        return []
    return tree.subtree(token.head, frozenset({cue}))


def _tells_number(tree: Tree, cue: int) -> bool:
    """Tell whether a cue has a number of its own to tell: "as the ministry insists on 12"."""
    objects = [c for prep in tree.children(cue, "prep") for c in tree.children(prep, "pobj")]
    numbers = (i for i in (*objects, *tree.children(cue, "dobj")) if tree.number(i) is not None)
    return any(not any(time.span.touches(tree.span_of(i, i)) for time in tree.times) for i in numbers)


def _quoted_near(tree: Tree, cue: int, source: int | None) -> list[int]:
    """Direct speech in the cue's sentence, or running on from it."""
    del source
    if tree.quotation(cue) is not None:
        return []
    sentence = tree.sentence_span(cue)
    found: list[int] = []
    for quotation in tree.quotations:
        if quotation.span.touches(sentence) and _belongs(tree, cue, quotation.span.start):
            found += tree.inside(quotation.span)
    return found


def _belongs(tree: Tree, cue: int, start: int) -> bool:
    """Tell whether the speech starting at a character hangs below the cue, or no other verb of speech is nearer."""
    inside = tree.at(start)
    if inside is None:
        return False
    above = [a for a in tree.ancestors(inside) if is_telling(tree, a)]
    if above and tree.quotation(above[0]) is None:
        return above[0] == cue
    first, last = sorted((cue, inside))
    between = range(first + 1, last)
    rivals = [i for i in between if is_telling(tree, i)]
    return not any(tree.quotation(i) is None and tree.children(i, *SUBJECTS) for i in rivals)


def is_telling(tree: Tree, index: int) -> bool:
    """Tell whether a token is a verb of speech."""
    return tree.tokens[index].pos == "VERB" and tree.tokens[index].lemma in words(LEXICON, "verbs")


def _object(tree: Tree, cue: int, source: int | None) -> list[int]:
    tells_object = tree.tokens[cue].lemma in words(LEXICON, "verbs", "of_object") or _gives_figure(tree, cue)
    tells_object = tells_object or _tells_number(tree, cue) or records_casualties(tree, cue)
    if source is None or not tells_object:
        return []
    parts = [c for c in tree.children(cue, "dobj", "prep", "xcomp", "nsubjpass", "dative", "oprd") if c != source]
    if not any(tree.tokens[c].dep in {"dobj", "nsubjpass", "xcomp", "oprd"} for c in parts):
        return []
    return [i for part in parts for i in tree.subtree(part)]


def can_speak(tree: Tree, head: int) -> bool:
    """Tell whether a phrase may speak: a name, people, a body, a pronoun, or words published ("a statement")."""
    token = tree.tokens[head]
    if token.pos in {"PRON", "PROPN"} or tree.name(head) is not None:
        return token.text.lower() not in NO_SPEAKERS
    forms = (token.text.lower(), token.lemma)
    return any(form in speakers() for form in forms)


@cache
def speakers() -> frozenset[str]:
    """Return all common nouns that may head a source."""
    people = lexicon("en/people")
    kinds = lexicon(LEXICON)["kinds"]
    return frozenset(
        word
        for listed in (
            *(people[table]["words"] for table in people if table != "never"),
            *kinds.values(),
            lexicon(LEXICON)["anonymous"]["words"],
            lexicon(LEXICON)["nouns"]["words"],
            lexicon(LEXICON)["bodies"]["words"],
        )
        for word in listed
    ) - frozenset(lexicon(LEXICON)["silent"]["words"])


def source_of(tree: Tree, cue: int) -> int | None:
    """Return the head token of the cue's source: subject, agent of a passive, or the subject it shares."""
    for agent in tree.children(cue, "agent"):
        return tree.child(agent, "pobj")
    passive = bool(tree.children(cue, "auxpass"))
    subject = tree.child(cue, "nsubj") if not passive else None
    if subject is not None:
        return _antecedent(tree, cue, subject)
    return None if passive else _shared_subject(tree, cue)


def _antecedent(tree: Tree, cue: int, subject: int) -> int:
    """A relative pronoun stands for the noun its clause belongs to."""
    if tree.tokens[subject].tag in {"WP", "WDT"} and tree.tokens[cue].dep == "relcl":
        return tree.tokens[cue].head
    return subject


def _shared_subject(tree: Tree, cue: int) -> int | None:
    """A participle or second verb shares the subject of the verb above ("commented ..., saying")."""
    token = tree.tokens[cue]
    if token.dep == "acl":
        return token.head
    if token.dep not in {"advcl", "conj", "xcomp"}:
        return None
    speaking = (s for above, s in _subjects_above(tree, cue) if is_telling(tree, above))
    return next(speaking, next((s for _, s in _subjects_above(tree, cue)), None))


def _subjects_above(tree: Tree, cue: int) -> Iterator[tuple[int, int]]:
    for ancestor in tree.ancestors(cue):
        if tree.tokens[ancestor].pos not in VERBAL:
            return
        if tree.children(ancestor, "auxpass") and tree.tokens[cue].dep != "conj":
            return
        subject = tree.child(ancestor, "nsubj", "nsubjpass")
        if subject is not None:
            yield ancestor, _antecedent(tree, ancestor, subject)
