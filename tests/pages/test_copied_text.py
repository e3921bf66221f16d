"""The older user-reviews page copied as text: each thing that pages were seen to do, by name."""

from __future__ import annotations

import datetime as dt
import io
import json
from collections import Counter
from pathlib import Path

import pytest

from bot.errors import PageError
from bot.model import Film, Page, PageHead, Review, Told, Votes
from bot.pages.reading import read_page, read_reviews
from tests.making import HARBOUR, HARBOUR_II, make_review
from tests.pages.rendering import FOOT, render_page, render_review, render_votes

SAMPLES = Path(__file__).resolve().parent.parent.parent / "data" / "pages"
EXPECTED = Path(__file__).resolve().parent / "expected"
VOTES = "3 out of 4 found this helpful. Was this review helpful? Sign in to vote."


def read(text: str, film: Film | None = None) -> Page:
    return read_page(text.encode(), "page.txt", Told(film))


def read_one(review: Review) -> Review:
    page = read(render_page(HARBOUR, [review]))
    assert not page.problems
    (found,) = page.reviews
    return found


def titles(page: Page) -> list[str]:
    return [review.title for review in page.reviews]


def test_real_page(real_page: Path) -> None:
    page = read_page(real_page.read_bytes(), real_page.name)
    assert page.heads == (PageHead(Film("Pusher II", 2004), 44),)
    assert not page.problems
    assert len(page.reviews) == 25
    ratings = Counter(review.rating for review in page.reviews)
    assert ratings == {4: 1, 5: 1, 6: 2, 7: 7, 8: 6, 9: 4, 10: 3, None: 1}
    by_reviewer = {review.byline.reviewer: review for review in page.reviews}
    assert by_reviewer["Jack_Coen"].rating is None
    assert by_reviewer["UlrikSander"].votes == Votes(54, 62)
    assert by_reviewer["UlrikSander"].text.count("\n\n") == 5
    assert sum(review.spoiler for review in page.reviews) == 2
    assert by_reviewer["PAolo-10"].byline.date == dt.date(2009, 2, 8)
    assert by_reviewer["methodman-70252"].byline.date == dt.date(2020, 4, 27)
    assert by_reviewer["alke-2"].byline.date == dt.date(2005, 1, 3)


@pytest.mark.parametrize("sample", sorted(SAMPLES.glob("*-sample.txt")), ids=lambda path: str(path.stem))
def test_sample_page(sample: Path) -> None:
    page = read_page(sample.read_bytes(), sample.name)
    expected = json.loads((EXPECTED / f"{sample.stem}.json").read_text())
    assert page.heads == (PageHead(Film(expected["film"], expected["year"]), expected["site_total"]),)
    assert not page.problems
    for review, told in zip(page.reviews, expected["reviews"], strict=True):
        assert (review.title, review.rating, review.spoiler) == (
            told["title"],
            told["rating"],
            told["spoiler"],
        )
        assert review.votes == Votes(told["helpful"], told["total"])
        assert len([part for part in review.text.split("\n\n") if part]) == told["paragraphs"]
        assert len(review.text) == told["characters"]
        assert review.byline.printed.startswith(review.byline.reviewer)
        readings = {(review.byline.reviewer, review.byline.date), review.byline.other}
        assert (told["reviewer"], dt.date.fromisoformat(told["date"])) in readings


@pytest.mark.parametrize(
    "title",
    ["8/10", "10/10", "23 May 2022", "bob 12 May 2001", "lola3312 May 2001", "Warning: Spoilers", VOTES,
     "Permalink", "User Reviews", "(2004)", "Best Poster", "44 Reviews", "¡Ñandú! 🎬", "***", "See also"],
)  # fmt: skip
@pytest.mark.parametrize("rating", [None, 7])
def test_title_may_look_like_anything(title: str, rating: int | None) -> None:
    before, after = make_review("ada"), make_review("eve", title="The one below", rating=None)
    review = make_review("bob", title=title, rating=rating)
    page = read(render_page(HARBOUR, [before, review, after, review]))
    assert not page.problems
    assert titles(page) == ["A title", title, "The one below", title]
    assert [found.rating for found in page.reviews] == [7, rating, None, rating]


