from __future__ import annotations

import datetime as dt
import io
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from bot.answers.answer import Comparison, Histogram, Quote, RatingsByYear, YearOfRatings
from bot.model import Film
from bot.pictures.card import LONGEST, can_be_carded
from bot.pictures.drawing import drawn, drawn_card
from bot.pictures.ink import (
    FIRST,
    GROUND,
    MARGIN,
    SECOND,
    WIDTH,
    can_write,
    fitted,
    fitted_film,
    rating_colour,
    width_of,
    wrapped,
)

HISTOGRAM = Histogram(Film("Harbour Lights", 1999), (0, 0, 0, 1, 0, 0, 2, 5, 0, 1), 7.44)
QUOTE = Quote(
    review_id="a",
    film=Film("Harbour Lights", 1999),
    reviewer="ada",
    byline_certain=True,
    rating=8,
    date=dt.date(2010, 1, 1),
    helpful=1,
    total=2,
    spoiler=False,
    title="A title",
    text="A slow tide that never once tells you what to feel.",
)


def opened(png: bytes) -> Image.Image:
    return Image.open(io.BytesIO(png)).convert("RGB")


def test_a_histogram_shows_a_column_for_each_rating_given() -> None:
    picture = opened(drawn(HISTOGRAM).png)
    colours = {colour for _, colour in picture.getcolors(10**7)}  # type: ignore[union-attr]
    for rating in (4, 7, 8, 10):
        assert rating_colour(rating) in colours
    for rating in (1, 2, 3, 5, 6, 9):
        assert rating_colour(rating) not in colours


def test_a_histogram_in_words_tells_the_same() -> None:
    assert drawn(HISTOGRAM).words == (
        "Ratings of Harbour Lights (1999): 7.44 of 10 on average; 1 gave 4, 2 gave 7, 5 gave 8, 1 gave 10."
    )


def test_a_card_in_words_is_the_quote_with_its_source() -> None:
    assert drawn_card(QUOTE).words == f"“{QUOTE.text}” ada on Harbour Lights (1999), 8 of 10."


@pytest.mark.parametrize(
    "text", ["Short.", "word " * 80, "x" * LONGEST, "שלום לכולם, זה סרט נהדר.", "Ψ и ł and ½", "W" * 300]
)
def test_no_card_writes_over_its_edge(text: str) -> None:
    picture = opened(drawn_card(replace(QUOTE, text=text)).png)
    edge = picture.crop((WIDTH - MARGIN + 16, 0, WIDTH, picture.height))
    assert edge.getcolors() == [(edge.width * edge.height, GROUND)]


@pytest.mark.parametrize("text", ["", "日本の映画", "film 👍", "\ud800", "word " * 100])
def test_what_can_not_be_set_has_no_card(text: str) -> None:
    assert not can_be_carded(replace(QUOTE, text=text))


def test_a_spoiler_has_no_card() -> None:
    assert not can_be_carded(replace(QUOTE, spoiler=True))


@given(
    st.text(max_size=300).filter(lambda text: can_be_carded(replace(QUOTE, text=text))), st.text(max_size=40)
)
@settings(max_examples=20, deadline=None)
def test_any_quote_that_can_be_set_is_drawn(text: str, name: str) -> None:
    assert drawn_card(replace(QUOTE, text=text, reviewer=name, film=Film(name))).png.startswith(b"\x89PNG")


@given(st.text(max_size=60), st.integers(40, 400))
@settings(max_examples=50, deadline=None)
def test_a_fitted_line_takes_no_more_than_its_room(text: str, width: int) -> None:
    if can_write(text):
        assert width_of(fitted(text, "plain", 20, width), "plain", 20) <= width


def test_lines_break_between_words() -> None:
    lines = wrapped("one two three four five six", "plain", 20, 120)
    assert len(lines) > 1
    assert " ".join(lines) == "one two three four five six"


def test_a_film_title_in_another_script_is_left_to_the_headline() -> None:
    assert (
        drawn(replace(HISTOGRAM, film=Film("日本", 1999))).png
        == drawn(replace(HISTOGRAM, film=Film("韓国", 1999))).png
    )


def test_the_same_picture_is_drawn_once() -> None:
    assert drawn(HISTOGRAM) is drawn(replace(HISTOGRAM))


def test_a_timeline_marks_each_rated_year() -> None:
    years = (YearOfRatings(2004, 3, 2, 8.5), YearOfRatings(2006, 1, 0, None), YearOfRatings(2010, 1, 1, 2.0))
    drawing = drawn(RatingsByYear(HISTOGRAM.film, years))
    colours = {colour for _, colour in opened(drawing.png).getcolors(10**7)}  # type: ignore[union-attr]
    assert {rating_colour(8.5), rating_colour(2.0)} <= colours
    assert drawing.words == (
        "Mean rating of Harbour Lights (1999) by year of review: "
        "2004 8.50 (3 reviews), 2006 unrated (1 review), 2010 2.00 (1 review)."
    )


@pytest.mark.parametrize("years", [[1999], [1900, 2026], list(range(1990, 2027))])
def test_a_timeline_of_any_length_is_drawn(years: list[int]) -> None:
    timeline = RatingsByYear(Film("A" * 90), tuple(YearOfRatings(year, 1, 1, 5.0) for year in years))
    picture = opened(drawn(timeline).png)
    edge = picture.crop((WIDTH - MARGIN + 30, 0, WIDTH, picture.height))
    assert edge.getcolors() == [(edge.width * edge.height, GROUND)]


def test_a_comparison_shows_both_films() -> None:
    other = Histogram(Film("Low Water", 2007), (3, 0, 0, 0, 0, 0, 0, 0, 0, 0), 1.0)
    drawing = drawn(Comparison(HISTOGRAM, other))
    colours = {colour for _, colour in opened(drawing.png).getcolors(10**7)}  # type: ignore[union-attr]
    assert {FIRST, SECOND} <= colours
    assert drawing.words == (
        "Ratings of two films beside each other. Harbour Lights (1999): 7.44 of 10 over 9 ratings; "
        "Low Water (2007): 1.00 of 10 over 3 ratings."
    )


@given(st.text(max_size=200), st.integers(200, 900))
def test_a_fitted_film_tells_its_year(title: str, width: int) -> None:
    shown = fitted_film(Film(title, 2007), "bold", 32, width)
    assert shown.endswith("(2007)")
    if can_write(title, "bold"):
        assert width_of(shown, "bold", 32) <= width
