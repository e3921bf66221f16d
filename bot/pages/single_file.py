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
from bot.pages.saved_text import PIECE

LARGEST = 32 << 20
"""Bytes of a file that are held in memory at once."""

Read: TypeAlias = Callable[[BinaryIO, str, Told], Iterator[Found]]

_LONGEST_HEAD = 20_000
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
    content = _whole(file, source)
    page = next(_html_parts(content), None)
    if page is None:
        raise PageError(f"{source}: this page saved as a single file holds no HTML. Save it as HTML.")
    yield from read(io.BytesIO(page), source, told)


def _whole(file: BinaryIO, source: str) -> bytes:
    content = io.BytesIO()
    while piece := file.read(PIECE):
        content.write(piece)
        if content.tell() > LARGEST:
            raise PageError(
                f"{source}: this page saved as a single file is larger than {LARGEST >> 20} MB. "
                "Save it as HTML and try again."
            )
    return content.getvalue()


def _html_parts(content: bytes) -> Iterator[bytes]:
    """The HTML in the file, the page itself before what is framed in it."""
    found = _BOUNDARY.search(content[:20_000])
    mark = b"\n--" + found["boundary"].strip() if found else b""
    begins = content.find(mark) if mark else -1
    while begins >= 0:
        begins += len(mark)
        stop = content.find(mark, begins)
        part_ends = stop if stop >= 0 else len(content)
        ends = _HEAD_ENDS.search(content, begins + 2, min(begins + _LONGEST_HEAD, part_ends))
        if ends is not None and _HTML_PART.search(content, begins, ends.start()):
            yield _decoded(content[begins : ends.start()], content[ends.end() : part_ends])
        begins = stop


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
