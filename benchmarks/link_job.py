"""One tool linking one drawn collection in a process of its own; prints a line of JSON: seconds, B-cubed, and more.

Seconds are those of the processor.
"""

import argparse
import hashlib
import importlib
import json
import pickle
import resource
import time
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from sklearn.cluster import AgglomerativeClustering
from sklearn.feature_extraction.text import TfidfVectorizer

from benchmarks.collections import drawn
from twosource.link import Account, Linkage, extended, linked

ADDED = 100
THRESHOLD = 0.8  # of cosine distance: the best for plain TF-IDF on gva, at steps of .02
Clusters = Sequence[Sequence[int]]


def main() -> None:
    """Link and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("tool", choices=sorted(TOOLS))
    parser.add_argument("events", type=Path)
    parser.add_argument("size", type=int)
    options = parser.parse_args()
    events = pickle.loads(options.events.read_bytes())  # noqa: S301 - written by benchmarks.linking
    accounts, truth = drawn(events, options.size + ADDED)
    print(json.dumps(TOOLS[options.tool](accounts, truth, options.size)))


def ours(accounts: Sequence[Account], truth: Sequence[int], size: int) -> dict[str, float]:
    """Link all but the last, add these, then link all in one go and see whether it is the same.

    ``peak`` (MB) is that of linking and adding; ``changed`` the share of accounts that had to be looked at again.
    """
    started = time.process_time()
    first = linked(accounts[:size])
    seconds = time.process_time() - started
    number = {account.id: row for row, account in enumerate(accounts)}
    score = b_cubed([[number[one] for one in cluster] for cluster in first.clusters], truth[:size])
    links = len(first.links)
    started = time.process_time()
    more = extended(first, accounts[size : size + ADDED])
    added = time.process_time() - started
    told = {"seconds": seconds, "b_cubed": score, "links": links, "added": added, "peak": peak()}
    changed, grown = len(more.changed) / len(more.accounts), digest(more)
    del first, more
    return {**told, "changed": changed, "same": float(grown == digest(linked(accounts[: size + ADDED])))}


def peak() -> float:
    """Return the most memory that this process has held so far, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def digest(of: Linkage) -> str:
    """Return a digest of all that a linkage holds but ``changed``: weights, profiles, blocks, links, clusters."""
    made = hashlib.sha256(repr((of.known.accounts, of.clusters)).encode())
    tables: tuple[Mapping[Any, object], ...] = (of.known.held_by, of.profiles, of.blocks, of.links)
    for table in tables:
        for key in sorted(table):
            made.update(repr((key, table[key])).encode("utf-8", "surrogatepass"))
    return made.hexdigest()


def scikit_learn(accounts: Sequence[Account], truth: Sequence[int], size: int) -> dict[str, float]:
    """Average linkage over TF-IDF of the same terms, all pairs in a matrix."""
    started = time.process_time()
    matrix = TfidfVectorizer(sublinear_tf=True, analyzer=str.split).fit_transform([a.terms for a in accounts[:size]])
    distance = 1 - (matrix @ matrix.T).toarray()
    model = AgglomerativeClustering(None, metric="precomputed", linkage="average", distance_threshold=THRESHOLD)
    labels = model.fit_predict(distance.clip(0, None))
    seconds = time.process_time() - started
    return {"seconds": seconds, "b_cubed": b_cubed(_clusters(labels), truth[:size]), "peak": peak()}


def splink(accounts: Sequence[Account], truth: Sequence[int], size: int) -> dict[str, float]:
    """Record linkage after Fellegi and Sunter; see ``by_splink``."""
    clusters = importlib.import_module("benchmarks.by_splink").clusters
    started = time.process_time()
    found = clusters(accounts[:size])
    return {"seconds": time.process_time() - started, "b_cubed": b_cubed(found, truth[:size]), "peak": peak()}


def _clusters(labels: Sequence[object]) -> Clusters:
    found: dict[object, list[int]] = {}
    for row, label in enumerate(labels):
        found.setdefault(label, []).append(row)
    return list(found.values())


def b_cubed(clusters: Clusters, truth: Sequence[int]) -> float:
    """Return B-cubed F1 of clusters of rows; ``truth`` is the event of each row."""
    sizes = Counter(truth)
    precision = recall = 0.0
    for cluster in clusters:
        for event, count in Counter(truth[row] for row in cluster).items():
            precision += count * count / len(cluster)
            recall += count * count / sizes[event]
    return 2 * precision * recall / (precision + recall) / len(truth) if truth else 0.0


TOOLS: dict[str, Callable[[Sequence[Account], Sequence[int], int], dict[str, float]]] = {
    "ours": ours,
    "scikit-learn": scikit_learn,
    "splink": splink,
}

if __name__ == "__main__":
    main()
