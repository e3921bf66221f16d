from __future__ import annotations

import datetime as dt
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from bot.answers.answer import Answer, Comparison, Fact, FollowUp, Histogram, Paging
from bot.model import Film
from bot.questions.kinds import AverageRating, Order, RandomQuote, TopReviews, WholeReview
from bot.terminal.rendering import AnswerView
from tests.terminal.answers import ANSWERS, make_quote, shown, steering

FILM = Film("Harbour Lights", 1999)
RATED = Answer(
    AverageRating("Harbour Lights (1999)"),
    found=True,
    headline="Harbour Lights (1999) averages 7.67 out of 10.",
    notes=("24 of 25 reviews are rated.",),
    facts=(Fact("Mean", "7.67 of 10"), Fact("On the site", "44 reviews")),
    picture=Histogram(FILM, (0, 0, 0, 1, 1, 2, 7, 6, 4, 1_200), 7.67),
    follow_ups=(FollowUp("Lowest rated", TopReviews("Harbour Lights (1999)", Order.LOWEST)),),
    film=FILM,
)


def listed(*texts: str, spoiler: bool = False) -> Answer:
    return Answer(
        TopReviews("Harbour Lights (1999)"),
        found=True,
        headline="Reviews",
        quotes=tuple(make_quote(text, spoiler=spoiler) for text in texts),
        paging=Paging(2, 3, 12),
        film=FILM,
    )


@given(ANSWERS, st.sampled_from([20, 40, 80, 200]), st.tuples(st.booleans(), st.booleans()))
def test_no_answer_steers_the_terminal(answer: Answer, width: int, ways: tuple[bool, bool]) -> None:
    view = AnswerView(answer, opened=ways[0], in_chat=ways[1])
    assert steering(shown(view, width=width)) == []


@given(ANSWERS)
def test_every_answer_fits_a_narrow_terminal(answer: Answer) -> None:
    for line in shown(AnswerView(answer, in_chat=True), width=40).splitlines():
        assert cell_len(line) <= 40


@given(ANSWERS)
def test_colours_come_from_us_alone(answer: Answer) -> None:
    plain = shown(AnswerView(answer, in_chat=True))
    coloured = shown(AnswerView(answer, in_chat=True), colours=True)
    assert "\x1b[" not in plain
    assert "\x1b[31mred" not in coloured.replace("\x1b[0m", "")


@given(st.text(alphabet="abcdefgh", min_size=12), st.sampled_from([20, 40, 80]))
def test_spoiler_is_blank_until_asked_for(text: str, width: int) -> None:
    answer = listed(text, spoiler=True)
    assert text[:12] not in shown(AnswerView(answer, in_chat=True), width=width)
    assert "A title" not in shown(AnswerView(answer, in_chat=True), width=width)
    assert "show 1" in shown(AnswerView(answer, in_chat=True))
    assert text[:12] in shown(AnswerView(answer, opened=True))


def test_quote_names_reviewer_rating_date_and_votes() -> None:
    quote = replace(make_quote(), date=dt.date(2005, 1, 3))
    text = shown(AnswerView(replace(listed(), quotes=(quote,))))
    assert "ada · ★ 8/10 · 3 January 2005 · 1,413 of 1,597 found this helpful" in text
    assert "no rating" in shown(AnswerView(replace(listed(), quotes=(replace(quote, rating=None),))))


def test_part_of_a_review_shows_where_it_is_cut() -> None:
    quote = replace(make_quote("the middle"), begins=False, ends=False)
    assert "… the middle …" in shown(AnswerView(replace(listed(), quotes=(quote,))))


def test_stressed_words_stand_out_in_colour_and_out() -> None:
    quote = replace(make_quote("A lamp lights up"), stress=((2, 6),))
    assert "\x1b[1;4mlamp\x1b[0m" in shown(AnswerView(replace(listed(), quotes=(quote,))), colours=True)
    assert "A lamp lights up" in shown(AnswerView(replace(listed(), quotes=(quote,))))


def test_strangers_markup_is_shown_as_it_stands() -> None:
    assert "[bold]x[/bold] [link=y]" in shown(AnswerView(listed("[bold]x[/bold] [link=y]")))


def test_histogram_draws_one_bar_a_rating() -> None:
    lines = shown(AnswerView(RATED)).splitlines()
    assert f" 10 {'█' * 40} 1,200" in lines
    assert "  7 ▎ 7" in lines
    assert "  1 0" in lines


def test_histogram_is_drawn_in_ascii_where_there_is_no_more() -> None:
    text = shown(AnswerView(RATED), encoding="ascii")
    assert "#" * 40 in text
    assert "?" not in text


def test_long_labels_stand_above_their_values_on_narrow_terminals() -> None:
    answer = replace(RATED, facts=(Fact("Exchange 1961: (Do Not) Answer (2021)", "12 reviews, 6.50 of 10"),))
    assert "  12 reviews, 6.50 of 10" in shown(AnswerView(answer), width=40).splitlines()


def test_follow_ups_show_the_words_that_ask_them() -> None:
    words = "Lowest rated: lowest Harbour Lights (1999)"
    assert f" 1 {words}" in shown(AnswerView(RATED, in_chat=True))
    assert f" - {words}" in shown(AnswerView(RATED))


def test_next_quote_of_a_deck_shows_no_words_in_the_chat() -> None:
    answer = replace(RATED, follow_ups=(FollowUp("Another quote", RandomQuote(deck=5, position=1)),))
    assert "deck" not in shown(AnswerView(answer, in_chat=True))
    assert "deck" not in shown(AnswerView(answer))
    assert "Another quote: quote\n" in shown(AnswerView(answer)).replace(" \n", "\n")


def test_what_is_too_long_to_be_typed_is_not_suggested() -> None:
    answer = replace(RATED, follow_ups=(FollowUp("A quote about it", RandomQuote(about="fog " * 5_000)),))
    assert "fog" not in shown(AnswerView(answer))
    assert " 1 A quote about it\n" in shown(AnswerView(answer, in_chat=True)).replace(" \n", "\n")


def test_what_asks_for_a_whole_review_names_the_reviewer_and_no_id() -> None:
    answer = listed("Fine.")
    quote = answer.quotes[0]
    whole = WholeReview(quote.review_id, "Harbour Lights (1999)")
    answer = replace(answer, follow_ups=(FollowUp("The whole review", whole),))
    assert f"The whole review: review {quote.reviewer} film:" in shown(AnswerView(answer))
    assert quote.review_id not in shown(AnswerView(answer, in_chat=True))


def test_two_films_beside_each_other_are_told_apart_without_colours() -> None:
    counts = (0, 0, 0, 1, 1, 2, 7, 6, 4, 2)
    both = Comparison(Histogram(FILM, counts, 7.0), Histogram(Film("Low Water"), counts[::-1], 4.0))
    text = shown(AnswerView(replace(RATED, picture=both)), width=60)
    assert "A  Harbour Lights (1999)\nB  Low Water\n" in "\n".join(map(str.rstrip, text.splitlines()))
    rows = [row.split() for row in text.splitlines() if row.rstrip().endswith("%")]
    assert [letter for row in rows for letter in "AB" if letter in row] == ["A", "B"] * 10


def test_pages_say_how_to_turn_them() -> None:
    assert "Page 2 of 3 (12 in all) · `more` for the next, `prev`" in shown(
        AnswerView(listed("a"), in_chat=True)
    )
    many = replace(listed("a"), paging=Paging(1, 2_000, 10_000, exact=False))
    assert "over 10,000" in shown(AnswerView(many))
