"""Every way to say which reviews are meant against every figure, held against some plain arithmetic.

A question is made of a figure and a condition, each in three wordings. What the answer says must be what the
reviews themselves add up to; a question back is no error, but hardly any may be left.
"""

from __future__ import annotations

import re
import statistics
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from itertools import permutations

import pytest

from bot.answers.answer import Answer
from bot.answers.desk import Desk
from bot.answers.place import Place
from bot.indexing import index_files, page_files
from bot.model import Review
from bot.questions.reading import read
from bot.store.library import Library
from bot.store.reviews import every_review
from tests.benchmarks.rounds import PAGES

FILM = "Tallow Quay (2003)"
MOST_ASKED_BACK = 0.01


@dataclass(frozen=True, slots=True)
class Condition:
    """Which reviews are meant, in three wordings that follow `reviews`."""

    name: str
    holds: Callable[[Review], bool]
    wordings: tuple[str, str, str]

    @property
    def of_ratings(self) -> bool:
        """Whether it is a rating that is told."""
        return self.name.startswith("rated")


def _rated(review: Review, low: int, high: int = 10) -> bool:
    return review.rating is not None and low <= review.rating <= high


def _year(review: Review) -> int:
    return review.byline.date.year if review.byline.date else 0


CONDITIONS = (
    Condition(
        "rated between",
        lambda review: _rated(review, 5, 7),
        ("that gave between 5 and 7", "rated 5 to 7", "with a rating from 5 to 7"),
    ),
    Condition(
        "rated above", lambda review: _rated(review, 8), ("that gave more than 7", "rated above 7", "over 7")
    ),
    Condition(
        "rated below",
        lambda review: _rated(review, 0, 5),
        ("that gave less than 6", "rated below 6", "with a score under 6"),
    ),
    Condition(
        "rated at least",
        lambda review: _rated(review, 8),
        ("that gave at least 8", "rated 8 or higher", "with no less than 8"),
    ),
    Condition(
        "rated exactly",
        lambda review: _rated(review, 8, 8),
        ("that gave exactly 8", "rated 8/10", "with a score of 8"),
    ),
    Condition(
        "rated full marks",
        lambda review: _rated(review, 10),
        ("that gave full marks", "with a perfect score", "that gave 5 stars"),
    ),
    Condition(
        "rated 9+", lambda review: _rated(review, 9), ("that gave 9+", "rated 9 or more", "with a 9 or above")
    ),
    Condition(
        "rated a six", lambda review: _rated(review, 6, 6), ("that gave a six", "rated six", "with a 6")
    ),
    Condition(
        "rated 5 or below",
        lambda review: _rated(review, 0, 5),
        ("that gave 5 or below", "rated 5 or less", "with at most 5"),
    ),
    Condition(
        "written in a year",
        lambda review: _year(review) == 2006,
        ("from 2006", "written in 2006", "that were posted in 2006"),
    ),
    Condition(
        "written in a span",
        lambda review: 2004 <= _year(review) <= 2008,
        ("from 2004 to 2008", "written between 2004 and 2008", "that were posted from 2004 through 2008"),
    ),
    Condition(
        "written since",
        lambda review: _year(review) >= 2010,
        ("since 2010", "from 2010 on", "written after 2009"),
    ),
    Condition(
        "by somebody",
        lambda review: review.byline.reviewer == "petra-10",
        ("by petra-10", "written by petra-10", "from petra-10"),
    ),
    Condition(
        "without spoilers",
        lambda review: not review.spoiler,
        ("without spoilers", "that are not marked as spoilers", "with no spoilers"),
    ),
    Condition(
        "with spoilers",
        lambda review: review.spoiler,
        ("with spoilers", "that are marked as spoilers", "with a spoiler warning"),
    ),
    Condition(
        "mentioning",
        lambda review: bool(re.search(r"\baccordions?\b", f"{review.title} {review.text}", re.IGNORECASE)),
        ("that mention the accordion", "mentioning the accordion", "that talk about the accordion"),
    ),
)
FIGURES = {
    "count": ("how many reviews {}", "what is the number of reviews {}", "number of reviews {}?"),
    "share": (
        "what percentage of the reviews are those {}",
        "what share of reviews are {}",
        "percentage of reviews {}",
    ),
    "average": (
        "average rating of reviews {}",
        "mean score of the reviews {}",
        "what is the average of reviews {}",
    ),
    "median": (
        "median rating of reviews {}",
        "what is the median of the reviews {}",
        "median score among the reviews {}",
    ),
    "most common": (
        "most common rating of reviews {}",
        "which rating is most common among the reviews {}",
        "what is the most frequent score in reviews {}",
    ),
    "highest": (
        "highest rating of reviews {}",
        "what is the highest score among the reviews {}",
        "top rating in the reviews {}",
    ),
    "lowest": (
        "lowest rating of reviews {}",
        "what is the lowest score among the reviews {}",
        "worst rating in the reviews {}",
    ),
    "who": ("who wrote the reviews {}", "which reviewers wrote reviews {}", "who wrote reviews {}"),
}


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with the answers of which one must be given; none where there is nothing to tell."""

    text: str
    right: tuple[tuple[str, ...], ...]


def _questions(reviews: Sequence[Review]) -> Iterator[Asked]:
    for condition in CONDITIONS:
        chosen = [review for review in reviews if condition.holds(review)]
        for figure, wordings in FIGURES.items():
            right = tuple(_right(figure, condition, chosen, reviews))
            for wording, words in zip(wordings, condition.wordings, strict=True):
                yield Asked(wording.format(words), right)


def _questions_of_two(reviews: Sequence[Review]) -> Iterator[Asked]:
    """Two conditions at once, in wordings that change from pair to pair."""
    for number, (one, other) in enumerate(permutations(CONDITIONS, 2)):
        if _are_of_one_kind(one, other):
            continue
        chosen = [review for review in reviews if one.holds(review) and other.holds(review)]
        rated = one if one.of_ratings else other
        for figure in ("average", "highest", "who"):
            words = f"{one.wordings[number % 3]} {other.wordings[(number + 1) % 3]}"
            yield Asked(
                FIGURES[figure][number % 3].format(words), tuple(_right(figure, rated, chosen, reviews))
            )


def _are_of_one_kind(one: Condition, other: Condition) -> bool:
    return any(
        one.name.startswith(kind) and other.name.startswith(kind) for kind in ("rated", "written")
    ) or ({one.name, other.name} == {"with spoilers", "without spoilers"})


def _right(
    figure: str, condition: Condition, chosen: Sequence[Review], reviews: Sequence[Review]
) -> Iterator[tuple[str, ...]]:
    """What must stand in the answer, in each of the ways in which it may be told."""
    rated = [review for review in reviews if review.rating is not None]
    match figure:
        case "count":
            yield (f"{len(chosen)} of",)
        case "share":
            for whole in (rated, reviews) if condition.of_ratings else (reviews,):
                yield (_percent(len(chosen), len(whole)),)
        case "who":
            yield tuple(review.byline.reviewer for review in chosen)
        case _:
            ratings = [review.rating for review in chosen if review.rating is not None]
            yield from _of_ratings(figure, ratings) if ratings else ()


def _of_ratings(figure: str, ratings: Sequence[int]) -> Iterator[tuple[str, ...]]:
    match figure:
        case "average":
            yield (f"{_rounded(Decimal(sum(ratings)) / len(ratings), '0.01')}",)
        case "median":
            yield (f"is {Decimal(str(statistics.median(ratings))).normalize():f} out of 10",)
        case "most common":
            most = Counter(ratings).most_common()
            yield tuple(f"{rating}/10" for rating, number in most if number == most[0][1])
        case "highest":
            yield (f"is {max(ratings)}/10",)
        case "lowest":
            yield (f"is {min(ratings)}/10",)


def _rounded(number: Decimal, places: str) -> Decimal:
    return number.quantize(Decimal(places), ROUND_HALF_UP)


def _percent(part: int, whole: int) -> str:
    return f"{_rounded(Decimal(100 * part) / whole, '0.1').normalize():f}%"


def _is_right(answer: Answer, asked: Asked) -> bool:
    told = " ".join(
        (answer.text, *(fact.value for fact in answer.facts), *(q.reviewer for q in answer.quotes))
    )
    if not asked.right:
        return not answer.found
    return any(all(part in told for part in parts) for parts in asked.right)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    library = Library(tmp_path_factory.mktemp("cross") / "library.db")
    index_files(library, page_files(PAGES["B"]))
    return Desk(library)


def _answers(
    desk: Desk, ask: Callable[[Sequence[Review]], Iterator[Asked]]
) -> Iterator[tuple[Asked, Answer]]:
    library = desk._library  # noqa: SLF001 - the reviews themselves are the truth
    reviews = [stored.review for stored in every_review(library) if str(stored.review.film) == FILM]
    place = Place(film=FILM)
    for asked in ask(reviews):
        yield asked, desk.answer(read(asked.text, desk.known(place)), place)


@pytest.mark.parametrize("ask", [_questions, _questions_of_two], ids=["one condition", "two conditions"])
def test_a_figure_is_what_the_reviews_add_up_to(
    desk: Desk, ask: Callable[[Sequence[Review]], Iterator[Asked]]
) -> None:
    answers = list(_answers(desk, ask))
    wrong = [
        (asked, answer.text) for asked, answer in answers if answer.found and not _is_right(answer, asked)
    ]
    assert not wrong
    asked_back = [asked.text for asked, answer in answers if not answer.found and asked.right]
    assert len(asked_back) <= MOST_ASKED_BACK * len(answers), asked_back
