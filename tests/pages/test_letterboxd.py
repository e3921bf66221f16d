"""Letterboxd's export, whole and table by table."""

from __future__ import annotations

import csv
import datetime as dt
import io
import zipfile
from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import PageError
from bot.model import Byline, Film, PageHead, Problem, Review, Told
from bot.pages.reading import read_reviews
from tests.making import HARBOUR, HARBOUR_II

REVIEW_NAMES = [
    "Date",
    "Name",
    "Year",
    "Letterboxd URI",
    "Rating",
    "Rewatch",
    "Review",
    "Tags",
    "Watched Date",
]
RATING_NAMES = ["Date", "Name", "Year", "Letterboxd URI", "Rating"]
DIARY_NAMES = [*RATING_NAMES, "Rewatch", "Tags", "Watched Date"]
REVIEWS = [
    [
        "2010-05-17",
        "Harbour Lights",
        "1999",
        "https://boxd.it/abc",
        "4.5",
        "",
        "It glows, twice.\n\nSee <i>it</i>.",
        "",
        "",
    ],
    [
        "2011-01-02",
        "Harbour Lights",
        "1999",
        "https://boxd.it/abd",
        "",
        "Yes",
        '"Again", he said.',
        "x, y",
        "2011-01-01",
    ],
]
RATINGS = [
    ["2010-05-17", "Harbour Lights", "1999", "https://boxd.it/f1", "4.5"],
    ["2012-03-04", "Harbour Lights II", "2003", "https://boxd.it/f2", "0.5"],
]
DIARY = [
    ["2010-05-17", "Harbour Lights", "1999", "https://boxd.it/abc", "4.5", "", "", "2010-05-16"],
    ["2013-03-04", "Tallow Quay", "", "https://boxd.it/abe", "3", "", "", ""],
    ["2013-03-05", "Unrated", "2001", "https://boxd.it/abf", "", "", "", ""],
]


def table(names: Sequence[str], rows: Sequence[Sequence[str]], separator: str = ",") -> str:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=separator)
    writer.writerows([names, *rows])
    return out.getvalue()


def export(**changes: str | bytes | None) -> bytes:
    files: dict[str, str | bytes | None] = {
        "profile.csv": table(["Date Joined", "Username", "Given Name"], [["2009-01-01", "ada_l", "Ada"]]),
        "reviews.csv": table(REVIEW_NAMES, REVIEWS),
        "ratings.csv": table(RATING_NAMES, RATINGS),
        "diary.csv": table(DIARY_NAMES, DIARY),
        "watched.csv": table(RATING_NAMES[:-1], [row[:-1] for row in RATINGS]),
        "deleted/reviews.csv": table(REVIEW_NAMES, [[*REVIEWS[0][:6], "Deleted.", "", ""]]),
        "orphaned/reviews.csv": table(REVIEW_NAMES, [[*REVIEWS[0][:6], "Orphaned.", "", ""]]),
        "likes/reviews.csv": table(["Date", "Letterboxd URI"], [["2010-01-01", "https://boxd.it/z"]]),
    }
    files |= {name.replace("__", "/").replace("_csv", ".csv"): text for name, text in changes.items()}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            if text is not None:
                archive.writestr(name, text)
    return out.getvalue()


def read(content: str | bytes, source: str = "export", **told: Any) -> tuple[list[Review], list[Problem]]:
    file = io.BytesIO(content.encode() if isinstance(content, str) else content)
    found = list(read_reviews(file, source, Told(**told)))
    assert {item.film for item in found if isinstance(item, PageHead)} == {
        item.film for item in found if isinstance(item, Review)
    }
    return [item for item in found if isinstance(item, Review)], [
        item for item in found if isinstance(item, Problem)
    ]


def rated(film: Film, points: int | None, date: dt.date, text: str = "", entry: str | None = None) -> Review:
    byline = Byline(f"ada_l{date.day} {date:%B} {date.year}", "ada_l", date)
    site_id = f"boxd.it/{entry}" if entry else None
    return Review(
        film, "", byline, points, None, spoiler=False, text=text, site_id=site_id, site="Letterboxd"
    )


WHOLE = [
    rated(HARBOUR, 9, dt.date(2010, 5, 17), "It glows, twice.\n\nSee it.", "abc"),
    rated(HARBOUR, None, dt.date(2011, 1, 2), '"Again", he said.', "abd"),
    rated(HARBOUR_II, 1, dt.date(2012, 3, 4)),
    rated(Film("Tallow Quay"), 6, dt.date(2013, 3, 4), entry="abe"),
]


def test_whole_export_gives_reviews_and_the_ratings_of_other_films() -> None:
    found, problems = read(export())
    assert problems == []
    assert found == WHOLE


