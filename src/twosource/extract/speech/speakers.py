"""The head of a source in, a Speaker out: names in full, pronouns and descriptions resolved, governments named.

"Havana", "Cuba" and "the Cuban government" are one speaker; "he" is the last person who spoke.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from twosource.extract.people.group import MODIFIERS, country_at, country_in
from twosource.extract.speech.rank import rank_before
from twosource.extract.tree import Tree
from twosource.lang.places import country_of_demonym, government_of, place_words
from twosource.lang.reading import lexicon, words
from twosource.model import Span, Speaker
from twosource.model.claim import SpeakerKind

LEXICON = "en/speech"
KIND_ORDER: tuple[SpeakerKind, ...] = (
    "media",
    "police",
    "rescue service",
    "health authority",
    "armed group",
    "military",
    "witness",
    "family",
    "government",
    "organisation",
)
NEAR = 2  # sentences back to one whom a pronoun means
ONE_OF_A_COUNTRY = frozenset({"government", "regime", "administration"})  # "authorities" may be a town's, or the police
BARE_GOVERNMENT = ONE_OF_A_COUNTRY | {"authorities", "authority"}
DETERMINERS = frozenset({"the", "a", "an", "this", "that", "these", "those", "some", "its", "their", "his", "her"})


@dataclass(frozen=True, slots=True)
class Heard:
    """A source already resolved: where it stands, and who it is."""

    token: int
    speaker: Speaker
    country: str | None


def speaker_at(tree: Tree, head: int, heard: list[Heard]) -> Heard:
    """Resolve the source headed by a token, given the sources heard before it in the report."""
    span = source_span(tree, head)
    resolved = _pronoun(tree, head, heard) or _described(tree, head, heard)
    if resolved is not None:
        speaker = Speaker(text=span.of(tree.text), name=resolved.speaker.name, kind=resolved.speaker.kind)
        return Heard(head, speaker, resolved.country)
    country = country_in(tree, head) or _country_in_context(tree, head, heard)
    name, kind = _name_and_kind(tree, head, span, country)
    return Heard(head, Speaker(text=span.of(tree.text), name=name, kind=kind), country)


def source_span(tree: Tree, head: int) -> Span:
    """Return the words of a source: its noun phrase without relative clauses, asides and days ("a guard on Sunday")."""
    leave = frozenset(tree.children(head, "relcl", "acl", "advcl", "appos", "conj", "cc", "punct", "parataxis"))
    leave |= frozenset(i for i in tree.children(head, "prep") if _is_of_day(tree, i))
    leave |= {i for i in tree.subtree(head, leave) if tree.tokens[i].dep in {"relcl", "advcl", "parataxis"}}
    kept = [i for i in tree.subtree(head, leave) if i == head or tree.tokens[i].pos != "SPACE"]
    return tree.span_over(_run_around(kept, head))


def _is_of_day(tree: Tree, link: int) -> bool:
    when = tree.child(link, "pobj")
    return when is not None and any(when in tree.inside(time.span) for time in tree.times)


def _run_around(indices: list[int], head: int) -> list[int]:
    """The unbroken run of tokens that holds the head."""
    position = indices.index(head)
    first = last = position
    while first > 0 and indices[first - 1] == indices[first] - 1:
        first -= 1
    while last + 1 < len(indices) and indices[last + 1] == indices[last] + 1:
        last += 1
    return indices[first : last + 1]


def _pronoun(tree: Tree, head: int, heard: list[Heard]) -> Heard | None:
    word = tree.tokens[head].text.lower()
    if word in words(LEXICON, "pronouns", "singular"):
        return _last_person(tree, head, heard)
    if word in words(LEXICON, "pronouns", "neuter") or word in words(LEXICON, "pronouns", "plural"):
        return next((h for h in reversed(heard) if h.token < head and h.speaker.kind != "person"), None)
    return None


def _last_person(tree: Tree, head: int, heard: list[Heard]) -> Heard | None:
    """The last person before the pronoun: one who spoke unnamed or is named as a subject, else any named."""
    before = [i for i in range(head) if (n := tree.name(i)) is not None and n.kind == "person"]
    first = tree.sentence_number(head) - NEAR
    subjects = [i for i in before if tree.tokens[i].dep in {"nsubj", "nsubjpass"}]
    near = [i for i in subjects if tree.sentence_number(i) >= first]
    index = next(iter(reversed(near)), next(iter(reversed(before)), None))
    unnamed = (h for h in reversed(heard) if h.token < head and _is_one_unnamed(tree, h.token))
    last = next((h for h in unnamed if tree.sentence_number(h.token) >= first), None)
    if last is not None and (index is None or index < last.token):
        return last
    if index is None:
        return None
    name = tree.name(index)
    known = next((h for h in heard if name is not None and h.speaker.name == name.canonical), None)
    return known or (speaker_at(tree, index, heard) if index != head else None)


def _is_one_unnamed(tree: Tree, head: int) -> bool:
    """Tell whether a source is one person told of by what he is: "a local official"."""
    return tree.tokens[head].tag == "NN" and tree.name(head) is None and tree.tokens[head].lemma in _callings()


@cache
def _callings() -> frozenset[str]:
    tables = lexicon("en/people")
    people = {word for name in tables if name not in {"never", "groups"} for word in tables[name]["words"]}
    return frozenset(people | words(LEXICON, "anonymous"))


def _described(tree: Tree, head: int, heard: list[Heard]) -> Heard | None:
    """Read "The minister" is the minister heard before, when the description holds no name of its own."""
    token = tree.tokens[head]
    determiner = any(tree.tokens[c].text.lower() == "the" for c in tree.children(head, "det"))
    if not determiner or tree.name(head) is not None or country_in(tree, head) is not None:
        return None
    if tree.children(head, "compound", "amod", "prep", "nmod"):
        return None
    noun = token.lemma
    matches = (h for h in reversed(heard) if h.token < head and _is_called(tree, h.token, noun))
    known = next(matches, None)
    return known or next(
        (speaker_at(tree, i, heard) for i in _persons_before(tree, head) if _is_called(tree, i, noun)), None
    )


def _persons_before(tree: Tree, head: int) -> Iterator[int]:
    """Yield the tokens of names of persons before a token, the last one first."""
    for index in range(head - 1, -1, -1):
        name = tree.name(index)
        if name is not None and name.kind == "person":
            yield index


def _is_called(tree: Tree, token: int, noun: str) -> bool:
    phrase = [token, *tree.children(token, "compound", "nmod", "amod", "appos")]
    return any(tree.tokens[i].lemma == noun for i in phrase)


def _country_in_context(tree: Tree, head: int, heard: list[Heard]) -> str | None:
    """The country of a bare "the government": the one named earlier in the sentence, else the last one heard."""
    token = tree.tokens[head]
    if ONE_OF_A_COUNTRY.isdisjoint({token.lemma, token.text.lower()}):
        return None
    first = tree.sentence(head).first
    nearby = (_country_told(tree, i) for i in range(head - 1, first - 1, -1))
    found = next((country for country in nearby if country is not None), None)
    return found or next((h.country for h in reversed(heard) if h.country and h.speaker.kind == "government"), None)


def _country_told(tree: Tree, index: int) -> str | None:
    """The country of a place, or of what is a state's: "the Sudanese army"; not that of "French tourists"."""
    token, place = tree.tokens[index], tree.place(index)
    whose = tree.tokens[token.head].text.lower() if token.dep in MODIFIERS else None
    if place is not None and country_of_demonym(token.text) is None:
        return place.place.country
    return country_at(tree, index) if whose is None or whose in place_words("government", "belongings") else None


