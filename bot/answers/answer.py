"""What to show, with no markup and no Discord: every front end is a rendering of an `Answer`."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field
from typing import TypeAlias

from bot.model import Film
from bot.questions.kinds import Question


@dataclass(frozen=True, slots=True)
class Fact:
    """One figure or statement with its label, such as `Median` and `8 of 10`.

    What the headline, a byline or the picture tells already is not `shown` again on a screen; scripts get it.
    """

    label: str
    value: str
    shown: bool = field(default=True, compare=False)


@dataclass(frozen=True, slots=True)
class Quote:
    """A passage of a review, verbatim, with what a reader needs to weigh it.

    `stress` holds (start, end) spans of `text` to be stressed. `begins` and `ends` say whether the passage
    starts where the review's body starts and ends where it ends. `spoiler` is whether its author marked the
    review so, `gives_away` whether the passage speaks of the ending all the same.
    """

    review_id: str
    film: Film
    reviewer: str
    byline_certain: bool
    rating: int | None
    date: dt.date | None
    helpful: int | None
    total: int | None
    spoiler: bool
    title: str
    text: str
    stress: tuple[tuple[int, int], ...] = ()
    begins: bool = True
    ends: bool = True
    gives_away: bool = False

    @property
    def hidden(self) -> bool:
        """Whether the text must never be shown open, nor the title of a marked review."""
        return self.spoiler or self.gives_away


@dataclass(frozen=True, slots=True)
class Histogram:
    """How many reviews gave each rating: `counts[0]` is for 1 of 10, `counts[9]` for 10 of 10."""

    film: Film
    counts: tuple[int, ...]
    mean: float


@dataclass(frozen=True, slots=True)
class YearOfRatings:
    """The reviews that were written in one year: how many, how many of them rated, and their mean rating."""

    year: int
    reviews: int
    rated: int
    mean: float | None


@dataclass(frozen=True, slots=True)
class RatingsByYear:
    """How a film was rated in each year that brought a review, the earliest first."""

    film: Film
    years: tuple[YearOfRatings, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """The ratings of two films beside each other."""

    first: Histogram
    second: Histogram


Picture: TypeAlias = Histogram | RatingsByYear | Comparison


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A question that suggests itself next; front ends make it a button or an example."""

    label: str
    question: Question


@dataclass(frozen=True, slots=True)
class Paging:
    """Where in a longer list this answer stands. Pages count from 1.

    `total` is how many results there are; `exact` is False where counting all of them would cost too much,
    and `total` is then the number that there are more of.
    """

    page: int
    pages: int
    total: int
    exact: bool = True


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer to one question.

    `question` is the question as answered: with its film settled, so that asking it again gives the same
    wherever it is asked. `headline` is the answer in one sentence, `notes` are sentences that belong below.
    `found` is False where nothing is claimed. `named` holds what opens each of those that the words name in a
    row, where these are no quotes. `paging` is None where the answer is whole; otherwise the same
    question with another `page` gives another page.
    """

    question: Question
    found: bool
    headline: str
    notes: tuple[str, ...] = ()
    facts: tuple[Fact, ...] = ()
    quotes: tuple[Quote, ...] = ()
    picture: Picture | None = None
    follow_ups: tuple[FollowUp, ...] = ()
    paging: Paging | None = None
    film: Film | None = None
    named: tuple[Question, ...] = ()

    @property
    def kind(self) -> str:
        """The question's kind, in snake case."""
        return self.question.kind

    @property
    def further_facts(self) -> tuple[Fact, ...]:
        """The facts to show below the headline; none where it tells the figures of all of them."""
        facts = tuple(fact for fact in self.facts if fact.shown)
        told = [text for fact in facts for text in (fact.label, fact.value)]
        repeated = all(
            re.search(rf"(?<![\w.]){re.escape(text)}(?!\w)", self.headline, re.IGNORECASE) for text in told
        )
        return () if repeated else facts

    @property
    def text(self) -> str:
        """The answer in words, without its quotes."""
        return " ".join((self.headline, *self.notes))