def test_tables_in_a_folder_of_the_archive_are_found() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(export())) as inner, zipfile.ZipFile(out, "w") as archive:
        for name in inner.namelist():
            archive.writestr(f"letterboxd-ada_l/{name}", inner.read(name))
    assert read(out.getvalue())[0] == WHOLE


def test_reviewer_is_who_the_host_says_or_whom_the_file_is_named_after() -> None:
    assert read(export(), reviewer="bob")[0][0].byline.reviewer == "bob"
    nameless = export(profile_csv=None)
    with pytest.raises(PageError, match=r"--reviewer"):
        read(nameless)
    found, _ = read(nameless, source="letterboxd-ada_l-2024-05-01-10-20-utc.zip")
    assert found == WHOLE


def test_tables_that_were_unpacked_are_whose_folder_it_is() -> None:
    folder = "letterboxd-ada_l-2024-05-01-10-00-utc"
    assert read(table(REVIEW_NAMES, REVIEWS), f"{folder}/reviews.csv")[0] == WHOLE[:2]
    for gone in ("deleted", "orphaned"):
        with pytest.raises(PageError, match="no review that stands on Letterboxd"):
            read(table(REVIEW_NAMES, REVIEWS), f"{folder}/{gone}/reviews.csv")


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_table_alone_needs_the_reviewer(separator: str) -> None:
    text = table(REVIEW_NAMES, REVIEWS, separator)
    with pytest.raises(PageError, match=r"--reviewer"):
        read(text)
    found, problems = read(text, reviewer="ada_l")
    assert problems == []
    assert found == WHOLE[:2]
    ratings, _ = read(table(RATING_NAMES, RATINGS, separator), reviewer="ada_l")
    assert [(review.film, review.rating, review.site_id) for review in ratings] == [
        (HARBOUR, 9, None),
        (HARBOUR_II, 1, None),
    ]


@pytest.mark.parametrize("stars", [half / 2 for half in range(1, 11)])
def test_half_stars_are_points_of_ten(stars: float) -> None:
    found, _ = read(table(RATING_NAMES, [[*RATINGS[0][:4], f"{stars:g}"]]), reviewer="ada_l")
    assert found[0].rating == stars * 2


def test_table_of_nul_bytes_is_told_and_the_rest_is_read() -> None:
    found, problems = read(export(reviews_csv=b"\0" * 5_000))
    (problem,) = problems
    assert problem.source == "export/reviews.csv"
    assert "NUL" in problem.reason
    assert [review.film for review in found] == [HARBOUR, HARBOUR_II, Film("Tallow Quay")]
    with pytest.raises(PageError, match="NUL"):
        read(b"\0" * 5_000, source="reviews.csv")


def test_what_a_row_lacks_is_told_and_the_rest_is_kept() -> None:
    rows = [
        ["", *REVIEWS[0][1:]],
        [REVIEWS[0][0], "", *REVIEWS[0][2:]],
        [*REVIEWS[1][:4], "6", *REVIEWS[1][5:]],
        ["a", "b"],
    ]
    found, problems = read(table(REVIEW_NAMES, rows), reviewer="ada_l")
    assert [review.rating for review in found] == [9, None]
    assert [problem.reason.split(":")[0] for problem in problems] == [
        "row 1 has no date that can be read",
        "row 2 names no film, so it is left out",
        "row 3 has no rating that can be read",
        "row 4",
    ]


def test_export_without_reviews_or_ratings_is_refused() -> None:
    with pytest.raises(PageError, match="no review and no rating"):
        read(export(reviews_csv=None, ratings_csv=None, diary_csv=table(DIARY_NAMES, [])))
    with pytest.raises(PageError, match="no review and no rating"):
        read(table(RATING_NAMES[:-1], [row[:-1] for row in RATINGS]), reviewer="ada_l")


words = st.text(st.characters(exclude_categories=("C", "Z"), exclude_characters="<&"), min_size=1, max_size=8)
lines = st.lists(words, min_size=1, max_size=4).map(" ".join)
entries = st.tuples(
    st.dates(dt.date(2011, 1, 1), dt.date(2026, 12, 31)),
    lines,
    st.none() | st.integers(1, 10),
    st.lists(lines, min_size=1, max_size=3).map("\n\n".join),
)


@given(st.lists(entries, min_size=1, max_size=5))
def test_reviews_read_back_the_same(written: list[tuple[dt.date, str, int | None, str]]) -> None:
    rows = [
        [
            date.isoformat(),
            title,
            "2001",
            f"https://boxd.it/{number}a",
            f"{points / 2:g}" if points else "",
            "",
            text,
            "",
            "",
        ]
        for number, (date, title, points, text) in enumerate(written)
    ]
    found, problems = read(export(reviews_csv=table(REVIEW_NAMES, rows), ratings_csv=None, diary_csv=None))
    assert problems == []
    assert found == [
        rated(Film(title, 2001), points, date, text, f"{number}a")
        for number, (date, title, points, text) in enumerate(written)
    ]
