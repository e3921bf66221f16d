"""Today's user-reviews page copied as text."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from bot.errors import PageError
from bot.model import Byline, Film, Page, PageHead, Review, Told, Votes
from bot.pages import todays_text
from bot.pages.reading import read_page
from tests.making import HARBOUR, HARBOUR_II, make_review
from tests.pages.rendering import render_todays, render_todays_review


def read(text: str, film: Film | None = None) -> Page:
    return read_page(text.encode(), "page.txt", Told(film))


def on_site(*args: str, **facts: object) -> Review:
    return replace(make_review(*args, **facts), site="IMDb")  # type: ignore[arg-type]


REVIEWS = [
    on_site("UlrikSander", title="8/10", text="One.\n\n7/10\n\nHelpful\n\nTwo.", votes=(54, 62)),
    on_site("123", rating=None, spoiler=True, text="Three."),
    on_site("bob the moo", rating=10, title="Helpful", votes=(0, 0), text="8\n/10\nPermalink"),
    on_site("eve", rating=None, title="10", text=""),
]


def test_page_reads_as_it_was_rendered() -> None:
    page = read(render_todays(HARBOUR, REVIEWS))
    assert page.heads == (PageHead(HARBOUR, 572),)
    assert page.problems == ()
    assert list(page.reviews) == REVIEWS


def test_a_warning_above_the_rating_or_in_the_titles_place_is_one() -> None:
    review = on_site("ada", text="Nobody survives.")
    for printed, instead in (("7\n/10\n", "Spoiler\n7\n/10\n"), (f"{review.title}\n", "Spoiler\n")):
        (only,) = read(render_todays(HARBOUR, [review]).replace(printed, instead)).reviews
        assert (only.spoiler, only.rating, only.text) == (True, 7, "Nobody survives.")


@pytest.mark.parametrize(
    ("printed", "instead"),
    [
        ("7\n/10", "7/10"),
        ("7\n/10", " 7 \n/10 "),
        ("Helpful\n•\n3\n1\n", "Helpful•3\n1\n"),
        ("Helpful\n•\n3\n1\n", "Helpful\n\n•\n\n3\n\n1\n\n"),
        ("Helpful\n•\n3\n1\n", "Helpful\n• 3 1\n"),
        ("\nPermalink", ""),
        ("May 17, 2010", "17 May 2010"),
        ("ada\nMay", "ada • May"),
        ("\n", "\r\n"),
    ],
)
def test_lines_may_be_laid_out_in_other_ways(printed: str, instead: str) -> None:
    review = on_site("ada")
    page = read(render_todays(HARBOUR, [review, review]).replace(printed, instead))
    assert page.problems == ()
    assert list(page.reviews) == [review, review]


def test_page_that_a_mail_quotes_reads_as_it_was_rendered() -> None:
    text = render_todays(HARBOUR, REVIEWS)
    for _ in range(2):
        text = "".join(f"> {line}" if line.strip() else f">{line}" for line in text.splitlines(keepends=True))
        page = read(text)
        assert page.reviews == tuple(REVIEWS)
        assert page.problems == ()


def test_page_in_windows_1252_is_known_by_its_bullets() -> None:
    content = render_todays(HARBOUR, REVIEWS).encode("cp1252")
    assert read_page(content, "page.txt").reviews == tuple(REVIEWS)


def test_lines_of_the_site_around_the_reviews_are_no_problem() -> None:
    text = render_todays(HARBOUR, REVIEWS)
    page = read(text.replace("Hide spoilers", "Review\nHide spoilers", 1) + "25 more\nAll\n")
    assert page.reviews == tuple(REVIEWS)
    assert page.problems == ()


def test_votes_in_thousands() -> None:
    page = read(render_todays(HARBOUR, [on_site()]).replace("•\n3\n1\n", "•\n1.2K\n34\n"))
    assert page.reviews[0].votes == Votes(1200, 1234)


@pytest.mark.parametrize(
    "head",
    [
        "Menu\nHarbour Lights (1999) - User reviews - IMDb\nUser reviews\n44 reviews\nSort by Featured\n",
        "Harbour Lights (1999) Poster\nHarbour Lights\nUser reviews\n44 reviews\nHide spoilers\nRating\n",
        "Back\nHarbour Lights\n1999\nUser reviews\nReview this title\n44 reviews\nSort by\n",
    ],
)
def test_film_is_read_from_the_head(head: str) -> None:
    page = read(head + "\n".join(render_todays_review(on_site())))
    assert page.heads == (PageHead(HARBOUR, 44),)
    assert page.problems == ()
    assert page.reviews[0].title == "A title"


def test_lines_between_a_head_and_its_first_review_are_told() -> None:
    text = render_todays(HARBOUR, [on_site()]).replace("Featured\n", "Featured\nSurprise me\n")
    page = read(text)
    assert page.reviews[0].title == "A title"
    (problem,) = page.problems
    assert (problem.line, problem.text) == (7, "Surprise me")


def test_page_without_a_head_needs_the_film_named() -> None:
    text = "\n".join(render_todays_review(on_site()) + render_todays_review(on_site("bob", rating=None)))
    page = read(text)
    assert not page.reviews
    assert "2 reviews are left out" in page.problems[0].reason
    assert [review.title for review in read(text, HARBOUR_II).reviews] == ["A title", "A title"]
    assert [review.film for review in read("Harbour Lights (1999)\n" + text).reviews] == [HARBOUR, HARBOUR]


def test_pages_of_several_films_in_one_file() -> None:
    page = read(render_todays(HARBOUR, REVIEWS) + render_todays(HARBOUR_II, [on_site("zoe")], site_total=3))
    assert page.heads == (PageHead(HARBOUR, 572), PageHead(HARBOUR_II, 3))
    assert [review.film for review in page.reviews] == [HARBOUR] * 4 + [HARBOUR_II]
    assert page.reviews[-1].title == "A title"


def test_text_hidden_behind_the_spoiler_button_is_told() -> None:
    page = read(render_todays(HARBOUR, [on_site(), on_site("bob", spoiler=True, title="Ends")], opened=False))
    assert [review.text for review in page.reviews] == [make_review().text, ""]
    (problem,) = page.problems
    assert "spoiler" in problem.reason
    assert problem.text == "Ends"
    assert problem.line == 19


def test_page_cut_in_the_middle_of_a_review_keeps_the_rest() -> None:
    text = render_todays(HARBOUR, [on_site(), on_site("bob", title="Cut")])
    page = read(text[: text.index("bob")])
    assert [review.title for review in page.reviews] == ["A title"]
    (problem,) = page.problems
    assert problem.line == 19
    assert problem.text == "7"


def test_page_without_a_review_is_refused() -> None:
    with pytest.raises(PageError):
        read(render_todays(HARBOUR, []))


def test_reading_in_pieces_gives_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    content = render_todays(HARBOUR, REVIEWS * 40).encode()
    whole = read_page(content, "page.txt")
    monkeypatch.setattr(todays_text, "_LOOKAHEAD", 300)
    monkeypatch.setattr("bot.pages.saved_text.PIECE", 700)
    assert read_page(content, "page.txt") == whole
    assert len(whole.reviews) == 160


words = st.text(st.characters(exclude_categories=("C", "Z")), min_size=1, max_size=8)
lines = st.lists(words, min_size=1, max_size=4).map(" ".join)


@st.composite
def reviews(draw: st.DrawFn) -> Review:
    name = draw(lines)
    date = draw(st.dates(dt.date(1998, 1, 1), dt.date(2026, 12, 31)))
    helpful = draw(st.integers(0, 5000))
    rating = draw(st.none() | st.integers(1, 10))
    title, spoiler = draw(lines), draw(st.booleans())
    text = "\n".join(
        draw(st.lists(lines | st.sampled_from(["", "Helpful", "8", "/10", "•", "7/10"]), max_size=6))
    ).strip()
    # Two lines that read as a rating are one; `Spoiler` on top of a body is the mark.
    assume(rating is not None or not (title == "8" and text.startswith("/10")))
    assume(not text.startswith("Spoiler") and (text or not spoiler))
    byline = Byline(f"{name}{date.day} {date:%B} {date.year}", name, date)
    votes = Votes(helpful, helpful + draw(st.integers(0, 5000)))
    return Review(HARBOUR, title, byline, rating, votes, spoiler, text, site="IMDb")


@given(st.lists(reviews(), min_size=1, max_size=4))
def test_page_reads_back_the_same(written: list[Review]) -> None:
    # A rating soon below the head is the first review's own, whatever stands between.
    assume(written[0].rating is not None or not re.search(r"^(?:7|8\n)?/10$", written[0].text, re.MULTILINE))
    page = read(render_todays(HARBOUR, written))
    assert page.problems == ()
    assert list(page.reviews) == written


@given(st.lists(st.sampled_from(render_todays(HARBOUR, REVIEWS).split("\n")), max_size=60))
def test_any_lines_are_read_or_refused(some: list[str]) -> None:
    try:
        page = read("\n".join(some))
    except PageError:
        return
    assert page.reviews or page.problems
    assert all(review.title for review in page.reviews)
