"""Places for quotes, numbered, so that a random one is found without a scan."""

from __future__ import annotations

from bot.store.library import Library
from bot.store.reviews import SELECT_REVIEW, StoredReview, as_review


def count_slots(library: Library, film_id: int | None) -> int:
    """How many places for a quote a film's reviews have, or all films'. Some of them are empty."""
    if film_id is None:
        row = library.row("SELECT coalesce(sum(slots), 0) FROM film")
    else:
        row = library.row("SELECT slots FROM film WHERE id = ?", (film_id,))
    return int(row[0]) if row is not None else 0


def review_at_slot(library: Library, slot: int, film_id: int | None) -> tuple[StoredReview, int] | None:
    """The review that a place belongs to and which of its places it is, from 0; None past the last one."""
    if film_id is None:
        for film in library.rows("SELECT id, slots FROM film ORDER BY id"):
            if slot < film["slots"]:
                return review_at_slot(library, slot, film["id"])
            slot -= film["slots"]
        return None
    row = library.row(
        f"{SELECT_REVIEW} WHERE film_id = ? AND first_slot <= ? ORDER BY first_slot DESC LIMIT 1",
        (film_id, slot),
    )
    if row is None or slot >= row["first_slot"] + row["slots"]:
        return None
    return as_review(row), slot - row["first_slot"]
