"""Long passages cut so that what is shown fits, ends where a sentence ends, and keeps its markup whole."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.discord_app.limits import length
from bot.discord_app.markup import Span, passage
from bot.language.sentences import sentences

ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class Cut:
    """A part of a text as it is shown, with where in the text it ends. `shown` is empty where nothing is."""

    shown: str
    end: int


def going_on(text: str) -> str:
    """The text with an ellipsis behind it, apart from a sentence's end."""
    return f"{text} {ELLIPSIS}" if text.endswith((".", "!", "?", "”", '"')) else f"{text}{ELLIPSIS}"


def cut(text: str, limit: int, *, start: int = 0, stress: Sequence[Span] = (), spoiler: bool = False) -> Cut:
    """Lay out as much of the text from `start` on as fits into `limit` characters of markup.

    What is cut off ends with a sentence where one ends in the second half of it, else with a word, else
    anywhere, and an ellipsis says that more follows. Where there is no room at all, nothing is shown.
    """
    if len(text) - start <= limit:
        whole = _laid_out(text, start, len(text), stress, spoiler=spoiler)
        if length(whole) <= limit:
            return Cut(whole, len(text))
    most = _most_that_fits(text, start, limit, stress, spoiler=spoiler)
    if most == start:
        return Cut("", start)
    end = _good_end(text, start, most)
    return Cut(_laid_out(text, start, end, stress, spoiler=spoiler), end)


def _laid_out(text: str, start: int, end: int, stress: Sequence[Span], *, spoiler: bool) -> str:
    shifted = [(left - start, right - start) for left, right in stress if right > start and left < end]
    part = text[start:end]
    if end < len(text):
        part = going_on(part.rstrip())
    return passage(part, shifted, spoiler=spoiler)


def _most_that_fits(text: str, start: int, limit: int, stress: Sequence[Span], *, spoiler: bool) -> int:
    fits, too_long = start, min(len(text), start + limit) + 1
    while too_long - fits > 1:
        middle = (fits + too_long) // 2
        if length(_laid_out(text, start, middle, stress, spoiler=spoiler)) <= limit:
            fits = middle
        else:
            too_long = middle
    return fits


def _good_end(text: str, start: int, most: int) -> int:
    if most >= len(text):
        return most
    half = start + (most - start) // 2
    ends = [start + end for _, end in sentences(text[start : most + 1]) if half <= start + end <= most]
    # The last sentence found ends where the text was cut, which says nothing.
    ends = [end for end in ends if end < most or text[end : end + 1].isspace()]
    if ends:
        return ends[-1]
    word = max(text.rfind(" ", half, most), text.rfind("\n", half, most))
    return word if word > start else most
