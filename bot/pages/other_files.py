"""Files of kinds that are not read: what each is, and what to make of it first."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from bot.errors import PageError
from bot.model import Told
from bot.pages.reader import Found, Reader

_AS_TEXT = "Save what it holds as text or, if it is a table, as CSV, and try again."
_NO_PICTURE = "Save the page itself, not a picture of it."
_AS_ZIP = "Pack it as .zip or .gz, or unpack it first."
_KINDS = {
    b"%PDF-": ("a PDF document", _AS_TEXT),
    b"{\\rtf": ("a document in rich text (RTF)", _AS_TEXT),
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": ("a document of an old Office", _AS_TEXT),
    b"bplist00": ("a web archive of Safari", 'Save the page as "Page Source" and try again.'),
    b"SQLite format 3\0": ("a database", "`pullquote restore` takes a backup; export others as CSV."),
    b"\x89PNG": ("a picture", _NO_PICTURE),
    b"\xff\xd8\xff": ("a picture", _NO_PICTURE),
    b"GIF87a": ("a picture", _NO_PICTURE),
    b"GIF89a": ("a picture", _NO_PICTURE),
    b"7z\xbc\xaf\x27\x1c": ("an archive of a kind that isn't read (7z)", _AS_ZIP),
    b"Rar!\x1a\x07": ("an archive of a kind that isn't read (RAR)", _AS_ZIP),
    b"\xfd7zXZ\0": ("packed in a way that isn't read (xz)", _AS_ZIP),
    b"BZh91AY&SY": ("packed in a way that isn't read (bzip2)", _AS_ZIP),
    b"\x28\xb5\x2f\xfd": ("packed in a way that isn't read (zstd)", _AS_ZIP),
}


def is_other(opening: bytes) -> bool:
    """Whether a file is of such a kind."""
    return opening.startswith(tuple(_KINDS))


def refuse_other(file: BinaryIO, source: str, told: Told) -> Iterator[Found]:
    """Raise PageError that says what the file is."""
    opening = file.read(32)
    what, then = next(told for begins, told in _KINDS.items() if opening.startswith(begins))
    raise PageError(f"{source}: this is {what}. {then}")
    yield  # a reader gives what it finds one by one, and here is nothing


OTHER_FILE = Reader("file of a kind that isn't read", is_other, refuse_other)
