"""Packed files: whole, broken, and made to do harm."""

from __future__ import annotations

import gzip
import io
import struct
import zipfile
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import PageError
from bot.model import Problem, Review, Told
from bot.pages import archives
from bot.pages.reading import read_reviews
from tests.making import HARBOUR, HARBOUR_II, make_review
from tests.pages.html_rendering import render_older
from tests.pages.rendering import render_page, render_todays

COPIED = render_page(HARBOUR, [make_review("ada"), make_review("bob")])
TABLE = "film,user,rating,text\nHarbour Lights (1999),eve,9,It glows.\nHarbour Lights (1999),kim,3,No.\n"


def packed(files: dict[str, str | bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


def read(content: bytes, source: str = "pages.zip", **told: Any) -> tuple[list[Review], list[Problem]]:
    found = list(read_reviews(io.BytesIO(content), source, Told(**told)))
    return [item for item in found if isinstance(item, Review)], [
        item for item in found if isinstance(item, Problem)
    ]


def test_pages_of_every_kind_in_one_archive() -> None:
    files: dict[str, str | bytes] = {
        "a/page.txt": COPIED,
        "b.csv": TABLE,
        "c.html": render_older(HARBOUR, [make_review("zoe")]),
        "d.txt": render_todays(HARBOUR_II, [make_review("lea")]),
        "c_files/style.css": ".a{}",
        "__MACOSX/._page.txt": b"\0\1",
        ".DS_Store": b"\0\1",
    }
    found, problems = read(packed(files))
    assert [review.byline.reviewer for review in found] == ["ada", "bob", "eve", "kim", "zoe", "lea"]
    assert problems == []


def test_packed_table_is_read_twice_as_any_table() -> None:
    found, problems = read(gzip.compress(TABLE.encode()), source="dump.csv.gz")
    assert [review.rating for review in found] == [9, 3]
    assert problems == []
    mapped, _ = read(
        packed({"t.csv": "wer,was\nada,Good\n"}), film=HARBOUR, columns={"reviewer": "wer", "text": "was"}
    )
    assert mapped[0].text == "Good"


def test_page_that_cannot_be_read_is_told_and_the_rest_is_read() -> None:
    found, problems = read(packed({"a.txt": COPIED, "b.txt": "Nothing here.", "c.bin": b"\0\0"}))
    assert len(found) == 2
    assert [problem.source for problem in problems] == ["pages.zip/b.txt", "pages.zip/c.bin"]


def test_archive_without_a_page_is_refused() -> None:
    with pytest.raises(PageError, match="nothing in this archive"):
        read(packed({"a.txt": "Nothing here."}))
    with pytest.raises(PageError, match="nothing in this archive"):
        read(packed({}))


@pytest.mark.parametrize("name", ["../up.txt", "/root.txt", "a/../../up.txt", "C:\\up.txt", "..\\up.txt"])
def test_names_that_lead_out_of_the_archive_are_refused(name: str) -> None:
    found, problems = read(packed({name: COPIED, "good.txt": COPIED}))
    assert len(found) == 2
    assert ["leads out" in problem.reason for problem in problems] == [True]


def test_archive_within_an_archive_is_not_unpacked() -> None:
    found, problems = read(
        packed({"inner.zip": packed({"a.txt": COPIED}), "b.txt": COPIED, "c": packed({"a.txt": COPIED})})
    )
    assert len(found) == 2
    assert [problem.source for problem in problems] == ["pages.zip/inner.zip", "pages.zip/c"]
    with pytest.raises(PageError):
        read(gzip.compress(gzip.compress(COPIED.encode())))


def test_locked_file_is_told() -> None:
    content = bytearray(packed({"a.txt": COPIED, "b.txt": COPIED}))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = content.index(signature)
        struct.pack_into("<H", content, at + offset, 1)
    found, problems = read(bytes(content))
    assert len(found) == 2
    assert "password" in problems[0].reason


@pytest.mark.parametrize(
    "pack", [gzip.compress, lambda data: packed({"bomb.txt": data})], ids=["gzip", "zip"]
)
def test_archive_that_unpacks_to_far_too_much_is_refused(pack: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "HARMLESS", 1 << 20)
    monkeypatch.setattr(archives, "MOST_EXPANDED", 20)
    with pytest.raises(PageError, match="unpacks to more"):
        read(pack(COPIED.encode() + b"\n" * 4_000_000))
    assert read(pack(COPIED.encode() * 100))[0]


def test_archive_of_too_many_files_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "MOST_MEMBERS", 3)
    with pytest.raises(PageError, match="more than 3 files"):
        read(packed({f"{number}.txt": COPIED for number in range(4)}))


def test_broken_archives_are_refused_in_a_sentence() -> None:
    for content in (packed({"a.txt": COPIED}), gzip.compress(COPIED.encode())):
        for length in (4, 20, len(content) // 2, len(content) - 3):
            try:
                read(content[:length])
            except PageError as error:
                assert str(error).startswith("pages.zip")  # noqa: PT017 - the sentence is what a host sees


@given(st.sampled_from([packed({"a.txt": COPIED, "b.csv": TABLE}), gzip.compress(TABLE.encode())]), st.data())
def test_changed_archives_never_fail(content: bytes, data: st.DataObject) -> None:
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(content)))
        content = (
            content[:at] + data.draw(st.binary(max_size=4)) + content[at + data.draw(st.integers(0, 4)) :]
        )
    try:
        found, problems = read(content)
    except PageError:
        return
    assert found or problems


@pytest.mark.parametrize(
    "content", [gzip.compress(TABLE.encode()), packed({"b.csv": TABLE})], ids=["gzip", "zip"]
)
def test_packed_file_that_comes_through_a_pipe_is_read_too(content: bytes) -> None:
    class Pipe(io.BytesIO):
        def seekable(self) -> bool:
            return False

        def seek(self, *_: object) -> int:
            raise OSError

    found = list(read_reviews(Pipe(content), "-"))
    assert [item.rating for item in found if isinstance(item, Review)] == [9, 3]


def test_file_without_a_name_is_passed_over() -> None:
    content = packed({"a.txt": COPIED}).replace(b"a.txt", b"\0.txt")
    with pytest.raises(PageError, match="nothing in this archive"):
        read(content)