@pytest.mark.parametrize(
    "line",
    ["7/10", "Warning: Spoilers", "I hope you found this helpful.", "3 out of 4 found this helpful", VOTES,
     "Permalink", "***", "мир 世界 🎬", "lola3312 May 2001", "User Reviews", "See also", "Recently Viewed",
     "Harbour Lights (1999) Poster", "An error has occured. Please try again.", "44 Reviews"],
)  # fmt: skip
def test_body_may_hold_any_line(line: str) -> None:
    for text in (f"It begins.\n\n{line}\n\nIt ends.", f"It begins.\n{line}\nIt goes on.\n{line}\nIt ends."):
        assert read_one(make_review(text=text)).text == text
        assert read_one(make_review(text=text, spoiler=True)).text == text


def test_body_may_hold_what_looks_like_a_review_but_its_end() -> None:
    text = "I saw this on another site:\n8/10\nA gem\nlola3312 May 2001\nI agree."
    assert read_one(make_review(text=text)).text == text


def test_body_may_end_in_a_rating_or_in_permalink() -> None:
    for text in ("Fine.\n7/10", "Fine.\n\nPermalink"):
        assert read_one(make_review(text=text)).text == text


def test_review_without_a_body_is_read() -> None:
    page = read(render_page(HARBOUR, [make_review("ada", text=""), make_review("bob", text="")]))
    assert [review.text for review in page.reviews] == ["", ""]
    assert not page.problems


@pytest.mark.parametrize("votes", [(0, 0), (0, 12), (1413, 1597), (1_234_567, 2_345_678)])
def test_votes_with_and_without_thousands_separators(votes: tuple[int, int]) -> None:
    assert read_one(make_review(votes=votes)).votes == Votes(*votes)


def test_votes_with_separators_of_other_countries() -> None:
    for separator in (".", "'", "’", " ", "\u202f", "\xa0"):
        text = render_page(HARBOUR, [make_review(votes=(1413, 1597))]).replace("1,", f"1{separator}")
        assert read(text).reviews[0].votes == Votes(1413, 1597)


def test_short_line_of_votes_ends_a_review_too() -> None:
    text = render_page(HARBOUR, [make_review("ada"), make_review("bob")])
    assert len(read(text.replace(" Was this review helpful? Sign in to vote.", "")).reviews) == 2
    assert len(read(text.replace(". Was this", ".\nWas this")).reviews) == 2


def test_votes_that_cannot_be_right_are_a_problem() -> None:
    page = read(render_page(HARBOUR, [make_review(votes=(9, 4))]))
    (problem,) = page.problems
    assert page.reviews[0].votes is None
    assert problem.text.startswith("9 out of 4")
    assert problem.line == 15


def test_missing_permalinks_are_no_problem() -> None:
    reviews = [
        make_review("ada"),
        make_review("bob", rating=None, title="Two"),
        make_review("eve", spoiler=True),
    ]
    page = read(render_page(HARBOUR, reviews, permalinks=False))
    assert not page.problems
    assert [review.byline.reviewer for review in page.reviews] == ["ada", "bob", "eve"]
    assert {review.text for review in page.reviews} == {make_review().text}


def test_body_of_a_spoiler_below_its_votes_goes_where_it_belongs() -> None:
    texts = ["One.\n\n7/10\n\nTwo.", "Three.", "Four.", "Five."]
    reviews = [
        make_review(name, rating=rating, spoiler=spoiler, text=text)
        for name, rating, spoiler, text in zip(
            ("ada", "bob", "eve", "kim"), (7, None, 9, None), (True, True, False, True), texts, strict=True
        )
    ]
    for permalinks in (True, False):
        page = read(render_page(HARBOUR, reviews, spoilers_below_votes=True, permalinks=permalinks))
        assert not page.problems
        assert [review.text for review in page.reviews] == texts
        assert [review.spoiler for review in page.reviews] == [True, True, False, True]


LOOKS_LIKE_A_HEADER = "He dies in the boat at dawn.\n\nseen at home12 May 2011\n\nAnd the dog lives."


