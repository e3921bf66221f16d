"""The kinds of question. A slash command, a prefix command and a sentence all become one of these.

A film is held as the member named it (`pusher 2`), None where none was named: which film is meant is settled
against the library when the question is answered. Counting kinds tell two more cases apart: `THE_FILM` where
one film is spoken of ("it") without a name, `EVERY_FILM` where the whole library is. `kind` is the name that
JSON gives.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar, TypeAlias

from bot.model import Filters

THE_FILM = ""
EVERY_FILM = "*"
ANY_REVIEW = Filters()


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


class Counted(StrEnum):
    """What can be counted. Reviewers are counted once however much they wrote; votes are readers' votes."""

    REVIEWS = "reviews"
    REVIEWERS = "reviewers"
    FILMS = "films"
    VOTES = "votes"
    HELPFUL_VOTES = "helpful_votes"


class Measure(StrEnum):
    """What can be measured of a review. Length is in words; helpfulness weighs the share of helpful votes."""

    RATING = "rating"
    LENGTH = "length"
    DATE = "date"
    HELPFULNESS = "helpfulness"
    HELPFUL_VOTES = "helpful_votes"
    VOTES = "votes"


class Statistic(StrEnum):
    """How a measure is summed up over reviews, or what else films are compared by.

    DEVIATION is of ratings; from COUNT on they need no measure. RELEASED is the film's own year.
    """

    MEAN = "mean"
    MEDIAN = "median"
    DEVIATION = "deviation"
    COUNT = "count"
    SHARE = "share"
    VOTES = "votes"
    HELPFUL_VOTES = "helpful_votes"
    RELEASED = "released"


class Grouping(StrEnum):
    """By what reviews can be grouped to find the group that most of them are in."""

    RATING = "rating"
    YEAR = "year"
    REVIEWER = "reviewer"


class Side(StrEnum):
    """The side from which passages are asked for: praise or blame."""

    FOR = "for"
    AGAINST = "against"


@dataclass(frozen=True, slots=True)
class AverageRating:
    """How a film is rated: mean, median, histogram, and how many reviews that rests on."""

    kind: ClassVar[str] = "average_rating"
    film: str | None = None


@dataclass(frozen=True, slots=True)
class Timeline:
    """How a film was rated in each year that brought reviews."""

    kind: ClassVar[str] = "timeline"
    film: str | None = None


