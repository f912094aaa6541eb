"""A count and a list of names in, whether both tell of the same people out, and the count with its people's names.

It knows two claims of one report and their words alone.
"""

from dataclasses import replace
from functools import cache

from twosource.lang.reading import words
from twosource.model import Actor, Claim
from twosource.values.pattern import ALL_NAMED

SEVERAL = 2
SOME = "names among others"  # the pattern of lists that tell of some
FOR_PEOPLE = (("dead", "words"), ("injured", "people"), ("captured", "people"))  # nouns that lead to a list


def with_names(claim: Claim, repeat: Claim) -> Claim:
    """Add the names that a list tells of all those a claim counts: "five were killed", "the dead are A, B, C, D, E".

    The number stays a stated one, marked so: names misspelt elsewhere in the report add nobody to it.
    """
    if claim.group is None or repeat.group is None or claim.group.names:
        return claim
    if (claim.low or 0) < SEVERAL or len(repeat.group.names) != claim.low:
        return claim
    group = replace(claim.group, names=repeat.group.names)
    return replace(claim, group=group, pattern=f"{claim.pattern}{ALL_NAMED}")


def names_several(claim: Claim) -> bool:
    """Tell whether a claim lists people by name."""
    return claim.group is not None and len(claim.group.names) >= SEVERAL


def lists_others(claim: Claim) -> bool:
    """Tell whether it names people who may be others than as many counted: not "the victims were A and B".

    "Among the victims were A and B" names some, of whom no count need tell.
    """
    is_list = names_several(claim) and ALL_NAMED not in claim.pattern
    return is_list and (claim.pattern.startswith(SOME) or not claim.quote.lower().startswith(_for_people()))


@cache
def _for_people() -> tuple[str, ...]:
    return tuple(sorted(word for kind, key in FOR_PEOPLE for word in words("en/roll", kind, key)))


def captor(claim: Claim) -> Actor | None:
    """Return who did it; a court that sends somebody to jail did not arrest him."""
    of_court = words("en/casualty", "taken", "courts")
    told = claim.actor.text.lower().split() if claim.actor is not None and claim.measure == "captured" else []
    return None if any(word in of_court for word in told) else claim.actor


def fell_to_others(claim: Claim, other: Claim) -> bool:
    """Tell whether others did it: "gunmen killed 14. The couple died in a shootout with police"."""
    if claim.measure != "killed" or claim.low in {None, other.low} or claim.actor is None or other.actor is None:
        return False
    return claim.actor.name.lower() != other.actor.name.lower() and claim.actor.kind != "person"
