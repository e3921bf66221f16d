"""The rows of a JSON file: an array of objects, objects one after the other, or arrays within an object.

It is read piece by piece, so that a file of any size needs the memory of its longest row.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import BinaryIO

from bot.errors import PageError
from bot.model import Problem
from bot.pages.columns import looks_like_reviews
from bot.pages.reader import cut
from bot.pages.rows import BadRow, Row, Value
from bot.pages.saved_text import SavedText, without_controls

LONGEST_OBJECT = 32 << 20
"""Characters of one object at the top beyond which it isn't held in memory."""
MOST_IN_VAIN = 48 << 20
"""Characters of broken objects, and as many again as four times the rest, that are read in vain: what stands
within a broken object is read again by itself, so that nesting would cost the square of its depth."""

_BETWEEN = re.compile(r"(?:[\s,\]]|\[(?=\s*+[\[\]{]))*+")
_NEXT_OBJECT = re.compile(r"(?:\}\s*+,\s*+|\[\s*+|(?<!\s)[^\S\n]*+\n\s*+)(?=\{)")
_NEXT_ROW = re.compile(rf"{_NEXT_OBJECT.pattern}|,\s*+(?=\{{)|\n")
_SEAM = 64
"""Characters at the end of what was read that are looked at again with what follows them."""
_QUOTED = 300
_PIECE = 1 << 16  # not more: each error of the decoder counts the lines of all the text that it was given
_WAY_TO_READ_ON = 1 << 16
_DEEPEST = 3
_LONGEST_LIST = 2_000
"""Characters of a row that is a list; in a longer one, and in one of objects, rows are looked for."""
_FAULTS = {
    "Expecting ',' delimiter": "a comma is missing, or a quotation mark within a text lacks its backslash",
    "Expecting ':' delimiter": "a colon is missing behind a name",
    "Expecting property name enclosed in double quotes": 'a name in "double quotes" should stand',
    "Expecting value": "a value should stand",
    "Illegal trailing comma before end of object": "a comma stands before the end",
    "Invalid \\escape": "a backslash stands before a sign that needs none",
    "Invalid \\uXXXX escape": "four digits of a sign should stand",
}
"""What is wrong at a place, by what the decoder says of it."""
_KINDS = {list: "a list", str: "a text", bool: "true or false", int: "a number", float: "a number"}


def json_rows(file: BinaryIO, source: str) -> Iterator[Row | BadRow | Problem]:
    """Read the rows. Raises PageError where the file is no text, or no JSON at all."""
    number = 0
    saved = SavedText(file, source, size=_PIECE, ends=b",")
    for line, value in _Objects(saved, source):
        if isinstance(value, _Fault):
            number += 1
            yield BadRow(number, line, cut(value.text), value.reason)
            continue
        for values in _rows(value, {}, 0):
            number += 1
            yield Row(number, line, values)
    yield from saved.problems


@dataclass(frozen=True, slots=True)
class _Fault:
    """Something that is no object: how it begins, why, and how far into the text one must read to see it."""

    text: str
    reason: str
    seen_at: int


