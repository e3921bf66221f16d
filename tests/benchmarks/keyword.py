"""Keyword search: the ten best with snippets, ours and the others', and how good our ten are."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import mean

from bot.answers.passages import around
from bot.language.keywords import parse_keywords
from bot.language.occurrences import spans
from bot.store.library import Library
from bot.store.search import MOST_READ, SearchResults, search_reviews
from tests.benchmarks.engines import TOP, Engine, RawFts5
from tests.benchmarks.measuring import ROUNDS, Timing, time_all
from tests.benchmarks.queries import Kind, Query


class Ours:
    """Pullquote's search with its passages, as an answer shows them."""

    name = "Pullquote"

    def __init__(self, library: Library) -> None:
        self.library = library

    def search(self, query: Query) -> SearchResults:
        keywords = parse_keywords(query.typed)
        results = search_reviews(self.library, keywords, limit=TOP)
        for item in results.reviews:
            around(item, spans(keywords, item.review.text))
        return results


@dataclass(frozen=True, slots=True)
class EngineTiming:
    """How long an engine took, over all searches and by their kind."""

    name: str
    whole: Timing
    by_kind: dict[Kind, Timing]


def time_engine(engine: Engine, queries: list[Query], rounds: int = ROUNDS) -> EngineTiming:
    """Ask the engine everything."""
    taken = time_all(engine.search, queries, rounds)
    by_kind = {
        kind: Timing.of(time for query, time in zip(queries, taken, strict=True) if query.kind is kind)
        for kind in Kind
    }
    return EngineTiming(engine.name, Timing.of(taken), by_kind)


@dataclass(frozen=True, slots=True)
class Quality:
    """How good our ten are, measured by FTS5's own bm25.

    `exact` counts the searches with at most `MOST_READ` matches whose ten have just the scores of the ten
    best, out of `few`. `kept` holds, for each search with more, what share of the ten best's score ours have.
    """

    few: int
    exact: int
    kept: tuple[float, ...]

    @property
    def mean(self) -> float:
        return mean(self.kept)

    @property
    def least(self) -> float:
        return min(self.kept)


def judge(ours: Ours, raw: RawFts5, queries: list[Query]) -> Quality:
    """Compare our ten with the ten best. Phrases are exact with us and stemmed there: they are left out."""
    ids = {row["review_id"]: row["id"] for row in ours.library.rows("SELECT review_id, id FROM review")}
    few = exact = 0
    kept: list[float] = []
    for query in queries:
        if query.kind in (Kind.PHRASE, Kind.PREFIX):
            continue
        scores = raw.scores(query)
        best = sorted(scores.values(), reverse=True)[:TOP]
        found = [scores[ids[item.review_id]] for item in ours.search(query).reviews]
        if len(scores) <= MOST_READ:
            few += 1
            exact += all(abs(a - b) < 1e-6 for a, b in zip(found, best, strict=True))
        else:
            kept.append(sum(found) / sum(best))
    return Quality(few, exact, tuple(kept))
