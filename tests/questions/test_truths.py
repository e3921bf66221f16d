"""Figures asked for in many voices are those that a plain count over the sample pages gives.

Each kind of question stands beside its count, made here from the parsed pages alone, and is asked in the
words of strangers: short, long, chatty, without capitals, by statements and telegraph style.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Sequence
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from statistics import median, multimode
from typing import TypeAlias

import pytest

from bot.answers.desk import Desk
from bot.answers.place import Place
from bot.model import Review
from bot.pages.reading import read_page
from bot.questions.reading import read
from tests.benchmarks.rounds import PAGES, open_desks

Reviews: TypeAlias = Sequence[Review]
Truth: TypeAlias = Callable[[Reviews], "str | set[str]"]


def rated(reviews: Reviews, low: int = 0, high: int = 10) -> list[Review]:
    return [each for each in reviews if each.rating is not None and low <= each.rating <= high]


def mean(reviews: Reviews) -> str:
    ratings = [Decimal(each.rating) for each in reviews if each.rating is not None]
    return str((sum(ratings, Decimal()) / len(ratings)).quantize(Decimal("0.01"), ROUND_HALF_UP))


def written(reviews: Reviews, since: int = 0, until: int = 9999) -> list[Review]:
    return [each for each in reviews if each.byline.date and since <= each.byline.date.year <= until]


def names(reviews: Reviews) -> set[str]:
    return {each.byline.reviewer for each in reviews}


def most(reviews: Reviews, measure: Callable[[Review], float]) -> set[str]:
    top = max(map(measure, reviews))
    return names([each for each in reviews if measure(each) == top])


def words(review: Review) -> int:
    return len(review.text.split())


def day(review: Review) -> dt.date:
    return review.byline.date or dt.date.max


def points(review: Review) -> int:
    return 0 if review.rating is None else review.rating


def holding(reviews: Reviews, word: str) -> list[Review]:
    pattern = re.compile(rf"(?<!\w){word}(?!\w)")
    return [each for each in reviews if pattern.search(f"{each.title} {each.text}".lower())]


def number(reviews: Reviews) -> str:
    return str(len(reviews))


ASKED: list[tuple[Truth, str]] = [
    (
        lambda all_: number(rated(all_, 9, 9)),
        """
        how many nines are in there; count the 9s for me; nines: how many?; number of people who settled
        on a 9 ; what's the tally of nines; how many landed on nine; how often was a nine given; how many
        9/10s we got
        """,
    ),
    (
        lambda all_: number(rated(all_, 8)),
        """
        how many went 8 or up; count of ratings that are at least an eight; how many reached 8 ; ppl who
        scored it 8+, total?; how many didnt go under 8; how many gave it no less than eight ; in how many
        reviews is the mark 8 or better; how many cleared 7; how many made it to an 8; 8 and up: how many
        ; eight or nine or ten, how many gave that
        """,
    ),
    (
        lambda all_: number(rated(all_, 0, 5)),
        """
        how many stayed at 5 or below; how many never got above a five; number of marks up to and
        including 5 ; how many ended up under six; how many gave a five at most; how many are there who
        went no higher than 5 ; five or worse, how many; how many didnt reach a 6; how many couldn't make
        it past five ; 5/10 or below, number of; how many dipped under 6
        """,
    ),
    (
        lambda all_: number(rated(all_, 6, 8)),
        """
        how many sit between 6 and 8; how many in the 6-8 zone, ends included; six to eight: how many
        reviews ; how many fell within 6 and 8; count of everyone from six up to eight; how many are in
        the 6 to 8 bracket ; how many had 6, 7 or 8; how many gave six, seven or eight; anything from 6
        through 8, count pls ; how many hovered between a six and an eight; number of marks no lower than
        6 and no higher than 8
        """,
    ),
    (
        lambda all_: names(rated(all_, 10, 10)),
        """
        who gave it full marks; names of all the people who maxed it out; which reviewers went for a ten ;
        who's in the ten club; everyone with a 10/10, please; who handed out tens; perfect scores came
        from whom
        """,
    ),
    (
        lambda all_: names(rated(all_, 0, 4)),
        """
        who stayed at four or below; names of everybody under a 5; which reviewers couldn't get past a 4 ;
        who rated it lower than five; who ended up at 4 or less
        """,
    ),
    (
        mean,
        """
        average?; whats the mean rating; on average how is it rated; what do the marks average out at ;
        all ratings averaged, please; mean score over all reviewers; avg mark plz ; how high is the
        average; the average, no more; can u average the ratings for me; what's it averaging ; the
        arithmetic mean of the marks; taken together what do they give it in the mean
        """,
    ),
    (
        lambda all_: f"{median(map(points, rated(all_))):g}",
        """
        median?; the middle mark if you sort them all; what's the median score; line up the ratings, which
        one is in the middle; which mark sits right in the middle; middle value of all the ratings; the
        50th percentile of the ratings
        """,
    ),
    (
        lambda all_: f"{max(multimode(map(points, rated(all_))))}",
        """
        which mark comes up most; most frequent rating; what rating was handed out most often; the mode ;
        the commonest mark; which score do most people give
        """,
    ),
    (
        lambda all_: most(rated(all_), points),
        """
        who gave the highest mark; who was the most generous; whose rating is the top one; who liked it
        best ; the kindest reviewer; biggest fan?; who rated it highest
        """,
    ),
    (
        lambda all_: most(rated(all_), lambda each: -points(each)),
        """
        who was the meanest; who's the hater, lowest mark?; whose is the lowest rating; who rated it worst
        ; harshest critic please; name the grumpiest reviewer; who gave the least
        """,
    ),
    (
        lambda all_: most(all_, words),
        """
        who wrote the most; longest review is whose; someone wrote an essay here, who; who went on and on
        ; whose review has the most words; who had the most to say; biggest wall of text, by whom; who
        rambled the most
        """,
    ),
    (
        lambda all_: most(all_, lambda each: -words(each)),
        """
        shortest one, by whom; who kept it short; who said it in the fewest words; who was briefest; who
        barely wrote anything; fewest words, whose ; the tersest review comes from; who wrote the least;
        whose review is the quickest to read
        """,
    ),
    (
        lambda all_: most(all_, lambda each: -day(each).toordinal()),
        """
        who was first to review it; the earliest review, whose is it; who got in first with a review ;
        oldest review is by; who wrote the very first review; first ever review, who wrote that; who
        started reviewing it ; who posted earliest
        """,
    ),
    (
        lambda all_: most(written(all_), lambda each: day(each).toordinal()),
        """
        who wrote the latest review; the newest one is by whom; most recent reviewer; whose review came
        last ; freshest review, who?; who reviewed it most recently; last one to post a review was who
        """,
    ),
    (
        lambda all_: most(all_, lambda each: each.votes.helpful if each.votes else 0),
        """
        who got the most helpful votes; top review by raw helpful votes; whose review collected the most
        helpful votes
        """,
    ),
    (
        lambda all_: number([each for each in all_ if each.spoiler]),
        """
        how many carry a spoiler warning; how many put a spoiler tag on it; reviews with spoilers: how
        many ; how many are flagged for spoilers; how many of them spoil it; number of spoiler-marked
        reviews
        """,
    ),
    (
        lambda all_: names([each for each in all_ if each.spoiler]),
        """
        who put a spoiler warning on theirs; which reviewers flagged spoilers; whose reviews are marked as
        spoilers ; who left a spoiler warning
        """,
    ),
    (
        lambda all_: mean([each for each in all_ if not each.spoiler]),
        """
        mean without the spoilery ones; average once you throw out the spoilers; avg if the spoiler
        reviews don't count ; leaving out everything with a spoiler tag, what's the mean; average of the
        spoiler-free reviews ; put the spoilers aside, what's the average
        """,
    ),
    (
        lambda all_: number(written(all_, 2008)),
        """
        how many came in from 2008 on; reviews since 2008, how many; how many were written in 2008 or
        later ; 2008 onwards: number of reviews; how many reviews are no older than 2008; how many after
        2007
        """,
    ),
    (
        lambda all_: mean(written(all_, 2007, 2022)),
        """
        mean from 2007 thru 2022; average of the ones written between 2007 and 2022 ; if I only count 2007
        to 2022, what's the average; avg for 2007-2022 ; what did people give it on average from 2007 up
        to and including 2022
        """,
    ),
    (
        lambda all_: number(holding(all_, "strake")),
        """
        how many mention Strake; in how many reviews does Strake come up; Strake gets named in how many ;
        how many namecheck strake; how many bring strake up; how many talk about Strake
        """,
    ),
    (
        lambda all_: mean(holding(all_, "strake")),
        """
        average of the reviews that mention strake; mean of those in which Strake is mentioned ; what do
        the ones that bring up Strake average; avg where strake gets a mention
        """,
    ),
    (
        number,
        """
        how many reviews; size of the pile of reviews; how big is the stack of reviews you've got; review
        count? ; how many have you saved; how many people weighed in; total number of reviews ; how many
        reviews do we even have
        """,
    ),
    (
        lambda all_: number([each for each in all_ if each.rating is None]),
        """
        how many forgot to rate it; how many gave no number; how many left no rating; how many didn't
        bother with a score; reviews without stars, how many ; how many are unrated; how many never gave a
        mark
        """,
    ),
]
EVERYWHERE: list[tuple[Truth, str]] = [
    (
        mean,
        """average over everything you have; all films together: mean rating
        ; mean of every review in the library""",
    ),
    (
        lambda all_: number(rated(all_, 10, 10)),
        """how many tens in the whole library; perfect 10s across all films: total?
        ; across every film, how many 10s""",
    ),
    (
        lambda all_: most(all_, words),
        "who wrote the longest review of all films; longest review in the entire library, whose",
    ),
    (lambda all_: number(all_), "how many reviews are there in all; how many reviews over all films"),
]


def asked_in_voices(asked: list[tuple[Truth, str]]) -> list[tuple[str, Truth]]:
    return [(" ".join(words.split()), truth) for truth, voices in asked for words in voices.split(";")]


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return open_desks(tmp_path_factory.mktemp("truths"))["B"]


@pytest.fixture(scope="module")
def pages() -> dict[str, Reviews]:
    parsed = [read_page(Path(page).read_bytes(), page.name) for page in PAGES["B"]]
    return {str(page.reviews[0].film): page.reviews for page in parsed}


def tells(desk: Desk, question: str, place: Place, truth: str | set[str]) -> str | None:
    """What the answer says where it isn't the truth; None where it is, or where no figure is claimed."""
    answer = desk.answer(read(question, desk.known(place)), place)
    said = " ".join(
        [
            answer.headline,
            *(fact.value for fact in answer.facts),
            *(quote.reviewer for quote in answer.quotes),
        ]
    )
    found = re.findall(r"\d+(?:\.\d+)?", answer.headline.replace(",", ""))
    if isinstance(truth, str):
        right = any(Decimal(each) == Decimal(truth) for each in found)
    else:
        right = all(name in said for name in truth)
    return None if answer.found and right else f"{answer.kind}: {answer.headline}"


@pytest.mark.parametrize(("question", "truth"), asked_in_voices(ASKED))
def test_a_figure_of_a_film_is_its_count(
    question: str, truth: Truth, desk: Desk, pages: dict[str, Reviews]
) -> None:
    said = {film: tells(desk, question, Place(film=film), truth(reviews)) for film, reviews in pages.items()}
    assert said == dict.fromkeys(pages)


@pytest.mark.parametrize(("question", "truth"), asked_in_voices(EVERYWHERE))
def test_a_figure_of_all_films_is_their_count(
    question: str, truth: Truth, desk: Desk, pages: dict[str, Reviews]
) -> None:
    every = [review for reviews in pages.values() for review in reviews]
    assert tells(desk, question, Place(film=None), truth(every)) is None
