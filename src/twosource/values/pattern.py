"""The marks at the end of the name of a pattern, which tell later stages how the people were told of."""

DEFINITE = ", definite"  # "the three men": told of before
LISTED = ", named among others"  # one person of a list with names
BY_NAME = ", by name"  # how many are known by their names: there may be more
TITLED = ", in the title"  # the number that the report's title tells too
