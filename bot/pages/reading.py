"""The door of `pages`: a saved file in, its reviews and problems out, whichever kind of page it is."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from tempfile import SpooledTemporaryFile
from typing import BinaryIO, cast

from bot.language.bylines import Split, candidates, evidence
from bot.model import NOTHING_TOLD, Byline, Note, Page, PageHead, Problem, Review, Told
from bot.pages.archives import is_archive, is_gzip, is_zip, read_gzip, read_zip, refuse_archive
from bot.pages.copied_text import COPIED_TEXT, byline_of
from bot.pages.dumps import DUMP
from bot.pages.letterboxd import LETTERBOXD_TABLE
from bot.pages.older_html import OLDER_HTML
from bot.pages.other_files import OTHER_FILE
from bot.pages.reader import OPENING, Found, Reader
from bot.pages.saved_html import is_html, read_html
from bot.pages.single_file import is_single_file, read_single_file
from bot.pages.todays_html import TODAYS_HTML
from bot.pages.todays_text import TODAYS_TEXT

_KEPT_IN_MEMORY = 64 << 20

_read_page = partial(read_html, layouts=(OLDER_HTML, TODAYS_HTML))
READERS: tuple[Reader, ...] = (
    OTHER_FILE,
    Reader("page saved as a single file", is_single_file, partial(read_single_file, read=_read_page)),
    Reader("page saved as HTML", is_html, _read_page),
    LETTERBOXD_TABLE,
    DUMP,
    TODAYS_TEXT,
    COPIED_TEXT,
)
"""Every kind of page that can be read; the first that recognises a file reads it."""


def read_reviews(file: BinaryIO, source: str, told: Told = NOTHING_TOLD) -> Iterator[Found]:
    """Read a saved file as a stream, in memory that doesn't grow with it: heads, reviews, problems in order.

    `source` is the file's name as problems give it, `told` what the host says of it. Bylines are settled each
    by itself. Raises PageError, perhaps after the first reviews, where the file can't be read as a page of
    reviews.
    """
    yield from _read(file, source, told, (*_PACKED, *READERS))


def is_packed(file: BinaryIO) -> bool:
    """Whether a file holds others or more than its size tells. Reads its beginning."""
    opening = file.read(4)
    return any(reader.recognises(opening) for reader in _PACKED)


def _read(file: BinaryIO, source: str, told: Told, readers: Sequence[Reader]) -> Iterator[Found]:
    opening = file.read(OPENING)
    reader = next(reader for reader in readers if reader.recognises(opening))
    if told.columns and reader not in (*_PACKED, _PACKED_TWICE, OTHER_FILE):
        reader = DUMP
    from_start = _FromStart(opening, file)
    if not reader.rewinds:
        yield from reader.read(cast("BinaryIO", from_start), source, told)
    elif file.seekable():
        file.seek(0)
        yield from reader.read(file, source, told)
    else:
        with SpooledTemporaryFile(max_size=_KEPT_IN_MEMORY) as copy:
            while piece := from_start.read(1 << 20):
                copy.write(piece)
            copy.seek(0)
            yield from reader.read(cast("BinaryIO", copy), source, told)


def _read_unpacked(file: BinaryIO, source: str, told: Told) -> Iterator[Found]:
    """Read what a packed file holds; one within another is not unpacked."""
    yield from _read(file, source, told, (_PACKED_TWICE, *READERS))


_PACKED_TWICE = Reader("archive within an archive", is_archive, refuse_archive)
_PACKED = (
    Reader("zip archive", is_zip, partial(read_zip, read=_read_unpacked), rewinds=True),
    Reader("file packed by gzip", is_gzip, partial(read_gzip, read=_read_unpacked), rewinds=True),
)


class _FromStart:
    """A file whose first bytes were read to know its kind, from its start again."""

    def __init__(self, opening: bytes, file: BinaryIO) -> None:
        self._opening, self._file = opening, file

    def read(self, size: int) -> bytes:
        """The next bytes, at most `size`."""
        if not self._opening:
            return self._file.read(size)
        piece, self._opening = self._opening[:size], self._opening[size:]
        return piece


def read_page(content: bytes, source: str, told: Told = NOTHING_TOLD) -> Page:
    """Read a whole saved file, with its bylines settled among each other. Raises PageError."""
    found = list(read_reviews(io.BytesIO(content), source, told))
    return Page(
        source=source,
        heads=tuple(item for item in found if isinstance(item, PageHead)),
        reviews=_settled([item for item in found if isinstance(item, Review)]),
        problems=tuple(item for item in found if isinstance(item, Problem)),
        notes=tuple(item for item in found if isinstance(item, Note)),
    )


def _settled(reviews: list[Review]) -> tuple[Review, ...]:
    """The same reviews, with those bylines that can be read two ways settled as far as the others tell."""
    splits = [_readings(review.byline) for review in reviews]
    seen = evidence(splits)
    return tuple(
        replace(review, byline=byline_of(review.byline.printed, readings, seen))
        if len(readings) > 1
        else review
        for review, readings in zip(reviews, splits, strict=True)
    )


def _readings(byline: Byline) -> tuple[Split, ...]:
    if byline.other is not None:
        return candidates(byline.printed) or ()
    return (Split(byline.reviewer, byline.date),) if byline.date else ()
