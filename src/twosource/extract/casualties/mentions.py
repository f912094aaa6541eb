"""A parse in, mentions of people killed, hurt, taken, missing or displaced out: trigger, people, pattern.

Rules on the parse, one function a construction; the words stand in ``lang/en/casualty.toml``. Who says so, when and
where are read elsewhere.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from itertools import count
from typing import NamedTuple

from twosource.extract.casualties.by_name import marked_by_name
from twosource.extract.casualties.care import wounded
from twosource.extract.casualties.company import with_company
from twosource.extract.casualties.described import among, described, only_where_nobody_else, possessed
from twosource.extract.casualties.elliptic import with_kinds
from twosource.extract.casualties.fates import as_martyr, buried, done_to, fallen, lost, to_death, victim_of
from twosource.extract.casualties.felled import with_felled
from twosource.extract.casualties.headlines import shot, with_title_numbers
from twosource.extract.casualties.idioms import idiom
from twosource.extract.casualties.multiples import hostages, multiple, victims
from twosource.extract.casualties.nouns import noun, toll
from twosource.extract.casualties.parts import with_parts
from twosource.extract.casualties.reckoned import reckoned
from twosource.extract.casualties.retold import with_retold
from twosource.extract.casualties.verbs import befell, state, suffered
from twosource.extract.people.mention import LEXICON, NOMINAL, Mention
from twosource.extract.roll.lists import with_rolls
from twosource.extract.tree import VERBAL, Tree
from twosource.lang.reading import lexicon, words
from twosource.model.claim import Measure

REMEMBERED = 32_768  # words with their lemmas: some 5 MB
MEASURES: tuple[Measure, ...] = ("killed", "injured", "captured", "missing", "displaced")


def mentions(tree: Tree) -> list[Mention]:
    """Return all casualty phrases of an article in text order, one for each trigger and phrase of people."""
    found = [m for index in _calling(tree) for m in _at(tree, index) if not _only_gets_away(tree, m)]
    found = with_title_numbers(tree, found)
    found = with_felled(tree, with_rolls(tree, with_kinds(tree, only_where_nobody_else(tree, found))))
    found = with_parts(tree, marked_by_name(tree, with_company(tree, with_retold(tree, found))))
    unique = {(m.measure, m.people.head, m.people.span): m for m in reversed(found)}
    return sorted(unique.values(), key=lambda m: (m.trigger, m.people.span, m.measure))


def _only_gets_away(tree: Tree, mention: Mention) -> bool:
    """Tell whether people moved without losing their homes: one who flees, who did it, the hurt taken out of danger.

    Fighters who flee get away too. Uncounted "displaced people" lost their homes before, wherever they are told of.
    """
    if mention.measure != "displaced":
        return False
    if mention.people.low is None and mention.people.high is None and tree.tokens[mention.trigger].dep == "amod":
        return True
    is_fleeing = tree.tokens[mention.trigger].lemma in words(LEXICON, "displaced", "away")
    gets_away = is_fleeing and (mention.people.high == 1 or mention.people.group.status == "combatant")
    taken_out = words(LEXICON, "displaced", "taken_out")
    hurt = any(word in taken_out for word in mention.people.group.text.lower().split())
    return gets_away or hurt or mention.people.group.role == "perpetrator"


def _calling(tree: Tree) -> list[int]:
    """The tokens whose word, lemma or part of speech calls for a rule."""
    words_of = enumerate(zip(tree.tokens, tree.lower, strict=True))
    return [i for i, (token, word) in words_of if _told_by(token.lemma, word) or _beside(token.lemma, token.pos)]


def _at(tree: Tree, index: int) -> Iterator[Mention]:
    token = tree.tokens[index]
    for rule in _told_by(token.lemma, tree.lower[index]):
        if token.pos in rule.parts_of_speech:
            yield from rule.read(tree, index, rule.measure)
    for read in _beside(token.lemma, token.pos):
        yield from read(tree, index)


@lru_cache(maxsize=REMEMBERED)
def _beside(lemma: str, pos: str) -> tuple[Callable[[Tree, int], Iterator[Mention]], ...]:
    """The rules that no list of a measure calls for, where a lemma or part of speech does: none for 6 tokens of 10."""
    asked = (
        (wounded, pos == "VERB" or lemma in words(LEXICON, "hurt", "signs")),
        (multiple, lemma in lexicon(LEXICON)["multiples"]["nouns"]),
        (victims, lemma == "victim"),
        (hostages, lemma in words(LEXICON, "hostages")),
        (victim_of, lemma == "victim"),
        (as_martyr, lemma == "martyr"),
        (done_to, lemma in lexicon(LEXICON)["fates"]["doers"]),
        (to_death, lemma == "death"),
        (fallen, lemma == "fall" and pos == "VERB"),
        (lost, lemma == "survive" and pos == "VERB"),
        (buried, lemma == "bury" and pos == "VERB"),
        (shot, pos == "NOUN"),
    )
    return tuple(read for read, is_asked in asked if is_asked)


Reader = Callable[[Tree, int, Measure], Iterator[Mention]]


class Rule(NamedTuple):
    """One list of the lexicon, read for one measure: its place among all, for which parts of speech, and how."""

    place: int
    parts_of_speech: frozenset[str]
    measure: Measure
    read: Reader


@lru_cache(maxsize=REMEMBERED)
def _told_by(lemma: str, word: str) -> tuple[Rule, ...]:
    """The rules that a token's word or lemma calls for, in their order: none for 92 tokens of 100."""
    rules, idioms = _rules()
    found = {rule for form in (lemma, word) for rule in rules.get(form, ())} | set(idioms.get(lemma, ()))
    return tuple(sorted(found, key=lambda rule: rule.place))


@cache
def _rules() -> tuple[dict[str, list[Rule]], dict[str, list[Rule]]]:
    """All rules by their words, and those of idioms by the lemma of their verb."""
    rules: dict[str, list[Rule]] = defaultdict(list)
    idioms: dict[str, list[Rule]] = defaultdict(list)
    places = count()
    for measure in MEASURES:
        lists = lexicon(LEXICON)[measure]
        for table, parts_of_speech, read in _readers():
            rule = Rule(next(places), parts_of_speech, measure, read)
            for word in lists[table]:
                rules[word].append(rule)
        rule = Rule(next(places), VERBAL, measure, idiom)
        for verb, _ in lists["idiom"]:
            idioms[verb].append(rule)
    return dict(rules), dict(idioms)


def _readers() -> tuple[tuple[str, frozenset[str], Reader], ...]:
    """Which list of the lexicon is read how, and for which parts of speech."""
    return (
        ("object", VERBAL, suffered),
        ("subject", VERBAL, befell),
        ("state", frozenset({"ADJ", "NOUN", "VERB", "PROPN", "ADV"}), state),
        ("state", frozenset({"ADJ", "VERB", "NOUN"}), described),
        ("state", frozenset({"ADJ", "VERB", "NOUN"}), reckoned),
        ("subject", VERBAL, reckoned),
        ("object", frozenset({"ADJ", "VERB"}), described),
        ("state", frozenset({"ADJ", "NOUN", "VERB"}), among),
        ("object", frozenset({"VERB"}), among),
        ("noun", NOMINAL, noun),
        ("noun", NOMINAL, possessed),
        ("toll", NOMINAL, toll),
        ("objects_of", NOMINAL, noun),
        ("objects_of", NOMINAL, possessed),
    )