@pytest.mark.parametrize("rating", [None, 10])
@pytest.mark.parametrize(("spoiler", "below"), [(False, True), (True, True), (True, False)])
@pytest.mark.parametrize(
    "text",
    [
        LOOKS_LIKE_A_HEADER,
        f"It begins.\n\n{LOOKS_LIKE_A_HEADER}",
        "3 out of 4 found this helpful",
        "3 out of 4 found this helpful\nIt goes on.",
        f"It begins.\n{VOTES}\nIt goes on.",
        "An error has occured. Please try again.\nIt goes on.",
        "It begins.\nAn error has occured. Please try again.\n\nIt ends.",
    ],
)
def test_body_of_a_spoiler_below_its_votes_may_look_like_another_review(
    text: str, *, rating: int | None, spoiler: bool, below: bool
) -> None:
    first = make_review("ada", spoiler=True, text=text)
    second = make_review("bob", rating=rating, spoiler=spoiler)
    lines = render_page(HARBOUR, [], foot=False).split("\n")[:-1]
    lines += render_review(first, body_below_votes=True) + render_review(second, body_below_votes=below)
    for foot in ((), FOOT):
        page = read("\n".join([*lines, *render_review(make_review("eve")), *foot, ""]))
        assert not page.problems
        assert [review.byline.reviewer for review in page.reviews] == ["ada", "bob", "eve"]
        assert [review.text for review in page.reviews] == [text, second.text, second.text]
        assert [review.spoiler for review in page.reviews] == [True, spoiler, False]


def test_body_of_the_last_spoiler_below_its_votes_may_look_like_another_review() -> None:
    for foot in (True, False):
        for text in (LOOKS_LIKE_A_HEADER, f"It begins.\n{LOOKS_LIKE_A_HEADER}"):
            last = make_review(spoiler=True, text=text)
            page = read(render_page(HARBOUR, [last], spoilers_below_votes=True, foot=foot))
            assert not page.problems
            assert [review.text for review in page.reviews] == [text]


def test_review_below_a_spoiler_is_one_too_where_its_text_may_be_that_ones() -> None:
    text = "He dies.\nbob3 May 2001\nThe dog lives."
    hidden = make_review("ada", spoiler=True, text="")
    page = read(render_page(HARBOUR, [hidden, make_review("eve", rating=None, text=text)]))
    assert [(review.byline.reviewer, review.spoiler) for review in page.reviews] == [
        ("ada", True),
        ("eve", True),
    ]
    assert page.reviews[1].text == text
    (problem,) = page.problems
    assert "kept as a spoiler too" in problem.reason
    cut = read(render_page(HARBOUR, [hidden], foot=False) + "A title\nbob3 May 2001\nThe dog lives.")
    assert [review.spoiler for review in cut.reviews] == [True, True]
    assert "kept as a spoiler too" in cut.problems[0].reason


def test_body_of_a_spoiler_may_begin_with_votes() -> None:
    for text in ("3 out of 4 found this helpful\nIt goes on.", f"{VOTES}\nIt goes on."):
        assert read_one(make_review(text=text, spoiler=True)).text == text


@pytest.mark.parametrize(
    "glued", ["Recently Viewed", "Recently viewed", "Permalink", VOTES, FOOT[0], FOOT[5], "See also"]
)
def test_page_whose_last_line_runs_into_the_next_page(glued: str) -> None:
    first = render_page(HARBOUR, [make_review("ada")])
    first = first[: first.index(glued) + len(glued)] if glued in first else first + glued
    page = read(first + render_page(HARBOUR_II, [make_review("bob")]))
    assert [(review.byline.reviewer, review.film) for review in page.reviews] == [
        ("ada", HARBOUR),
        ("bob", HARBOUR_II),
    ]


def test_film_may_be_called_like_a_line_of_the_site() -> None:
    for film in (Film("Permalink", 2010), Film("Permalinked", 2010), Film("Recently Viewed", 2011)):
        assert read(render_page(film, [make_review()])).heads[0].film == film


def test_review_that_may_be_cut_says_so() -> None:
    text = render_page(HARBOUR, [make_review("ada"), make_review("bob", spoiler=True)], foot=False)
    for part in ("17 May 2010", "Warning: Sp", "Warning: Spoilers", "The harbour gl", "3 out of"):
        page = read(text[: text.rindex(part) + len(part)])
        assert [review.is_cut for review in page.reviews] == [False, True]
        assert page.reviews[1].spoiler is (part != "17 May 2010")
    assert not any(review.is_cut for review in read(text).reviews)


