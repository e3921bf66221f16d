"""Packed files: `.gz`, and `.zip` with any number of pages in it.

Nothing is written to disk under a name that an archive gives. What an archive unpacks to is counted while it
is read, so that one made to fill a disk or a memory is refused early.
"""

from __future__ import annotations

import gzip
import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import PurePosixPath
from typing import BinaryIO, cast

from bot.errors import PageError
from bot.model import Problem, Review, Told
from bot.pages import letterboxd
from bot.pages.leftovers import is_leftover
from bot.pages.members import Member
from bot.pages.reader import Found, NextFile
from bot.pages.saved_text import without_controls

HARMLESS = 64 << 20
"""Bytes that any packed file may unpack to, however small it is."""
MOST_EXPANDED = 50
"""How many times its size a packed file may unpack to, beyond that: tables of reviews have about five."""
MOST_MEMBERS = 10_000
"""Files in an archive beyond which it is refused."""

_ARCHIVES = frozenset(".zip .gz .7z .rar .tar .bz2 .xz .zst".split())
_BROKEN = (
    *(zipfile.BadZipFile, gzip.BadGzipFile, zlib.error, struct.error, EOFError, OSError, NotImplementedError),
    *(ValueError, RuntimeError, IndexError, KeyError, OverflowError),  # from zipfile too, for broken archives
)
"""What the libraries raise for packed files that are broken or packed in a way they don't know."""

Read = Callable[[BinaryIO, str, Told], Iterator[Found]]


def is_gzip(opening: bytes) -> bool:
    """Whether a file is packed by gzip."""
    return opening.startswith(b"\x1f\x8b")


def is_zip(opening: bytes) -> bool:
    """Whether a file is a zip archive."""
    return opening.startswith((b"PK\x03\x04", b"PK\x05\x06"))


def is_archive(opening: bytes) -> bool:
    """Whether a file is packed in one of these ways."""
    return is_gzip(opening) or is_zip(opening)


def refuse_archive(file: BinaryIO, source: str, told: Told) -> Iterator[Found]:
    """Raise PageError: what is packed twice could unpack to anything."""
    raise PageError(f"{source}: this is an archive within an archive, so it is left out. Unpack it first.")
    yield


def read_gzip(file: BinaryIO, source: str, told: Told, read: Read) -> Iterator[Found]:
    """Read what a packed file holds. Raises PageError where it is broken or unpacks to far too much."""
    budget = _Budget(file, source)
    unpacked = _Unpacked(cast("BinaryIO", gzip.GzipFile(fileobj=file, mode="rb")), budget, source)
    yield from read(cast("BinaryIO", unpacked), source, told)


def read_zip(file: BinaryIO, source: str, told: Told, read: Read) -> Iterator[Found]:
    """Read all pages in an archive, in the order of their names. One that can't be read is a problem.

    Raises PageError where the archive is broken, or there is no review in it.
    """
    budget = _Budget(file, source)
    with _opened(file, source) as archive:
        infos = sorted(
            (info for info in archive.infolist() if info.filename and not info.is_dir()),
            key=lambda info: info.filename,
        )
        if len(infos) > MOST_MEMBERS:
            raise PageError(
                f"{source}: this archive holds more than {MOST_MEMBERS:,} files. Unpack it first."
            )
        members, names = [], {info.filename for info in infos}
        if "[Content_Types].xml" in names:
            raise PageError(
                f"{source}: this is a document of Office. Save what it holds as text or, if it is a table, "
                "as CSV, and try again."
            )
        for info in infos:
            if (reason := _refusal(info)) is not None:
                yield Problem(f"{source}/{_printable(info.filename)}", None, "", reason)
            elif not is_leftover(PurePosixPath(info.filename), names):
                members.append(
                    Member(_printable(info.filename), partial(_open, archive, info, budget, source))
                )
        if letterboxd.is_export(members):
            yield from letterboxd.read_export(members, source, told)
        else:
            yield from _read_members(members, source, told, read, budget)


def _read_members(
    members: Sequence[Member], source: str, told: Told, read: Read, budget: _Budget
) -> Iterator[Found]:
    count = 0
    last: PageError | None = None
    for member in members:
        place = f"{source}/{member.name}"
        yield NextFile(place)
        try:
            with member.opens() as file:
                for found in read(file, place, told):
                    count += isinstance(found, Review)
                    yield found
        except PageError as error:
            if budget.is_spent:
                raise
            last = error
            yield error.as_problem(place)
    if not count:
        why = f" {last}" if last is not None and len(members) == 1 else ""
        raise PageError(f"{source}: nothing in this archive could be read as reviews.{why}")


def _opened(file: BinaryIO, source: str) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(file)
    except _BROKEN as error:
        raise _broken(source, error) from error


def _refusal(info: zipfile.ZipInfo) -> str | None:
    """Why a file of an archive isn't even opened, None where it may be."""
    path = PurePosixPath(info.filename.replace("\\", "/"))
    if path.is_absolute() or ".." in path.parts or ":" in path.parts[0]:
        return "this name leads out of the archive, so the file is left out"
    if info.flag_bits & 1:
        return "this file is locked with a password, so it is left out"
    if path.suffix.casefold() in _ARCHIVES:
        return "this is an archive within an archive, so it is left out. Unpack it first"
    return None


def _open(archive: zipfile.ZipFile, info: zipfile.ZipInfo, budget: _Budget, source: str) -> BinaryIO:
    try:
        file = archive.open(info)
    except _BROKEN as error:
        raise _broken(source, error) from error
    return cast("BinaryIO", _Unpacked(cast("BinaryIO", file), budget, source))


def _printable(name: str) -> str:
    return without_controls(name)[:300]


def _broken(source: str, error: Exception) -> PageError:
    why = str(error) or type(error).__name__
    return PageError(f"{source}: this packed file is broken ({why}). Pack it anew.")


class _Budget:
    """How much may still be unpacked from a file."""

    def __init__(self, file: BinaryIO, source: str) -> None:
        size = file.seek(0, io.SEEK_END)
        file.seek(0)
        self._source, self._left = source, HARMLESS + MOST_EXPANDED * size

    @property
    def is_spent(self) -> bool:
        return self._left < 0

    def spend(self, size: int) -> None:
        self._left -= size
        if self.is_spent:
            raise PageError(
                f"{self._source}: this file unpacks to more than {MOST_EXPANDED} times its size, as no "
                "reviews do. Unpack it yourself if you trust it."
            )


class _Unpacked:
    """A file that is unpacked while it is read; what is read again costs nothing of the budget."""

    def __init__(self, file: BinaryIO, budget: _Budget, source: str) -> None:
        self._file, self._budget, self._source = file, budget, source
        self._place = self._furthest = 0

    def __enter__(self) -> _Unpacked:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def seekable(self) -> bool:
        return True

    def seek(self, place: int) -> int:
        self._place = place
        return self._file.seek(place)

    def read(self, size: int) -> bytes:
        try:
            data = self._file.read(size)
        except _BROKEN as error:
            raise _broken(self._source, error) from error
        self._place += len(data)
        if self._place > self._furthest:
            self._budget.spend(self._place - self._furthest)
            self._furthest = self._place
        return data
