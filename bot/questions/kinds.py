"""The kinds of question. A slash command, a prefix command and a sentence all become one of these.

A film is held as the member named it (`pusher 2`), None where none was named: which film is meant is settled
against the library when the question is answered. `kind` is the name that JSON gives.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar, TypeAlias


class Order(StrEnum):
    """The orders in which a film's reviews can be listed."""

    HELPFUL = "helpful"
    NEWEST = "newest"
    HIGHEST = "highest"
    LOWEST = "lowest"
    DIVISIVE = "divisive"


class SearchOrder(StrEnum):
    """The orders in which search results can be listed."""

    RELEVANCE = "relevance"
    HELPFUL = "helpful"
    NEWEST = "newest"
    HIGHEST = "highest"
    LOWEST = "lowest"


@dataclass(frozen=True, slots=True)
class AverageRating:
    """How a film is rated: mean, median, histogram, and how many reviews that rests on."""

    kind: ClassVar[str] = "average_rating"
    film: str | None = None


@dataclass(frozen=True, slots=True)
class TopReviews:
    """A film's reviews, best first in the given order. Pages count from 1."""

    kind: ClassVar[str] = "top_reviews"
    film: str | None = None
    order: Order = Order.HELPFUL
    page: int = 1


@dataclass(frozen=True, slots=True)
class Search:
    """Reviews that hold the words, in a film or in all. `words` may be any text.

    Ratings are in points of ten, years are those of the review; both ends of a range are included.
    `spoilers` True asks for marked reviews only, False for unmarked ones only.
    """

    kind: ClassVar[str] = "search"
    words: str
    film: str | None = None
    order: SearchOrder = SearchOrder.RELEVANCE
    reviewer: str | None = None
    rating_from: int | None = None
    rating_to: int | None = None
    year_from: int | None = None
    year_to: int | None = None
    spoilers: bool | None = None
    page: int = 1


@dataclass(frozen=True, slots=True)
class Mentions:
    """Who speaks of a person or character, whose name may be misspelt here and there."""

    kind: ClassVar[str] = "mentions"
    name: str
    film: str | None = None
    page: int = 1


@dataclass(frozen=True, slots=True)
class People:
    """Whom a film's reviews speak of most."""

    kind: ClassVar[str] = "people"
    film: str | None = None
    page: int = 1


@dataclass(frozen=True, slots=True)
class RandomQuote:
    """A sentence or two that stand by themselves, from a film or any, about a word or person or anything.

    `deck` and `position` name the quote without anybody keeping a list: a deck is one shuffle of all quotes
    that fit, and its positions 0, 1, 2, ... show each of them once. Deck None asks for a new shuffle.
    """

    kind: ClassVar[str] = "random_quote"
    film: str | None = None
    about: str | None = None
    stars: int | None = None
    deck: int | None = None
    position: int = 0


@dataclass(frozen=True, slots=True)
class Films:
    """What films the library holds."""

    kind: ClassVar[str] = "films"
    page: int = 1


@dataclass(frozen=True, slots=True)
class WholeReview:
    """One review whole: `which` is a review's id, or the name of its reviewer."""

    kind: ClassVar[str] = "review"
    which: str
    film: str | None = None


@dataclass(frozen=True, slots=True)
class Reviewer:
    """What one reviewer wrote, over all films."""

    kind: ClassVar[str] = "reviewer"
    name: str
    page: int = 1


@dataclass(frozen=True, slots=True)
class Help:
    """What can be asked, with examples from this very library."""

    kind: ClassVar[str] = "help"


@dataclass(frozen=True, slots=True)
class Unclear:
    """Words that could not be read as a question. `text` is what was typed."""

    kind: ClassVar[str] = "unclear"
    text: str


Question: TypeAlias = (
    AverageRating
    | TopReviews
    | Search
    | Mentions
    | People
    | RandomQuote
    | Films
    | WholeReview
    | Reviewer
    | Help
    | Unclear
)
