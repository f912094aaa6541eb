"""How common a word is in news text of a language, its stem, and the calendar's words; knows no report and no event."""

from functools import cache, lru_cache

from twosource.lang.reading import lexicon

LEXICON = "en/wording"


@cache
def word_rates() -> dict[str, float]:
    """Return the share of news articles that hold each common word (lower case), 0-1."""
    tables = lexicon(LEXICON)
    bands = [*tables["common"], *tables["capitalised"]]
    return {word: float(band["rate"]) for band in bands for word in band["words"].split()}


@cache
def lower_case_words() -> frozenset[str]:
    """Return the common words that are written in lower case: at the head of a sentence they are no names."""
    return frozenset(word for band in lexicon(LEXICON)["common"] for word in band["words"].split())


@cache
def stem_rates() -> dict[str, float]:
    """Return the share of news articles that hold a word of each stem, at most 1."""
    rates: dict[str, float] = {}
    for word, rate in word_rates().items():
        rates[stem(word)] = min(1.0, rates.get(stem(word), 0.0) + rate)
    return rates


def months() -> tuple[str, ...]:
    """Return the first three letters of the twelve months, January first."""
    return tuple(lexicon(LEXICON)["calendar"]["months"])


def weekdays() -> tuple[str, ...]:
    """Return the seven weekdays without their "day", Monday first."""
    return tuple(lexicon(LEXICON)["calendar"]["weekdays"])


@lru_cache(maxsize=65536)  # words of news are endless; a worker reads on for days
def stem(word: str) -> str:
    """Return a lower-case word without its inflection: "killings" and "killed" both give "kill"."""
    endings = lexicon(LEXICON)["stems"]
    bare = _without_plural(word, endings["plural"], tuple(endings["kept"]))
    for ending in endings["cut"]:
        if len(bare) > len(ending) + 3 and bare.endswith(ending):
            return _undoubled(bare.removesuffix(ending))
    return bare.removesuffix("e") if len(bare) > 4 else bare


def _without_plural(word: str, plural: str, kept: tuple[str, ...]) -> str:
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    is_plural = len(word) > 3 and word.endswith(plural) and not word.endswith(kept)
    return word.removesuffix(plural) if is_plural else word


def _undoubled(root: str) -> str:
    return root[:-1] if root[-1] == root[-2] and root[-1] not in "sl" else root
