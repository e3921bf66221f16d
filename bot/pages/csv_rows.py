"""The rows of a CSV file, whatever separates its columns; broken rows are told and the rest is kept."""

from __future__ import annotations

import csv
import io
import re
from collections import deque
from collections.abc import Iterator
from contextlib import suppress
from itertools import islice
from typing import BinaryIO, NamedTuple

from bot.model import Problem
from bot.pages.cells import unguarded
from bot.pages.columns import OWN_MARK
from bot.pages.reader import cut
from bot.pages.rows import BadRow, Row
from bot.pages.saved_text import SavedText

_SEPARATORS = ",;\t|"
_ESCAPED_QUOTE = re.compile(r'\\"(?![,;\t|\r\n]|$)')  # one that closes a field may follow a backslash, too
_TOLD_SEPARATOR = re.compile(r"sep=(?P<separator>[,;\t|])", re.I)
"""The line above the names of the columns by which Excel is told what stands between them."""
_RESUMPTIONS = 200
"""Broken rows of a file after which reading resumes below what was swallowed, not on the very next line."""
_LONGEST_FIELD = 131_072  # the csv module's own limit, which it keeps for the whole process


class Dialect(NamedTuple):
    """How a file writes its table: the sign between columns, and whether a backslash escapes quotes."""

    separator: str
    backslashes: bool


def dialect_of(opening: str) -> Dialect:
    """Tell the dialect from a file's beginning: the sign that stands most often in its first line."""
    first_line = opening.lstrip("\ufeff\n").partition("\n")[0]
    told = _TOLD_SEPARATOR.fullmatch(first_line)
    separator = told["separator"] if told else max(_SEPARATORS, key=first_line.count)
    return Dialect(separator, len(_ESCAPED_QUOTE.findall(opening)) > opening.count('""'))


def csv_rows(file: BinaryIO, source: str, opening: str) -> Iterator[Row | BadRow | Problem]:
    """Read the rows below the names of the columns. Raises PageError where the file is no text."""
    saved = SavedText(file, source)
    lines = _Lines(saved)
    dialect = dialect_of(opening)
    reader = csv.reader(
        lines,
        delimiter=dialect.separator,
        escapechar="\\" if dialect.backslashes else None,
        doublequote=not dialect.backslashes,
        strict=True,
    )
    names: list[str] | None = None
    is_own = False
    number = resumptions = 0
    while True:
        lines.begin_row()
        try:
            values = next(reader, None)
        except csv.Error as error:
            number += 1
            yield BadRow(number, lines.row_line, cut(lines.row_text()), _reason(error))
            resumptions += 1
            if resumptions <= _RESUMPTIONS:
                lines.give_back()
            continue
        if values is None:
            break
        if not any(value.strip() for value in values) or (names is None and _tells_separator(values)):
            continue
        if names is None:
            names = [value.strip().lstrip("\ufeff") for value in values]
            is_own = OWN_MARK in names
            continue
        number += 1
        if len(values) != len(names):
            reason = f"this row has {len(values)} columns where the first line names {len(names)}"
            yield BadRow(number, lines.row_line, cut(lines.row_text()), reason)
            continue
        if is_own:
            values = [unguarded(value) for value in values]
        yield Row(number, lines.row_line, dict(zip(names, values, strict=True)))
    yield from saved.problems


def _tells_separator(values: list[str]) -> bool:
    return [value.casefold() for value in values] == ["sep=", ""]


def csv_beginning(opening: str) -> list[list[str]]:
    """The first rows of a file as far as they can be read: the names of the columns, and some values."""
    dialect = dialect_of(opening)
    rows = csv.reader(io.StringIO(opening.lstrip("\ufeff\n")), delimiter=dialect.separator, strict=True)
    beginning: list[list[str]] = []
    with suppress(csv.Error):
        beginning += (values for values in islice(rows, 6) if values and not _tells_separator(values))
    return [[value.strip() for value in values] for values in beginning] or [[]]


class _Lines:
    """The lines of a text as the csv module takes them, with those of the row that is being read kept."""

    def __init__(self, saved: SavedText) -> None:
        self._lines = (line for piece in saved for line in io.StringIO(piece, newline="\n"))
        self._given_back: deque[str] = deque()
        self._row: list[str] = []
        self._kept = 0
        self.row_line = 1

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._given_back.popleft() if self._given_back else next(self._lines)
        self._row.append(line)
        return line

    def begin_row(self) -> None:
        self.row_line += len(self._row)
        self._row = []

    def row_text(self) -> str:
        return "".join(self._row[:2]).strip()

    def give_back(self) -> None:
        """Read all but the first line of this row again."""
        self._given_back.extendleft(reversed(self._row[1:]))
        del self._row[1:]


def _reason(error: csv.Error) -> str:
    text = str(error)
    if "field larger" in text:
        return (
            f"a field is longer than {_LONGEST_FIELD:,} characters: perhaps a quotation mark opens in this "
            "row and doesn't close"
        )
    if "unexpected end" in text:
        return "a quotation mark opens in this row and doesn't close"
    return f"this row can't be read ({text})"
