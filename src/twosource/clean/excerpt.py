"""A text set aside comes in; at most 200 characters of it go out, on one line, to be shown beside the reason."""

MOST = 200  # characters: two lines of a page
HEAD = 130  # of them for the opening, which says more than the end
_GAP = " … "


def excerpt(words: str) -> str:
    """Return the words on one line; of long ones the opening and the end, cut between words, with … between them."""
    line = " ".join(words.split())
    if len(line) <= MOST:
        return line
    head, tail = line[:HEAD], line[len(line) - (MOST - HEAD - len(_GAP)) :]
    return f"{_to_last_word(head)}{_GAP}{_from_first_word(tail)}"


def _to_last_word(head: str) -> str:
    """Cut behind a word, unless one word fills half of the room."""
    whole, _, _ = head.rpartition(" ")
    return whole if len(whole) > HEAD // 2 else head


def _from_first_word(tail: str) -> str:
    _, _, whole = tail.partition(" ")
    return whole if len(whole) > len(tail) // 2 else tail
