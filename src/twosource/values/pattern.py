"""The marks at the end of the name of a pattern, which tell later stages how the people were told of."""

DEFINITE = ", definite"  # "the three men": told of before
LISTED = ", named among others"  # one person of a list with names
ALL_NAMED = ", all named"  # a stated number, whose people a list names elsewhere in the report
BY_NAME = ", by name"  # how many are known by their names: there may be more
TITLED = ", in the title"  # the number that the report's title tells too
RISEN = ", risen"  # the report says that the toll has risen to the number
BEFORE = ", said before"  # the report says that the number was given earlier
ON_TOP = ", on top"  # people besides those of a number told before: "two others were killed too"
ANEW = ", counted anew"  # one person, whom a speaker counts as all: "it killed a girl and hurt five"

MARKS = (ANEW, ON_TOP, RISEN, BEFORE, TITLED, ALL_NAMED, BY_NAME, LISTED, DEFINITE)


def unmarked(pattern: str) -> str:
    """Return the name of a pattern without its marks: "passive" of "passive, definite"."""
    for mark in MARKS:
        pattern = pattern.removesuffix(mark)
    return pattern
