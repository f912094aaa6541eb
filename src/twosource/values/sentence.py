"""Where sentences end in plain text that was not parsed, by its signs and capitals alone."""

import re

# A full stop after one capital or a two-letter title ("U.S.", "Mr.", "St.") ends no sentence.
SENTENCE_END = re.compile(r"(?<!\b[A-Z]\.)(?<!\b[A-Z][a-z]\.)(?<=[.!?])[\"”»’')\]]*\s+(?=[\"“«‘'(\[]?[A-Z0-9])|\n+")
