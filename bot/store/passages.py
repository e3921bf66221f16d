"""Reviews that may speak of something: those whose texts hold one of some words, the most helpful first."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from bot.language.stemming import stem
from bot.language.words import plain_words
from bot.store.figures import ROW_BITS
from bot.store.library import Library
from bot.store.matching import either, film_mark
from bot.store.reviews import StoredReview, as_review


@dataclass(frozen=True, slots=True)
class Speaking:
    """Reviews that hold one of the words; `all_of_them` is False where only the most helpful are given."""

    reviews: tuple[StoredReview, ...]
    all_of_them: bool


def _fewest(phrases: list[list[str]]) -> list[list[str]]:
    """The phrases without those that are the same to the index, or hold a word asked for alone."""
    by_stems = {tuple(map(stem, words)): words for words in reversed(phrases)}
    alone = {stems[0] for stems in by_stems if len(stems) == 1}
    return [words for stems, words in by_stems.items() if len(stems) == 1 or alone.isdisjoint(stems)]


def reviews_holding(
    library: Library, phrases: Collection[str], film_id: int | None, *, limit: int
) -> Speaking:
    """Up to `limit` reviews of a film, or of all, that hold one of the phrases, the most helpful first."""
    asked = _fewest([words for phrase in sorted(phrases) if (words := plain_words(phrase))])
    if not asked:
        return Speaking((), all_of_them=True)
    match = " OR ".join('"' + " ".join(words) + '"' for words in asked)
    if film_id is not None:
        match = f"{either([film_mark(film_id)])} AND ({match})"
    rows = library.rows(_HOLDING, {"match": match, "limit": limit + 1})
    return Speaking(tuple(as_review(row) for row in rows[:limit]), all_of_them=len(rows) <= limit)


_HOLDING = (
    "SELECT review.*, film.title AS film_title, film.year FROM "
    "(SELECT rowid AS standing FROM review_text WHERE review_text MATCH :match ORDER BY rowid LIMIT :limit) "
    f"AS found CROSS JOIN review ON review.id = found.standing & {ROW_BITS} "
    "JOIN film ON film.id = film_id ORDER BY found.standing"
)
