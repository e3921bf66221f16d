"""A page that was quoted, as in a mail: `> ` stands before each of its lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_MARK = re.compile(r"^>[ \t]?", re.MULTILINE)
_DEEPEST = 5
_LEAST_LINES = 5
_MOST = 0.9


def quoted_depth(text: str) -> int:
    """How often a text was quoted: nearly all of its lines say so. 0 where it was not."""
    lines = [line for line in text.split("\n") if line.strip()]
    depth = 0
    while depth < _DEEPEST and len(lines) >= _LEAST_LINES:
        if sum(line.startswith(">") for line in lines) < _MOST * len(lines):
            break
        depth += 1
        lines = [bare for line in lines if (bare := _MARK.sub("", line)).strip()]
    return depth


def unquoted(text: str, depth: int) -> str:
    """The text without the marks of so many quotations."""
    for _ in range(depth):
        text = _MARK.sub("", text)
    return text


def without_quotation(pieces: Iterable[str]) -> Iterator[str]:
    """A text in pieces of whole lines, as it was before it was quoted; its first piece tells whether."""
    depth: int | None = None
    for piece in pieces:
        if depth is None and piece.strip():
            depth = quoted_depth(piece)
        yield unquoted(piece, depth) if depth else piece
