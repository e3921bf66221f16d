"""The rows of a table in a file, one after the other: what CSV, JSON and JSON lines have in common."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

from bot.errors import PageError

MOST_BROKEN = 10_000
"""Broken rows beyond which a file is refused that has more of them than of others."""

Value: TypeAlias = str | int | float | bool | list[object] | None


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its number, from 1, not counting the names of the columns, and where it begins in the file."""

    number: int
    line: int
    values: Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class BadRow:
    """A row that can't be read: what stands there, and why."""

    number: int
    line: int
    text: str
    reason: str


class Counted:
    """How many rows of a file could be read, and how many could not."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._whole = self._broken = 0

    def note(self, row: Row | BadRow) -> None:
        """Count the row. Raises PageError once too much of the file is broken to go on."""
        if isinstance(row, Row):
            self._whole += 1
            return
        self._broken += 1
        if self._broken > max(MOST_BROKEN, self._whole):
            raise PageError(
                f"{self._source}: {MOST_BROKEN:,} rows can't be read, and fewer can. "
                "Is this a table of reviews, and is it whole?"
            )
