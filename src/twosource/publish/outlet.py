"""A report in, what its outlet is called out; two reports whose outlet is not known keep apart by their files."""

from pathlib import PurePath
from urllib.parse import urlsplit

from twosource.model import Article

UNNAMED = "unnamed outlet"
LONGEST_MARK = 32  # characters: what stands on one line of the narrowest column of a table


def named_outlet(article: Article) -> str:
    """Return who published a report, or the host of its address; empty where neither is known."""
    return article.outlet or host(article.url) or ""


def outlet_name(article: Article) -> str:
    """Return who published a report: ``"Port Almar Herald"``, ``"herald.example"``, ``"unnamed outlet (a.txt)"``."""
    return named_outlet(article) or f"{UNNAMED} ({file_mark(article)})"


def file_mark(article: Article) -> str:
    """Return a short name of the file, the row in it or else the id, by which reports without an outlet are told apart.

    A long name loses its middle: numbers stand at the front, kinds at the end.
    """
    file = PurePath(article.path or "").name
    row = article.input_id or (article.id if ".jsonl" in file else "")
    mark = " ".join(filter(None, (file, row))) or article.id
    return mark if len(mark) <= LONGEST_MARK else f"{mark[: LONGEST_MARK - 14]}…{mark[-13:]}"


def host(url: str | None) -> str | None:
    """Return the host of an address, None where it has none."""
    try:
        return urlsplit(url or "").hostname
    except ValueError:
        return None
