"""Pages rendered from any reviews read back the same, and no input makes the reader fail or lose a line."""

from __future__ import annotations

import datetime as dt
import io
import re
from dataclasses import replace
from itertools import pairwise

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from bot.errors import PageError
from bot.model import Byline, Film, Review, Votes
from bot.pages.copied_text import SITE
from bot.pages.furniture import is_known
from bot.pages.outline import outline
from bot.pages.reading import read_page
from bot.pages.saved_text import SavedText
from tests.making import HARBOUR, HARBOUR_II, make_review
from tests.pages.rendering import FOOT, HEAD, render_page, render_review

VOTES = "12 out of 1,413 found this helpful. Was this review helpful? Sign in to vote."
NASTY = (
    *("7/10", "10/10", "Warning: Spoilers", "Permalink", "***", "- - -", "(2004)", "44 Reviews", "Sort by:"),
    *(VOTES, "3 out of 4 found this helpful.", "found this helpful", "An error has occured.", "See also"),
    *("lola3312 May 2001", "bob 3 May 2001", "23 May 2022", "Harbour Lights (1999) Poster", "User Reviews"),
    *(
        "Review this title",
        "Recently Viewed",
        "Был 😀",
        "映画",
        "\u202eto the left",
        '"Isn\'t it?"',
        "a\u2028b",
    ),
)
TITLES = ("A title", "8/10", "lola3312 May 2001")
BYLINE = re.compile(r".+[0-9] (?:May|March|August) [0-9]{4}")
RATING = re.compile(r"(?:10|[1-9])/10")

printed = st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp"), exclude_characters="\xa0\ufeff")
lines = st.one_of(st.sampled_from(NASTY), st.text(printed, min_size=1, max_size=40)).map(str.strip)
titles = lines.filter(bool)
names = st.from_regex(r"[A-Za-z][A-Za-z0-9_.!-]{0,12}[A-Za-z]", fullmatch=True)
dates = st.dates(dt.date(1998, 1, 1), dt.date(2026, 12, 31))


def is_undecidable(review: Review) -> bool:
    """Whether the review, printed, could be something else too, which neither a reader nor we could tell."""
    body = [line for line in review.text.split("\n") if line]
    is_byline = [bool(BYLINE.fullmatch(line)) for line in body]
    votes = [at for at, line in enumerate(body) if "helpful" in line and line[0].isdecimal()]
    return any(
        (
            # The mark of a spoiler on top of a body; votes right below the mark, as in the older layout.
            not review.spoiler and body[:1] == ["Warning: Spoilers"],
            review.spoiler and bool(votes) and set(body[: votes[0]]) <= {"Warning: Spoilers"},
            # A title like a rating, votes, or a line of the site's, and a byline below the byline.
            review.title in NASTY and is_byline[:1] == [True],
            # A review's end with the beginning of another below it.
            any(line == "Permalink" and any(is_byline[at + 2 : at + 4]) for at, line in enumerate(body)),
            any(
                body[at + 1 : at + 2] in ([], ["Permalink"]) or any(is_byline[at + 2 : at + 4])
                for at in votes
            ),
            any(body[at + 1] in NASTY or is_known(body[at + 1]) for at in votes if at + 1 < len(body)),
            # A line of the site's with all of a rated review's header below it.
            any(
                is_known(line) and RATING.fullmatch(body[at + 1]) and any(is_byline[at + 3 : at + 4])
                for at, line in enumerate(body[:-1])
            ),
            # The head of another page with a review below it.
            any(line.endswith("Poster") or line == "(2004)" for line in body) and any(is_byline),
        )
    )


@st.composite
def reviews(draw: st.DrawFn) -> Review:
    title = draw(titles)
    rating = draw(st.none() | st.integers(1, 10))
    spoiler = draw(st.booleans())
    body = draw(st.lists(lines, max_size=8))
    text = "\n".join(body).strip()
    date = draw(dates)
    name = draw(names)
    helpful = draw(st.integers(0, 5000))
    votes = Votes(helpful, helpful + draw(st.integers(0, 5000)))
    byline = Byline(f"{name}{date.day} {date:%B} {date.year}", name, date)
    review = Review(HARBOUR, title, byline, rating, votes, spoiler, text, site=SITE)
    assume(not is_undecidable(review))
    return review


