"""Strangers' text made harmless for a terminal: it shows as it was written, and steers nothing.

Reviews, names and file names may hold escape sequences, line breaks where one line is meant, and signs that
turn the direction of writing for all that stands behind them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from rich.style import StyleType
from rich.text import Text

_CONTROLS = dict.fromkeys((*range(32), *range(127, 160))) | {0x09: " ", 0x0A: "\n"}
_BREAKS = {0x2028: "\n", 0x2029: "\n"}
_TURNING = dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x061C, 0x200E, 0x200F))
_HARMLESS = _CONTROLS | _BREAKS | _TURNING
_SURROGATES = re.compile("[\ud800-\udfff]")
_ISOLATE, _END_ISOLATE = "\u2068", "\u2069"


def passage(text: str) -> str:
    """The text with its line breaks and nothing that steers."""
    return _SURROGATES.sub("\ufffd", text.translate(_HARMLESS))


def line(text: str) -> str:
    """The text as a part of a line of ours; writing from right to left keeps its direction to itself."""
    one = " ".join(passage(text).split())
    if not one.isascii() and any(unicodedata.bidirectional(char) in {"R", "AL"} for char in one):
        return f"{_ISOLATE}{one}{_END_ISOLATE}"
    return one


def as_text(text: str) -> str:
    """What was typed or told on a command line, with a question mark for bytes that are no text."""
    return _SURROGATES.sub("?", text)


def stressed(text: str, spans: Sequence[tuple[int, int]], style: StyleType) -> Text:
    """The passage with the spans of the original text in a style of their own."""
    shown, here = Text(), 0
    for start, end in sorted(spans):
        start = max(start, here)
        if start < end <= len(text):
            shown.append(passage(text[here:start]))
            shown.append(passage(text[start:end]), style)
            here = end
    shown.append(passage(text[here:]))
    return shown
