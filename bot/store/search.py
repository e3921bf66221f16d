"""Keyword search over titles and texts."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.store.library import Library
from bot.store.reviews import StoredReview, as_review

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class SearchResults:
    """One page of what a search found. `total` is exact, or the number that there are more of.

    `words` are the words and phrases to stress, as the member gave them. `nearest` holds words of the library
    like those that were not found.
    """

    reviews: tuple[StoredReview, ...]
    total: int
    exact: bool
    words: tuple[str, ...]
    nearest: tuple[str, ...] = ()


def search_reviews(
    library: Library, words: str, *, film_id: int | None = None, limit: int = 10, offset: int = 0
) -> SearchResults:
    """Reviews that hold all the words, best first."""
    asked = tuple(_WORD.findall(words))
    if not asked:
        return SearchResults((), 0, exact=True, words=())
    values = {
        "match": " ".join(f'"{word}"' for word in asked),
        "film": film_id,
        "limit": limit,
        "offset": offset,
    }
    matching = (
        "FROM review_text JOIN review ON review.standing = review_text.rowid JOIN film ON film.id = film_id "
        "WHERE review_text MATCH :match AND (:film IS NULL OR film_id = :film)"
    )
    (total,) = library.rows(f"SELECT count(*) {matching}", values)[0]
    rows = library.rows(
        f"SELECT review.*, film.title AS film_title, film.year {matching} "
        "ORDER BY bm25(review_text) LIMIT :limit OFFSET :offset",
        values,
    )
    return SearchResults(tuple(as_review(row) for row in rows), total, exact=True, words=asked)


def holds_word(library: Library, word: str) -> bool:
    """Whether any review holds the word or a form of it."""
    (asked,) = _WORD.findall(word)[:1] or ("",)
    match = {"match": f'"{asked}"'}
    return bool(asked) and bool(
        library.row("SELECT 1 FROM review_text WHERE review_text MATCH :match LIMIT 1", match)
    )
