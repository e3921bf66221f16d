"""Pages saved as a single file, and what browsers, computers and other programs leave beside pages."""

from __future__ import annotations

import gzip
import io
import zipfile
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import PageError
from bot.indexing import page_files, read_files
from bot.model import Problem, Review
from bot.pages.reading import read_page, read_reviews
from tests.every_format import OF_THE_FILM, as_single_file, packed

PAGE = OF_THE_FILM["todays.html"]
REVIEWS = read_page(PAGE, "page.html").reviews


@pytest.mark.parametrize("encoding", ["quoted-printable", "base64", "8bit"])
def test_a_page_saved_as_a_single_file_is_read_as_its_html(encoding: str) -> None:
    page = read_page(as_single_file(PAGE, encoding), "page.mhtml")
    assert page.reviews == REVIEWS
    assert not page.problems


def test_a_single_file_is_read_to_its_end_and_no_further_than_is_held(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    long = PAGE.replace(b"</style>", b"</style>" + b"<!-- filler -->\n" * 10_000)
    assert read_page(as_single_file(long, "8bit"), "page.mhtml").reviews == REVIEWS
    monkeypatch.setattr("bot.pages.single_file.LARGEST", len(PAGE))
    with pytest.raises(PageError, match="larger than"):
        read_page(as_single_file(PAGE, "8bit"), "page.mhtml")


@given(
    st.lists(st.tuples(st.integers(0, 5_000), st.binary(max_size=8)), min_size=1, max_size=5),
    st.integers(0, 9_000),
)
def test_a_single_file_that_is_damaged_never_fails(changes: list[tuple[int, bytes]], end: int) -> None:
    content = as_single_file(PAGE, "base64")[: end + 1]
    for place, piece in changes:
        content = content[:place] + piece + content[place + len(piece) :]
    with suppress(PageError):
        list(read_reviews(io.BytesIO(content), "page.mhtml"))


@pytest.mark.parametrize("is_packed", [False, True])
def test_what_a_page_saved_whole_is_made_of_is_passed_over(tmp_path: Path, *, is_packed: bool) -> None:
    files = {"Page.html": PAGE, "notes_files/page.html": PAGE.replace(b"rw1", b"rw9")}
    for name in ("a.js", "b.css", "c.png", "saved_resource.html", "beacon(1)"):
        files[f"Page_files/{name}"] = b"<html><body>an advertisement</body></html>"
    if is_packed:
        (tmp_path / "saved.zip").write_bytes(packed(files))
    for name, content in () if is_packed else files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(content)
    found = list(read_files(page_files([tmp_path])))
    assert not [item for item in found if isinstance(item, Problem)]
    assert sum(isinstance(item, Review) for item in found) == 2 * len(REVIEWS)


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"%PDF-1.7\n", "a PDF document"),
        (rb"{\rtf1\ansi Fine.}", "rich text"),
        (b"\x89PNG\r\n\x1a\n\0", "a picture"),
        (b"7z\xbc\xaf\x27\x1c\0", "7z"),
        (b"bplist00\xd1", "Safari"),
        (gzip.compress(gzip.compress(PAGE)), "an archive within an archive"),
        (packed({"[Content_Types].xml": b"<Types/>", "xl/workbook.xml": b"<a/>"}), "a document of Office"),
    ],
)
def test_a_file_that_is_no_page_is_called_what_it_is(content: bytes, what: str) -> None:
    with pytest.raises(PageError, match=what):
        read_page(content, "file")


def test_an_archive_within_one_by_another_name_is_called_so() -> None:
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as archive:
        archive.writestr("page.html", PAGE)
    with pytest.raises(PageError, match="an archive within an archive"):
        read_page(packed({"inner.bin": inner.getvalue()}), "outer.zip")
