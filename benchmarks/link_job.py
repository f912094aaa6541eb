"""One tool linking one drawn collection in a process of its own; prints a line of JSON: seconds, B-cubed, and more.

Seconds are those of the processor.
"""

import argparse
import json
import pickle
import time
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

from sklearn.cluster import AgglomerativeClustering
from sklearn.feature_extraction.text import TfidfVectorizer

from benchmarks.collections import drawn
from twosource.link import Account, extended, linked

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
    """Link all but the last, then add these; with the share of accounts that had to be compared again."""
    started = time.process_time()
    first = linked(accounts[:size])
    seconds = time.process_time() - started
    number = {account.id: row for row, account in enumerate(accounts)}
    score = b_cubed([[number[one] for one in cluster] for cluster in first.clusters], truth[:size])
    started = time.process_time()
    more = extended(first, accounts[size : size + ADDED])
    added = time.process_time() - started
    return {
        "seconds": seconds,
        "b_cubed": score,
        "links": len(first.links),
        "added": added,
        "changed": len(more.changed) / len(more.accounts),
    }


def scikit_learn(accounts: Sequence[Account], truth: Sequence[int], size: int) -> dict[str, float]:
    """Average linkage over TF-IDF of the same terms, all pairs in a matrix."""
    started = time.process_time()
    matrix = TfidfVectorizer(sublinear_tf=True, analyzer=str.split).fit_transform([a.terms for a in accounts[:size]])
    distance = 1 - (matrix @ matrix.T).toarray()
    model = AgglomerativeClustering(None, metric="precomputed", linkage="average", distance_threshold=THRESHOLD)
    labels = model.fit_predict(distance.clip(0, None))
    return {"seconds": time.process_time() - started, "b_cubed": b_cubed(_clusters(labels), truth[:size])}


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
}

if __name__ == "__main__":
    main()
