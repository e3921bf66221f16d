"""How well texts match: bm25, computed outside FTS5, whose own counts all matches of a word to weigh one.

Source: S. Robertson and H. Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009), with
the constants and the floor for common words that FTS5 has, so that both give the same order.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import log

from bot.store.matching import Clause
from bot.store.vocabulary import Sizes

_SATURATION, _LENGTH_WEIGHT = 1.2, 0.75
_LEAST_WEIGHT = 1e-6


def score(text: str, words: int, clauses: Sequence[tuple[Clause, float]], average: float) -> float:
    """How well a text of so many words matches weighed clauses, when texts have `average` words."""
    length = _SATURATION * (1 - _LENGTH_WEIGHT + _LENGTH_WEIGHT * words / average)
    total = 0.0
    for clause, weight in clauses:
        times = clause.finder.count(text)
        total += weight * times * (_SATURATION + 1) / (times + length)
    return total


def weighed(clauses: Sequence[Clause], sizes: Sizes) -> list[tuple[Clause, float]]:
    """The clauses with their weights: the rarer, the more. What weighs nothing beside others is left out."""
    weights = [_weight(min(clause.reviews, sizes.counted), sizes.counted) for clause in clauses]
    least = _LEAST_WEIGHT if max(weights, default=0) > _LEAST_WEIGHT else 0
    return [(clause, weight) for clause, weight in zip(clauses, weights, strict=True) if weight > least]


def _weight(with_it: int, reviews: int) -> float:
    return max(_LEAST_WEIGHT, log((reviews - with_it + 0.5) / (with_it + 0.5)))
