"""How well texts match: bm25, computed outside FTS5, whose own counts all matches of a word to weigh one.

Source: S. Robertson and H. Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009), with
the constants and the floor for common words that FTS5 has, so that both give the same order.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from math import log

from bot.store.figures import LENGTHS, longness, words_at
from bot.store.matching import Clause
from bot.store.vocabulary import Sizes

_SATURATION, _LENGTH_WEIGHT = 1.2, 0.75
_LEAST_WEIGHT = 1e-6


Weighed = Sequence[tuple[Clause, float]]
"""Clauses with what they weigh."""


def score(times: Iterable[tuple[int, float]], words: float, average: float) -> float:
    """How well a text of so many words matches, when texts have `average` words.

    `times` tells of each clause how often the text holds it and what it weighs.
    """
    length = _length(words, average)
    return sum(weight * often * (_SATURATION + 1) / (often + length) for often, weight in times)


def about_the_best_first(
    standings: Sequence[int], times: Sequence[Mapping[int, int]], clauses: Weighed, average: float
) -> list[int]:
    """The reviews in the order of their scores, as far as the steps of their lengths tell."""
    lengths = [_length(words_at(step), average) for step in range(LENGTHS)]
    weighed_times = [(one, weight) for one, (_, weight) in zip(times, clauses, strict=True)]
    scored = []
    for standing in standings:
        length, total = lengths[longness(standing)], 0.0
        for one, weight in weighed_times:
            if often := one.get(standing):
                total -= weight * often / (often + length)
        scored.append((total, standing))
    return [standing for _, standing in sorted(scored)]


def _length(words: float, average: float) -> float:
    return _SATURATION * (1 - _LENGTH_WEIGHT + _LENGTH_WEIGHT * words / average)


def weighed(clauses: Sequence[Clause], sizes: Sizes) -> Weighed:
    """The clauses with their weights: the rarer, the more. What weighs nothing beside others is left out."""
    weights = [_weight(min(clause.reviews, sizes.counted), sizes.counted) for clause in clauses]
    least = _LEAST_WEIGHT if max(weights, default=0) > _LEAST_WEIGHT else 0
    return [(clause, weight) for clause, weight in zip(clauses, weights, strict=True) if weight > least]


def _weight(with_it: int, reviews: int) -> float:
    return max(_LEAST_WEIGHT, log((reviews - with_it + 0.5) / (with_it + 0.5)))
