"""Reviews as Markdown that people read and that reads back the same.

What Markdown can't say exactly stands as JSON in a comment before each review; the text stands as a
quotation, with what Markdown would take for its own escaped.
"""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator, Mapping
from typing import BinaryIO

from bot.errors import PageError
from bot.model import Problem
from bot.pages.json_rows import flat
from bot.pages.reader import cut
from bot.pages.rows import BadRow, Row, Value
from bot.pages.saved_text import SavedText, without_controls

FIRST_LINE = "<!-- Reviews exported by Pullquote -->"
"""What a file of this kind begins with."""

LONGEST_TEXT = 16 << 20
"""Characters of one review's text beyond which a file is refused."""

_OWN_SIGNS = re.compile(r"([\\`*_\[\]~|#>])")
_BEGINS_A_LIST = re.compile(r"(?m)^([-+=]|[0-9]{1,9}(?=[.)]))")
_AT_THE_EDGE = re.compile(r"(?m)^[ \t]|[ \t]$|\r")
_ESCAPED = re.compile(r"\\([\\`*_\[\]~|#>])|&(amp|lt|#[0-9]{1,3});")
_NAMED = {"amp": "&", "lt": "<"}


def facts_comment(facts: Mapping[str, object]) -> str:
    """The facts of a review as a comment, which a reader of the page does not see."""
    told = json.dumps(facts, ensure_ascii=False).replace("--", "-\\u002d")
    return f"<!-- review {told} -->"


def read_facts(line: str) -> dict[str, object] | None:
    """The facts of such a comment, None for any other line."""
    if not line.startswith("<!-- review {") or not line.endswith("} -->"):
        return None
    try:
        facts: dict[str, object] = json.loads(line.removeprefix("<!-- review ").removesuffix(" -->"))
    except (ValueError, RecursionError):
        return None
    return facts


def markdown_rows(file: BinaryIO, source: str) -> Iterator[Row | BadRow | Problem]:
    """Read the reviews of a file of this kind. Raises PageError where the file is no text."""
    number = begins = length = 0
    facts: dict[str, Value] | None = None
    quoted: list[str] = []
    saved = SavedText(file, source)
    lines = (line for piece in saved for line in io.StringIO(piece, newline="\n"))
    for place, line in enumerate(lines, 1):
        if line.startswith("<!-- review {"):
            if facts is not None:
                yield _row(number, begins, facts, quoted)
            number, begins, quoted, length = number + 1, place, [], 0
            told = read_facts(line.strip())
            facts = None if told is None else flat(told)
            if facts is None:
                yield BadRow(number, place, cut(line), "the comment above this review can't be read")
        elif line.startswith(">") and facts is not None:
            quoted.append(line.rstrip("\n"))
            length += len(line)
            if length > LONGEST_TEXT:
                raise PageError(
                    f"{source}: the text of a review is longer than {LONGEST_TEXT >> 20} million characters. "
                    "Export the reviews anew.",
                    line=begins,
                )
    if facts is not None:
        yield _row(number, begins, facts, quoted)
    yield from saved.problems


def _row(number: int, line: int, facts: dict[str, Value], quoted: list[str]) -> Row:
    return Row(number, line, facts | {"text": without_controls(unquoted(quoted))})


def quotation(text: str) -> str:
    """The text as a quotation that shows as it was written."""
    lines = escaped(text).split("\n")
    broken = [
        f"{line}\\" if line and following else line
        for line, following in zip(lines, [*lines[1:], ""], strict=True)
    ]
    return "\n".join(f"> {line}" if line else ">" for line in broken)


def unquoted(lines: list[str]) -> str:
    """The text that the lines of a quotation stand for."""
    bare = [line[2:] for line in lines]
    joined = "\n".join(line[:-1] if _is_broken(line) else line for line in bare)
    return _ESCAPED.sub(_plain, joined)


def escaped(text: str) -> str:
    """The text with everything that Markdown or HTML would take for its own made plain."""
    text = text.replace("&", "&amp;").replace("<", "&lt;")
    text = _BEGINS_A_LIST.sub(_escape_beginning, _OWN_SIGNS.sub(r"\\\1", text))
    return _AT_THE_EDGE.sub(lambda found: f"&#{ord(found.group())};", text)


def _escape_beginning(found: re.Match[str]) -> str:
    sign = found.group()
    return f"&#{ord(sign[0])};{sign[1:]}"


def _plain(found: re.Match[str]) -> str:
    sign, entity = found.groups()
    return sign or _NAMED.get(entity) or chr(int(entity[1:]))


def _is_broken(line: str) -> bool:
    """Whether the line ends in a backslash of ours: one that no other escapes."""
    return (len(line) - len(line.rstrip("\\"))) % 2 == 1