def test_spoiler_whose_text_is_hidden_is_kept_without_it() -> None:
    page = read(render_page(HARBOUR, [make_review("ada", spoiler=True, text=""), make_review("bob")]))
    assert [review.text for review in page.reviews] == ["", make_review().text]
    assert not page.problems


def test_page_without_any_furniture_needs_the_film_named() -> None:
    text = render_page(HARBOUR, [make_review("ada"), make_review("bob")], head=False, foot=False)
    page = read(text)
    assert not page.reviews
    (problem,) = page.problems
    assert "--film" in problem.reason
    assert "Poster" in problem.reason
    assert "2 reviews" in problem.reason
    assert (problem.line, problem.text) == (1, "A title")
    named = read(text, HARBOUR_II)
    assert not named.problems
    assert {review.film for review in named.reviews} == {HARBOUR_II}
    assert named.heads == (PageHead(HARBOUR_II, None),)


def test_any_amount_of_furniture_above_and_below() -> None:
    menu = ["Menu", "All", "Some new feature of the site", "", "EN", "More to explore, 8/10 say"]
    text = (
        render_page(HARBOUR, [make_review()], above=menu) + "\nContribute\nSome other film Poster\n© 2024\n"
    )
    page = read(text)
    assert not page.problems
    assert page.heads == (PageHead(HARBOUR, 44),)


@pytest.mark.parametrize(
    ("printed", "film"),
    [
        ("(500) Days of Rain (2009) Poster", Film("(500) Days of Rain", 2009)),
        ("Exchange 1961: (Do Not) Answer (2021) Poster", Film("Exchange 1961: (Do Not) Answer", 2021)),
        ("1984 (1984) Poster", Film("1984", 1984)),
        ("2001: A Harbour Odyssey (1968) Poster", Film("2001: A Harbour Odyssey", 1968)),
        ("Poster (2015) Poster", Film("Poster", 2015)),
        ("Summer of (1969) (1999) Poster", Film("Summer of (1969)", 1999)),
        ("The Quay (TV Series 2004–2009) Poster", Film("The Quay", 2004)),
        ("Amélie & Söhne (1998) Poster", Film("Amélie & Söhne", 1998)),
    ],
)
def test_film_is_named_by_its_poster(printed: str, film: Film) -> None:
    text = render_page(HARBOUR, [make_review()]).replace("Harbour Lights (1999) Poster", printed)
    assert read(text).heads[0].film == film


@pytest.mark.parametrize(
    "head",
    [
        "Harbour Lights\n(1999)\nUser Reviews\nReview this title\n44 Reviews",
        "Menu\nHarbour Lights Poster\n\n(1999)\nUser Reviews\n44 Reviews",
        "Harbour Lights (1999) - User Reviews - IMDb\nReview this title\n44 Reviews",
        "Harbour Lights (1999) User Reviews\n44 Reviews",
        "Harbour Lights (1999)\nUser Reviews\n44 Reviews\nSort by:",
    ],
)
def test_film_is_named_by_lines_near_the_poster(head: str) -> None:
    page = read(head + "\n" + render_page(HARBOUR, [make_review()], head=False))
    assert page.heads == (PageHead(HARBOUR, 44),)
    assert not page.problems


def test_film_in_a_line_by_itself_is_enough() -> None:
    page = read("Harbour Lights (1999)\n" + render_page(HARBOUR, [make_review()], head=False))
    assert page.heads == (PageHead(HARBOUR, None),)
    assert not page.problems


@pytest.mark.parametrize(
    ("named", "asked", "taken"),
    [
        ("Lantern Row", "The Lantern Row (1988)", "The Lantern Row (1988)"),
        ("Lantern Row (1988)", "lantern row", "Lantern Row (1988)"),
        ("Lantern Row (1988)", "Lantern Row (1988)", "Lantern Row (1988)"),
    ],
)
def test_film_asked_for_by_the_same_title_is_that_of_the_page_with_the_year_of_either(
    named: str, asked: str, taken: str
) -> None:
    page = read(render_page(Film.parse(named), [make_review()]), Film.parse(asked))
    assert (page.problems, [str(head.film) for head in page.heads]) == ((), [taken])
    assert [str(review.film) for review in page.reviews] == [taken]
    said = [f"this page gives no year: it is taken for {taken}"] if named == "Lantern Row" else []
    assert [note.said for note in page.notes] == said