def without_byline(review: Review) -> Review:
    """Which reading of a byline is likelier is tested elsewhere; here, that the true one is among them."""
    return replace(review, byline=Byline("", "", None))


def assert_reads_back(written: list[Review], text: str) -> None:
    for above, below in pairwise(written):
        # Below a spoiler without its body may stand that body, where another review could begin in it.
        assume(above.text or not above.spoiler or not any(map(BYLINE.fullmatch, below.text.split("\n"))))
    page = read_page(text.encode(), "page.txt")
    assert [str(problem) for problem in page.problems] == []
    assert [without_byline(review) for review in page.reviews] == [
        without_byline(review) for review in written
    ]
    for found, review in zip(page.reviews, written, strict=True):
        readings = {(found.byline.reviewer, found.byline.date), found.byline.other}
        assert (review.byline.reviewer, review.byline.date) in readings
        assert found.byline.printed == review.byline.printed


@given(st.lists(reviews(), min_size=1, max_size=4))
def test_page_reads_back_the_same(written: list[Review]) -> None:
    assert_reads_back(written, render_page(HARBOUR, written))


@given(st.lists(reviews(), min_size=1, max_size=4))
def test_page_without_permalinks_reads_back_the_same(written: list[Review]) -> None:
    # Without `Permalink` below them, votes in a body and the word itself say more than they should.
    assume(not any("Permalink" in (review.title, *review.text.split("\n")) for review in written))
    assert_reads_back(written, render_page(HARBOUR, written, permalinks=False))


@given(st.lists(reviews(), min_size=1, max_size=4))
def test_page_with_bodies_of_spoilers_below_their_votes_reads_back_the_same(written: list[Review]) -> None:
    for review in written:
        # Where a body stands below its votes, lines of it or of the next review's body that are like a header
        # or like the page's own could be just that.
        assume(not any(BYLINE.fullmatch(line) for line in review.text.split("\n")))
        body = review.text.split("\n") if review.spoiler else []
        assume(not any("helpful" in line or line in NASTY[:9] for line in body))
        assume(not any(line in (*FOOT, *HEAD) or line.endswith("Poster") for line in body if line))
        assume(not BYLINE.fullmatch(review.title))
    assert_reads_back(written, render_page(HARBOUR, written, spoilers_below_votes=True))


@given(st.lists(reviews(), min_size=1, max_size=3), st.lists(reviews(), min_size=1, max_size=3))
def test_two_pages_in_one_file_read_back_the_same(first: list[Review], second: list[Review]) -> None:
    other = [replace(review, film=HARBOUR_II) for review in second]
    assert_reads_back(first + other, render_page(HARBOUR, first) + render_page(HARBOUR_II, other))


@given(titles.filter(lambda title: not title.endswith("Poster")), st.integers(1900, 2100))
def test_film_is_read_from_any_title(title: str, year: int) -> None:
    film = Film(" ".join(title.split()), year)
    assert Film.parse(str(film)) == film
    page = read_page(render_page(film, [make_review()]).encode(), "page.txt")
    assert page.heads[0].film == film


@st.composite
def secret_pages(draw: st.DrawFn) -> str:
    """A page of reviews whose spoilers, in either layout, say `secret` in each line of their own."""
    page = render_page(HARBOUR, [], foot=False).split("\n")[:-1]
    for _ in range(draw(st.integers(2, 5))):
        spoiler = draw(st.booleans())
        own = "It is a secret" if spoiler else "It is no mystery"
        # A line of votes in a spoiler's body ends it for any reader, and what follows may be a review.
        nasty = [line for line in NASTY if not (spoiler and "helpful" in line)]
        body = draw(st.lists(st.sampled_from([own] * len(NASTY) * 3 + nasty), max_size=8))
        if spoiler and "Permalink" in body:
            # That line ends a review, and a byline soon behind it begins the next one, for any reader.
            body = [line for line in body if not BYLINE.fullmatch(line)]
        text = "".join(line + draw(st.sampled_from(["\n", "\n\n"])) for line in body).strip()
        review = replace(draw(reviews()), spoiler=spoiler, text=text, title=draw(st.sampled_from(TITLES)))
        page += render_review(review, body_below_votes=draw(st.booleans()))
    return "\n".join([*page, *draw(st.sampled_from([(), FOOT])), ""])


