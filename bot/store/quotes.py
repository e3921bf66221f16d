"""Places for quotes, numbered, so that a random one is found without a scan."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate

from bot.store.library import Library
from bot.store.reviews import SELECT_REVIEW, StoredReview, as_review


@dataclass(frozen=True, slots=True)
class QuotePlaces:
    """The places of all films in one row: the films, and where the places of each end."""

    film_ids: tuple[int, ...]
    ends: tuple[int, ...]

    def count(self) -> int:
        """How many places there are; some of them are empty."""
        return self.ends[-1] if self.ends else 0

    def in_film(self, slot: int) -> tuple[int, int]:
        """The film of a place, and which of that film's it is."""
        at = bisect_right(self.ends, slot)
        return self.film_ids[at], slot - (self.ends[at - 1] if at else 0)


def quote_places(library: Library) -> QuotePlaces:
    """Where the places of all films stand."""
    rows = library.rows("SELECT id, slots FROM film ORDER BY id")
    return QuotePlaces(tuple(row["id"] for row in rows), tuple(accumulate(row["slots"] for row in rows)))


def count_slots(library: Library, film_id: int) -> int:
    """How many places for a quote a film's reviews have. Some of them are empty."""
    row = library.row("SELECT slots FROM film WHERE id = ?", (film_id,))
    return 0 if row is None else int(row["slots"])


@dataclass(frozen=True, slots=True)
class QuotePlace:
    """A place for a quote: the row of its review, and which of that review's places it is, from 0."""

    review: int
    number: int


def place_at_slot(library: Library, slot: int, film_id: int) -> QuotePlace | None:
    """Whose a film's place is; None past the last, and where a review has gone. It reads no text."""
    row = library.row(
        "SELECT id, first_slot, slots FROM review WHERE film_id = ? AND first_slot <= ? "
        "ORDER BY first_slot DESC LIMIT 1",
        (film_id, slot),
    )
    if row is None or slot >= row["first_slot"] + row["slots"]:
        return None
    return QuotePlace(row["id"], slot - row["first_slot"])


def review_of(library: Library, place: QuotePlace) -> StoredReview | None:
    """The review that a place belongs to; None where it has gone meanwhile."""
    row = library.row(f"{SELECT_REVIEW} WHERE review.id = ?", (place.review,))
    return None if row is None else as_review(row)
