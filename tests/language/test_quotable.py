"""Which sentences can be quoted by themselves, which are worth it, and which of them comes first."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language import quotable_phrases
from bot.language.quotable import (
    GOOD,
    LONGEST,
    SHORTEST,
    best_apart,
    good_quotes,
    places_for_quotes,
    standing_alone,
)
from bot.language.quotable_phrases import RETELLS, Phrase
from bot.language.sentences import sentences

PAGES = sorted(Path(__file__).parents[2].joinpath("data", "pages").glob("*.txt"))


def good(text: str) -> list[str]:
    return [text[slice(*quote.span)] for quote in good_quotes(text)]


def standing(text: str) -> list[str]:
    return [text[slice(*quote.span)] for quote in best_apart(standing_alone(text))]


JUDGING_OR_PAINTING = [
    "The synth score throbs like a toothache in an empty house.",
    "Hanna Voss lights molten glass the way other people light faces.",
    "It is the saddest comedy I have ever seen, and the most polite.",
    "A horror film that is afraid of its own shadow.",
    "The villain has one mood, and it is Monday.",
    "Rufus Okoro doesn't play the Magistrate, he wears him like somebody else's coat.",
    "This film is a magnificent waste of three good actors.",
    "I kept hoping the curtains would get a bigger part.",
    "You could fry an egg on the tension in the kitchen scene.",
    "The story has more holes than the umbrella.",
    "Most thrillers chase their hero; this thriller lets him walk.",
    "Nobody in this film has ever met another human being, least of all the screenwriter.",
    "There is something mesmerizing about the way the camera waits.",
    "I PAID TWELVE POUNDS AND FELL ASLEEP BEFORE THE CREDITS HAD A CHANCE TO ROLL.",
]
LEANING = [
    "As a result, he soon finds a brilliant way out of town.",
    "But that is the beautiful thing about this film.",
    "On the second night the acting is superb and the weather awful.",
    "Whenever he enters, the wonderful fog machine seems to follow.",
    "Her performance is the most moving thing in it.",
    "They are, as usual, very professional and brilliant.",
    "That said, the acting is wonderful from beginning to end.",
    "Needlessly, in my opinion, but the film is brilliant all the same.",
    "The latter is the better film, and the funnier one as well.",
    "It's a wonderful face that we see in the window.",
    "Oakshaw plays him with brilliant relish and a limp.",
    "This scene alone is worth the ticket and the popcorn.",
]
RETELLING = [
    "Carl Dunne is released from prison and finds out that his brother has sold the boat.",
    "The story follows a detective who has to find a kidnapped girl before her father pays.",
    "Tess (Maud Arkwright) is a vet who inherits a farm and marries the man next door.",
    "Dr. Halloran falls in love with his patient, leaves his wife and steals the serum.",
    "Everybody takes him for a bum.",
    "Now they must find the money before Friday.",
]
OF_NO_USE = [
    "As said in other reviews, it's a brilliant film on its own.",
    "I give it a solid 8 out of 10 because the acting is brilliant.",
    "I had seen the first and the third and now saw this one.",
    "Picture quality is excellent, and the disc has two deleted scenes.",
    "Un film magnifique, porté par une actrice au sommet de son art.",
    "Неплохое кино, но первый фильм всё-таки гораздо лучше этого.",
    "The brilliant ending, in which nobody gets what they came for.",
    "She is wonderful until the butler kills her with a brilliant trick.",
    "More about this wonderful film at https://example.org/films today.",
]


@pytest.mark.parametrize("sentence", JUDGING_OR_PAINTING)
def test_a_sentence_that_judges_or_paints_is_quoted(sentence: str) -> None:
    assert good(f"I went on a Tuesday. {sentence} We had soup afterwards.") == [sentence]


@pytest.mark.parametrize("sentence", LEANING)
def test_a_sentence_that_leans_on_another_is_not_quoted_without_it(sentence: str) -> None:
    before = "We drove for two hours with the windows down and the radio off, and we stopped twice for tea."
    assert sentence not in good(f"{before} {sentence} We had soup afterwards.")
    assert sentence not in standing(f"{before} {sentence} We had soup afterwards.")


@pytest.mark.parametrize("sentence", [*RETELLING, *OF_NO_USE])
def test_a_sentence_that_retells_or_says_nothing_of_the_film_is_not_quoted(sentence: str) -> None:
    assert not good(f"I went on a Tuesday.\n\n{sentence}")


def test_a_sentence_is_quoted_with_the_one_it_leans_on() -> None:
    text = "Bruno Káldossy doesn't act, he weathers. You can read a whole marriage in the way he ties a knot."
    assert good(text) == [text]
    assert good(f"It rained.\n\n{text}\n\nHe has a brother.") == [text]


def test_short_sentences_are_told_in_one_breath() -> None:
    assert good("I am told this is a thriller. Nobody has told the director.") == [
        "I am told this is a thriller. Nobody has told the director."
    ]


def test_the_best_sentence_comes_first() -> None:
    plain = "The acting is good, and the film is not too long."
    best = "The funniest film of the year moves like a drunk piano down a flight of stairs."
    assert good(f"{plain}\n\nWe came by bus and left by bus.\n\n{best}") == [best, plain]


def test_it_is_the_film_where_the_reviewer_begins_so() -> None:
    sentence = "It isn't scary so much as sleepy, like a ghost after lunch."
    assert good(f"We had soup.\n\n{sentence}") == [sentence]
    assert not good(
        "The butler has a hat from the war that nobody mentions, and a stick that was somebody else's. "
        "It suits the man who wears it like a crown of beautiful feathers."
    )


def test_reviewers_without_capitals_are_quoted_too() -> None:
    text = "ok so i went. the score is incredible, like being followed home by a fridge. more later\nbye"
    assert "the score is incredible, like being followed home by a fridge." in good(text)


def test_a_plain_sentence_is_found_by_its_word_though_not_quoted_unasked() -> None:
    text = "The film is a gorgeous postcard from the sea.\n\nI could almost taste the salt."
    found = [text[slice(*quote.span)] for quote in standing_alone(text, holds=lambda part: "salt" in part)]
    assert found == ["I could almost taste the salt."]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_phrase_is_never_missed_for_want_of_its_words(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    named = [phrase for phrase in vars(quotable_phrases).values() if isinstance(phrase, Phrase)]
    for start, end in sentences(" ".join((text, *JUDGING_OR_PAINTING, *LEANING, *RETELLING, *OF_NO_USE))):
        small = " " + text[start:end].replace("’", "'").lower()
        words = {word.strip("\"'().,;:!?-") for word in small.replace("'s ", " ").split()}
        for phrase in (*named, *RETELLS):
            if phrase.pattern.search(small):
                assert not phrase.words.isdisjoint(words), (phrase.pattern.pattern[:60], small)


@given(
    st.text(
        st.sampled_from("abc ABC.!?…\n\"'()“”’-—it the film is like a of he") | st.characters(), max_size=600
    )
)
def test_any_text_gives_quotes_of_fit_length_apart_from_each_other(text: str) -> None:
    quotes = good_quotes(text)
    assert len(quotes) <= places_for_quotes(text)
    assert all(quote.worth >= GOOD for quote in quotes)
    assert [quote.worth for quote in quotes] == sorted((quote.worth for quote in quotes), reverse=True)
    spans = sorted(quote.span for quote in best_apart(standing_alone(text)))
    assert all(SHORTEST <= end - start <= LONGEST for start, end in spans)
    assert all(end <= start for (_, end), (start, _) in pairwise(spans))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_film_of_some_reviews_has_quotes(page: Path) -> None:
    reviews = page.read_text(encoding="utf-8").split("Permalink")
    quoted = sum(bool(good_quotes(review)) for review in reviews)
    assert quoted * 2 > len(reviews)
