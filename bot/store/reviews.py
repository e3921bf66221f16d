"""Reviews as the library holds them: one, a film's in some order, a reviewer's, all."""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Generator
from dataclasses import dataclass

from bot.language.sentences import Span
from bot.model import Byline, Film, Review, Votes
from bot.store.bylines import reviewer_key
from bot.store.library import Library
from bot.store.sentences import read_places


@dataclass(frozen=True, slots=True)
class StoredReview:
    """A review under the id by which the world knows it. `places` are those of its sentences, as kept."""

    review_id: str
    review: Review
    places: str

    @property
    def sentences(self) -> tuple[Span, ...]:
        """Where the sentences of its text stand."""
        return read_places(self.places)


SELECT_REVIEW = (
    "SELECT review.*, film.title AS film_title, film.year FROM review JOIN film ON film.id = film_id"
)

STABLE_ORDER = "ORDER BY film.title, film.year, film_id, date, review_id"
"""In which the same library always gives the same reviews."""

_ORDERS = {
    "helpful": "helpfulness DESC, review.id",
    "newest": "date DESC, review.id",
    "highest": "rating DESC, helpfulness DESC, review.id",
    "lowest": "rating ASC, helpfulness DESC, review.id",
    "divisive": "divisiveness DESC, review.id",
}
_HAS_ITS_FIGURE = {
    "newest": "AND date IS NOT NULL",
    "highest": "AND rating IS NOT NULL",
    "lowest": "AND rating IS NOT NULL",
    "divisive": "AND divisiveness > 0",
}


def find_review(library: Library, review_id: str) -> StoredReview | None:
    """The review with this id."""
    row = library.row(f"{SELECT_REVIEW} WHERE review_id = ?", (review_id,))
    return None if row is None else as_review(row)


def film_reviews(
    library: Library, film_id: int, order: str, *, limit: int, offset: int = 0
) -> list[StoredReview]:
    """A film's reviews in one of the orders helpful, newest, highest, lowest, divisive.

    Reviews without a date have no place in `newest`, those without a rating none in `highest` and `lowest`.
    """
    where = f"WHERE film_id = :film {_HAS_ITS_FIGURE.get(order, '')}"
    rows = library.rows(
        f"{SELECT_REVIEW} {where} ORDER BY {_ORDERS[order]} LIMIT :limit OFFSET :offset",
        {"film": film_id, "limit": limit, "offset": offset},
    )
    return [as_review(row) for row in rows]


def count_film_reviews(library: Library, film_id: int, order: str) -> int:
    """How many reviews `film_reviews` has in that order."""
    where = f"WHERE film_id = ? {_HAS_ITS_FIGURE.get(order, '')}"
    row = library.row(f"SELECT count(*) FROM review {where}", (film_id,))  # noqa: S608 - our own words
    return int(row[0]) if row is not None else 0


def reviews_by(
    library: Library, reviewer: str, *, film_id: int | None = None, limit: int, offset: int = 0
) -> list[StoredReview]:
    """What a reviewer wrote, newest first. Case, accents and punctuation of the name don't matter."""
    rows = library.rows(
        f"{SELECT_REVIEW} WHERE reviewer_key = :key AND (:film IS NULL OR film_id = :film) "
        "ORDER BY date DESC, review.id LIMIT :limit OFFSET :offset",
        {"key": reviewer_key(reviewer), "film": film_id, "limit": limit, "offset": offset},
    )
    return [as_review(row) for row in rows]


def reviewer_ratings(library: Library, reviewer: str) -> list[int | None]:
    """The ratings a reviewer gave, one for each review, None for a review without."""
    rows = library.rows("SELECT rating FROM review WHERE reviewer_key = ?", (reviewer_key(reviewer),))
    return [row["rating"] for row in rows]


def find_reviewer(library: Library, name: str) -> str | None:
    """The reviewer's name as printed, whatever its case, accents and punctuation."""
    key = reviewer_key(name)
    row = library.row("SELECT reviewer FROM review WHERE reviewer_key = ? LIMIT 1", (key,)) if key else None
    return None if row is None else str(row["reviewer"])


def reviewers_like(library: Library, typed: str, *, limit: int) -> list[str]:
    """Names of reviewers that begin with what was typed; bounded, in alphabetical order."""
    key = reviewer_key(typed)
    rows = library.rows(
        "SELECT DISTINCT reviewer FROM (SELECT reviewer FROM review WHERE reviewer_key >= :key "
        "AND reviewer_key < :key || char(0x10FFFF) ORDER BY reviewer_key LIMIT 500) LIMIT :limit",
        {"key": key, "limit": limit},
    )
    return [row["reviewer"] for row in rows]


def every_review(library: Library, film_id: int | None = None) -> Generator[StoredReview, None, None]:
    """The whole library, or a film of it, by film, date and id: the same library gives the same order."""
    of_film = "" if film_id is None else "WHERE film_id = :film"
    for row in library.stream(f"{SELECT_REVIEW} {of_film} {STABLE_ORDER}", {"film": film_id}):
        yield as_review(row)


def as_review(row: sqlite3.Row) -> StoredReview:
    """The value that a row of SELECT_REVIEW stands for."""
    return StoredReview(
        row["review_id"],
        Review(
            film=Film(row["film_title"], row["year"]),
            title=row["title"],
            byline=_byline(row),
            rating=row["rating"],
            votes=None if row["total"] is None else Votes(row["helpful"], row["total"]),
            spoiler=bool(row["spoiler"]),
            text=row["text"],
            site=row["site"],
        ),
        row["sentences"],
    )


def _byline(row: sqlite3.Row) -> Byline:
    other = row["other_reviewer"]
    return Byline(
        printed=row["printed_byline"],
        reviewer=row["reviewer"],
        date=dt.date.fromisoformat(row["date"]) if row["date"] else None,
        certain=bool(row["byline_certain"]),
        other=None if other is None else (other, dt.date.fromisoformat(row["other_date"])),
    )