def _name_and_kind(tree: Tree, head: int, span: Span, country: str | None) -> tuple[str, SpeakerKind | None]:
    name = tree.name(head)
    if name is not None and name.kind == "person":
        rank = rank_before(tree, head)
        by_rank = kind_of(tree, rank) if rank is not None else None
        return name.canonical, kind_of(tree, head) or by_rank or "person"
    token = tree.tokens[head]
    stands_for_country = name is not None and name.kind in {"place", "nationality"} and country is not None
    if country is not None and (stands_for_country or token.text.lower() in BARE_GOVERNMENT):
        return government_of(country), "government"
    if name is not None and name.kind == "organisation" and not without_determiner(name.text).islower():
        return _without_adverb(without_determiner(name.canonical)), kind_of(tree, head) or "organisation"
    kind = kind_of(tree, head)
    if token.text.lower() in words(LEXICON, "anonymous"):
        kind = kind if kind not in {None, "government"} or country is not None else "anonymous"
    return _without_adverb(without_determiner(span.of(tree.read))), kind


def _without_adverb(text: str) -> str:
    """Return a source's words without when it spoke: "Riva News later", "later Riva News"."""
    spoken = text.split(" ")
    while len(spoken) > 1 and spoken[-1] in words(LEXICON, "adverbs"):
        spoken.pop()
    while len(spoken) > 1 and spoken[0] in words(LEXICON, "adverbs"):
        spoken.pop(0)
    return " ".join(spoken)


def without_determiner(text: str) -> str:
    """Return a phrase without its article or possessive."""
    first, _, rest = text.partition(" ")
    return rest if rest and first.lower() in DETERMINERS else text


def kind_of(tree: Tree, head: int) -> SpeakerKind | None:
    """Return the kind of speaker by the words that describe it, None where they do not tell."""
    near = [head, *tree.children(head, "compound", "nmod", "amod", "appos", "poss")]
    for child in tree.children(head, "prep", "appos", "compound", "nmod"):
        near += [*tree.children(child, "pobj", "compound", "amod", "nmod")]
        near += [i for body in tree.children(child, "compound") for i in tree.children(body, "compound", "amod")]
    near = sorted(set(near) - _set_apart(tree, near))
    spoken = {form.rstrip(".") for i in near for form in (tree.tokens[i].text.lower(), tree.tokens[i].lemma)}
    pairs = set(_pairs(tree, near))
    kinds = lexicon(LEXICON)["kinds"]
    return next((kind for known in (pairs, spoken) for kind in KIND_ORDER if known & set(kinds[kind])), None)


def _set_apart(tree: Tree, near: list[int]) -> set[int]:
    """The tokens of phrases that tell no kind, though their words do: the press secretary is no medium."""
    phrases = words(LEXICON, "no_kinds", "phrases")
    return {token for i in near if _pair(tree, i) in phrases for token in (i, i + 1)}


def _pairs(tree: Tree, near: list[int]) -> Iterator[str]:
    """The words of each two of the tokens that stand side by side: "civil defence"."""
    return (_pair(tree, i) for i in near if i + 1 in near)


def _pair(tree: Tree, index: int) -> str:
    return " ".join(token.text.lower() for token in tree.tokens[index : index + 2])
