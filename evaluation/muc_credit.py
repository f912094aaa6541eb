"""How much of a gold filler of a MUC-4 slot a found one gets: 0, 0.5 or 1."""

import re
from collections.abc import Iterator

from evaluation.muc_key import Days, Found, Gold, words
from twosource.lang.places import country_name

KIND = re.compile(r"\([A-Z ]+\)")
ABOUT = re.compile(r"(?P<near>~?)\s*(?P<low>\d*)\s*(?P<dash>-?)\s*(?P<high>\d*)$")


def number_credit(found: Found, gold: Gold) -> float:
    """Return 1 where the number is an alternative of the key ("~20" is met by any bound of 20)."""
    return float(any(_same_number(found.value, value) for value in gold.values))


def number_and_target_credit(found: Found, gold: Gold) -> float:
    """Return 1 where the number is right and the target shares a word with the key's."""
    return number_credit(found, gold) if not gold.of or found.of & gold.of else 0.0


def target_credit(found: Found, gold: Gold) -> float:
    """Return 1 where the value is an alternative and the target shares a word with the key's, or the key has none."""
    return float(found.value in gold.values and (not gold.of or bool(found.of & gold.of)))


def date_credit(found: Found, gold: Gold) -> float:
    """Return 1 for the same days, half for days that lie within or around the key's."""
    return max((_days_credit(found.days, days) for days in gold.days), default=0.0)


def place_credit(found: Found, gold: Gold) -> float:
    """Return 1 for the country and a place the key names there (or none on both sides), half for the country."""
    return max((_place_credit(found, value) for value in gold.values), default=0.0)


def name_credit(found: Found, gold: Gold) -> float:
    """Return 1 where all words of the shorter name stand in the longer one, or one is the other's initials."""
    return float(any(_same_name(found.names, found.value, value) for value in gold.values))


def _same_number(found: str, told: str) -> bool:
    near = ABOUT.match(told)
    if near is None or "PLURAL" in {found, told}:
        return found == told
    if near["near"]:
        return near["low"] in found.split("-")
    return found == "".join((near["low"], near["dash"], near["high"]))


def _days_credit(found: Days, told: Days) -> float:
    if found == told:
        return 1.0
    if found[1] is None or told[1] is None:
        return 0.0
    meets = (found[0] or "") <= told[1] and (told[0] or "") <= found[1]
    return 0.5 if meets else 0.0


def _place_credit(found: Found, told: str) -> float:
    country, *parts = list(_parts(told))
    if country_name(found.value).upper() != country:
        return 0.0
    right = any(set(words(part)) <= found.names for part in parts) if parts else not found.names
    return 1.0 if right else 0.5


def _parts(told: str) -> Iterator[str]:
    """Yield country and named places of "EL SALVADOR: SAN MIGUEL (DEPARTMENT): ..."."""
    inner = told[1:-1] if told.startswith("(") and told.endswith(")") else told
    for part in inner.split(" - ")[0].split(":"):
        yield KIND.sub("", part).strip()


def _same_name(found: frozenset[str], name: str, told: str) -> bool:
    gold = words(told)
    if not gold:
        return False
    initials = {"".join(word[0] for word in gold), "".join(word[0] for word in words(name))}
    return set(gold) <= found or found <= set(gold) or bool(initials & {"".join(gold), *found})
