from __future__ import annotations

import gzip
import io
import zipfile
from pathlib import Path

import pytest

from bot.answers.desk import Desk
from bot.errors import PageError
from bot.indexing import STREAMED_FROM, PageFile, index_files, page_files, read_files, rehearse
from bot.model import Film, Problem, Review, Told
from bot.questions.kinds import AverageRating, Order, TopReviews, WholeReview
from bot.store.library import Library
from bot.store.removing import all_imports, undo_import
from bot.store.reviews import every_review
from bot.store.saving import Counts
from tests.making import HARBOUR, make_review
from tests.pages.html_rendering import render_older
from tests.pages.rendering import render_page

PAGE = """Lantern Row (1988) Poster

(1988)

User Reviews

3 Reviews
8/10
A lamp in every window
orla-vint5 March 2006
It was filmed by night, and every window in it has a lamp of its own.
12 out of 14 found this helpful. Was this review helpful? Sign in to vote.
Permalink
No rating from me
hessian19 May 2011
I could not make up my mind about it, then or now.
0 out of 0 found this helpful. Was this review helpful? Sign in to vote.
Permalink
"""
MORE = PAGE.replace("12 out of 14", "1,413 out of 1,597").replace("3 Reviews", "4 Reviews")


def page_file(name: str, content: bytes | str) -> PageFile:
    data = content.encode() if isinstance(content, str) else content
    return PageFile(name, lambda: io.BytesIO(data), len(data))


def test_a_page_twice_changes_nothing_and_a_newer_copy_updates(library: Library) -> None:
    first = index_files(library, [page_file("lantern.txt", PAGE)])
    assert (first.counts, first.new_films, first.problems) == (Counts(new=2), set(first.films), [])
    assert list(first.films.values()) == [Film("Lantern Row", 1988)]
    assert index_files(library, [page_file("lantern.txt", PAGE)]).counts == Counts(unchanged=2)
    assert index_files(library, [page_file("new.txt", MORE)]).counts == Counts(updated=1, unchanged=1)


@pytest.mark.parametrize("part", ["hessian19 May 2011", "I could", "Warning: Spoil"])
def test_a_page_cut_within_a_review_takes_nothing_away_and_the_whole_one_completes_it(
    library: Library, part: str
) -> None:
    page = PAGE.replace("May 2011\n", "May 2011\nWarning: Spoilers\n")
    cut = page_file("cut.txt", page[: page.index(part) + len(part)])
    for _ in range(2):
        index_files(library, [cut])
        index_files(library, [page_file("whole.txt", page)])
        texts = [(found.review.text[-4:], found.review.spoiler) for found in every_review(library)]
        assert sorted(texts) == [("now.", True), ("own.", False)]
    index_files(library, [cut])
    (cut_one,) = [found.review for found in every_review(library) if found.review.spoiler]
    assert cut_one.text.endswith("or now.")


def test_the_report_counts_films_after_they_were_recognised_as_one(library: Library) -> None:
    rows = ["reviewer,film,text", "ada,Lantern Row,Lovely.", "bob,The Lantern Row (1988),Lit."]
    files = [page_file("two.csv", "\n".join(rows)), page_file("lantern.txt", PAGE)]
    for report in (rehearse(library, files), index_files(library, files), index_files(library, files)):
        assert list(report.films.values()) == [Film("The Lantern Row", 1988)]
    assert index_files(library, files).new_films == set()


