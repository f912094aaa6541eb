"""The words of a list of people in, who is on the list out: "A, 21, his wife B and their two sons" are four.

It knows the grammar of such lists alone; what befell the people is read elsewhere.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from twosource.extract.people.comma_list import people_words
from twosource.extract.people.standins import is_people_word, is_person_name
from twosource.extract.roll.entry import Entry, Reading
from twosource.extract.roll.noun import read_noun
from twosource.extract.roll.person import full_name, is_person, is_thing
from twosource.extract.roll.words import HARD, LEXICON, Word, lower_at
from twosource.extract.tree import Tree
from twosource.lang.reading import words
from twosource.model import Span

FINITE = frozenset({"VBD", "VBZ", "VBP", "VBG", "MD"})
MANY = 60  # people; a larger number in a list is no count of people in it


@dataclass(frozen=True, slots=True)
class Whose:
    """What a verb tells of the people of its list: the words that end it; whether it is told of one person."""

    stop: frozenset[str]
    of_one: bool = False


def entries(tree: Tree, before: Sequence[Word], behind: Sequence[Word], whose: Whose) -> list[Entry]:
    """Return the people of a list.

    Args:
        tree: the parse, which tells verbs.
        before: the words up to the verb; what stands before a clause of its own is left out.
        behind: the words after it; the list ends where a clause begins.
        whose: what the verb tells of the people.
    """
    reading = Reading(stop=whose.stop, of_one=whose.of_one)
    position = 0
    while position < len(before):
        if _ends(tree, before[position], reading) and not _tells_age(before, position):
            reading = Reading(stop=whose.stop, of_one=whose.of_one)
            position += 1
        else:
            position = _read(tree, before, position, reading)
    reading.skips, reading.joined = False, True
    first, described = len(reading.entries), False
    position = 0
    while position < len(behind) and not _ends(tree, behind[position], reading):
        described = described or _is_described(behind, position)
        if len(reading.entries) == first and not described and _is_other(tree, behind[position]):
            break
        position = _read(tree, behind, position, reading)
    return [entry for entry in reading.entries if entry.count]


def _tells_age(spoken: Sequence[Word], position: int) -> bool:
    """Tell whether a verb only tells how old the person before it was: "Karl Berg was 56 years old, and was killed"."""
    return position + 1 < len(spoken) and spoken[position + 1].kind == "age"


def _is_described(spoken: Sequence[Word], position: int) -> bool:
    """Tell whether people are told of before the name: "the owner of the bakery, Karel Berg", "a pair of brothers"."""
    several = position + 2 < len(spoken) and spoken[position + 2].kind == "many"
    return lower_at(spoken, position + 1) == "of" and (several or spoken[position].lower in people_words())


def _is_other(tree: Tree, word: Word) -> bool:
    """Tell whether a list cannot begin behind this word: "victims were taken to", "mourned their loss"."""
    index = tree.at(word.span.start)
    if word.kind != "word" or word.owns or index is None:
        return False
    named = word.lower in words(LEXICON, "told_as", "naming") or word.lower in words(LEXICON, "chain")
    together = word.lower in words(LEXICON, "told_as", "together")
    if is_people_word(tree, index) and (together or tree.tokens[index].tag == "NNS"):
        return False  # "the massacre of the priests A, B and C", "identified as a family: A, B and C"
    return (tree.tokens[index].pos in {"NOUN", "VERB"} and not named) or word.lower in words(LEXICON, "clause")


def _ends(tree: Tree, word: Word, reading: Reading) -> bool:
    """Tell whether a word is beyond the list: a verb, or people it does not hold."""
    if word.kind != "word":
        return False
    if word.lower in reading.stop:
        return True
    if reading.skips or word.owns or word.lower.startswith("includ") or word.lower in words(LEXICON, "clause"):
        return False
    return _is_finite(tree, word)


def _is_finite(tree: Tree, word: Word) -> bool:
    index = tree.at(word.span.start)
    return index is not None and tree.tokens[index].pos in {"VERB", "AUX"} and tree.tokens[index].tag in FINITE


def _read(tree: Tree, spoken: Sequence[Word], position: int, reading: Reading) -> int:
    """Read one word, or a whole name, and return the position behind it."""
    word = spoken[position]
    if _is_skipped(spoken, position, reading):
        return position + 1
    if word.kind == "name":
        return _read_name(tree, spoken, position, reading)
    if word.kind in {"one", "many"}:
        read_noun(spoken, position, reading)
    elif word.kind == "number":
        _read_number(spoken, position, reading)
    elif word.kind == "age":
        reading.aged = True
    elif word.lower in HARD:
        _open(spoken, position, reading)
    elif word.kind == "word":
        as_well = word.lower == "as" and "well" in {lower_at(spoken, position + 1), lower_at(spoken, position - 1)}
        _read_word(word if not as_well else replace(word, lower="well"), reading)
        named = position + 1 < len(spoken) and (
            spoken[position + 1].kind == "name" or _is_noun(tree, spoken[position + 1])
        )
        leads_on = named or not _is_noun(tree, word)  # "the son of firefighter A", "the pride of our house"
        reading.relation, reading.owned = reading.relation and leads_on, reading.owned and leads_on
    return position + 1


def _is_skipped(spoken: Sequence[Word], position: int, reading: Reading) -> bool:
    """Tell whether a word stands in a clause about the person before, which a comma ends, or who says so."""
    word = spoken[position]
    if word.lower in {",", ";"}:
        goes_on = word.lower == ";" or lower_at(spoken, position + 1) in words(LEXICON, "separators", "joining")
        goes_on = goes_on or (spoken[0].lower == "according" and not _is_told_by(spoken, position))
        reading.sourced = reading.sourced and not goes_on
        reading.skips = reading.sourced
    reading.sourced = reading.sourced or word.lower == "according"
    reading.skips = reading.skips and not _is_next(spoken, position)
    return reading.skips


def _is_told_by(spoken: Sequence[Word], position: int) -> bool:
    """Tell whether a comma stands before who speaks: "According to the director, Ana Ruiz, ..."; not "a post, Ana"."""
    behind = position + 1
    while behind < len(spoken) and (spoken[behind].kind == "name" or spoken[behind].capital):
        behind += 1
    is_name = position + 1 < behind and lower_at(spoken, behind) == ","
    return is_name and spoken[position - 1].lower in people_words()


def _is_next(spoken: Sequence[Word], position: int) -> bool:
    """Tell whether somebody's age after "and" ends a clause about the person before: "who taught and 32-year-old A"."""
    return spoken[position].kind == "age" and position > 0 and spoken[position - 1].lower == "and"


