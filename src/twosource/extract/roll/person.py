"""A capitalised run in a list in, whether it is somebody's name out."""

from collections.abc import Sequence

from twosource.extract.roll.entry import Reading
from twosource.extract.roll.words import LEXICON, Word, lower_at
from twosource.extract.tree import Tree
from twosource.lang.reading import words
from twosource.values.name import SUFFIXES
from twosource.values.person_name import ends_in_parent

SHORTEST = 3  # letters


def is_thing(tree: Tree, spoken: Sequence[Word], end: int) -> bool:
    """Tell whether a capitalised run up to ``end`` is part of another name: "Bank of ...", "the Riva School boy"."""
    follows = spoken[end] if end < len(spoken) else None
    of_it = follows is not None and follows.lower == "of" and not _is_tagged(tree, spoken[end - 1])
    if follows is not None and (of_it or follows.kind in {"one", "many"}):
        return True
    index = tree.at(follows.span.start) if follows is not None and follows.kind == "word" else None
    return index is not None and tree.tokens[index].pos == "NOUN"


def _is_tagged(tree: Tree, word: Word) -> bool:
    name = tree.name(_at(tree, word))
    return name is not None and name.kind == "person"


def is_person(tree: Tree, spoken: Sequence[Word], end: int, run: Sequence[Word], reading: Reading) -> bool:
    """Tell whether a capitalised run is somebody's name: by an age or kin beside it, as tagged, or as those before."""
    if len(run) > 1 and (_is_area_or_body(run[-1]) or all(_is_shouted(tree, word) for word in run)):
        return False
    if any(word.lower in words(LEXICON, "furniture") for word in run) or (len(run) == 1 and _is_suffix(run[0])):
        return False
    is_child = len(run) == 1 and _is_sibling(spoken, end, run, reading)
    if not is_child and not _is_aged(spoken, end) and (_is_mark(tree, run) or _is_ground(tree, run)):
        return False
    is_awaited = reading.aged or (reading.last is not None and reading.last.awaits)
    if is_child or is_awaited or _is_aged(spoken, end):
        return True
    labels = [name.kind for word in run if (name := tree.name(_at(tree, word))) is not None]
    if "person" in labels:
        return True
    among = any(entry.names for entry in reading.entries)
    return among and (len(run) > 1 or not labels) and tree.place(_at(tree, run[0])) is None


def _is_area_or_body(word: Word) -> bool:
    """Tell whether a run ends as places or armed bodies do: "three members of the Liberation Army"."""
    return word.lower in words(LEXICON, "areas") or word.lower in words("en/doers", "forces")


def _is_sibling(spoken: Sequence[Word], end: int, run: Sequence[Word], reading: Reading) -> bool:
    """Tell whether a first name stands between those of somebody's children: "their children Omar, Sidon and Eva"."""
    last = reading.last
    if last is None or not (last.kin and last.several and last.names) or last.is_full or " " in last.names[-1]:
        return False
    before = next((i for i, word in enumerate(spoken) if word.span == run[0].span), 0) - 1
    behind = end
    while lower_at(spoken, behind) in {",", "and"}:
        behind += 1
    return end < behind < len(spoken) and spoken[behind].kind == "name" and spoken[before].lower == ","


def _is_suffix(word: Word) -> bool:
    """Tell whether a word is no name but the end of one: "Karl Brandt, Jr." is one man."""
    return word.lower.rstrip(".") in SUFFIXES


def _is_shouted(tree: Tree, word: Word) -> bool:
    return word.span.of(tree.read).isupper()


def _is_mark(tree: Tree, run: Sequence[Word]) -> bool:
    """Tell whether a single short word in capitals is a mark of a state or an hour: "AL", "PM"."""
    return len(run) == 1 and len(run[0].lower) <= SHORTEST and _is_shouted(tree, run[0])


def _is_ground(tree: Tree, run: Sequence[Word]) -> bool:
    """Tell whether the run is known as a place: "a 17-year-old Dayton student"."""
    indices = [_at(tree, word) for word in run]
    named = [name for i in indices if (name := tree.name(i)) is not None]
    return all(tree.place(i) is not None for i in indices) and not any(name.kind == "person" for name in named)


def _at(tree: Tree, word: Word) -> int:
    return tree.at(word.span.start) or 0


def _is_aged(spoken: Sequence[Word], end: int) -> bool:
    """Tell whether an age follows: "(21)", ", 21,", "(age unknown)"."""
    if end < len(spoken) and spoken[end].kind in {"aside", "age"}:
        told = spoken[end].lower
        return told.startswith("(age") or any(character.isdigit() for character in told)
    return lower_at(spoken, end) == "," and end + 1 < len(spoken) and spoken[end + 1].kind in {"number", "age"}


def full_name(tree: Tree, run: Sequence[Word], *, is_kin: bool) -> str:
    """Return the name as it is written; for one word of it the full name that the report gives elsewhere.

    A relative's first name may be that of somebody else in the family: "their grandson Karl".
    """
    name = " ".join(word.span.of(tree.read).strip("‘’'*") for word in run)
    index = tree.at(run[0].span.start)
    known = tree.name(index) if index is not None and len(run) == 1 else None
    full = known.canonical if known is not None and known.kind == "person" else name
    is_last = full.endswith(f" {name}") and not ends_in_parent(full)  # Omar is none of "Abu Omar"
    return full if is_last or (full.startswith(f"{name} ") and not is_kin) else name
