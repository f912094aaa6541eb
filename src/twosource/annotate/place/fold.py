"""Place names folded for comparing: one name or a whole column of them in, lower-case plain letters out."""

import re
import unicodedata
from functools import lru_cache

# Letters that Unicode does not take apart into a plain one and an accent.
WHOLE_LETTERS = dict(
    zip(
        "øØđĐłŁßæÆœıþðəƏ", ["o", "o", "d", "d", "l", "l", "ss", "ae", "ae", "oe", "i", "th", "d", "a", "a"], strict=True
    )
)
DROPPED = "'.’‘ʻʼ`"
# Abbreviated first words; a lookup tries both forms.
SHORT_WORDS = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort", "pt": "port"}
FIRST_WORD = re.compile(r"\b(st|ste|mt|ft|pt|saint|sainte|mount|fort|port)\b")
LONG_WORDS = {long: short for short, long in SHORT_WORDS.items()}

ARTICLE = re.compile(r"^(?:al|el|ad|an|ar|as|ash|at|az) ")


def fold_column(names: str) -> str:
    """Fold many names at once, one a line; characters outside the Latin alphabet vanish."""
    for letter, plain in WHOLE_LETTERS.items():
        names = names.replace(letter, plain)
    for mark in DROPPED:
        names = names.replace(mark, "")
    plain_letters = unicodedata.normalize("NFKD", names).encode("ascii", "ignore").decode("ascii")
    return plain_letters.lower().replace("-", " ")


@lru_cache(maxsize=16384)
def fold(name: str) -> str:
    """Return one name without case, accents, hyphens, dots, and doubled space: "Bogotá" and "BOGOTA" are one."""
    return " ".join(fold_column(name.replace("\n", " ")).split())


def variants(folded: str) -> tuple[str, ...]:
    """Return the folded name and its other spellings: "st louis" and "saint louis", with and without "the"."""
    forms = [folded]
    forms.append(FIRST_WORD.sub(lambda m: SHORT_WORDS.get(m[0]) or LONG_WORDS[m[0]], folded))
    forms.extend([form.removeprefix("the ") for form in forms])
    if " and " in folded or "&" in folded:
        forms.append(folded.replace("&", "and"))
    return tuple(dict.fromkeys(form for form in forms if form))


def transcriptions(folded: str) -> tuple[str, ...]:
    """Return other transcriptions from Arabic: with and without the article, and the last "h" of "Hodeidah"."""
    forms = [folded, ARTICLE.sub("", folded), f"al {ARTICLE.sub('', folded)}"]
    forms += [
        form.removesuffix("h") if form.endswith("ah") else f"{form}h" for form in forms if form.endswith(("a", "ah"))
    ]
    return tuple(dict.fromkeys(forms[1:]))