def _open(spoken: Sequence[Word], position: int, reading: Reading) -> None:
    """Read a colon or dash: whom a count before it holds follows, "four sons: a baby, ..."; not "four sons - and"."""
    reading.joined = reading.dashed = True
    reading.relation = False
    last = reading.last
    if (
        last is not None
        and last.several
        and last.size
        and lower_at(spoken, position + 1) not in words(LEXICON, "separators", "joining")
    ):
        last.outer = True


def _read_name(tree: Tree, spoken: Sequence[Word], position: int, reading: Reading) -> int:
    end = position
    while end < len(spoken) and _continues(spoken, position, end):
        end += 1
    run = _without_office(tree, [word for word in spoken[position:end] if word.kind != "aside"])
    if run[-1].owns:
        _read_owner(run, spoken[end:], reading)
    elif reading.relation:
        joined = lower_at(spoken, end) == "and"
        reading.relation = reading.last is not None and reading.last.awaits and joined
        reading.parents = joined and lower_at(spoken, end + 1) in words(LEXICON, "owners")
    elif _is_alias(spoken, position):
        pass
    elif _is_entry(tree, spoken, end, reading) and is_person(tree, spoken, end, run, reading):
        _add_name(tree, run, reading)
    return end


def _is_alias(spoken: Sequence[Word], position: int) -> bool:
    """Tell whether a bracket opens with what the person before it is called by: "Karl Berg (Abu Omar, a tailor"."""
    opens = position > 0 and spoken[position - 1].lower == "("
    return opens and spoken[position].lower in words(LEXICON, "parents")


def _without_office(tree: Tree, run: list[Word]) -> list[Word]:
    """A run without what somebody is before the name: "Leader Ana Ruiz", "University Rector Leo Paz" in capitals."""
    named = [i for i, word in enumerate(run) if is_person_name(tree, tree.at(word.span.start) or 0)]
    offices = (i for word in run if is_people_word(tree, i := tree.at(word.span.start) or 0))
    one = any(tree.tokens[i].tag not in {"NNS", "NNPS"} for i in offices)  # not "the Journalists Union"
    return run[named[0] :] if named and one else run


