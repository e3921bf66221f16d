"""Where the sentences of a text begin and end."""

from __future__ import annotations

import re
from collections.abc import Iterator

Span = tuple[int, int]
"""(start, end) of a passage, as a slice of its text."""

_ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof st jr sr vs etc eg ie e.g i.e cf no vol feat approx min mins dept gen col lt sgt rev "
    "hon".split()
)
_LONGEST_ABBREVIATION = max(map(len, _ABBREVIATIONS))

# A stop with what closes behind it, when white space and something that can begin a sentence follow; or the
# end of a line. "..." before a small letter goes on; so does an initial ("J. Abrams") and an abbreviation.
# It begins with a set of letters, which is passed over fast where none of them stands.
_STOP = re.compile(r"""[.!?…\n](?:(?<=\n)\n*|(?<!\n)[.!?…]*[)\]"'”’»]*(?=\s+["'“‘«(\[]*[^\sa-z]))""")
_WORD_BEFORE = re.compile(r"[^\W_][\w.]*$")


def sentences(text: str) -> Iterator[Span]:
    """The sentences of a text, in order, without the white space around them."""
    start = 0
    for stop in _STOP.finditer(text):
        if _goes_on(text, start, stop):
            continue
        if (span := _trimmed(text, start, stop.end())) is not None:
            yield span
        start = stop.end()
    if (span := _trimmed(text, start, len(text))) is not None:
        yield span


def _goes_on(text: str, start: int, stop: re.Match[str]) -> bool:
    if not stop.group().startswith(".") or stop.group().startswith(".."):
        return False
    place = stop.start()
    if place >= _LONGEST_ABBREVIATION and text[place - 1 - _LONGEST_ABBREVIATION : place].isalpha():
        return False  # most sentences end so
    before = text[max(start, place - 12) : place]
    word = before[before.rfind(" ") + 1 :]
    if not word.isalpha():  # the pattern finds it always, and takes longer
        found = _WORD_BEFORE.search(before)
        if found is None:
            return False
        word = found.group()
    return (len(word) == 1 and word.isupper() and word != "I") or word.lower() in _ABBREVIATIONS


def _trimmed(text: str, start: int, end: int) -> Span | None:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None
