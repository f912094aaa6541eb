"""The lines of an article come in; which of them are headlines of other stories goes out.

Local papers set links between the paragraphs: "Boy hurt in Orla crash", "[OTHER NEWS: ...]", "1:15 Mourners gather".
"""

import re
from collections.abc import Mapping, Sequence

from twosource.clean.credit import byline_name, contribution_credits, named_credits
from twosource.clean.headline import stems
from twosource.clean.trait import is_prose
from twosource.lang.furniture import furniture

LINKS = "links to other pages"  # why such lines are set aside
_FEWEST, _MOST = 4, 22  # words of a headline
_HOURS = 3  # and more that rise from line to line
_PARAGRAPHS = 2  # at least, with whose words a headline is compared
_SHARED = 0.5
"""Of the longer words of a headline this part stands in the text it heads. Of 25,670 lines of 2,293 local reports (gva,
tuned) 2,400 have no full stop; of 138 that the rule takes, read one by one, 4 told of the story itself."""
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_STOPPED = re.compile(r"[.!?…:;,'\"”’)]\W*$")
_BRACKETED = re.compile(r"\[[^\[\]]*[^\[\].!?]\]$")
_CLIP = re.compile(r"\W*(?P<length>\d{1,2}:\d\d)\s+(?![AaPp]\.?[Mm]\b)(?=\w)|[+►▶»]\s*(?=\w)")
_SOMEBODY = re.compile(r"(?:[A-Z]\S* ){1,4}[A-Z]\S*, |.*@\w")  # a list of names, of the dead or of who signs
_PLAIN = re.compile(r"(?<![^\W_])[a-z]{4,}")


def of_other_stories(lines: Sequence[str]) -> frozenset[int]:
    """Return the places of the lines of a text that are headlines of other stories.

    Those without a mark of their own are left where three stand together or where they outnumber the paragraphs: there
    the report itself is a list.
    """
    prose = [at for at, line in enumerate(lines) if is_prose(line)]
    marked, strange = _strange(lines, prose)
    bare = [at for at in strange if at not in marked and _is_in_few_words(lines[at])]
    alone = frozenset(at for at in bare if not any({i, i + 1, i + 2} <= set(bare) for i in (at - 2, at - 1, at)))
    return marked | alone if _PARAGRAPHS <= len(prose) >= len(bare) else marked


def set_apart(lines: Sequence[str]) -> frozenset[int]:
    """Return the places of those that are marked as links; all that can be told of a page, whose lists are in it."""
    return _strange(lines, [at for at, line in enumerate(lines) if is_prose(line)])[0]


def _strange(lines: Sequence[str], prose: Sequence[int]) -> tuple[frozenset[int], list[int]]:
    """Return the lines below the first paragraph with words of their own, those that are set apart first."""
    told = frozenset(stem for at in prose for stem in stems(lines[at]))
    below = range(prose[0], len(lines)) if prose else range(0)
    strange = [at for at in below if _may_head(lines[at]) and _is_strange(lines[at], told)]
    return _marked({at: lines[at] for at in strange}), strange


def _may_head(line: str) -> bool:
    """Tell whether a line is as long as a headline, and neither a credit nor a list of names."""
    clip = _CLIP.match(line)
    bare = line[clip.end() :] if clip else line
    return _FEWEST <= len(_WORD.findall(bare)) <= _MOST and not _SOMEBODY.match(bare) and not _credits(line)


def _marked(lines: Mapping[int, str]) -> frozenset[int]:
    """Return the lines set apart as links: in brackets, behind a plus sign, with the length of a clip.

    Hours that follow each other are a chronicle's: "7:45 Gunman enters", "7:52 Officers arrive".
    """
    clips = {at: clip for at, line in lines.items() if (clip := _CLIP.match(line)) and not _STOPPED.search(line)}
    hours = [int(clip["length"].replace(":", "")) for clip in clips.values() if clip["length"]]
    is_chronicle = len(hours) >= _HOURS and hours == sorted(set(hours))
    links = {at for at, clip in clips.items() if not (clip["length"] and is_chronicle)}
    return frozenset(links | {at for at, line in lines.items() if _BRACKETED.match(line)})


def _is_in_few_words(line: str) -> bool:
    """Tell whether a line has no full stop, no word that headlines leave out ("the", "was") and one in small letters.

    Signatures have none of these.
    """
    spoken = [word.lower() for word in _WORD.findall(line)]
    is_bare = furniture().unheadlined.isdisjoint(spoken)
    return is_bare and not _STOPPED.search(line) and _PLAIN.search(line) is not None


def _credits(line: str) -> bool:
    return bool(byline_name(line) or contribution_credits(line) or named_credits(line, "byline"))


def _is_strange(line: str, told: frozenset[str]) -> bool:
    """Tell whether half of the longer words of a line or more stand nowhere in the paragraphs."""
    own = stems(line)
    return bool(own) and len(own & told) < _SHARED * len(own)
