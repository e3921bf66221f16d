from __future__ import annotations

import datetime as dt

import pytest

from bot.answers.answer import Answer
from bot.answers.desk import Desk
from bot.answers.place import Place
from bot.model import Film, Filters
from bot.questions.kinds import EVERY_FILM, Count, TopReviews
from bot.questions.reading import read
from bot.store.library import Library
from tests.making import HARBOUR, HARBOUR_II, make_review, save

GULL = Film("The Gull House", 2011)


@pytest.fixture(autouse=True)
def three_films(library: Library) -> None:
    save(
        library,
        [
            make_review(
                "ada-77", rating=10, votes=(54, 62), date=dt.date(2005, 3, 1), text="Brandt is a tide. " * 40
            ),
            make_review(
                "Ben Lee",
                rating=7,
                votes=(2, 2),
                date=dt.date(2005, 8, 9),
                text="Slow boats, Brandt's boats.",
            ),
            make_review(
                "cho", rating=None, votes=None, date=dt.date(2010, 1, 2), text="I slept through the reel."
            ),
            make_review(
                "dag",
                rating=7,
                votes=(9, 20),
                date=dt.date(2012, 6, 6),
                spoiler=True,
                text="The pilot drowns.",
            ),
            make_review(
                "eve", rating=4, votes=(0, 1), date=dt.date(2015, 6, 6), title="Brandt!", text="A cold boat."
            ),
            make_review(
                "ada-77", rating=4, film=HARBOUR_II, date=dt.date(2011, 2, 1), text="A second helping."
            ),
            make_review(
                "fay", rating=9, film=HARBOUR_II, date=dt.date(2011, 2, 3), text="Warmer than the first."
            ),
            make_review("gil", rating=8, film=GULL, date=dt.date(2012, 2, 3), text="Gulls and gulls."),
        ],
    )


@pytest.fixture
def ask(desk: Desk) -> Asker:
    return Asker(desk)


class Asker:
    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    def __call__(self, text: str, film: str | None = None) -> Answer:
        place = Place(film=film)
        return self.desk.answer(read(text, self.desk.known(place)), place)


@pytest.mark.parametrize(
    ("text", "headline"),
    [
        ("how many gave harbour lights a 7", "2 of 4 rated reviews of Harbour Lights (1999) gave 7/10."),
        (
            "how many gave harbour lights 8+",
            "1 of 4 rated reviews of Harbour Lights (1999) gave 8/10 or more.",
        ),
        (
            "how many 7s did harbour lights get without spoilers",
            "1 of 3 rated reviews of Harbour Lights (1999) that are not marked as spoilers gave 7/10.",
        ),
        (
            "how many reviews of harbour lights are from 2005",
            "2 of 5 reviews of Harbour Lights (1999) were written in 2005.",
        ),
        (
            "how many reviews of harbour lights mention brandt",
            '3 of 5 reviews of Harbour Lights (1999) mention "brandt".',
        ),
        ("how many reviews does the gull house have", "The Gull House (2011) has 1 review."),
        ("how many reviews of all films gave a 4", "2 of 7 rated reviews of all 3 films here gave 4/10."),
        ("how many different reviewers are there", "7 reviewers wrote the 8 reviews of all 3 films here."),
        (
            "what percentage of harbour lights reviews gave 7",
            "50%: 2 of 4 rated reviews of Harbour Lights (1999) gave 7/10.",
        ),
        (
            "average of the harbour lights reviews that mention brandt",
            '3 rated reviews of Harbour Lights (1999) that mention "brandt" average 7.00 out of 10.',
        ),
        (
            "median score of harbour lights",
            "The median of 4 rated reviews of Harbour Lights (1999) is 7 out of 10.",
        ),
        (
            "most common rating of harbour lights",
            "The most common rating is 7/10: given by 2 of 4 rated reviews of Harbour Lights (1999).",
        ),
        (
            "which year has the most reviews of harbour lights",
            "The year with the most reviews is 2005: 2 of 5 reviews of Harbour Lights (1999).",
        ),
        (
            "who gave harbour lights the lowest rating",
            "The lowest rating is 4/10, given by 1 of 4 rated reviews of Harbour Lights (1999): eve.",
        ),
        (
            "longest review of harbour lights",
            "The longest review of Harbour Lights (1999) is by ada-77: 160 words, rated 10/10.",
        ),
        (
            "earliest review of harbour lights",
            "The earliest review of Harbour Lights (1999) is by ada-77: 1 March 2005, rated 10/10.",
        ),
        ("what did ben lee give harbour lights", "Ben Lee gave Harbour Lights (1999) 7/10."),
        ("when did eve review harbour lights", "eve reviewed Harbour Lights (1999) on 6 June 2015."),
        (
            "is harbour lights rated higher than the gull house",
            "The Gull House (2011) has the higher average rating: 8.00 of 10, over 1 rated review; "
            "Harbour Lights (1999) 7.00 of 10, over 4 rated reviews.",
        ),
        (
            "which film got the most 4s",
            "2 films share the most reviews that gave 4/10: "
            "Harbour Lights (1999) 1 of 4 rated reviews (25%); "
            "Harbour Lights II (2003) 1 of 2 rated reviews (50%).",
        ),
    ],
)
def test_a_figure_says_what_was_counted_out_of_what(ask: Asker, text: str, headline: str) -> None:
    answer = ask(text)
    assert answer.found
    assert answer.headline == headline


def test_those_who_were_counted_are_named_when_they_are_few(ask: Asker) -> None:
    facts = {fact.label: fact.value for fact in ask("who gave harbour lights a 7").facts}
    assert facts == {"Reviews": "2", "Out of": "4 rated reviews", "By": "Ben Lee (7/10), dag (7/10)"}