def test_film_asked_for_wins_and_the_difference_is_told() -> None:
    page = read(render_page(HARBOUR, [make_review()]), HARBOUR_II)
    assert {review.film for review in page.reviews} == {HARBOUR_II}
    (problem,) = page.problems
    assert (problem.line, problem.text) == (1, "Harbour Lights (1999)")
    assert "Harbour Lights II (2003)" in problem.reason
    assert not read(render_page(HARBOUR, [make_review()]), HARBOUR).problems


def test_pages_of_several_films_in_one_file() -> None:
    first = render_page(HARBOUR, [make_review("ada"), make_review("bob")], site_total=5)
    second = render_page(
        HARBOUR_II, [make_review("eve", rating=None)], site_total=1413, above=["Menu", "All"]
    )
    page = read(first + second + first)
    assert page.heads == (PageHead(HARBOUR, 5), PageHead(HARBOUR_II, 1413), PageHead(HARBOUR, 5))
    assert [str(review.film) for review in page.reviews] == [str(HARBOUR)] * 2 + [str(HARBOUR_II)] + [
        str(HARBOUR)
    ] * 2
    assert not page.problems


def test_page_below_a_foot_has_no_film_of_the_page_above() -> None:
    first = render_page(HARBOUR, [make_review("ada")])
    second = render_page(HARBOUR_II, [make_review("bob")], head=False)
    page = read(first + second)
    assert [review.byline.reviewer for review in page.reviews] == ["ada"]
    assert "--film" in page.problems[0].reason


def test_page_cut_in_the_middle_with_another_below() -> None:
    first = render_page(
        HARBOUR, [make_review("ada"), make_review("bob", text="It begins and is c")], foot=False
    )
    cut = first[: first.index("It begins and is c") + 18] + "\n"
    page = read(cut + render_page(HARBOUR_II, [make_review("eve")]))
    assert [(review.byline.reviewer, review.film) for review in page.reviews] == [
        ("ada", HARBOUR),
        ("bob", HARBOUR),
        ("eve", HARBOUR_II),
    ]
    (problem,) = page.problems
    assert problem.text == "It begins and is c"
    assert page.reviews[1].text == "It begins and is c"
    assert page.reviews[1].votes is None


def test_page_cut_anywhere_keeps_what_can_be_read_and_tells_the_rest() -> None:
    reviews = [make_review("ada"), make_review("bob", title="Twó", text="First.\n\nSecond.", spoiler=True)]
    content = render_page(HARBOUR, reviews, foot=False).encode()
    begins = content.index("Twó".encode()) - len(b"7/10\n")
    is_whole = content.rindex(b"found this helpful") + len(b"found this helpful")
    for length in range(begins + 1, len(content)):
        page = read_page(content[:length], "page.txt")
        assert page.reviews[0].text == reviews[0].text
        if length >= is_whole:
            assert page.reviews[1].votes == Votes(3, 4)
            assert page.reviews[1].text == "First.\n\nSecond."
            assert not page.problems
        else:
            assert page.problems
            assert page.problems[0].line in (17, content[:length].rstrip().count(b"\n") + 1)


def test_review_below_a_head_in_a_spoiler_may_be_that_spoiler() -> None:
    text = "Harbour Lights (1999) Poster\nUser Reviews\nlola3312 May 2001\nIt is a secret."
    page = read_page(render_page(HARBOUR, [make_review(spoiler=True, text=text)]).encode(), "page.txt")
    assert all(review.spoiler for review in page.reviews)
    assert any("secret" in review.text for review in page.reviews)


