"""Pages saved as HTML, of both layouts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.errors import PageError
from bot.model import Byline, Film, Page, PageHead, Review, Told, Votes
from bot.pages.reading import read_page
from bot.pages.saved_html import DEEPEST, LONGEST_PIECE
from tests.making import HARBOUR, HARBOUR_II, make_review
from tests.pages.html_rendering import older_item, render_older, render_todays, todays_item

RENDERERS = pytest.mark.parametrize("render", [render_older, render_todays], ids=["older", "todays"])
Render = Callable[[Film, Sequence[Review]], str]
TOTALS: dict[Render, int] = {render_older: 44, render_todays: 572}


def read(html: str, film: Film | None = None) -> Page:
    return read_page(html.encode(), "page.html", Told(film))


def on_site(reviewer: str = "ada", site_id: str = "rw1234567", **facts: object) -> Review:
    made = make_review(reviewer, **facts)  # type: ignore[arg-type]
    return replace(made, site_id=site_id, site="IMDb")


REVIEWS = [
    on_site(
        "yoshi-33", "rw1", text="One.\n\nTwo & three < four.\n\n7/10\n\n***", votes=(2647, 2984), title="8/10"
    ),
    on_site("Jack_Coen", "rw2", rating=None, spoiler=True, text="Warning: Spoilers\n\nEntirely."),
    on_site("ŽŽ 3", "rw3", rating=10, votes=(0, 0), title='"Quoted" <b>& bold</b>', text='😀 映画\n\n"Fine"'),
]


@RENDERERS
def test_page_reads_as_it_was_rendered(render: Render) -> None:
    page = read(render(HARBOUR, REVIEWS))
    assert page.heads == (PageHead(HARBOUR, TOTALS[render], "tt0396184"),)
    assert page.problems == ()
    assert list(page.reviews) == REVIEWS


@RENDERERS
@pytest.mark.parametrize(
    "film",
    [
        Film("(500) Days of Rain", 2009),
        Film("1984", 1984),
        Film("A - B - C: 2001", 1968),
        Film("Summer of (1969)", 1999),
    ],
)
def test_film_is_read_from_the_head(render: Render, film: Film) -> None:
    page = read(render(film, [on_site()]))
    assert page.heads == (PageHead(film, TOTALS[render], "tt0396184"),)


@pytest.mark.parametrize("gone", ["subpage_title_block", " Poster", "<title>"])
def test_film_is_found_where_part_of_the_head_is_missing(gone: str) -> None:
    assert read(render_older(HARBOUR, [on_site()]).replace(gone, "x")).heads[0].film == HARBOUR


@RENDERERS
def test_pages_of_several_films_in_one_file(render: Render) -> None:
    page = read(render(HARBOUR, REVIEWS) + render(HARBOUR_II, [on_site("eve")]))
    assert [head.film for head in page.heads] == [HARBOUR, HARBOUR_II]
    assert [review.film for review in page.reviews] == [HARBOUR] * 3 + [HARBOUR_II]


def test_reviews_without_a_head_need_the_film_named() -> None:
    for item in (older_item(on_site()), todays_item(on_site())):
        page = read(item + item.replace("rw1234567", "rw2"))
        assert not page.reviews
        assert "--film" in page.problems[0].reason
        named = read(item, HARBOUR_II)
        assert [review.film for review in named.reviews] == [HARBOUR_II]


def test_page_of_one_reviewer_names_a_film_for_each_review() -> None:
    film = '<a href="/title/tt1/">Harbour Lights II</a> <span class="lister-item-year">(2003)</span>'
    header = f'<div class="lister-item-header">{film}</div>'
    item = older_item(on_site()).replace(
        '<div class="lister-item-content">', f'<div class="lister-item-content">{header}'
    )
    page = read(f"<html><body>{item}{item.replace('rw1234567', 'rw7').replace('II', 'III')}</body></html>")
    assert [str(review.film) for review in page.reviews] == [
        "Harbour Lights II (2003)",
        "Harbour Lights III (2003)",
    ]
    assert not page.problems


def test_text_hidden_behind_the_spoiler_button_is_told() -> None:
    html = render_todays(HARBOUR, []).replace(
        "</section>", todays_item(on_site(spoiler=True), opened=False) + "</section>"
    )
    page = read(html)
    (review,), (problem,) = page.reviews, page.problems
    assert review.spoiler
    assert review.text == ""
    assert "spoiler" in problem.reason
    assert problem.line == html[: html.index('<article class="sc-')].count("\n") + 1


@pytest.mark.parametrize(
    ("up", "down", "votes"),
    [
        ("1.2K", "34", Votes(1200, 1234)),
        ("1,413", "0", Votes(1413, 1413)),
        ("2M", "1.5K", Votes(2_000_000, 2_001_500)),
    ],
)
def test_votes_up_and_down(up: str, down: str, votes: Votes) -> None:
    html = (
        render_todays(HARBOUR, [on_site(votes=(71, 160))])
        .replace(">71<", f">{up}<")
        .replace(">89<", f">{down}<")
    )
    assert read(html).reviews[0].votes == votes


@RENDERERS
def test_what_a_review_lacks_is_told_and_the_rest_kept(render: Render) -> None:
    html = render(HARBOUR, [on_site(votes=None), on_site("bob", "rw2", date=None)])
    page = read(html)
    assert [review.byline.reviewer for review in page.reviews] == ["ada", "bob"]
    assert [problem.reason for problem in page.problems] == [
        "no votes can be read in this review",
        "no date can be read in this review",
    ]
    nameless = read(html.replace(">ada<", "><"))
    assert [review.byline.reviewer for review in nameless.reviews] == ["bob"]
    assert "reviewer" in nameless.problems[0].reason


@RENDERERS
def test_page_cut_in_the_middle_keeps_what_can_be_read(render: Render) -> None:
    html = render(HARBOUR, REVIEWS)
    for length in range(0, len(html), 37):
        try:
            page = read(html[:length])
        except PageError:
            continue
        for found, whole in zip(page.reviews, REVIEWS, strict=False):
            assert whole.text.startswith(found.text.rstrip("&<"))


def test_control_characters_from_entities_are_left_out() -> None:
    html = render_older(HARBOUR, [on_site(text="A bell")]).replace(
        "A bell", "A &#27;[31mbell&#7;&#0;&nbsp;&#x9b;."
    )
    assert read(html).reviews[0].text in ("A [31mbell .", "A [31mbell\ufffd .", "A [31mbell\ufffd ›.")


def test_page_without_reviews_is_refused() -> None:
    for html in (
        render_older(HARBOUR, []),
        render_todays(HARBOUR, []),
        "<html><p>Hello</html>",
        "<!doctype html>",
    ):
        with pytest.raises(PageError, match="no review"):
            read(html)


HOSTILE = {
    "nested": "<div>" * 100_000,
    "attributes": "<div " + " ".join(f"a{number}" for number in range(60_000)) + ">",
    "unclosed": "<b><i><table><tr><td>" * 5_000,
    "comments": "<!--" * 100_000,
    "entities": "&" * 500_000,
    "quotes": "<a href='" * 50_000,
    "open tags": "<" * 500_000,
    "tags in tags": "2</span></div><s" * 60_000,
    "ends of nothing": "<h></svg>" * 100_000,
    "voids in a picture": "<svg>" + "<link></p>" * 100_000,
    "long": "x" * (2 * LONGEST_PIECE),
    "formatting": "".join(f"<b class={number}>" for number in range(DEEPEST - 100)) + "<p>x" * 10_000,
}


@RENDERERS
@pytest.mark.parametrize("kind", HOSTILE)
def test_hostile_review_harms_no_other(render: Render, kind: str) -> None:
    html = render(HARBOUR, REVIEWS)
    spoilt = html.replace("Entirely.", HOSTILE[kind])
    page = read(spoilt)
    assert page.reviews[0] == REVIEWS[0]
    assert page.reviews[-1].byline.reviewer == "ŽŽ 3"
    assert len(page.reviews) == 3 or page.problems


def test_text_without_an_end_is_read_to_a_bound_and_told() -> None:
    page = read(render_older(HARBOUR, [on_site(text="so long " * 100_000)]))
    assert 0 < len(page.reviews[0].text) < LONGEST_PIECE
    assert "the text of this review is so long that its end isn't read" in [
        problem.reason for problem in page.problems
    ]


def test_pages_that_hold_their_pictures_and_styles_are_read() -> None:
    picture = f"data:image/jpeg;base64,{'A' * 50_000}"
    for html in (render_older(HARBOUR, REVIEWS), render_todays(HARBOUR, REVIEWS)):
        whole = html.replace("x.jpg", picture).replace("<body>", f"<body><style>{'.a{}' * 90_000}</style>")
        whole = whole.replace("<a href=", f"<img src='{picture}'><a href=")
        page = read(whole)
        assert page.problems == ()
        assert list(page.reviews) == REVIEWS


def test_hostile_head_harms_no_review() -> None:
    for markup in HOSTILE.values():
        page = read(render_older(HARBOUR, REVIEWS).replace("<body>", f"<body>{markup}"), HARBOUR)
        assert [review.site_id for review in page.reviews] == ["rw1", "rw2", "rw3"]


words = st.text(st.characters(exclude_categories=("C", "Z")), min_size=1, max_size=8)
lines = st.lists(words, min_size=1, max_size=4).map(" ".join)


@st.composite
def reviews(draw: st.DrawFn) -> Review:
    name = draw(words)
    date = draw(st.dates(dt.date(1998, 1, 1), dt.date(2026, 12, 31)))
    helpful = draw(st.integers(0, 5000))
    return Review(
        film=HARBOUR,
        title=draw(lines),
        byline=Byline(f"{name}{date.day} {date:%B} {date.year}", name, date),
        rating=draw(st.none() | st.integers(1, 10)),
        votes=Votes(helpful, helpful + draw(st.integers(0, 5000))),
        spoiler=draw(st.booleans()),
        text="\n\n".join(draw(st.lists(lines, max_size=4))),
        site_id=f"rw{draw(st.integers(1, 10**9))}",
        site="IMDb",
    )


@RENDERERS
@given(st.lists(reviews(), min_size=1, max_size=3))
def test_page_reads_back_the_same(render: Render, written: list[Review]) -> None:
    page = read(render(HARBOUR, written))
    assert page.problems == ()
    assert list(page.reviews) == written


@RENDERERS
@settings(max_examples=200)
@given(st.data())
def test_changed_page_never_fails(render: Render, data: st.DataObject) -> None:
    html = render(HARBOUR, REVIEWS)
    for _ in range(data.draw(st.integers(1, 5))):
        start = data.draw(st.integers(0, len(html)))
        stop = start + data.draw(st.integers(0, 200))
        html = (
            html[:start]
            + data.draw(st.text(max_size=20) | st.sampled_from(["<div>", "</div>", "<!--", ">", '"']))
            + html[stop:]
        )
    try:
        page = read_page(html.encode(errors="replace"), "page.html")
    except PageError:
        return
    for review in page.reviews:
        assert review.byline.reviewer
    for problem in page.problems:
        assert problem.line
