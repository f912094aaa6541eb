"""The text of an article comes in; the language it is written in goes out, or None where that is not sure."""

import re
import unicodedata
from collections import Counter

from twosource.lang.languages import function_words, script_languages, telling_letters

_WORD = re.compile(r"[^\W\d_]+")
_READ = 2_000
_LETTERS_OF = 60
_SHARE = 0.08
_AHEAD = 1.5


def language(text: str) -> str | None:
    """Return the ISO 639-1 code of the language of a text, judged by its letters and function words.

    A language is named where its function words make up 8 % of the words or more and lead the next language's by half.
    """
    words = _WORD.findall(text[:_READ])
    if len(words) < 3:
        return None
    script = _script(words[:_LETTERS_OF])
    if script == "LATIN":
        return _by_words(Counter(word.lower() for word in words), len(words))
    if script == "CJK" and _has_kana(words):
        return "ja"
    return script_languages().get(script) or _by_letters(set("".join(words).lower()), script)


def _script(words: list[str]) -> str:
    scripts = Counter(unicodedata.name(word[0], "?").split()[0].split("-")[0] for word in words)
    return min(scripts, key=lambda name: (-scripts[name], name))


def _has_kana(words: list[str]) -> bool:
    return any(unicodedata.name(letter, "?").startswith(("HIRAGANA", "KATAKANA")) for word in words for letter in word)


def _by_words(counts: Counter[str], total: int) -> str | None:
    """Return the language whose function words lead; a word that several share counts a share for each."""
    scores: dict[str, float] = {}
    for word in sorted(counts.keys() & function_words().keys()):
        codes = function_words()[word]
        for code in codes:
            scores[code] = scores.get(code, 0.0) + counts[word] / len(codes)
    ranked = sorted(((score, code) for code, score in scores.items()), key=lambda pair: (-pair[0], pair[1]))
    if not ranked or ranked[0][0] < max(2, _SHARE * total):
        return None
    return ranked[0][1] if len(ranked) == 1 or ranked[0][0] >= _AHEAD * ranked[1][0] else None


def _by_letters(letters: set[str], script: str) -> str | None:
    if script not in {"CYRILLIC", "ARABIC"}:
        return None
    return next((code for code, own in telling_letters() if own & letters), None)
