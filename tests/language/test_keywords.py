from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.keywords import MOST_WORDS, Keywords, Term, parse_keywords
from bot.language.occurrences import DIVIDER, finder, spans
from bot.language.words import plain, plain_words, stem_of


def word(*words: str) -> tuple[Term, ...]:
    return (Term(words),)


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("good acting", (word("good"), word("acting"))),
        ("DÉJÀ vu", (word("deja"), word("vu"))),
        ('"Good Acting" film', ((Term(("good", "acting"), exact=True),), word("film"))),
        ("“the end”", ((Term(("the", "end"), exact=True),),)),
        ("violen*", ((Term(("violen",), begins=True),),)),
        ("bleak OR raw story", ((Term(("bleak",)), Term(("raw",))), word("story"))),
        ("bleak | raw", ((Term(("bleak",)), Term(("raw",))),)),
        ("good AND bad", (word("good"), word("bad"))),
        ("spider-man", (word("spider", "man"),)),
        ("10/10", (word("10", "10"),)),
        ("Refn's", (word("refn"),)),
        ("who's", (word("who", "s"),)),
        ("OR bleak OR", (word("bleak"),)),
        ('half "a quote', (word("half"), word("a"), word("quote"))),
        ("(bleak) - * ! 😀", (word("bleak"),)),
        ("film NOT NEAR(x y) title:y", (*map(word, ["film", "not", "near", "x", "y"]), word("title", "y"))),
    ],
)
def test_what_is_typed_is_read(typed: str, wanted: tuple[tuple[Term, ...], ...]) -> None:
    assert parse_keywords(typed) == Keywords(wanted)


def test_words_behind_a_minus_are_unwanted() -> None:
    read = parse_keywords('bleak -boring -"the end" well-made')
    assert read.unwanted == (Term(("boring",)), Term(("the", "end"), exact=True))
    assert read.wanted == (word("bleak"), word("well", "made"))


@pytest.mark.parametrize("typed", ["", "   ", '"', "()**--", "😀", '""'])
def test_a_text_without_words_asks_for_nothing(typed: str) -> None:
    assert not parse_keywords(typed)


def test_of_a_long_text_the_first_words_are_taken() -> None:
    assert len(parse_keywords("word " * 2_000).wanted) == MOST_WORDS
    for long in (
        '"the film ' * 1_000 + '"',
        '"the film the film" ' * 500,
        "the-film-" * 1_000,
        '-"a film" ' * 900,
    ):
        asked = parse_keywords(long)
        assert sum(len(term.words) for term in (*asked.terms, *asked.unwanted)) == MOST_WORDS


@given(st.text())
def test_any_text_can_be_read_and_gives_plain_words(typed: str) -> None:
    read = parse_keywords(typed)
    for term in (*read.terms, *read.unwanted):
        assert term.words
        assert all(plain_words(single) == [single] for single in term.words)
    spans(read, typed)


def test_forms_of_a_word_are_stressed_but_a_phrase_stays_exact() -> None:
    text = "Acting! She acts as the Actor acted: the films, the film; naïvely."
    found = [text[start:end] for start, end in spans(parse_keywords('act "the film" naïve violen*'), text)]
    assert found == ["Acting", "acts", "acted", "the film", "naïvely"]


def test_letters_that_are_more_or_fewer_when_plain_move_no_stress() -> None:
    text = "\u0130 cafe\u0301s, the 東京 CAFE\u0301 act."
    found = [text[start:end] for start, end in spans(parse_keywords('café "the 東京" act'), text)]
    assert found == ["cafe\u0301s", "the 東京", "CAFE\u0301", "act"]


def test_a_beginning_stresses_all_that_begins_so() -> None:
    text = "Violent, violently; the violence of a violin."
    found = [text[start:end] for start, end in spans(parse_keywords("violen*"), text)]
    assert found == ["Violent", "violently", "violence"]


SENTENCES = st.lists(
    st.sampled_from("act acts acting actor action the The film films filmed Naïve naive's 10/10 a A".split()),
    max_size=30,
).map(" ".join)


@given(text=SENTENCES, asked=st.sampled_from(["act", "acting", "film", "naive", "a", "the", "actors"]))
def test_a_word_is_counted_as_often_as_its_stem_stands(text: str, asked: str) -> None:
    expected = sum(stem_of(single) == stem_of(asked) for single in plain_words(text))
    assert finder(Term((asked,))).count(plain(text)) == expected


def test_phrases_are_counted_by_their_stems_or_exactly() -> None:
    text = plain("The films act. The film acts; the film_acts, the\nfilm. Act!")
    assert finder(Term(("film", "act"))).count(text) == 4
    assert finder(Term(("film", "acts"), exact=True)).count(text) == 2


def test_no_term_reaches_from_a_heading_into_the_text() -> None:
    assert finder(Term(("film", "act"))).count(f"a film{DIVIDER}act one") == 0


def test_a_beginning_is_counted_with_all_its_endings() -> None:
    assert finder(Term(("violen",), begins=True)).count("violent violently violence violin") == 3