def test_it_means_the_channels_film_and_without_one_the_film_is_asked_for(ask: Asker) -> None:
    assert ask("how many gave it a 9", film="Harbour Lights II (2003)").headline.startswith(
        "1 of 2 rated reviews"
    )
    answer = ask("how many gave it a 9")
    assert not answer.found
    assert "Which film" in answer.headline
    *films, every = answer.follow_ups
    assert {follow_up.label for follow_up in films} == {str(HARBOUR), str(HARBOUR_II), str(GULL)}
    assert every.label == "All films"
    assert every.question == Count(EVERY_FILM, Filters(ratings=(9,)))


def test_a_share_of_all_reviews_is_told_beside_that_of_the_rated_ones(ask: Asker) -> None:
    answer = ask("what share of harbour lights reviews gave 10")
    assert answer.headline.startswith("25%: 1 of 4 rated reviews")
    assert answer.notes == ("Of all 5 reviews, rated or not, that is 20%.",)


def test_least_helpful_tells_whose_many_readers_found_so(ask: Asker) -> None:
    answer = ask("least helpful review of harbour lights")
    assert "by eve: 0 of 1 found it helpful" in answer.headline
    assert "dag's: 9 of 20 found it helpful" in answer.notes[0]


def test_what_stays_unread_is_asked_back_with_the_likeliest_reading(ask: Asker) -> None:
    answer = ask("how many americans gave harbour lights a 7")
    assert not answer.found
    assert answer.headline == 'I could not read "americans", so I give no figure. Did you mean:'
    assert [follow_up.label for follow_up in answer.follow_ups] == [
        'How many reviews of "Harbour Lights (1999)" rated 7'
    ]
    assert not answer.facts


@pytest.mark.parametrize(
    ("text", "together"),
    [
        (
            "average of harbour lights and harbour lights 2 together",
            "Together: 6.83 of 10, over 6 rated reviews.",
        ),
        (
            "median of harbour lights and harbour lights 2 combined",
            "Together: 7 of 10, over 6 rated reviews.",
        ),
        ("how many reviews do harbour lights and harbour lights 2 have together", "Together: 7 reviews."),
        (
            "what percentage gave harbour lights and harbour lights 2 at least 9",
            "Together: 2 of 6 rated reviews (33.3%).",
        ),
    ],
)
def test_films_that_are_named_are_told_together_too(ask: Asker, text: str, together: str) -> None:
    assert together in ask(text).notes


def test_an_average_of_nothing_is_no_figure(ask: Asker) -> None:
    answer = ask("average rating of harbour lights in 1999")
    assert not answer.found
    assert "was written in 1999" in answer.headline


def test_a_reviewer_who_did_not_review_the_film_gives_no_rating(ask: Asker) -> None:
    answer = ask("what did fay give the gull house")
    assert not answer.found
    assert (
        answer.headline
        == "No review of The Gull House (2011) is by fay, who wrote of Harbour Lights II (2003)."
    )


def test_two_reviewers_are_set_beside_each_other(desk: Desk) -> None:
    place = Place(film=str(HARBOUR))
    answer = desk.answer(read("who liked it more, ada-77 or Ben Lee", desk.known(place)), place)
    assert [(fact.label, fact.value) for fact in answer.facts] == [("ada-77", "10/10"), ("Ben Lee", "7/10")]
    assert answer.headline.startswith("ada-77 gave Harbour Lights (1999) 10/10. Ben Lee gave")


def test_reviews_asked_for_are_counted_and_shown(ask: Asker) -> None:
    answer = ask("reviews of harbour lights from 2005")
    assert answer.kind == "top_reviews"
    assert answer.headline == "2 of 5 reviews of Harbour Lights (1999) were written in 2005."
    assert {quote.reviewer for quote in answer.quotes} == {"ada-77", "Ben Lee"}
    assert not any(isinstance(one.question, TopReviews) for one in answer.follow_ups)


def test_what_was_counted_can_be_read(ask: Asker) -> None:
    answer = ask("how many reviews of harbour lights are from 2005")
    read_them = next(one.question for one in answer.follow_ups if one.label == "Read them")
    assert isinstance(read_them, TopReviews)


def test_stars_are_told_as_they_were_read_and_may_have_meant_points(ask: Asker) -> None:
    answer = ask("how many 5 star reviews of harbour lights")
    assert answer.headline == "1 of 4 rated reviews of Harbour Lights (1999) gave 5 stars (10/10)."
    other = next(one.question for one in answer.follow_ups if one.label == "5/10 instead")
    assert other == Count(str(HARBOUR), Filters(ratings=(5,)))


def test_figures_of_a_person_named_in_full_agree(ask: Asker, library: Library) -> None:
    texts = ("Otto Brandt is good.", "I saw Otto Brandt sing.", "Brandt again.", "Nobody here.")
    film = Film("The Tugboat", 2020)
    save(library, [make_review(f"user{i}", film=film, text=text) for i, text in enumerate(texts)])
    counted = ask("how many reviews of the tugboat mention otto brandt").headline
    mentioned = ask("who mentions otto brandt in the tugboat").headline
    assert counted.split()[0] == mentioned.split()[0] == "3"


def test_years_and_ratings_that_are_level_are_told_in_the_plural(ask: Asker) -> None:
    assert ask("which year has the most reviews of harbour lights").headline.startswith("The year with")
    assert ask("most common rating of harbour lights ii").headline.startswith("The most common ratings are ")
