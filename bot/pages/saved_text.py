r"""Bytes of a saved page into text, piece by piece, whatever browser or editor saved them.

UTF-8 or UTF-16, with or without a byte order mark; a line that is no UTF-8 is Windows-1252, so that files put
together from several pages read right too. Line ends become `\n`, non-breaking spaces become spaces. Control
characters, stray NUL bytes and terminal escapes have no place in a review: they are left out, and that is
reported.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from typing import BinaryIO

from bot.errors import PageError
from bot.model import Problem
from bot.pages.encodings import SAMPLE, utf8_or_1252, utf16_of

PIECE = 1 << 20
"""Bytes read at a time."""
LONGEST_LINE = 8 << 20
"""Bytes of a line beyond which a file is no page of reviews."""

_CONTROLS = bytes(code for code in range(32) if code not in b"\t\n\r") + b"\x7f"
_ESCAPES = re.compile(rb"\x1b(?:\[[0-?]*+[ -/]*+[@-~]|\][^\x07\x1b\r\n]*+(?:\x07|\x1b\\)?)?")
_C1_CONTROLS = re.compile(rb"\xc2[\x80-\x9f]")
_CONTROL_CHARACTERS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ufeff\ud800-\udfff]")
_CONTROLS_OF_A_TEXT = 0.05


class SavedText:
    """The text of a file, in pieces that end with the sign `ends`: at ends of lines, unless told otherwise.

    `problems`, and whether it `is_empty`, are known once it is read. Reading raises PageError where the file
    is no text.
    """

    def __init__(self, file: BinaryIO, source: str, *, size: int | None = None, ends: bytes = b"\n") -> None:
        self._file, self._source, self._size, self._ends = file, source, size or PIECE, ends
        self._line = 1
        self.is_empty = True
        self._undecoded = _Damage("some bytes here are no text in UTF-8 or Windows-1252 and stand as \ufffd")
        self._controls = _Damage("control characters were left out")

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What could not be read of the pieces so far: at most one problem of each kind."""
        damages = (self._undecoded, self._controls)
        return tuple(damage.problem(self._source) for damage in damages if damage.lines)

    def __iter__(self) -> Iterator[str]:
        for piece in _whole_lines(_as_utf8(self._file, self._size), self._ends, self._source):
            text = self._text(piece)
            self.is_empty = self.is_empty and (not text or text.isspace())
            yield text

    def _text(self, data: bytes) -> str:
        text = self._decoded(self._without_controls(data))
        self._line += text.count("\n")
        return text.replace("\xa0", " ").replace("\ufeff", "")

    def _without_controls(self, data: bytes) -> bytes:
        written = data.rstrip(b"\0")  # of a file that was not written to its end, the rest is NUL bytes
        if self.is_empty and written != data and not written.strip():
            raise PageError(
                f"{self._source}: this file holds nothing but NUL bytes: it was never written whole. "
                "Export or save it anew and try again."
            )
        if self._is_binary(written):
            raise PageError(
                f"{self._source}: this is no text but a binary file. Save the page as text and try again."
            )
        if len(data.translate(None, _CONTROLS)) == len(data) and not _C1_CONTROLS.search(data):
            return data
        lines = data.split(b"\n")
        for number, line in enumerate(lines):
            clean = _C1_CONTROLS.sub(b"", _ESCAPES.sub(b"", line)).translate(None, _CONTROLS)
            if clean != line:
                self._controls.note(self._line + number, utf8_or_1252(clean))
                lines[number] = clean
        return b"\n".join(lines)

    def _is_binary(self, data: bytes) -> bool:
        controls = len(data) - len(data.translate(None, _CONTROLS))
        return controls > min(max(_CONTROLS_OF_A_TEXT * len(data), 20), len(data) / 2)

    def _decoded(self, data: bytes) -> str:
        try:
            return data.decode()
        except UnicodeDecodeError:
            lines = [utf8_or_1252(line) for line in data.split(b"\n")]
        for number, line in enumerate(lines):
            if "\ufffd" in line:
                self._undecoded.note(self._line + number, line)
        return "\n".join(lines)


def without_controls(text: str) -> str:
    """A text that came out of escapes (of HTML, of JSON) as it would have come out of a file."""
    if text.isprintable():  # as most are, and that is told fast
        return text
    return _CONTROL_CHARACTERS.sub("", text).replace("\xa0", " ")


class _Damage:
    """Lines that share one fault, kept as the first of them and their number."""

    def __init__(self, reason: str) -> None:
        self._reason, self.lines = reason, 0
        self._first, self._text = 0, ""

    def note(self, line: int, text: str) -> None:
        if not self.lines:
            self._first, self._text = line, text.strip()[:200]
        self.lines += 1

    def problem(self, source: str) -> Problem:
        more = f" (and on {self.lines - 1} more lines)" if self.lines > 1 else ""
        return Problem(source, self._first, self._text, self._reason + more)


def _as_utf8(file: BinaryIO, size: int) -> Iterator[bytes]:
    """The bytes of a file; of a UTF-16 file, those of its text in UTF-8."""
    data = file.read(max(size, SAMPLE))
    codec = utf16_of(data)
    if codec is None:
        while data:
            yield data
            data = file.read(size)
        return
    decoder = codecs.getincrementaldecoder(codec)(errors="replace")
    while data:
        yield decoder.decode(data).encode(errors="replace")
        data = file.read(size)
    yield decoder.decode(b"", final=True).encode(errors="replace")


def _whole_lines(pieces: Iterator[bytes], ends: bytes, source: str) -> Iterator[bytes]:
    r"""The same bytes, cut at the sign, with `\n` for each end of a line."""
    begun = b""
    for piece in pieces:
        data = begun + piece
        if b"\r" in data:
            held = data[-1:] == b"\r"  # its `\n` may be the first byte of the next piece
            data = data[: len(data) - held].replace(b"\r\n", b"\n").replace(b"\r", b"\n") + b"\r" * held
        end = data.rfind(ends) + 1
        begun = data[end:]
        if len(begun) > LONGEST_LINE:
            raise PageError(
                f"{source}: a line is longer than {LONGEST_LINE >> 20} million characters, as no page of "
                "reviews has them. Save the page anew and try again."
            )
        if end:
            yield data[:end]
    if begun:
        yield begun.replace(b"\r", b"\n")
