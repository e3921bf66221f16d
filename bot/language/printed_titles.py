"""Whether a review prints words as a film's title: in capitals amid others, in quotes, or with a year."""

from __future__ import annotations

import re

_YEAR_BEHIND = re.compile(r"[\"'”’]? ?\((?:18|19|20)\d\d\)")
_OPENED = re.compile(r"(?P<ahead>\w*) ?[\"'“‘]$")
_CLOSED = re.compile(r"[.,!?]?[\"'”’]")
_BEFORE_TITLES = frozenset("of as like than seen saw watched from unlike in to".split())
_AROUND = 15


def is_printed_as_title(words: str, text: str) -> bool:
    """Whether the words, which are letters and spaces, stand in the text as a film's title does."""
    pattern = re.compile(rf"\b{re.escape(words)}\b".replace(r"\ ", r"\s+"), re.IGNORECASE)
    return any(_is_title(found, text) for found in pattern.finditer(text))


def _is_title(found: re.Match[str], text: str) -> bool:
    ahead, behind = text[max(0, found.start() - _AROUND) : found.start()], text[found.end() :]
    if found[0].isupper():
        return any(char.islower() for char in ahead + behind[:_AROUND])
    if _YEAR_BEHIND.match(behind):
        return found[0][0].isupper()
    opened = _OPENED.search(ahead)
    if opened is None or not _CLOSED.match(behind):
        return False
    return found[0].istitle() or opened["ahead"].lower() in _BEFORE_TITLES