def _is_entry(tree: Tree, spoken: Sequence[Word], end: int, reading: Reading) -> bool:
    """Tell whether a run up to ``end`` may be on the list; "a 22-year-old Latino" describes, "Walton said" tells."""
    last = reading.last
    open_group = last is not None and last.several and last.size is not None and not last.is_full
    open_group = open_group and reading.article != "the"  # "three members of the Free Army"
    awaited = last is not None and (last.awaits or open_group)  # "his wife, a 22-year-old Anna Berg"
    describes = bool(reading.article) and bool(reading.entries) and not reading.joined and not awaited
    behind = spoken[end] if end < len(spoken) and spoken[end].kind == "word" else None
    prays = behind is not None and behind.lower in words(LEXICON, "prayers")
    begins_clause = behind is not None and not prays and _is_finite(tree, behind)
    return not describes and not begins_clause and not is_thing(tree, spoken, end)


def _continues(spoken: Sequence[Word], first: int, position: int) -> bool:
    word = spoken[position]
    if position > first and spoken[position - 1].owns:
        return False
    prays = position > first and word.lower in words(LEXICON, "prayers")  # "the loss of Ana Ruiz May God have mercy"
    if word.kind == "name" or (word.capital and word.kind == "word" and position > first and not prays):
        return True
    inside = word.kind == "aside" or (word.kind == "word" and word.lower in words(LEXICON, "particles"))
    return inside and position + 1 < len(spoken) and spoken[position + 1].kind == "name"


def _read_owner(run: Sequence[Word], follow: Sequence[Word], reading: Reading) -> None:
    """Read "Anna’s" before her people; in "Anna and Karl’s five children" Anna is an owner too.

    So she is in "Anna and Karl’s son", both without a surname; "a brother of Anna’s friend Eva" is neither of them, nor
    is the brother of "Karl’s brother Otto’s wife".
    """
    last = reading.last
    relation = reading.relation and not reading.joined
    if last is not None and last.awaits and not last.several and run[0].span.start - last.span.end <= 1:
        reading.entries.pop()
        last = None
    is_same = last is not None and any(name.split()[0].lower() == run[0].lower for name in last.names)
    single = reading.joined and last is not None and last.size == 1 and not last.kin and not is_same
    alone = len(run) == 1 and last is not None and last.words == len(reading.entries) == 1
    # not "Anna and Karl’s son were killed"
    others = reading.of_one or any(word.lower == "and" for word in follow)
    if single and ((alone and others) or any(word.kind == "many" for word in follow[:3])):
        reading.entries.pop()
    reading.fresh()
    reading.owned, reading.of_name, reading.relation = True, True, relation


def _is_noun(tree: Tree, word: Word) -> bool:
    index = tree.at(word.span.start)
    return index is not None and tree.tokens[index].pos == "NOUN"


def _add_name(tree: Tree, run: Sequence[Word], reading: Reading) -> None:
    span = Span(run[0].span.start, run[-1].span.end)
    last = reading.last
    name = full_name(tree, run, is_kin=last is not None and last.awaits)
    if last is not None and _takes(last, reading):
        last.names.append(name)
        last.span = Span(last.span.start, span.end)
    else:
        reading.entries.append(Entry(1, span, [name], words=len(run)))
    reading.settle()


def _takes(last: Entry, reading: Reading) -> bool:
    """Tell whether a name is that of the entry before: "his wife, Anna", "two sons, Karl and Otto"."""
    if last.several:
        return not last.is_full
    return last.awaits and not (reading.joined and reading.aged)


def _read_number(spoken: Sequence[Word], position: int, reading: Reading) -> None:
    word = spoken[position]
    before = spoken[position - 1].lower if position else ""
    if before == "," and lower_at(spoken, position + 1) in {",", "and", "", ".", ";"} and reading.entries:
        return  # an age after a name
    if word.number is not None and word.number <= MANY and reading.number is None:
        reading.number = word.number


def _read_word(word: Word, reading: Reading) -> None:
    if word.lower in words(LEXICON, "owners"):
        reading.owned = True
    elif word.lower in words(LEXICON, "articles"):
        reading.article = word.lower
    elif word.lower in words(LEXICON, "relations"):
        reading.relation = True
    elif word.lower in words(LEXICON, "separators", "joining"):
        reading.joined, reading.relation = True, reading.relation and word.lower == "and"
    elif word.lower in words(LEXICON, "clause"):
        reading.skips = True
    elif word.lower == ",":
        reading.relation = False
