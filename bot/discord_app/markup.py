"""Strangers' words made safe for Discord: they show as they were written, and do nothing.

Reviews, names, titles and what members type may hold markdown, mentions, links, headings, spoiler marks and
signs that turn the direction of writing. Each is shown, none works.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from bot.discord_app.limits import length, shortened

Span = tuple[int, int]
"""(start, end) of a part of a text, as a slice."""

_FIRST_STRONG_ISOLATE, _POP_ISOLATE = "\u2068", "\u2069"

# The blocks of Unicode whose letters are written from right to left.
_RIGHT = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff"
_RIGHT_TO_LEFT = re.compile(f"[{_RIGHT}]")
_RUN = rf"[{_RIGHT}]+(?:(?:(?![{_RIGHT}]|[,;:·|](?:\s|$))[\W\d_])+[{_RIGHT}]+)*"

# Signs that are not to be seen and only do harm: overrides of the direction of writing, which would turn
# round what stands behind them, and characters without width. Joiners stay: emoji and Persian need them.
_TURNING = (*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x061C)
_WIDTHLESS = (*range(0x2060, 0x2066), 0x200B, 0xFEFF, 0x00AD, 0x180E, *range(0xFFF9, 0xFFFC))
_UNSEEN = dict.fromkeys((*_TURNING, *_WIDTHLESS))
_CONTROL = {code: " " for code in (*range(0x20), *range(0x7F, 0xA0), 0x2028, 0x2029) if code != 0x0A}
_SURROGATES = re.compile("[\ud800-\udfff]")
_COMBINING_IN_ROW = 4
"""Marks on one letter beyond which they are not writing but a tower over the lines above."""

# A colon makes a link of "https://" and a picture of ":name:".
_SIGNS = re.compile(r"[\\*_~`|<>\[\]@#]|:(?=//)|:(?=[\w+-]+:)")
_BULLET = re.compile(r"^(\s*)([-+]|\d+[.)])(?=\s|$)", re.MULTILINE)


def clean(text: str) -> str:
    """The text without what can't be seen and isn't writing; line breaks stay."""
    text = _SURROGATES.sub("\ufffd", text.translate(_CONTROL).translate(_UNSEEN))
    return text if text.isascii() else _without_towers(text)


def escaped(text: str) -> str:
    """The text with its markup disarmed; line breaks stay."""
    return _BULLET.sub(_disarmed_bullet, _disarmed(text))


def inline(text: str, names: Iterable[str] = ()) -> str:
    """A line of ours with strangers' words in it: escaped, in one line, their direction kept to themselves.

    `names` are those that may stand in the line; each is kept together with its numbers and commas.
    """
    line = escaped(in_one_line(text))
    return line if line.isascii() else _isolated(line, _strange(names))


def label(text: str, limit: int) -> str:
    """A line of at most `limit` for where nothing works as markup: a button, an option, a choice."""
    line = shortened(clean(text), limit)
    if line.isascii() or not _RIGHT_TO_LEFT.search(line):
        return line
    shown, room = _isolated(line), limit
    while length(shown) > limit and room > 2:
        room -= 2
        shown = _isolated(shortened(line, room))
    return shown if length(shown) <= limit else "…"


def _strange(names: Iterable[str]) -> list[str]:
    return [escaped(in_one_line(name)) for name in names if not name.isascii()]


def in_one_line(text: str) -> str:
    """The text cleaned and without line breaks."""
    return " ".join(clean(text).split())


def _isolated(line: str, names: Sequence[str] = ()) -> str:
    """The line with what is written from right to left apart, so that the rest keeps its order.

    Where a name isn't known, it ends before a comma or such, which may part two of them.
    """
    known = [re.escape(name) for name in sorted(names, key=len, reverse=True) if _RIGHT_TO_LEFT.search(name)]
    pattern = re.compile("|".join([*known, _RUN]))
    return pattern.sub(rf"{_FIRST_STRONG_ISOLATE}\g<0>{_POP_ISOLATE}", line)


def passage(text: str, stress: Sequence[Span] = (), *, spoiler: bool = False) -> str:
    """A passage of a review as a block quote, stressed spans bold, a spoiler hidden paragraph by paragraph.

    Each line is hidden by a pair of marks of its own, so that nothing which works on lines can come between.
    """
    lines = (_line(text, start, end, stress) for start, end in _lines(text))
    shown = [_hidden(line) if spoiler else line for line in lines]
    return "\n".join(f"> {line}" if line else "> " for line in shown)


def _hidden(line: str) -> str:
    # A space keeps the marks apart from a pipe or backslash that the line ends or begins with.
    return f"|| {line} ||" if line else ""


def _lines(text: str) -> Iterator[Span]:
    for match in re.finditer(r"[^\r\n]+|\n(?=\r?\n)", text):
        yield (match.start(), match.start()) if match.group().isspace() else match.span()


def _line(text: str, start: int, end: int, stress: Sequence[Span]) -> str:
    parts: list[str] = []
    here = start
    for span in sorted(stress):
        left, right = max(span[0], here), min(span[1], end)
        if left < right:
            parts += [_disarmed(text[here:left]), _bold(text[left:right])]
            here = right
    parts.append(_disarmed(text[here:end]))
    return _BULLET.sub(_disarmed_bullet, "".join(parts).strip())


def _bold(text: str) -> str:
    shown = _disarmed(text)
    bare = shown.strip()
    return shown.replace(bare, f"**{bare}**") if bare else shown


def _disarmed(text: str) -> str:
    return _SIGNS.sub(r"\\\g<0>", clean(text))


def _disarmed_bullet(match: re.Match[str]) -> str:
    space, bullet = match.groups()
    return f"{space}{bullet[:-1]}\\{bullet[-1]}"


def _without_towers(text: str) -> str:
    kept: list[str] = []
    row = 0
    for char in text:
        row = row + 1 if unicodedata.combining(char) else 0
        if row <= _COMBINING_IN_ROW:
            kept.append(char)
    return "".join(kept)
