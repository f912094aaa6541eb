"""Words, scripts and letters that tell a language, read from ``languages.toml``."""

from functools import cache

from twosource.lang.reading import lexicon

_NOT_WORDS = frozenset({"scripts", "letters", "months", "published"})


@cache
def function_words() -> dict[str, tuple[str, ...]]:
    """Return, for each word, the ISO 639-1 codes of the languages it is a function word of, sorted."""
    told: dict[str, tuple[str, ...]] = {}
    for code, entry in sorted(lexicon("languages").items()):
        for word in () if code in _NOT_WORDS else sorted(set(entry["words"].split())):
            told[word] = (*told.get(word, ()), code)
    return told


@cache
def script_languages() -> dict[str, str]:
    """Return the language that a script (first word of its letters' Unicode names) settles."""
    return dict(lexicon("languages")["scripts"])


@cache
def telling_letters() -> tuple[tuple[str, frozenset[str]], ...]:
    """Return language codes and the letters that only they have in their script, in the order they are tried."""
    return tuple((code, frozenset(letters)) for code, letters in lexicon("languages")["letters"].items())


@cache
def published_words() -> tuple[str, ...]:
    """Return the words that pages set before the day of publication, longest first."""
    return tuple(sorted(lexicon("languages")["published"]["words"], key=lambda word: (-len(word), word)))


@cache
def months() -> dict[str, int]:
    """Return the number (1-12) of each month name and three-letter short form, lower case, all languages together.

    A short form that means two months is left out (French "jui").
    """
    numbers: dict[str, set[int]] = {}
    for names in lexicon("languages")["months"].values():
        for number, name in enumerate(names.split(), start=1):
            for form in (name, name[:3], name[:4]):
                numbers.setdefault(form, set()).add(number)
    return {name: min(found) for name, found in sorted(numbers.items()) if len(found) == 1}
