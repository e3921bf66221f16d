"""A page saved as a single file (`.mhtml`), as Chrome and Edge do it: its HTML is read as if saved alone."""

from __future__ import annotations

import binascii
import io
import quopri
import re
from collections.abc import Callable, Iterator
from typing import BinaryIO, TypeAlias

from bot.errors import PageError
from bot.model import Told
from bot.pages.reader import Found

LARGEST = 64 << 20
"""Bytes of a file that are held in memory at once."""

Read: TypeAlias = Callable[[BinaryIO, str, Told], Iterator[Found]]

_BEGINS = re.compile(
    rb"\s{0,10}(?:[A-Za-z-]{2,40}: ?[^\r\n]{0,1000}\r?\n(?:[ \t][^\r\n]{0,1000}\r?\n)*+){1,20}"
)
_BOUNDARY = re.compile(rb'multipart/related;[^\x00]{0,1000}?boundary="?(?P<boundary>[^"\r\n;]{1,200})', re.I)
_HTML_PART = re.compile(rb"^content-type:\s*text/html\b", re.I | re.M)
_ENCODING = re.compile(rb"^content-transfer-encoding:\s*(?P<name>[\w-]{1,30})", re.I | re.M)
_CHARSET = re.compile(rb'charset="?(?P<name>[\w-]{1,30})', re.I)
_HEAD_ENDS = re.compile(rb"\r?\n\r?\n")


def is_single_file(opening: bytes) -> bool:
    """Whether a file begins as such a page does."""
    head = _BEGINS.match(opening)
    return head is not None and _BOUNDARY.search(head[0]) is not None


def read_single_file(file: BinaryIO, source: str, told: Told, read: Read) -> Iterator[Found]:
    """Read the HTML within with `read`. Raises PageError where it holds no review, or is too large."""
    content = file.read(LARGEST + 1)
    if len(content) > LARGEST:
        raise PageError(
            f"{source}: this page saved as a single file is larger than {LARGEST >> 20} MB. "
            "Save it as HTML and try again."
        )
    page = next(_html_parts(content), None)
    if page is None:
        raise PageError(f"{source}: this page saved as a single file holds no HTML. Save it as HTML.")
    yield from read(io.BytesIO(page), source, told)


def _html_parts(content: bytes) -> Iterator[bytes]:
    """The HTML in the file, the page itself before what is framed in it."""
    found = _BOUNDARY.search(content[:20_000])
    for part in content.split(b"--" + found["boundary"].strip()) if found else ():
        ends = _HEAD_ENDS.search(part, 2)
        if ends is not None and _HTML_PART.search(part, 0, ends.start()):
            yield _decoded(part[: ends.start()], part[ends.end() :])


def _decoded(head: bytes, body: bytes) -> bytes:
    encoding, charset = _ENCODING.search(head), _CHARSET.search(head)
    match encoding["name"].lower() if encoding else b"":
        case b"quoted-printable":
            body = quopri.decodestring(body)
        case b"base64":
            body = _from_base64(body)
    try:
        return body.decode(charset["name"].decode()).encode() if charset else body
    except (LookupError, UnicodeError):
        return body


def _from_base64(body: bytes) -> bytes:
    try:
        return binascii.a2b_base64(body)
    except binascii.Error:
        return b""
