"""What every answer is given beside its question, and how lists are cut into pages."""

from __future__ import annotations

from dataclasses import dataclass

from bot.answers.answer import Paging, Quote
from bot.answers.catalogue import Catalogue
from bot.answers.decks import Decks
from bot.answers.passages import opening
from bot.answers.place import Place
from bot.answers.wording import counted
from bot.store.library import Library
from bot.store.reviews import StoredReview

REVIEWS_A_PAGE = 5
FILMS_A_PAGE = 20


@dataclass(frozen=True, slots=True)
class Asked:
    """The library and its films as they are now, where the question is asked, and the quotes dealt so far."""

    library: Library
    catalogue: Catalogue
    place: Place
    decks: Decks

    def shown(self, reviews: list[StoredReview]) -> list[StoredReview]:
        """The reviews that the place wants to see at all."""
        return [item for item in reviews if not (self.place.spoilers_left_out and item.review.spoiler)]

    def left_out(self, reviews: list[StoredReview]) -> tuple[str, ...]:
        """How many of the reviews the place doesn't want to see, as a note; none where that is none."""
        return left_out(len(reviews) - len(self.shown(reviews)))

    def openings(self, reviews: list[StoredReview]) -> tuple[Quote, ...]:
        """The beginnings of the reviews that the place wants to see."""
        return tuple(opening(item) for item in self.shown(reviews))


def left_out(spoilers: int, *, what: str = "spoiler review", exact: bool = True) -> tuple[str, ...]:
    """A note of how many spoilers are not shown; `exact` False where there are more of them."""
    if not spoilers:
        return ()
    number = counted(spoilers, what) if exact else f"Over {spoilers:,} {what}s"
    return (f"{number} left out here.",)


def paging(
    total: int, page: int, *, size: int = REVIEWS_A_PAGE, exact: bool = True, listed: int | None = None
) -> Paging:
    """The page asked for, or the last there is when there are fewer. `listed` is how many pages can show."""
    pages = max(1, -(-(total if listed is None else listed) // size))
    return Paging(page=min(max(1, page), pages), pages=pages, total=total, exact=exact)


def offset(at: Paging, size: int = REVIEWS_A_PAGE) -> int:
    """How many results stand before the page."""
    return (at.page - 1) * size
