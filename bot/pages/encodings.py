"""Which letters the bytes of a saved file are: UTF-8, UTF-16, or line by line whatever they can be."""

from __future__ import annotations

import codecs
import re

SAMPLE = 1 << 12
"""Bytes of a file's beginning by which UTF-16 without a byte order mark is known."""

_HIGH = re.compile(r"[^\x00-\x7f\ufffd]")


def utf16_of(beginning: bytes) -> str | None:
    """The codec of a file in UTF-16; None for any other.

    Without a mark, every other byte of what is ASCII is NUL there: spaces, digits and ends of lines at least,
    whatever the script.
    """
    if beginning.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    sample = beginning[:SAMPLE]
    first, second = sample[::2].count(0), sample[1::2].count(0)
    if max(first, second) * 20 < len(sample) or min(first, second) * 20 > max(first, second):
        return None
    return ("utf-16-le" if second > first else "utf-16-be") if max(first, second) else None


def utf8_or_1252(line: bytes) -> str:
    """A line's text in UTF-8, or in Windows-1252 where it is no UTF-8; what isn't read is U+FFFD."""
    try:
        return line.decode()
    except UnicodeDecodeError as error:
        if error.reason == "unexpected end of data":  # a file cut in the middle of a character
            return line[: error.start].decode() + "\ufffd"
    damaged = line.decode(errors="replace")
    if len(_HIGH.findall(damaged)) > damaged.count("\ufffd"):
        return damaged
    return line.decode("cp1252", errors="replace")


def opening_text(opening: bytes) -> str:
    """The text of a file's first bytes, near enough to know its kind by."""
    if codec := utf16_of(opening):
        text = opening.decode(codec, errors="replace").replace("\r\n", "\n").replace("\r", "\n")
    else:
        lines = (
            opening.removeprefix(codecs.BOM_UTF8).replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n")
        )
        text = "\n".join(map(utf8_or_1252, lines))
    return text.replace("\xa0", " ").replace("\0", "")