def test_review_without_votes_between_others_is_kept_and_told() -> None:
    reviews = [
        make_review("ada"),
        make_review("bob", votes=None, text="Mine."),
        make_review("eve", rating=None),
    ]
    page = read(render_page(HARBOUR, reviews))
    assert [review.text for review in page.reviews] == [review.text for review in reviews]
    assert [review.votes for review in page.reviews] == [Votes(3, 4), None, Votes(3, 4)]
    (problem,) = page.problems
    assert problem.line == 21
    assert "no votes" in problem.reason


@pytest.mark.parametrize("byline", ["bob 12 Maj 2001", "bob32 May 2001x", "b30 February 2001"])
def test_byline_that_cannot_be_read_is_a_problem_with_its_line(byline: str) -> None:
    reviews = [make_review("ada"), make_review("bob"), make_review("eve")]
    text = render_page(HARBOUR, reviews).replace("bob17 May 2010", byline)
    page = read(text)
    assert [review.byline.reviewer for review in page.reviews] == ["ada", "eve"]
    (problem,) = page.problems
    assert problem.source == "page.txt"
    assert (problem.line, problem.text) == (text.split("\n").index(byline) + 1, byline)
    assert "lines 17 to 22" in problem.reason


def test_lines_that_belong_nowhere_are_told() -> None:
    text = render_page(HARBOUR, [make_review("ada"), make_review("bob")])
    page = read(text.replace("Permalink\n7/10", "Permalink\nWho wrote this?\nAnd this?\n7/10"))
    assert len(page.reviews) == 2
    (problem,) = page.problems
    assert (problem.line, problem.text) == (17, "Who wrote this?")
    assert "lines 17 to 18" in problem.reason


def test_page_copied_from_the_middle_of_a_review_on() -> None:
    text = "the end of somebody's review.\n" + VOTES + "\nPermalink\n"
    page = read(text + render_page(HARBOUR, [make_review()], head=False), HARBOUR)
    assert titles(page) == ["A title"]
    (problem,) = page.problems
    assert (problem.line, problem.text) == (1, "the end of somebody's review.")


def test_blank_lines_between_the_lines_of_a_header() -> None:
    text = render_page(HARBOUR, [make_review("ada"), make_review("bob", rating=None)])
    loose = (
        text.replace("7/10\n", "7/10\n\n")
        .replace("A title\n", "  A title \n\n")
        .replace("Permalink", "\nPermalink\n")
    )
    page = read(loose)
    assert not page.problems
    assert titles(page) == ["A title", "A title"]
    assert [review.text for review in page.reviews] == [make_review().text] * 2


def test_byline_holds_both_candidates() -> None:
    byline = read_one(make_review("yoshi-33", date=dt.date(2005, 8, 15))).byline
    assert byline.printed == "yoshi-3315 August 2005"
    assert (byline.reviewer, byline.date) == ("yoshi-33", dt.date(2005, 8, 15))
    assert byline.other == ("yoshi-331", dt.date(2005, 8, 5))


def test_bylines_of_a_page_settle_each_other() -> None:
    known = [make_review("bob1", date=dt.date(2011, 3, 30)), make_review("bob1", date=dt.date(2011, 4, 20))]
    page = read(render_page(HARBOUR, [make_review("bob1", date=dt.date(2010, 5, 7)), *known]))
    assert page.reviews[0].byline.reviewer == "bob1"


def test_page_that_a_mail_quotes_reads_as_it_was() -> None:
    text = render_page(HARBOUR, [make_review(text="One.\n\n> Two."), make_review("eve", text="Three.")])
    quoted = "".join(f"> {line}" for line in text.splitlines(keepends=True))
    assert read_page(quoted.encode(), "page.txt") == read_page(text.encode(), "page.txt")


def test_page_without_a_review_is_refused() -> None:
    for text in (
        render_page(HARBOUR, []),
        "Nothing but prose.\n\nAnd more of it.\n",
        "[1, 2]",
        "\n".join(FOOT),
    ):
        with pytest.raises(PageError, match=r"page\.txt: no review was found"):
            read(text)


def test_streaming_gives_the_head_before_its_reviews() -> None:
    file = io.BytesIO(render_page(HARBOUR, [make_review()]).encode())
    assert [type(found) for found in read_reviews(file, "page.txt")] == [PageHead, Review]


def test_votes_line_as_rendered() -> None:
    assert render_votes(make_review()) == VOTES
