"""The values everything else speaks of: films, bylines, votes, reviews, and what a page gave."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

_YEAR_AT_THE_END = re.compile(
    r"\((?:(?:TV|Video|Short|Podcast|Music)[A-Za-z ]{0,30} )?(?P<year>(?:18|19|20|21)[0-9]{2})"
    r"(?:/[IVXLC]{1,6})?(?: ?[-–] ?(?:[0-9]{4})? ?)?\)(?: \((?:TV|V|VG)\))?\Z"
)
_LONGEST_YEAR = 60


@dataclass(frozen=True, slots=True, order=True)
class Film:
    """A film as its page names it. `year` is the year of release, None where no page tells it."""

    title: str
    year: int | None = None

    def __str__(self) -> str:
        return self.title if self.year is None else f"{self.title} ({self.year})"

    @classmethod
    def parse(cls, text: str) -> Film:
        """Read `Title (Year)`: the year stands last, in brackets, so titles may hold brackets and years.

        The forms that sites print are read too: `(TV Series 2004–2009)`, `(2004/II)`, `(1999) (TV)`. Without
        a year the whole text is the title. Raises ValueError where there is no title.
        """
        text = " ".join(text.split())
        if year := _YEAR_AT_THE_END.search(text, max(len(text) - _LONGEST_YEAR, 1)):
            return cls(text[: year.start()].rstrip(), int(year["year"]))
        if not text:
            raise ValueError("a film needs a title")
        return cls(text)


@dataclass(frozen=True, slots=True)
class Byline:
    """Who wrote a review and when, as far as the printed line tells.

    Some sites glue name and day together, so that `yoshi-3315 August 2005` has two valid splits. `reviewer`
    and `date` are the likelier one, `other` is the one not chosen (None where there is none), and `certain`
    says whether the choice is beyond doubt.
    """

    printed: str
    reviewer: str
    date: dt.date | None
    certain: bool = True
    other: tuple[str, dt.date] | None = None


@dataclass(frozen=True, slots=True)
class Votes:
    """Readers of the site who found a review helpful, out of those who voted."""

    helpful: int
    total: int


@dataclass(frozen=True, slots=True)
class Review:
    """One review as it stands on a page.

    `rating` is in points of ten, None when the reviewer gave none; half stars of five are points. `title` is
    empty on sites whose reviews have none. `text` is the body with its paragraphs separated by blank lines,
    empty where somebody gave only a rating. `site` is the name of the site that published the review, None
    where that can't be told, and `site_id` is its own id of the review where the page has one. `is_cut` says
    that the page ends within the text, or may.
    """

    film: Film
    title: str
    byline: Byline
    rating: int | None
    votes: Votes | None
    spoiler: bool
    text: str
    site_id: str | None = None
    site: str | None = None
    is_cut: bool = False


@dataclass(frozen=True, slots=True)
class Filters:
    """Which reviews are meant; what is None doesn't matter.

    `ratings` are the ratings that count, in points of ten; `since` and `until` are the first and last day of
    writing; `mentions` is a word or phrase that title or text must hold, or the name of a person, and
    `also_mentions` another one; with `as_spelt` no other spelling of a name counts. Lengths are in words.
    `site` is the name of the site that published them. `stars` says that the ratings were asked for in stars
    of five. All ends of ranges are included.
    """

    ratings: tuple[int, ...] | None = None
    rated: bool | None = None
    since: dt.date | None = None
    until: dt.date | None = None
    reviewer: str | None = None
    spoilers: bool | None = None
    mentions: str | None = None
    words_from: int | None = None
    words_to: int | None = None
    helpful_from: int | None = None
    helpful_to: int | None = None
    votes_from: int | None = None
    votes_to: int | None = None
    also_mentions: str | None = None
    as_spelt: bool | None = None
    site: str | None = None
    stars: bool | None = None

    def __bool__(self) -> bool:
        """Whether anything matters at all."""
        return self != Filters()


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in a file that could not be read: where it stands, what stands there, and what is wrong.

    `line` counts from 1; None where the whole file is meant. `text` is the original, possibly cut.
    """

    source: str
    line: int | None
    text: str
    reason: str

    def __str__(self) -> str:
        place = self.source if self.line is None else f"{self.source}:{self.line}"
        return f"{place}: {self.reason}" + (f": {self.text!r}" if self.text else "")


@dataclass(frozen=True, slots=True)
class Note:
    """How a file was read where it could be read otherwise: nothing is wrong, but the host may know better.

    `text` is an example of what stands in the file, empty where there is none.
    """

    source: str
    text: str
    said: str

    def __str__(self) -> str:
        return f"{self.source}: {self.said}" + (f": {self.text!r}" if self.text else "")


@dataclass(frozen=True, slots=True)
class Told:
    """What the host says of a file, whatever the file itself says.

    `film` and `reviewer` are those of all its reviews. `columns` says which column of a table holds what, by
    the names of `pages.columns.USUAL_NAMES`: `{"text": "body"}`. `scale` is what the ratings of a table are
    out of, and `day_first` whether the day stands before the month in its dates, where they don't say it
    themselves.
    """

    film: Film | None = None
    reviewer: str | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    scale: int | None = None
    day_first: bool | None = None


NOTHING_TOLD = Told()


@dataclass(frozen=True, slots=True)
class PageHead:
    """What stands above the reviews of a page, or of the first review of a film in a file of many films.

    `site_total` is how many reviews the site says the film has, `site_id` is the site's own id of the film
    (`tt0396184`); None where the page doesn't tell.
    """

    film: Film
    site_total: int | None
    site_id: str | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """What one file gave. Usually it is one page with one head; a file may hold several pages in a row."""

    source: str
    heads: tuple[PageHead, ...]
    reviews: tuple[Review, ...]
    problems: tuple[Problem, ...]
    notes: tuple[Note, ...]