class _Objects:
    """The objects at the top of a JSON text, each with its line; what can't be read comes as a fault.

    What stands within a broken object is read again by itself. So its fault waits until that has been passed:
    it may be the fault of an object within, which is the row that is broken.
    """

    def __init__(self, saved: SavedText, source: str) -> None:
        self._pieces = iter(saved)
        self._source = source
        self._text, self._at, self._line, self._column = "", 0, 1, 1
        self._passed = self._in_vain = 0
        self._waiting: tuple[int, _Fault] | None = None

    def __iter__(self) -> Iterator[tuple[int, dict[str, object] | _Fault]]:
        while self._has_more():
            if self._waiting is not None and self._waiting[1].seen_at < self._passed:
                yield self._waiting
                self._waiting = None
            line = self._line
            value = self._object() if self._text[self._at] == "{" else self._no_object()
            if isinstance(value, dict):
                yield line, value
            elif value is not None:
                if self._waiting is not None and self._waiting[1].seen_at != value.seen_at:
                    yield self._waiting
                self._waiting = line, value
        if self._waiting is not None:
            yield self._waiting

    def _has_more(self) -> bool:
        while True:
            self._move(_BETWEEN.match(self._text, self._at).end())  # type: ignore[union-attr] # it matches nothing too
            if self._at < len(self._text):
                return True
            if not self._read_on():
                return False

    def _object(self) -> dict[str, object] | _Fault:
        while True:
            begins = self._at
            try:
                decoded: tuple[dict[str, object], int] = _DECODER.raw_decode(self._text, begins)
            except json.JSONDecodeError as error:
                if self._may_go_on(error) and self._read_on():
                    continue
                read = error.pos - begins
                fault = self._fault(error, read)
            except (ValueError, RecursionError):
                read = len(self._text) - begins
                fault = _Fault("", "this row is nested too deep", self._passed)
            else:
                self._move(decoded[1])
                return decoded[0]
            self._note_in_vain(read)
            return replace(fault, text=self._skipped(_NEXT_OBJECT))

    def _no_object(self) -> _Fault | None:
        """A row that is a list, a text or a number, or no JSON; None at the beginning of a list of rows."""
        while len(self._text) - self._at < _LONGEST_LIST and self._read_on():
            pass
        row = self._text[self._at : self._at + _LONGEST_LIST]
        fault = _Fault(row, "this row is no JSON that can be read", self._passed)
        try:
            value, stop = _DECODER.raw_decode(row)
        except (ValueError, RecursionError):
            is_list_of_rows = row.startswith("[")
        else:
            is_list_of_rows = isinstance(value, list) and any(isinstance(part, dict) for part in value)
            if not is_list_of_rows:
                self._move(self._at + stop)
                kind = _KINDS.get(type(value), "null")
                return replace(fault, text=row[: min(stop, _QUOTED)], reason=f"this row is {kind}, no object")
        if is_list_of_rows:
            self._move(self._at + 1)
            return None
        return replace(fault, text=self._skipped(_NEXT_ROW))

    def _may_go_on(self, error: json.JSONDecodeError) -> bool:
        """Whether an object may be broken only because its end isn't read yet."""
        if len(self._text) - self._at > LONGEST_OBJECT:
            raise PageError(
                f"{self._source}: an object is longer than {LONGEST_OBJECT >> 20} million characters. "
                "Give the reviews as an array, or one in a line.",
                line=self._line,
            )
        return error.msg.startswith("Unterminated string") or error.pos >= len(self._text) - 20

    def _fault(self, error: json.JSONDecodeError, read: int) -> _Fault:
        """What is wrong so many signs behind the beginning of an object, and where, in a sentence."""
        place, said = self._at + read, _FAULTS.get(error.msg, "this is no JSON")
        if error.msg.startswith("Unterminated string") or not self._text[place : place + _SEAM].strip():
            place, said = len(self._text), "the file ends in the middle of this row"
        line, column = self._place(place)
        return _Fault("", f"{said} (line {line}, column {column})", self._passed + place - self._at)

    def _note_in_vain(self, read: int) -> None:
        self._in_vain += read
        if self._in_vain > MOST_IN_VAIN + 4 * self._passed:
            raise PageError(
                f"{self._source}: too much here is no JSON that can be read. Is the file whole? "
                "Give the reviews as an array, or one in a line.",
                line=self._line,
            )

    def _skipped(self, resumes_at: re.Pattern[str]) -> str:
        """Leave out what stands up to where the next row seems to begin; its beginning."""
        while len(self._text) - self._at < _QUOTED + _SEAM and self._read_on():
            pass
        place = self._at
        found = resumes_at.search(self._text, place + 1)
        stop = min(place + _QUOTED, found.start() + 1 if found else len(self._text))
        beginning = self._text[place:stop].strip()
        while found is None:
            self._move(max(len(self._text) - _SEAM, self._at))
            if not self._read_on():
                self._move(len(self._text))
                return beginning
            found = resumes_at.search(self._text)
        self._move(found.end())
        return beginning

    def _read_on(self) -> bool:
        """Read as much again as there is of the object so far: so the time stays linear in its length."""
        pieces = [self._text[self._at :]]
        wanted = max(len(pieces[0]), _WAY_TO_READ_ON)
        while wanted > 0:
            piece = next(self._pieces, None)
            if piece is None:
                break
            pieces.append(piece)
            wanted -= len(piece)
        self._text, self._at = "".join(pieces), 0
        return len(pieces) > 1

    def _move(self, place: int) -> None:
        self._passed += place - self._at
        self._line, self._column = self._place(place)
        self._at = place

    def _place(self, place: int) -> tuple[int, int]:
        """The line and column of a place in the text."""
        begins = self._text.rfind("\n", self._at, place)
        if begins < 0:
            return self._line, self._column + place - self._at
        return self._line + self._text.count("\n", self._at, place), place - begins


_DECODER = json.JSONDecoder(strict=False)


def _rows(value: Mapping[str, object], above: dict[str, Value], depth: int) -> Iterator[dict[str, Value]]:
    """The rows that an object is or holds; what stands above them is named `of_...` in each."""
    row = above | flat(value)
    if depth == _DEEPEST or _is_review(tuple(value)):
        yield row
        return
    held = False
    own = {name if name.startswith("of_") else f"of_{name}": item for name, item in row.items()}
    for name, item in value.items():
        inner = item if isinstance(item, list) else [item]
        for part in inner:
            if isinstance(part, dict) and part:
                held = True
                yield from _rows(part, own | {"of_key": _text(name)}, depth + 1)
    if not held:
        yield row


@lru_cache(maxsize=1_000)
def _is_review(names: tuple[str, ...]) -> bool:
    return looks_like_reviews(names)


def flat(value: Mapping[str, object]) -> dict[str, Value]:
    """An object's simple values, those of objects within it under both names; nothing that is no text."""
    row: dict[str, Value] = {}
    for name, item in value.items():
        if isinstance(item, dict):
            row |= {f"{name}.{inner}": _simple(part) for inner, part in item.items() if not _holds_more(part)}
        elif not _holds_more(item):
            row[name] = _simple(item)
    return row


def _holds_more(item: object) -> bool:
    return isinstance(item, dict) or (
        isinstance(item, list) and any(isinstance(part, dict | list) for part in item)
    )


def _simple(item: object) -> Value:
    if isinstance(item, str):
        return _text(item)
    return item if isinstance(item, int | float | bool | list) else None


def _text(text: str) -> str:
    return without_controls(text.replace("\r\n", "\n").replace("\r", "\n"))
