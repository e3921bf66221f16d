"""What every reader of a kind of page is: how it knows its kind, and how it reads one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import BinaryIO, TypeAlias

from bot.model import Byline, Note, PageHead, Problem, Review, Told


@dataclass(frozen=True, slots=True)
class NextFile:
    """Another file of an archive begins: what stands in it has nothing to do with the file before."""

    name: str


Found: TypeAlias = PageHead | Review | Problem | Note | NextFile
"""What reading yields: a head comes before the reviews that stand below it."""

OPENING = 1 << 16
"""Bytes of a file by which its kind is known."""

_LONGEST_QUOTE = 200


@dataclass(frozen=True, slots=True)
class Reader:
    """A reader of one kind of page.

    `recognises` is given the first bytes of a file. `read` is given the file at its start, its name for
    problems, and what the host says; it raises PageError where the file can't be read after all. A reader
    that `rewinds` is given a file that can be read again from its start.
    """

    kind: str
    recognises: Callable[[bytes], bool]
    read: Callable[[BinaryIO, str, Told], Iterator[Found]]
    rewinds: bool = False


def dated_byline(reviewer: str, date: dt.date | None) -> Byline:
    """The byline where a page gives reviewer and date apart.

    It is printed as the older page prints it when copied as text, so that a review has one byline however it
    was saved.
    """
    printed = f"{reviewer}{date.day} {date:%B} {date.year}" if date else reviewer
    return Byline(printed, reviewer, date)


def cut(text: str) -> str:
    """A text as a problem quotes it: not too long."""
    return text if len(text) <= _LONGEST_QUOTE else text[: _LONGEST_QUOTE - 1] + "…"
