"""Cut a text into words, each with its class and worth from the time lexicon; it knows no rule and no calendar."""

import re
from dataclasses import dataclass

from twosource.lang.times import Phrase, Sense, TimeLexicon, Worth

OTHER = "other"
TOKEN = re.compile(
    r"""
      (?P<possessive>['’]s\b)
    | (?P<word>[^\W\d_]\w*)
    | (?P<stamp>\d{4}-\d\d-\d\d(?:[T\ ]\d\d:?\d\d(?::?\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)?)?(?![\w-]))
    | (?P<slashed>\d{1,4}(?P<mark>[/.-])\d{1,2}(?P=mark)(?:\d{4}|\d\d)(?![\w/]))
    | (?P<clock>(?:0?\d|1[0-9]|2[0-4])(?:[:.][0-5]\d(?!\d)(?::[0-5]\d)?)?\s?[AaPp](?:\.\s?[Mm]\.?|[Mm]\b\.?)
        | (?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?(?![\d:]))
    | (?P<decade>(?:['’‘]?\d0|1[0-9]\d0|20\d0)['’]?s\b)
    | (?P<ordinal>\d{1,3}(?:st|nd|rd|th|ST|ND|RD|TH)\b)
    | (?P<short>['’‘]\d\d\b)
    | (?P<money>[$£€¥]\s?\d[\d.,]{0,20})
    | (?P<percent>\d[\d.,]{0,20}\s?%)
    | (?P<mixed>\d{1,3}[\ -]1/2\b|\d{1,3}½)
    | (?P<grouped>\d{1,3}(?:,\d{3}){1,5}(?:\.\d{1,9})?(?!\d))
    | (?P<decimal>\d{1,12}\.\d{1,12}(?!\d))
    | (?P<number>\d+)
    | (?P<gap>\n\s*\n)
    | (?P<sign>[^\w\s])
    """,
    re.VERBOSE,
)
SIGNS = {
    "-": "dash",
    "–": "dash",
    "—": "dash",
    "‑": "dash",
    "/": "slash",
    ",": "comma",
    ".": "dot",
    "!": "stop",
    "?": "stop",
    ";": "stop",
    "&": "and",
}


@dataclass(slots=True)
class Word:
    """Characters ``[start, end)`` with the class that patterns name and its worth there."""

    start: int
    end: int
    kind: str
    worth: Worth


BLANK = Word(-1, -1, OTHER, "")


def _number(digits: str) -> tuple[str, Worth]:
    if len(digits) > 6:
        return "big", 0
    worth = int(digits)
    if len(digits) == 4 and digits[0] == "0":
        return "hhmm", worth
    if len(digits) == 4:
        return ("year", worth) if 1500 <= worth <= 2100 else ("big", worth)
    if len(digits) <= 2:
        return ("small" if 1 <= worth <= 31 else "tens"), worth
    return "big", worth


def _written(group: str, raw: str) -> tuple[str, Worth]:
    """Return class and worth of a token that no word list tells."""
    if group == "number":
        return _number(raw)
    if group == "sign":
        return SIGNS.get(raw, OTHER), raw
    if group == "ordinal":
        return "ordinal", int(raw[:-2])
    if group == "short":
        return "short", int(raw[1:])
    if group in {"mixed", "decimal"}:
        return (
            ("mixed", int(raw.rstrip("½").split("1/2")[0].rstrip(" -")) + 0.5)
            if group == "mixed"
            else (group, float(raw))
        )
    return group, raw


def words_of(text: str, lexicon: TimeLexicon) -> list[Word]:
    """Return the words of ``text`` in order, phrases of the lexicon and number words joined.

    Words that the lexicon does not know all stand as one blank: they are four in five, and their place does not count.
    """
    found: list[Word] = []
    heads: list[int] = []
    known, inside = lexicon.words, lexicon.phrase_words
    for match in TOKEN.finditer(text):
        raw = match.group()
        low = raw.lower()
        if match.lastgroup == "word":
            sense = known.get(raw) or known.get(low)
            if sense is None and low not in inside:
                found.append(BLANK)
                continue
            kind, worth = _worth(sense, raw)
        else:
            kind, worth = _written(match.lastgroup or "", raw)
        if low in lexicon.phrases:
            heads.append(len(found))
        found.append(Word(match.start(), match.end(), kind, worth))
    return _counted(_phrased(text, found, heads, lexicon))


def _worth(sense: Sense | None, raw: str) -> tuple[str, Worth]:
    return (OTHER, "") if sense is None or (sense.cased and not raw[0].isupper()) else (sense.kind, sense.worth)


def _phrased(text: str, words: list[Word], heads: list[int], lexicon: TimeLexicon) -> list[Word]:
    """Return the words with each phrase of the lexicon as one; ``heads`` are the places where one may begin."""
    joined: list[Word] = []
    done = 0
    for at in heads:
        phrase = _phrase_at(text, words, at, lexicon) if at >= done else None
        if phrase:
            joined += words[done:at]
            done = at + len(phrase.words)
            start, end = words[at].start, words[done - 1].end
            joined.append(Word(start, end, phrase.sense.kind, phrase.sense.worth))
    return joined + words[done:]


def _phrase_at(text: str, words: list[Word], at: int, lexicon: TimeLexicon) -> Phrase | None:
    if at + 1 >= len(words) or words[at + 1] is BLANK:
        return None
    first, second = (text[word.start : word.end].lower().replace("’", "'") for word in words[at : at + 2])
    phrases = (phrase for phrase in lexicon.phrases[first] if phrase.words[1] == second)
    return next((phrase for phrase in phrases if _stands(text, words, at, phrase)), None)


def _stands(text: str, words: list[Word], at: int, phrase: Phrase) -> bool:
    """Tell whether the phrase's words follow each other from ``at`` on."""
    run = words[at : at + len(phrase.words)]
    return tuple(text[w.start : w.end].lower().replace("’", "'") for w in run) == phrase.words


def _counted(words: list[Word]) -> list[Word]:
    """Return the words with each run of number words as one number."""
    joined, at = [], 0
    while at < len(words):
        end = _run(words, at) if words[at].kind == "cardinal" else at
        joined.append(_number_word(words[at:end]) if end > at else words[at])
        at = max(end, at + 1)
    return joined


def _number_word(run: list[Word]) -> Word:
    parts = [int(word.worth) for word in run if word.kind in {"cardinal", "scale"}]
    if len(parts) > 1 and parts[0] in {18, 19, 20} and 10 <= parts[1] <= 99:
        return Word(run[0].start, run[-1].end, "spelled", parts[0] * 100 + sum(parts[1:]))
    return Word(run[0].start, run[-1].end, "cardinal", _sum(parts))


def _run(words: list[Word], at: int) -> int:
    """Return the end of the run of number words that begins at ``at``: at most eight, hyphens inside."""
    end = at
    while end < min(at + 8, len(words)):
        inner = words[end].kind == "dash" and at < end < len(words) - 1 and words[end + 1].kind == "cardinal"
        tens = inner and words[end].worth == "-" and words[end - 1].worth in range(20, 100, 10)
        if not (words[end].kind == "cardinal" or (words[end].kind == "scale" and end > at) or tens):
            break
        end += 1
    return end


def _sum(parts: list[int]) -> int:
    total = current = 0
    for part in parts:
        if part == 100:
            current = max(current, 1) * part
        elif part >= 1000:
            total, current = total + max(current, 1) * part, 0
        else:
            current += part
    return total + current