@settings(max_examples=300)
@given(secret_pages())
def test_no_text_of_a_spoiler_stands_in_a_review_without_its_mark(text: str) -> None:
    page = read_page(text.encode(), "page.txt")
    assert not [review for review in page.reviews if "secret" in review.text and not review.spoiler]


REAL_SHAPED = render_page(
    HARBOUR,
    [
        make_review("ada", text="One.\n\n7/10\n\nTwo."),
        make_review("bob", rating=None, title="8/10", spoiler=True),
        make_review("eve-2", spoiler=True, text="Ein Wort.\n" + VOTES + "\nNo more."),
        make_review("kim", votes=(1413, 1597), text="Short."),
    ],
).split("\n")
OLDER = render_page(
    HARBOUR_II,
    [make_review("ada", spoiler=True), make_review("bob"), make_review("eve", spoiler=True)],
    spoilers_below_votes=True,
).split("\n")


@st.composite
def mutations(draw: st.DrawFn) -> list[str]:
    page = list(draw(st.sampled_from([REAL_SHAPED, OLDER, REAL_SHAPED + OLDER])))
    for _ in range(draw(st.integers(1, 8))):
        at = draw(st.integers(0, len(page) - 1))
        match draw(st.sampled_from(["delete", "copy", "swap", "insert", "cut", "change"])):
            case "delete" if len(page) > 1:
                del page[at]
            case "copy":
                page.insert(at, page[at])
            case "swap":
                other = draw(st.integers(0, len(page) - 1))
                page[at], page[other] = page[other], page[at]
            case "insert":
                page.insert(at, draw(lines))
            case "cut":
                page[at] = page[at][: draw(st.integers(0, 30))]
            case _:
                page[at] = draw(lines)
    return page


def as_bytes(lines: list[str]) -> bytes:
    return "\n".join(lines).encode()


def assert_nothing_is_lost(content: bytes, lookahead: int) -> None:
    """Every line is in one block, and blocks come out as reviews, problems, or lines that are the site's."""
    text = "".join(SavedText(io.BytesIO(content), "page.txt"))
    pieces = re.findall(r"(?:[^\n]*\n){1,3}|[^\n]+\Z", text)
    assert "".join(pieces) == text
    blocks = list(outline(pieces, "page.txt", lookahead=lookahead))
    assert "".join(block.text for block in blocks) == text
    line = 1
    for block in blocks:
        assert block.line == line
        line += block.text.count("\n")


def assert_reads_without_failing(content: bytes) -> None:
    try:
        page = read_page(content, "page.txt")
    except PageError as error:
        assert str(error).startswith("page.txt")  # noqa: PT017 - the sentence is what a host sees
        return
    assert page.reviews or page.problems
    count = content.count(b"\n") + content.count(b"\r") + 1
    for review in page.reviews:
        assert review.title.strip()
        assert review.byline.reviewer
        assert review.text == review.text.strip()
    for problem in page.problems:
        assert problem.line is not None
        assert 1 <= problem.line <= count
        assert problem.text or "control characters" in problem.reason


@settings(max_examples=300)
@given(mutations(), st.sampled_from([100, 1000, 1 << 16]))
def test_changed_page_is_read_without_failing_and_loses_no_line(page: list[str], lookahead: int) -> None:
    content = as_bytes(page)
    assert_nothing_is_lost(content, lookahead)
    assert_reads_without_failing(content)


@given(
    st.binary(max_size=400)
    | st.text(max_size=200).map(str.encode)
    | mutations().map("\n".join).map(str.encode),
    st.binary(max_size=8),
    st.integers(0, 4000),
)
def test_any_bytes_are_read_or_refused(content: bytes, inserted: bytes, at: int) -> None:
    assert_reads_without_failing(content[:at] + inserted + content[at:])


def test_a_title_of_a_brace_and_a_quotation_mark_is_no_table() -> None:
    film = Film("{'", 1999)
    page = read_page(render_page(film, [make_review()]).encode(), "page.txt")
    assert page.heads[0].film == film
