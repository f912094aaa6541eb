"""Plain ways to group reports by event, shown beside our links: TF-IDF, sentence vectors, keys of day and place.

Articles in, groups out. Where a threshold is needed, the groups at every cut worth trying come out and the caller
chooses. Knows no gold.
"""

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.cluster.hierarchy import fcluster, linkage
from scipy.spatial.distance import squareform
from sklearn.feature_extraction.text import TfidfVectorizer

from evaluation.groupings import Groups, as_groups
from twosource.annotate.parse import load_parser
from twosource.annotate.place import find_places
from twosource.annotate.place.context import PlaceContext
from twosource.link.days import days_named, own_day
from twosource.model import Article

WINDOW_DAYS = 14
CUTS = 40  # four times as many gain TF-IDF no more than 0.003 of B-cubed
LEAD_CHARACTERS = 400  # title and first sentences: whole texts change B-cubed of vectors by -0.04 and +0.01
HEAD_CHARACTERS = 1500  # keys of the first 400 characters are 0.02-0.03 worse
TOWN = {"town", "exact"}

Matrix = NDArray[np.float64]


def by_tf_idf(articles: Sequence[Article]) -> Iterator[Groups]:
    """Yield the groups of TF-IDF of whole texts with average linkage, at each cut."""
    texts = [f"{one.title or ''}\n{one.text}" for one in articles]
    matrix = TfidfVectorizer(sublinear_tf=True, stop_words="english").fit_transform(texts)
    return _averaged((matrix @ matrix.T).toarray(), articles)


def by_sentence_vectors(articles: Sequence[Article]) -> Iterator[Groups]:
    """Yield the groups of mean word vectors of title and first sentences with average linkage, at each cut.

    The vectors are the parser's, of words that are no stop words. Rarer words weighed more, or the mean of all
    reports taken off, move B-cubed by -0.04 to +0.01.
    """
    means = np.stack([_mean_vector(_head(one, LEAD_CHARACTERS)) for one in articles])
    means /= np.maximum(np.linalg.norm(means, axis=1, keepdims=True), 1e-9)
    return _averaged(means @ means.T, articles)


def by_day_and_place(articles: Sequence[Article]) -> Groups:
    """Return the groups of reports with one day and one place; a report that names no place stands alone."""
    return as_groups([[_day_and_place(one) or number] for number, one in enumerate(articles)])


def _head(article: Article, characters: int) -> str:
    return f"{article.title or ''}\n{article.text[:characters]}"


def _mean_vector(text: str) -> Matrix:
    tokens = load_parser().make_doc(text)
    told = [token for token in tokens if token.has_vector and token.is_alpha and not token.is_stop]
    vectors = np.array([token.vector for token in told], dtype=float)
    return vectors.mean(axis=0) if told else np.zeros(load_parser().vocab.vectors_length)


def _day_and_place(article: Article) -> tuple[str, str] | None:
    """The first day named in title and head, else the report's own; the first town named there, else any place."""
    own, head = own_day(article), _head(article, HEAD_CHARACTERS)
    days = [*days_named(head, own), "" if own is None else own.isoformat()]
    context = PlaceContext(title=article.title, url=article.url)
    places = [toponym.place for toponym in find_places(head, (), context)]
    towns = [place for place in places if place.precision in TOWN]
    return (days[0], (towns or places)[0].name) if places else None


def _averaged(cosine: Matrix, articles: Sequence[Article]) -> Iterator[Groups]:
    """Average linkage; reports more than 14 days apart are kept apart where all have a day."""
    if all(one.published for one in articles):
        days = np.array([np.datetime64((one.published or "")[:10]).astype(int) for one in articles])
        cosine[np.abs(days[:, None] - days[None]) > WINDOW_DAYS] = 0
    distance = np.clip(1 - cosine, 0, None)
    np.fill_diagonal(distance, 0)
    tree = linkage(squareform(distance, checks=False), "average")
    for cut in np.unique(np.quantile(tree[:, 2], np.arange(1, CUTS) / CUTS)):
        yield as_groups([[label] for label in fcluster(tree, cut, "distance")])
