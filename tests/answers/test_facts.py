"""Facts of a film: told where a sentence tells them, admitted to be missing where it only has a like word."""

from __future__ import annotations

import pytest

from bot.answers.desk import Desk
from bot.questions.reading import read
from bot.store.library import Library
from tests.making import make_review, save

NEAR = (
    "Viaplay recommended the sequel at the end. Tonny comes home and finds that he has a son.",
    "It is a drama based on realism, shot in a linear way. The plot is set in motion by a debt.",
    "The direction is calm and Jan Kessler is superb. He needs money, for my money he earns it.",
)
TELLING = (
    "I watched it on Netflix last night. It was released in 1999 and takes place in 1961.",
    "It was shot in Copenhagen, on 16mm, and is based on a novel.",
    "Kessler was paid 40 dollars a day. The disc has a commentary by the director.",
)
QUESTIONS = [
    "where can I watch it",
    "is it on netflix",
    "what year is it set in",
    "is it based on a book",
    "where was it filmed",
    "how much did they pay Kessler",
    "is there a director's commentary",
    "did it make money",
    "was it shot on film or digital",
    "is Kessler married",
]
TOLD = QUESTIONS[:7] + QUESTIONS[8:9]


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_like_word_is_no_fact(library: Library, desk: Desk, question: str) -> None:
    save(library, [make_review(f"near{place}", text=text) for place, text in enumerate(NEAR)])
    answer = desk.answer(read(question, desk.known()))
    assert (answer.kind, answer.found) == ("not_in_reviews", False)


@pytest.mark.parametrize("question", TOLD)
def test_a_fact_that_a_review_tells_is_shown(library: Library, desk: Desk, question: str) -> None:
    save(library, [make_review(f"told{place}", text=text) for place, text in enumerate(TELLING)])
    answer = desk.answer(read(question, desk.known()))
    assert (answer.kind, answer.found) == ("opinion", True)


def test_a_name_counts_in_all_its_spellings_and_the_answer_says_so(library: Library, desk: Desk) -> None:
    texts = (
        "Gethin Oakshaw plays the Purser with relish.",
        "Gethin Oakshaw is far too large for the picture.",
        "Gethin Oakshawe has the time of his life.",
        "Nobody else is worth a word.",
    )
    save(
        library,
        [make_review(f"r{place}", rating=place + 5, text=text) for place, text in enumerate(texts)],
    )
    answer = desk.answer(read("average of those who mention Oakshaw", desk.known()))
    assert answer.headline.startswith("3 rated reviews")
    assert '"oakshawe" counts as the same name.' in answer.notes


@pytest.mark.parametrize("question", ["what language is it in", "does it have subtitles", "is it in english"])
def test_a_danish_film_is_no_word_on_its_language(library: Library, desk: Desk, question: str) -> None:
    save(library, [make_review("ada", text="A Danish gangster film. His English-language debut was worse.")])
    save(library, [make_review("ben", text="It follows the trend of dull fights in Danish gangster movies.")])
    answer = desk.answer(read(question, desk.known()))
    assert (answer.kind, answer.found) == ("not_in_reviews", False)
    save(library, [make_review("cho", text="They speak Danish, and the subtitles are good.")])
    assert desk.answer(read(question, desk.known())).found
