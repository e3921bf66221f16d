"""The rows of a table in a file, one after the other: what CSV, JSON and JSON lines have in common."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

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
