"""Dumps of reviews: CSV, JSON and JSON lines, with columns of many names and rows of many kinds."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import PageError
from bot.model import Byline, Film, Note, PageHead, Problem, Review, Told, Votes
from bot.pages import json_rows
from bot.pages.reader import Found
from bot.pages.reading import read_reviews
from tests.making import HARBOUR, HARBOUR_II

ROW = {
    "reviewer": "ada",
    "movie": "Harbour Lights (1999)",
    "rating": "8",
    "review_summary": "A title",
    "review_date": "17 May 2010",
    "spoiler_tag": 0,
    "review_detail": "It glows.\n\nTwice.",
    "helpful": ["54", "62"],
}
READ = Review(
    film=HARBOUR,
    title="A title",
    byline=Byline("ada17 May 2010", "ada", dt.date(2010, 5, 17)),
    rating=8,
    votes=Votes(54, 62),
    spoiler=False,
    text="It glows.\n\nTwice.",
)


def read(text: str | bytes, **told: Any) -> tuple[list[Review], list[Problem]]:
    found = read_all(text, **told)
    return [item for item in found if isinstance(item, Review)], [
        item for item in found if isinstance(item, Problem)
    ]


def notes_of(text: str | bytes, **told: Any) -> list[Note]:
    return [item for item in read_all(text, **told) if isinstance(item, Note)]


def read_all(text: str | bytes, **told: Any) -> list[Found]:
    content = text if isinstance(text, bytes) else text.encode()
    return list(read_reviews(io.BytesIO(content), "dump", Told(**told)))


Rows = Sequence[dict[str, object]]


def as_csv(rows: Rows, separator: str = ",") -> str:
    out = io.StringIO()
    writer = csv.DictWriter(out, list(rows[0]), delimiter=separator)
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def rows(*changes: dict[str, Any]) -> list[dict[str, object]]:
    return [ROW | change for change in changes]


WAYS: dict[str, Callable[[Rows], str]] = {
    "array": lambda rows: json.dumps(rows),
    "indented array": lambda rows: json.dumps(rows, indent=2),
    "lines": lambda rows: "\n".join(map(json.dumps, rows)),
    "object": lambda rows: json.dumps({"status": "ok", "data": {"reviews": rows}}),
    "csv": as_csv,
    "semicolons": lambda rows: as_csv(rows, ";"),
    "tabs": lambda rows: as_csv(rows, "\t"),
    "bom": lambda rows: "\ufeff" + as_csv(rows),
}


@pytest.mark.parametrize("way", WAYS)
def test_reviews_are_read_whatever_the_format(way: str) -> None:
    text = WAYS[way](
        rows(
            {}, {"reviewer": "bob", "rating": "10/10", "spoiler_tag": 1}, {"reviewer": "eve", "rating": None}
        )
    )
    found, problems = read(text)
    assert problems == []
    assert found == [
        READ,
        replace(
            READ,
            byline=replace(READ.byline, printed="bob17 May 2010", reviewer="bob"),
            rating=10,
            spoiler=True,
        ),
        replace(READ, byline=replace(READ.byline, printed="eve17 May 2010", reviewer="eve"), rating=None),
    ]


@pytest.mark.parametrize(
    "names",
    [
        {
            "reviewer": "user",
            "movie": "film",
            "rating": "score",
            "review_summary": "headline",
            "review_detail": "body",
        },
        {
            "reviewer": "author",
            "movie": "film_title",
            "rating": "stars",
            "review_date": "date",
            "review_detail": "content",
        },
        {
            "reviewer": "username",
            "review_summary": "title",
            "review_detail": "review",
            "spoiler_tag": "isSpoiler",
        },
        {
            "reviewer": "Reviewer Name",
            "rating": "overall",
            "review_summary": "summary",
            "review_detail": "reviewText",
        },
    ],
)
@pytest.mark.parametrize("way", ["csv", "array"])
def test_columns_are_known_by_their_usual_names(names: dict[str, str], way: str) -> None:
    renamed = [
        {names.get(name, name): value for name, value in row.items()} for row in rows({}, {"rating": "9"})
    ]
    found, problems = read(WAYS[way](renamed))
    assert problems == []
    assert found[0] == READ


def test_columns_of_any_name_are_read_by_a_map() -> None:
    text = "wer,was,wie,wann\nada,It glows.,8,17.5.2010\nbob,Dull.,10,1.5.2010\n"
    with pytest.raises(PageError, match=r"--map"):
        read(text, film=HARBOUR)
    found, problems = read(
        text, film=HARBOUR, columns={"reviewer": "wer", "text": "was", "rating": "Wie", "date": "wann"}
    )
    assert problems == []
    assert [(review.byline.reviewer, review.text, review.rating) for review in found] == [
        ("ada", "It glows.", 8),
        ("bob", "Dull.", 10),
    ]
    with pytest.raises(PageError, match=r'no column "no" for text. It has: wer'):
        read(text, columns={"text": "no"})
    with pytest.raises(PageError, match=r"can't hold \"actor\""):
        read(text, columns={"actor": "wer"})


def test_what_the_table_does_not_say_is_asked_for() -> None:
    with pytest.raises(PageError, match=r"--reviewer NAME"):
        read("film,text\nHarbour,Good\n")
    with pytest.raises(PageError, match=r'--film "Title'):
        read("user,text\nada,Good\n")
    found, _ = read("text,score\nGood,7\n", film=HARBOUR, reviewer="ada")
    assert (found[0].film, found[0].byline.reviewer) == (HARBOUR, "ada")


def test_films_by_title_year_and_id() -> None:
    text = as_csv(
        [
            {"film": "Harbour Lights", "year": "1999", "imdb_id": "tt0396184", "user": "ada", "text": "a"},
            {"film": "Harbour Lights", "year": "1999.0", "imdb_id": "tt0396184", "user": "bob", "text": "b"},
            {
                "film": "",
                "year": "",
                "imdb_id": "https://www.imdb.com/title/tt1234567/",
                "user": "eve",
                "text": "c",
            },
        ]
    )
    heads = [item for item in read_all(text) if isinstance(item, PageHead)]
    assert heads == [PageHead(HARBOUR, None, "tt0396184"), PageHead(Film("tt1234567"), None, "tt1234567")]


def test_rows_of_other_films_than_the_one_asked_for_are_told_once() -> None:
    text = json.dumps(rows({}, {"movie": "The Harbour Lights"}, {"movie": "Heat"}, {"movie": "Gull (1999)"}))
    found, (problem,) = read(text, film=HARBOUR)
    assert {review.film for review in found} == {HARBOUR}
    assert (problem.text, problem.reason) == (
        "Heat",
        "2 rows name another film, but all reviews are taken for Harbour Lights (1999) as asked",
    )


def test_a_column_without_a_name_holds_nothing_of_a_review() -> None:
    found, problems = read(",reviewer,film,rating\n0,ada,Heat,8\n1,bob,Heat,9\n")
    assert problems == []
    assert [(review.title, review.votes, review.spoiler) for review in found] == [("", None, False)] * 2


def test_the_separator_that_excel_is_told_is_no_name_of_a_column() -> None:
    for separator in ";,\t":
        text = f"sep={separator}\r\n" + as_csv(rows({}, {"rating": "9"}), separator)
        assert [review.rating for review in read(text)[0]] == [8, 9]


def test_reviews_below_what_they_are_of() -> None:
    held = {
        "title": "Harbour Lights",
        "year": 1999,
        "reviews": [{"author": {"name": "ada"}, "content": "It glows."}],
    }
    by_id = {"tt0396184": [{"author": "ada", "text": "It glows."}]}
    assert [str(review.film) for review in read(json.dumps(held))[0]] == ["Harbour Lights (1999)"]
    assert [str(review.film) for review in read(json.dumps([held, held]))[0]] == ["Harbour Lights (1999)"] * 2
    assert [str(review.film) for review in read(json.dumps(by_id))[0]] == ["tt0396184"]


@pytest.mark.parametrize(
    ("written", "points"),
    [
        (["8/10", "10", "7.0"], [8, 10, 7]),
        (["3.5", "5", "0.5"], [7, 10, 1]),
        (["85", "100", "1"], [9, 10, 1]),
        (["9", "2", "15", "100"], [9, 2, None, None]),
        (["4/5", "9", "85/100"], [8, 9, 9]),
        (["4/5", "3"], [8, 6]),
        (["4/10", "3"], [4, 3]),
        (["4", "2", "5"], [4, 2, 5]),
        (["1"] * 20, [2] * 20),
        (["85%", "7%"], [9, 1]),
        (["3½", "4"], [7, 8]),
        (["★★★½", "★", "8"], [7, 2, 8]),
        (["N/A", "", "6"], [None, None, 6]),
        (["0", "null", "10"], [None, None, 10]),
    ],
)
def test_ratings_are_read_out_of_what_the_file_tells(written: list[str], points: list[int | None]) -> None:
    text = WAYS["csv"](rows(*({"rating": rating} for rating in written)))
    assert [review.rating for review in read(text)[0]] == points
    numbers = [float(rating) for rating in written if rating.replace(".", "").isdecimal() and rating != "0"]
    above = sum(number > 10 for number in numbers)
    told = [note.said for note in notes_of(text) if "out of" in note.said]
    assert bool(told) == (max(numbers, default=10) <= 5 or above > len(numbers) / 2)


@pytest.mark.parametrize(
    ("written", "rounded"),
    [
        (["90", "55", "85", "70"], "2 ratings were rounded to whole points of ten"),
        (["8.5", "7", "9"], "1 rating was rounded to whole points of ten"),
        (["85/100", "4.25/5", "3.5/5", "8/10"], "2 ratings were rounded to whole points of ten"),
        (["3.5", "4", "2.5"], None),
        (["80", "90", "100"], None),
        (["7", "8", "6.0"], None),
    ],
)
def test_ratings_that_are_rounded_are_told(written: list[str], rounded: str | None) -> None:
    text = WAYS["csv"](rows(*({"rating": rating} for rating in written)))
    told = [note.said for note in notes_of(text) if "rounded" in note.said]
    assert [said[: len(rounded or "")] for said in told] == ([rounded] if rounded else [])


def test_few_low_ratings_stay_as_they_are_and_the_report_says_how_to_overrule() -> None:
    text = json.dumps(rows({"rating": 2}, {"rating": 4}))
    assert [review.rating for review in read(text)[0]] == [2, 4]
    (note,) = notes_of(text)
    assert "read as out of 10, though none of the 2 is above 5" in note.said
    assert "--scale 5" in note.said
    assert [review.rating for review in read(text, scale=5)[0]] == [4, 8]
    assert notes_of(text, scale=5) == []


def test_a_column_called_stars_is_out_of_five_unless_the_host_or_a_figure_says_otherwise() -> None:
    def stars(*ratings: int, **told: Any) -> list[int | None]:
        stars = [{"stars": rating} | ROW for rating in ratings]
        for row in stars:
            del row["rating"]
        return [review.rating for review in read(json.dumps(stars), **told)[0]]

    assert stars(2, 4) == [4, 8]
    assert stars(2, 4, scale=10) == [2, 4]
    assert stars(2, 7) == [2, 7]


def test_the_scale_that_the_host_gives_is_for_ratings_that_do_not_say_it() -> None:
    found, problems = read(json.dumps(rows({"rating": 40}, {"rating": "4/5"}, {"rating": "★★"})), scale=100)
    assert [review.rating for review in found] == [4, 8, 4]
    assert problems == []
    _, (problem,) = read(json.dumps(rows({"rating": 7})), scale=5)
    assert problem.reason == "row 1 has no rating that can be read as out of 5"


@pytest.mark.parametrize("rating", ["B+", 10**400, 1e300, -1, "11/10"])
def test_rating_that_cannot_be_read_is_told_and_the_review_kept(rating: object) -> None:
    found, problems = read(WAYS["lines"](rows({"rating": rating}, {"rating": 9})))
    assert [review.rating for review in found] == [None, 9]
    (problem,) = problems
    assert (problem.line, problem.reason) == (1, "row 1 has no rating that can be read")
    assert str(rating).startswith(problem.text[:190])


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("2010-05-17", dt.date(2010, 5, 17)),
        ("2010-05-17T23:59:59Z", dt.date(2010, 5, 17)),
        ("2010/5/17 10:00", dt.date(2010, 5, 17)),
        ("20100517", dt.date(2010, 5, 17)),
        ("17 May 2010", dt.date(2010, 5, 17)),
        ("17-May-2010", dt.date(2010, 5, 17)),
        ("17th of May 2010", dt.date(2010, 5, 17)),
        ("May 17, 2010", dt.date(2010, 5, 17)),
        ("Sept. 3, 2010", dt.date(2010, 9, 3)),
        ("Mon, 17 May 2010 10:00:00 GMT", dt.date(2010, 5, 17)),
        ("05 17, 2010", dt.date(2010, 5, 17)),
        ("5/17/10", dt.date(2010, 5, 17)),
        ("17.05.99 10:00", dt.date(1999, 5, 17)),
        ("17-May-10", dt.date(2010, 5, 17)),
        ("17. May '10", dt.date(2010, 5, 17)),
        ("May-17-2010", dt.date(2010, 5, 17)),
        ("2010-May-17", dt.date(2010, 5, 17)),
        ("Reviewed in the United States on May 17, 2010", dt.date(2010, 5, 17)),
        ("1274054400", dt.date(2010, 5, 17)),
        (1274054400000, dt.date(2010, 5, 17)),
    ],
)
def test_dates_in_any_common_form(written: object, date: dt.date) -> None:
    found, problems = read(WAYS["lines"](rows({"review_date": written})))
    assert problems == []
    assert found[0].byline.date == date


def test_day_and_month_are_told_apart_over_the_file() -> None:
    def dates(*written: str) -> list[dt.date | None]:
        found, _ = read(WAYS["csv"](rows(*({"review_date": date} for date in written))))
        return [review.byline.date for review in found]

    assert dates("3/4/2005", "12/31/2005") == [dt.date(2005, 3, 4), dt.date(2005, 12, 31)]
    assert dates("3/4/2005", "31/12/2005") == [dt.date(2005, 4, 3), dt.date(2005, 12, 31)]
    (note,) = notes_of(WAYS["csv"](rows({"review_date": "3/4/2005"})))
    assert "day" in note.said
    assert note.text == "3/4/2005"


def test_dates_that_tell_their_order_are_read_in_a_file_of_both_orders() -> None:
    written = ["31/12/2005", "12/30/2005", "29/12/2005", "3/4/2005"]
    table = WAYS["csv"](rows(*({"review_date": date} for date in written)))
    found, problems = read(table)
    days = [review.byline.date.day for review in found if review.byline.date]
    assert (days, problems) == ([31, 30, 29, 3], [])
    assert [review.byline.certain for review in found] == [True, True, True, False]
    (note,) = notes_of(table)
    assert "--dates month-first" in note.said


def test_order_of_day_and_month_that_the_host_gives_is_for_dates_that_do_not_tell() -> None:
    table = WAYS["csv"](rows({"review_date": "3/4/2005"}, {"review_date": "31/12/2005"}))
    found, problems = read(table, day_first=False)
    assert [review.byline.date for review in found] == [dt.date(2005, 3, 4), dt.date(2005, 12, 31)]
    assert all(review.byline.certain for review in found)
    assert (problems, notes_of(table, day_first=False)) == ([], [])


@pytest.mark.parametrize(
    ("columns", "votes"),
    [
        ({"helpful": "54 out of 62"}, Votes(54, 62)),
        ({"helpful": "1,413 out of 1,597 found this helpful"}, Votes(1413, 1597)),
        ({"helpful": "['54', '62']"}, Votes(54, 62)),
        ({"helpful": [2, 3]}, Votes(2, 3)),
        ({"helpful": 54, "total_votes": 62}, Votes(54, 62)),
        ({"helpful": "54.0", "total": "62.0"}, Votes(54, 62)),
        ({"helpful": None, "upvotes": 5, "downvotes": 2}, None),
        ({"helpful": ""}, None),
    ],
)
def test_votes_in_one_column_or_two(columns: dict[str, object], votes: Votes | None) -> None:
    found, problems = read(json.dumps(rows(columns)))
    assert problems == []
    assert found[0].votes == votes


def test_votes_up_and_down() -> None:
    row = {name: value for name, value in ROW.items() if name != "helpful"}
    found, problems = read(json.dumps([row | {"upvotes": 5, "downvotes": 2}]))
    assert problems == []
    assert found[0].votes == Votes(5, 7)


def test_votes_that_say_too_little_are_told_once() -> None:
    text = json.dumps(rows({"helpful": 54}, {"helpful": 3}, {"helpful": "62 of 54"}))
    found, problems = read(text)
    assert [review.votes for review in found] == [None, None, None]
    assert [problem.line for problem in problems] == [1]
    (note,) = notes_of(text)
    assert '"helpful"' in note.said


def test_markup_in_texts_is_resolved() -> None:
    marked = "It&#39;s <b>fine</b> &amp; good.<br/><br />Twice.<br>\n\x1b[31m&lt;3"
    found, _ = read(json.dumps(rows({"review_detail": marked, "review_summary": "&quot;Fine&quot;"})))
    assert found[0].text == "It's fine & good.\n\nTwice.\n[31m<3"
    assert found[0].title == '"Fine"'


def test_control_characters_and_halves_of_signs_in_json_are_left_out() -> None:
    text = json.dumps(rows({"review_detail": "A\x00\x1bB\ud800\u00a0C"}))
    assert read(text)[0][0].text == "AB C"


@pytest.mark.parametrize("way", sorted(WAYS))
def test_signs_that_are_left_out_of_a_table_are_told(way: str) -> None:
    content = WAYS[way](rows({"review_summary": "Before"}))
    found, (problem,) = read(content.replace("Before", "Be\0fore"))
    assert [review.title for review in found] == ["Before"]
    assert "control characters" in problem.reason


def test_broken_rows_are_told_with_their_number_and_the_rest_is_kept() -> None:
    good = [as_csv(rows({"reviewer": name})).split("\r\n", 1)[1] for name in ("ada", "bob", "eve")]
    names = as_csv(rows({})).split("\r\n", 1)[0] + "\r\n"
    text = names + good[0] + "only,three,columns\r\n" + good[1] + 'x,"never closed\r\n' + good[2]
    found, problems = read(text)
    assert [review.byline.reviewer for review in found] == ["ada", "bob", "eve"]
    assert [problem.line for problem in problems] == [5, 9]
    assert [problem.reason.split(":")[0] for problem in problems] == ["row 2", "row 4"]
    assert problems[1].text.startswith('x,"never closed')


def test_broken_json_rows_are_told_and_the_rest_is_kept() -> None:
    lines = [json.dumps(row) for row in rows({"reviewer": "ada"}, {"reviewer": "bob"}, {"reviewer": "eve"})]
    for text in (
        "\n".join([lines[0], "{broken", lines[1], "null", lines[2]]),
        f"[{lines[0]},\n{{'single': 1}},\n{lines[1]},\n17,\n{lines[2]}]",
    ):
        found, problems = read(text)
        assert [review.byline.reviewer for review in found] == ["ada", "bob", "eve"]
        assert [problem.line for problem in problems] == [2, 4]


def test_json_cut_in_the_middle_keeps_the_rows_before() -> None:
    text = json.dumps(rows({"reviewer": "ada"}, {"reviewer": "bob"}))
    found, problems = read(text[:-40])
    assert [review.byline.reviewer for review in found] == ["ada"]
    assert len(problems) == 1


def test_broken_json_says_what_is_wrong_and_where() -> None:
    whole = json.dumps(rows({"reviewer": "ada"}, {"reviewer": "bob"}, {"reviewer": "eve"}), indent=1)

    def problem(text: str) -> Problem:
        found, (problem,) = read(text)
        assert "ada" in {review.byline.reviewer for review in found}
        return problem

    cut = whole[: whole.index('"bob"')]
    assert problem(cut).reason == "row 2: the file ends in the middle of this row (line 16, column 15)"
    without_comma = whole.replace('"bob",', '"bob"')
    assert problem(without_comma).reason.startswith("row 2: a comma is missing")
    assert "(line 17, column 3)" in problem(without_comma).reason
    assert problem(json.dumps(rows({})) + "\n{'single': 1}").reason == (
        'row 2: a name in "double quotes" should stand (line 2, column 2)'
    )


def test_what_is_broken_within_an_object_of_rows_is_told_once_as_the_row_that_it_is() -> None:
    text = json.dumps({"status": "ok", "reviews": rows({"reviewer": "ada"}, {"reviewer": "bob"})}, indent=1)
    found, problems = read(text[: text.rindex('"helpful"')])
    assert [review.byline.reviewer for review in found] == ["ada"]
    assert [problem.reason.split(" (")[0] for problem in problems] == [
        "row 2: the file ends in the middle of this row"
    ]


def test_json_rows_that_are_no_objects_are_told_one_by_one() -> None:
    lines = [json.dumps(row) for row in rows({"reviewer": "ada"}, {"reviewer": "bob"})]
    odd = {
        "[1,2]": "a list",
        '"a {text}, [of] one"': "a text",
        "17": "a number",
        "null": "null",
        '["a", ["b", 3]]': "a list",
        "true": "true or false",
    }
    for text in ("\n".join([lines[0], *odd, lines[1]]), f"[{lines[0]},{','.join(odd)}, {lines[1]}]"):
        found, problems = read(text)
        assert [review.byline.reviewer for review in found] == ["ada", "bob"]
        assert [(problem.text, problem.reason) for problem in problems] == [
            (row, f"row {number}: this row is {kind}, no object")
            for number, (row, kind) in enumerate(odd.items(), 2)
        ]
    found, problems = read("\n".join([lines[0], "oops", "[oops]", lines[1]]))
    assert [review.byline.reviewer for review in found] == ["ada", "bob"]
    assert [problem.line for problem in problems] == [2, 3]


def test_a_table_without_a_whole_row_says_what_is_wrong_with_the_first() -> None:
    with pytest.raises(PageError, match="the file ends in the middle of this row") as raised:
        read('{"reviews": [{"reviewer": "ada", ')
    assert raised.value.line == 1


def test_rows_without_what_a_review_needs_are_told() -> None:
    found, problems = read(
        json.dumps(
            rows({"reviewer": ""}, {"movie": " "}, {"rating": "", "review_detail": ""}, {}, {"rating": 9})
        )
    )
    assert len(found) == 2
    assert [problem.reason.split(" has ")[0] for problem in problems] == ["row 1", "row 2", "row 3"]


def test_ids_that_others_could_have_are_not_taken() -> None:
    found, _ = read(json.dumps(rows({"review_id": "rw1234567"}, {"review_id": "1"})))
    assert [review.site_id for review in found] == ["rw1234567", None]


def test_own_export_reads_back_the_same() -> None:
    row = {
        "review_id": "pq0123456789abcd",
        "film": "Harbour (Lights) (1999)",
        "year": 2001,
        "title": "&amp; <b>so</b>",
        "reviewer": "ada",
        "byline_certain": False,
        "date": "2010-05-17",
        "rating": 4,
        "helpful": 54,
        "total": 62,
        "spoiler": True,
        "text": "It&#39;s\n\n<br/>",
    }
    (review,), problems = read(json.dumps(row))
    assert problems == []
    assert review == Review(
        film=Film("Harbour (Lights) (1999)", 2001),
        title="&amp; <b>so</b>",
        byline=Byline("ada17 May 2010", "ada", dt.date(2010, 5, 17), certain=False),
        rating=4,
        votes=Votes(54, 62),
        spoiler=True,
        text="It&#39;s\n\n<br/>",
        site_id="pq0123456789abcd",
    )


def test_table_that_comes_through_a_pipe_is_read_too() -> None:
    class Pipe(io.BytesIO):
        def seekable(self) -> bool:
            return False

        def seek(self, *_: object) -> int:
            raise OSError

    found = list(read_reviews(Pipe(json.dumps(rows({}, {"rating": 9})).encode()), "-"))
    assert READ in found


def test_reading_json_in_pieces_gives_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    text = json.dumps(
        rows(*({"reviewer": f"r{number}", "review_detail": "x" * number} for number in range(300)))
    )
    whole = read_all(text)
    monkeypatch.setattr(json_rows, "_PIECE", 50)
    monkeypatch.setattr(json_rows, "_WAY_TO_READ_ON", 1)
    assert read_all(text) == whole
    assert len(whole) == 301


def test_rows_below_a_broken_one_are_found_wherever_the_pieces_end(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = [json.dumps(row) for row in rows(*({"reviewer": f"r{number}"} for number in range(30)))]
    lines[1:1] = ["{broken}"]
    lines[20:20] = ["{"]
    text = f"[{','.join(lines)}]"
    whole = read_all(text)
    assert len([found for found in whole if isinstance(found, Review)]) >= 29
    monkeypatch.setattr(json_rows, "_WAY_TO_READ_ON", 1)
    for size in (7, 20, 50, 300):
        monkeypatch.setattr(json_rows, "_PIECE", size)
        assert read_all(text) == whole


def test_objects_without_ends_within_each_other_are_given_up() -> None:
    film = '{"title": "Low", "reviews": [{"user": "ada", "review": "' + "so " * 200 + '"}, '
    with pytest.raises(PageError, match=r"too much here is no JSON .* one in a line") as refused:
        read(film * 2_000)
    assert refused.value.line == 1


def test_table_of_which_most_rows_are_broken_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.pages.rows.MOST_BROKEN", 20)
    row = "ada,Harbour Lights (1999),9,It glows.\n"
    found, problems = read("user,film,rating,text\n" + (row + "broken\n") * 40)
    assert (len(found), len(problems)) == (40, 40)
    for text in ("user,film,rating,text\n" + row + "broken\n" * 30, "{}\n{broken\n" * 20 + "{broken\n" * 30):
        with pytest.raises(PageError, match="rows can't be read, and fewer can"):
            read(text)


NO_TABLES = (
    *("[", "{", "[]", "{}", "[{}]", '[{"a": 1}]', "[[[[]]]]", "a,b,c\n", "text,user,film\n"),
    *("[" * 100_000, '{"a":' * 100_000, '[{"a":' * 9_000, '{"a": "' + "x" * 100_000, '"' * 100_000),
    *('[{"a": x' + "\n" * 200_000, '[{"a": x' + "} " * 100_000),
    *('text,user\n"' + "x,y\n" * 60_000, "{" + '"a":1,' * 50_000, "[1," * 50_000),
)


@pytest.mark.parametrize("text", NO_TABLES, ids=range(len(NO_TABLES)))
def test_what_is_no_table_of_reviews_is_refused(text: str) -> None:
    with pytest.raises(PageError):
        read(text)


words = st.text(st.characters(exclude_categories=("C", "Z"), exclude_characters="<&"), min_size=1, max_size=8)
lines = st.lists(words, min_size=1, max_size=4).map(" ".join)


@st.composite
def reviews(draw: st.DrawFn) -> Review:
    name, date = draw(lines), draw(st.dates(dt.date(1998, 1, 1), dt.date(2026, 12, 31)))
    helpful = draw(st.integers(0, 5000))
    return Review(
        film=draw(st.sampled_from([HARBOUR, HARBOUR_II])),
        title=draw(lines),
        byline=Byline(f"{name}{date.day} {date:%B} {date.year}", name, date),
        rating=draw(st.none() | st.integers(1, 10)),
        votes=Votes(helpful, helpful + draw(st.integers(0, 5000))),
        spoiler=draw(st.booleans()),
        text="\n\n".join(draw(st.lists(lines, min_size=1, max_size=4))),
    )


def as_row(review: Review) -> dict[str, object]:
    assert review.votes
    assert review.byline.date
    return {
        "reviewer": review.byline.reviewer,
        "movie": str(review.film),
        "rating": f"{review.rating}/10" if review.rating else "",
        "review_summary": review.title,
        "review_date": review.byline.date.isoformat(),
        "spoiler_tag": int(review.spoiler),
        "review_detail": review.text,
        "helpful": f"{review.votes.helpful} out of {review.votes.total}",
    }


@pytest.mark.parametrize("way", WAYS)
@given(written=st.lists(reviews(), min_size=1, max_size=4))
def test_table_reads_back_the_same(way: str, written: list[Review]) -> None:
    found, problems = read(WAYS[way](list(map(as_row, written))))
    assert problems == []
    assert found == written


@pytest.mark.parametrize("way", WAYS)
@given(data=st.data())
def test_changed_table_never_fails(way: str, data: st.DataObject) -> None:
    content = WAYS[way](rows({}, {"rating": 9}, {"reviewer": "bob"}, {"helpful": ""})).encode()
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(content)))
        stop = start + data.draw(st.integers(0, 30))
        put = data.draw(
            st.binary(max_size=6) | st.sampled_from([b'"', b"{", b"}", b"[", b",", b"\n", b"\\", b";"])
        )
        content = content[:start] + put + content[stop:]
    try:
        found, problems = read(content)
    except PageError:
        return
    assert found or problems
    assert all(review.byline.reviewer for review in found)


def test_quotes_may_be_escaped_by_backslashes() -> None:
    text = 'film,user,text\n"Harbour","ada","He said \\"it glows\\", twice."\n"Harbour","bob","No \\\\."\n'
    found, problems = read(text)
    assert problems == []
    assert [review.text for review in found] == ['He said "it glows", twice.', "No \\."]


def test_names_of_columns_stand_in_one_line_of_a_sentence() -> None:
    names = ["who\nknows", *(f"column {number}" for number in range(3_000))]
    with pytest.raises(PageError, match=r"There are: who knows, column 0, ") as refused:
        read(json.dumps(dict.fromkeys(names, 1)))
    assert len(str(refused.value)) < 1_000
