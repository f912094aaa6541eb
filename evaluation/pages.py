"""How well pages are read: the main text against that of plain trafilatura, and the day of publication.

Run ``python -m evaluation.pages --corpora DIR``. Main text: F1 of bags of words, averaged over pages (``extraction``).
Day: exact matches (``pubdate``). A fifth of the pages, chosen by the digest of the id, is reported apart: nothing was
tuned on it.
"""

import argparse
import gzip
import hashlib
import json
import logging
import re
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from statistics import mean
from typing import Any

import trafilatura

from twosource.clean import clean
from twosource.config import Limits
from twosource.errors import UnreadableError
from twosource.model import Article, Report

WORD = re.compile(r"\w+")


def main() -> None:
    """Print both scores, each for the tuned and the unseen part."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--corpora", type=Path, required=True)
    corpora = options.parse_args().corpora
    logging.disable(logging.CRITICAL)
    print_main_text(corpora / "extraction")
    print_days(corpora / "pubdate")


def print_main_text(folder: Path) -> None:
    """Print the mean F1 of this package and of trafilatura on the same pages in the same run."""
    ours, plain, without_comments = Scores(), Scores(), Scores()
    for gold in rows(folder / "gold.jsonl.gz"):
        content = gzip.decompress((folder / "html" / f"{gold['id']}.html.gz").read_bytes())
        article = ours.timed(lambda c=content, g=gold: article_of(c, g["id"], g["url"]))
        ours.add(gold["id"], f1(article.text if article else "", gold["body"]))
        text = plain.timed(lambda c=content: trafilatura.extract(c))
        plain.add(gold["id"], f1(text or "", gold["body"]))
        text = without_comments.timed(lambda c=content: trafilatura.extract(c, include_comments=False))
        without_comments.add(gold["id"], f1(text or "", gold["body"]))
    print("main text, F1 of words            tuned   unseen   ms a page")
    for name, scores in (("twosource", ours), ("trafilatura", plain), ("trafilatura, no comments", without_comments)):
        print(f"  {name:30}  {scores}")


def print_days(folder: Path) -> None:
    """Print the share of pages whose day is exact."""
    scores = Scores()
    for gold in rows(folder / "pages.jsonl.gz"):
        content = gold["html"].encode("utf-8", "replace")
        article = scores.timed(lambda c=content, g=gold: article_of(c, g["id"], g["url"]))
        scores.add(gold["id"], float(article is not None and (article.published or "")[:10] == gold["published"]))
    print(f"day of publication, exact           {scores}")


class Scores:
    """Scores of one reader, kept apart for the unseen fifth, and the time it took."""

    def __init__(self) -> None:
        self.parts: dict[bool, list[float]] = {False: [], True: []}
        self.seconds = 0.0

    def timed(self, read: Any) -> Any:
        """Return what ``read`` gives and count its time."""
        started = time.perf_counter()
        result = read()
        self.seconds += time.perf_counter() - started
        return result

    def add(self, key: str, score: float) -> None:
        """Keep the score of one page."""
        self.parts[int(hashlib.sha1(key.encode(), usedforsecurity=False).hexdigest(), 16) % 5 == 0].append(score)

    def __str__(self) -> str:
        pages = sum(map(len, self.parts.values()))
        means = "   ".join(f"{mean(part):.4f}" for part in self.parts.values())
        return f"{means}   {1000 * self.seconds / pages:6.0f}"


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the rows of a packed JSON Lines file."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def article_of(content: bytes, key: str, url: str | None) -> Article | None:
    """Return the article of a page, None where it is refused."""
    report = Report(id=key, sha256=hashlib.sha256(content).hexdigest(), content=content, form="html", url=url)
    try:
        return clean(report, Limits())
    except UnreadableError:
        return None


def f1(text: str, gold: str) -> float:
    """Return the F1 of two bags of lower-case words; 1 where both are empty."""
    found, told = Counter(WORD.findall(text.lower())), Counter(WORD.findall(gold.lower()))
    shared = (found & told).total()
    return 2 * shared / (found.total() + told.total()) if found or told else 1.0


if __name__ == "__main__":
    main()