@dataclass(frozen=True, slots=True)
class TopReviews:
    """A film's reviews, best first in the given order. Pages count from 1.

    With `filters`, those that they let through, of a film or of all, the most helpful first.
    """

    kind: ClassVar[str] = "top_reviews"
    film: str | None = None
    order: Order = Order.HELPFUL
    page: int = 1
    filters: Filters = ANY_REVIEW


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

    `rating_from` and `rating_to` are the least and the greatest rating of the review, in points of ten.
    `deck` and `position` name the quote without anybody keeping a list: a deck is one shuffle of all quotes
    that fit, and its positions 0, 1, 2, ... show each of them once. Deck None asks for a new shuffle.
    """

    kind: ClassVar[str] = "random_quote"
    film: str | None = None
    about: str | None = None
    rating_from: int | None = None
    deck: int | None = None
    position: int = 0
    rating_to: int | None = None
    reviewer: str | None = None


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
class Count:
    """How many reviews (or their reviewers, films, votes) the filters let through."""

    kind: ClassVar[str] = "count"
    film: str | None = None
    filters: Filters = ANY_REVIEW
    of: Counted = Counted.REVIEWS


@dataclass(frozen=True, slots=True)
class Share:
    """What part of the reviews `among` those meant the filters let through."""

    kind: ClassVar[str] = "share"
    film: str | None = None
    filters: Filters = ANY_REVIEW
    among: Filters = ANY_REVIEW


@dataclass(frozen=True, slots=True)
class Average:
    """Mean or median of a measure over the reviews that the filters let through."""

    kind: ClassVar[str] = "average"
    film: str | None = None
    filters: Filters = ANY_REVIEW
    measure: Measure = Measure.RATING
    statistic: Statistic = Statistic.MEAN


@dataclass(frozen=True, slots=True)
class MostCommon:
    """The rating, year or reviewer that most reviews have, or, with `least`, the fewest."""

    kind: ClassVar[str] = "most_common"
    film: str | None = None
    filters: Filters = ANY_REVIEW
    by: Grouping = Grouping.RATING
    least: bool = False


@dataclass(frozen=True, slots=True)
class Extreme:
    """The reviews that stand highest in a measure, or, with `lowest`, lowest: the first, shortest, least.

    `limit` asks for that many; 1 asks for the extreme itself and whoever shares it.
    """

    kind: ClassVar[str] = "extreme"
    film: str | None = None
    measure: Measure = Measure.RATING
    lowest: bool = False
    filters: Filters = ANY_REVIEW
    limit: int = 1


@dataclass(frozen=True, slots=True)
class CompareFilms:
    """Films beside each other. `films` empty means all; `lowest` asks which film has the least."""

    kind: ClassVar[str] = "compare_films"
    films: tuple[str, ...] = ()
    statistic: Statistic = Statistic.MEAN
    filters: Filters = ANY_REVIEW
    lowest: bool = False


@dataclass(frozen=True, slots=True)
class CompareOpinions:
    """What reviews of several films say of one topic, beside each other; topic and side as in `Opinion`."""

    kind: ClassVar[str] = "compare_opinions"
    topic: str = ""
    films: tuple[str, ...] = ()
    side: Side | None = None


@dataclass(frozen=True, slots=True)
class CompareSpans:
    """Two spans of days beside each other: the mean or median rating of their reviews, or their number."""

    kind: ClassVar[str] = "compare_spans"
    film: str | None = None
    first: Filters = ANY_REVIEW
    second: Filters = ANY_REVIEW
    statistic: Statistic = Statistic.MEAN


@dataclass(frozen=True, slots=True)
class WroteOfAll:
    """Who wrote of each of the films; `films` empty means every film there is.

    With `least`, who wrote of at least so many films, whichever.
    """

    kind: ClassVar[str] = "wrote_of_all"
    films: tuple[str, ...] = ()
    least: int = 0


@dataclass(frozen=True, slots=True)
class ReviewedBy:
    """One thing about what a reviewer wrote: the rating given, the day, the length, the votes.

    `other` is a second reviewer to set beside the first.
    """

    kind: ClassVar[str] = "reviewed_by"
    reviewer: str
    film: str | None = None
    measure: Measure = Measure.RATING
    other: str | None = None


@dataclass(frozen=True, slots=True)
class Opinion:
    """What reviews say of a topic (`music`, `is it violent`, a person), in their own words.

    An empty topic asks what they think of the film altogether; a `side` asks for praise or blame alone.
    `openly` leaves out whatever would be covered: spoilers, and what may give the ending away.
    """

    kind: ClassVar[str] = "opinion"
    topic: str = ""
    film: str | None = None
    reviewer: str | None = None
    side: Side | None = None
    page: int = 1
    openly: bool = False


@dataclass(frozen=True, slots=True)
class Who:
    """Who plays a character, who did a job on the film, or what a person did: `subject` is one of them."""

    kind: ClassVar[str] = "who"
    subject: str
    film: str | None = None


@dataclass(frozen=True, slots=True)
class NotInReviews:
    """What reviews hardly tell (a budget, a film that is not here): the closest mentions are all there is.

    `is_film` says that the topic is the name of a film which the library doesn't hold.
    """

    kind: ClassVar[str] = "not_in_reviews"
    topic: str
    film: str | None = None
    is_film: bool = False


@dataclass(frozen=True, slots=True)
class SaidBy:
    """Who wrote the passages just shown, by the ids of their reviews, separated by spaces.

    With no ids it is who wrote these very `words`, of a film or of any.
    """

    kind: ClassVar[str] = "said_by"
    review_ids: str = ""
    words: str = ""
    film: str | None = None


@dataclass(frozen=True, slots=True)
class SmallTalk:
    """A greeting, thanks, praise, an insult: what needs a short human line and no figure."""

    kind: ClassVar[str] = "small_talk"
    about: str = "greeting"


@dataclass(frozen=True, slots=True)
class Help:
    """What can be asked, with examples from this very library."""

    kind: ClassVar[str] = "help"


@dataclass(frozen=True, slots=True)
class Unclear:
    """Words that could not be read for sure. `text` is what was typed.

    `unread` is what of it was not understood, empty where all of it; `readings` are what may be meant. `asks`
    asks for what a command lacks, empty where that can't be told.
    """

    kind: ClassVar[str] = "unclear"
    text: str
    unread: str = ""
    readings: tuple[Question, ...] = ()
    asks: str = ""


Question: TypeAlias = (
    AverageRating
    | Timeline
    | TopReviews
    | Search
    | Mentions
    | People
    | RandomQuote
    | Films
    | WholeReview
    | Reviewer
    | Count
    | Share
    | Average
    | MostCommon
    | Extreme
    | CompareFilms
    | CompareOpinions
    | CompareSpans
    | WroteOfAll
    | ReviewedBy
    | Opinion
    | Who
    | NotInReviews
    | SaidBy
    | SmallTalk
    | Help
    | Unclear
)
