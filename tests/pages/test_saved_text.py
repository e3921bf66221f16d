"""Bytes into text: encodings, line ends, and what is no text."""

from __future__ import annotations

import io

import pytest

from bot.errors import PageError
from bot.pages.reading import read_page
from bot.pages.saved_text import LONGEST_LINE, SavedText
from tests.making import HARBOUR, make_review
from tests.pages.rendering import render_page

REVIEW = make_review("zoë-33", title="Ça va “mieux”", text="Très bon – “vraiment”.\n\nC’est fini…")
TEXT = render_page(HARBOUR, [REVIEW])


def text_of(content: bytes, size: int = 1 << 20) -> str:
    return "".join(SavedText(io.BytesIO(content), "page.txt", size=size))


@pytest.mark.parametrize(
    "content",
    [
        TEXT.encode(),
        TEXT.encode("utf-8-sig"),
        TEXT.encode("utf-16"),
        b"\xfe\xff" + TEXT.encode("utf-16-be"),
        TEXT.encode("utf-16-le"),
        TEXT.encode("utf-16-be"),
        TEXT.encode("cp1252"),
        TEXT.replace("\n", "\r\n").encode(),
        TEXT.replace("\n", "\r").encode(),
        TEXT.replace("\n", "\r\n").encode("utf-16"),
        TEXT.replace(" ", "\xa0").encode(),
        TEXT.replace(" ", "\xa0").encode("cp1252"),
    ],
    ids=[
        "utf8",
        "bom",
        "utf16",
        "utf16be",
        "utf16 without mark",
        "utf16be without mark",
        "cp1252",
        "crlf",
        "cr",
        "utf16 crlf",
        "nbsp",
        "nbsp cp1252",
    ],
)
def test_page_reads_the_same_however_it_was_saved(content: bytes) -> None:
    page = read_page(content, "page.txt")
    assert not page.problems
    (review,) = page.reviews
    assert (review.film, review.title, review.text) == (HARBOUR, REVIEW.title, REVIEW.text)
    assert review.byline.reviewer == "zoë-33"
    for size in (2, 3, 7, 64):
        assert text_of(content, size) == TEXT


def test_pages_of_different_encodings_in_one_file() -> None:
    page = read_page(TEXT.encode() + TEXT.encode("cp1252") + TEXT.encode("utf-8-sig"), "page.txt")
    assert {review.text for review in page.reviews} == {REVIEW.text}
    assert not page.problems


def test_text_in_other_scripts_is_kept() -> None:
    text = "Отличный фильм! 映画は最高。 فيلم رائع 🎬👍🏽\u2028Line"
    page = read_page(render_page(HARBOUR, [make_review(text=text)]).encode(), "page.txt")
    assert page.reviews[0].text == text


def test_control_characters_and_terminal_escapes_are_left_out_and_told() -> None:
    hostile = "A \x1b[31mred\x1b[0m \x1b]0;title\x07word\x08, a bell\x07 and\x9b31m more\x7f."
    page = read_page(render_page(HARBOUR, [make_review(text=hostile)]).encode(), "page.txt")
    assert page.reviews[0].text == "A red word, a bell and31m more."
    (problem,) = page.problems
    assert problem.line == 14
    assert problem.text == page.reviews[0].text
    assert "control" in problem.reason


def test_bytes_that_are_no_text_are_shown_and_told() -> None:
    content = TEXT.encode().replace(
        "Très bon".encode(), "Très b\xff – é".encode().replace(b"\xc3\xbf", b"\xff")
    )
    page = read_page(content, "page.txt")
    assert page.reviews[0].text.startswith("Très b\ufffd – é")
    (problem,) = page.problems
    assert problem.line == 14


@pytest.mark.parametrize("content", [b"", b" \n\r\n\t", b"\xef\xbb\xbf", b"\xff\xfe"])
def test_empty_file_is_refused(content: bytes) -> None:
    with pytest.raises(PageError, match=r"page\.txt: this file is empty"):
        read_page(content, "page.txt")


@pytest.mark.parametrize(
    "content",
    [
        TEXT.replace("e", "\0").encode(),
        TEXT.encode("utf-32"),
        b"\x01PNG\r\n\x1a\n\0\0\0\rIHDR" * 10,
        bytes(range(1, 32)) * 40,
    ],
    ids=["nul", "utf32", "png", "controls"],
)
def test_binary_file_is_refused(content: bytes) -> None:
    with pytest.raises(PageError, match=r"page\.txt.* binary file"):
        read_page(content, "page.txt")


@pytest.mark.parametrize(
    ("content", "line"),
    [
        (TEXT.replace("vraiment", "vrai\0ment").encode(), 14),
        (TEXT.encode() + b"\0" * 3_000, TEXT.count("\n") + 1),
    ],
    ids=["a stray one", "not written to its end"],
)
def test_nul_bytes_in_a_page_are_left_out_and_told(content: bytes, line: int) -> None:
    page = read_page(content, "page.txt")
    assert page.reviews[0].text == REVIEW.text
    (problem,) = page.problems
    assert problem.line == line
    assert "control characters" in problem.reason


def test_file_that_was_never_written_says_so() -> None:
    with pytest.raises(PageError, match=r"page\.txt: this file holds nothing but NUL bytes"):
        read_page(b"\0" * 100, "page.txt")


def test_line_without_end_is_refused() -> None:
    with pytest.raises(PageError, match="a line is longer than"):
        read_page(b"x" * (LONGEST_LINE + 1 + (1 << 20)), "page.txt")