def test_an_export_that_lies_unpacked_beside_pages_takes_none_of_them_with_it(library: Library) -> None:
    reviews = "Date,Name,Year,Letterboxd URI,Rating,Rewatch,Review\n2010-05-17,Low Water,2007,,4,,Fine.\n"
    files = [
        page_file("lantern.txt", PAGE),
        page_file("profile.csv", "Date Joined,Username\n2009-01-01,orla\n"),
        page_file("reviews.csv", reviews),
        page_file("deleted/reviews.csv", reviews.replace("Fine", "Gone")),
        page_file("other/reviews.csv", "reviewer,film,text\nada,Lantern Row,Lovely.\n"),
    ]
    report = index_files(library, files, only_new=True)
    assert (report.files, report.problems) == (3, [])
    assert {stored.review.byline.reviewer for stored in every_review(library)} >= {"orla", "ada", "hessian"}
    assert not any("Gone" in stored.review.text for stored in every_review(library))
    assert index_files(library, files, only_new=True).known == 3


def test_the_end_of_reading_is_told_before_what_was_read_is_written(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.indexing.STREAMED_FROM", len(MORE))
    told: list[str | None] = []
    index_files(
        library,
        [page_file("more.txt", MORE), page_file("lantern.txt", PAGE)],
        progress=lambda name, _size: told.append(name),
    )
    assert list(dict.fromkeys(told[: told.index("lantern.txt")])) == ["more.txt", None]
    assert told[-2:] == ["lantern.txt", None]


def test_only_what_is_new_is_indexed_at_a_start(library: Library) -> None:
    files = [page_file("lantern.txt", PAGE)]
    assert index_files(library, files, only_new=True).known == 0
    again = index_files(
        library, [*files, page_file("copy.txt", PAGE), page_file("more.txt", MORE)], only_new=True
    )
    assert (again.files, again.known, again.counts.updated) == (3, 2, 1)


def test_pages_packed_together_hold_one_review_once_as_the_newest_has_it(library: Library) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, rating in (("a.html", 7), ("b.html", 8)):
            archive.writestr(name, render_older(HARBOUR, [make_review(rating=rating, site_id="rw1")]))
        archive.writestr("c.txt", render_page(HARBOUR, [make_review(rating=8)]))
    report = index_files(library, [PageFile("pages.zip", lambda: io.BytesIO(packed.getvalue()))])
    assert report.counts == Counts(new=1, updated=1, unchanged=1)
    assert [stored.review.rating for stored in every_review(library)] == [8]


def test_files_of_one_content_that_cannot_be_read_are_tried_once_each(library: Library) -> None:
    files = [page_file("one.txt", b""), page_file("two.txt", b"")]
    first = index_files(library, files, only_new=True)
    assert (first.known, first.problem_count) == (0, 2)
    again = index_files(library, files, only_new=True)
    assert (again.known, again.unreadable, again.problem_count) == (2, ["one.txt", "two.txt"], 0)


@pytest.mark.parametrize(
    "content",
    [b"", b"\x00\x01\x02" * 400, b"Nothing here looks like a review.\n" * 5],
    ids=["empty", "binary", "other"],
)
def test_a_file_that_cannot_be_read_is_a_problem_and_the_others_are_kept(
    library: Library, content: bytes
) -> None:
    report = index_files(library, [page_file("bad.bin", content), page_file("lantern.txt", PAGE)])
    assert report.counts == Counts(new=2)
    (problem,) = report.problems
    assert problem.source == "bad.bin"
    assert problem.reason


def test_a_big_file_streams_in_its_own_transaction_or_not_at_all(library: Library) -> None:
    many = PAGE.split("8/10\n")[0] + "".join(
        f"{number % 10 + 1}/10\nTitle {number}\nreader{number}a5 May 2010\n{'So it goes on and on. ' * 40}\n"
        "1 out of 2 found this helpful. Was this review helpful? Sign in to vote.\nPermalink\n"
        for number in range(10_000)
    )
    assert len(many) > STREAMED_FROM
    broken = many.encode() + b"\x01" * 100_000
    report = index_files(library, [page_file("broken.txt", broken)])
    assert (report.counts, report.import_id, len(report.problems)) == (Counts(), None, 1)
    assert list(every_review(library)) == []
    seen: list[int] = []
    report = index_files(library, [page_file("many.txt", many)], progress=lambda _, size: seen.append(size))
    assert report.counts == Counts(new=10_000)
    assert sum(seen) == len(many)
    assert len(seen) > 3


def test_a_packed_file_is_kept_whole_or_not_at_all(library: Library) -> None:
    packed = gzip.compress("".join(PAGE.replace("Row", f"Row {number}") for number in range(3_000)).encode())
    cut, whole = page_file("cut.gz", packed[:-2_000]), page_file("whole.gz", packed)
    for report in (rehearse(library, [cut]), index_files(library, [cut])):
        assert report.counts == Counts()
        assert "broken" in str(report.problems[0])
    assert rehearse(library, [cut, whole]).counts.new == 6_000
    assert list(every_review(library)) == []
    assert index_files(library, [whole]).counts.new == 6_000


def test_one_run_over_many_files_is_one_import(library: Library, tmp_path: Path) -> None:
    for number in range(4):
        text = PAGE.replace("Lantern Row", f"Lantern Row {number + 2}")
        (tmp_path / f"{number}.txt").write_text(text)
    index_files(library, page_files([tmp_path]))
    (entry,) = all_imports(library)
    assert entry.counts == Counts(new=8)
    assert entry.sources == ("0.txt", "1.txt", "2.txt", "3.txt")
    undo_import(library, entry.id)
    assert list(every_review(library)) == []


def test_folders_are_walked_in_order_without_hidden_files(tmp_path: Path) -> None:
    for name in ("b.txt", "a/x.txt", ".hidden", "a/.DS_Store"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(PAGE)
    assert [file.name for file in page_files([tmp_path])] == ["a/x.txt", "b.txt"]
    with pytest.raises(PageError, match=r'There is no file or folder ".*absent"'):
        list(page_files([tmp_path / "absent"]))


def test_reading_alone_writes_nothing_and_tells_the_same(library: Library) -> None:
    found = list(read_files([page_file("lantern.txt", PAGE), page_file("bad", b"\x00")]))
    assert [type(item) for item in found].count(Review) == 2
    assert isinstance(found[-1], Problem)
    assert list(every_review(library)) == []


def test_a_page_without_its_film_can_be_told_it(library: Library) -> None:
    body = PAGE[PAGE.index("8/10") :]
    assert index_files(library, [page_file("cut.txt", body)]).counts == Counts()
    film = Film("Lantern Row", 1988)
    assert index_files(library, [page_file("cut.txt", body)], told=Told(film)).counts == Counts(new=2)


def test_the_real_page_gives_the_figures_we_know(library: Library, real_page: Path) -> None:
    report = index_files(library, page_files([real_page]))
    assert (report.counts, report.problems) == (Counts(new=25), [])
    assert index_files(library, page_files([real_page])).counts == Counts(unchanged=25)
    desk = Desk(library)
    answer = desk.answer(AverageRating("pusher 2"))
    facts = {fact.label: fact.value for fact in answer.facts}
    assert facts == {
        "Mean": "7.67 of 10",
        "Median": "8 of 10",
        "Rated": "24 of 25 reviews",
        "Spread": "4×1 · 5×1 · 6×2 · 7×7 · 8×6 · 9×4 · 10×3",
        "Range": "from 4 to 10, 6 apart",
        "On the site": "44 reviews",
    }
    top = desk.answer(TopReviews("Pusher II", Order.HELPFUL)).quotes[0]
    assert (top.reviewer, top.helpful, top.total) == ("UlrikSander", 54, 62)
    bylines = {item.review.byline.reviewer: item.review.byline.date for item in every_review(library)}
    assert str(bylines["alke-2"]) == "2005-01-03"
    assert str(bylines["PAolo-10"]) == "2009-02-08"
    assert str(bylines["methodman-70252"]) == "2020-04-27"
    assert desk.answer(WholeReview("Jack_Coen")).quotes[0].rating is None
    assert sum(item.review.spoiler for item in every_review(library)) == 2
