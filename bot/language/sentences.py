"""Where the sentences of a text begin and end, and which of them can stand by themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator

Span = tuple[int, int]
"""(start, end) of a passage, as a slice of its text."""

SHORTEST_QUOTE, LONGEST_QUOTE = 40, 260
"""Lengths in characters between which a passage is a quote rather than a shout or a paragraph."""

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

# Words that lean on a sentence before them.
_LEANING = frozenset(
    """he she it they them his her hers its their theirs this that these those such here there then thus hence
    and but or nor so yet also too however therefore moreover furthermore besides otherwise instead meanwhile
    another both either neither again still anyway first firstly second secondly third thirdly finally
    lastly next later afterwards because which who whose whom when where while though although plus
    apparently similarly likewise consequently nevertheless nonetheless add him himself herself itself
    spoiler spoilers warning ps edit note""".split()
)
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_BARE_RATING = re.compile(r"\d+(?:[.,]\d+)?\s*(?:/|out of)\s*\d+|https?://|www\.", re.IGNORECASE)
_PAIRS = (("(", ")"), ("[", "]"), ("“", "”"))


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


def stand_alone(text: str) -> list[Span]:
    """Passages of one or two sentences that can be quoted without what stands around them.

    A sentence that leans on the one before ("But he ...") is quoted with it or not at all.
    """
    found: list[Span] = []
    before: Span | None = None
    for start, end in sentences(text):
        if not _fits(text, start, end):
            before = None if end - start > LONGEST_QUOTE else (start, end)
            continue
        if not _leans(text, start):
            found.append((start, end))
        elif before is not None and not _leans(text, before[0]) and _same_paragraph(text, before[1], start):
            _add_pair(text, found, (before[0], end))
        before = (start, end)
    return found


def _add_pair(text: str, found: list[Span], pair: Span) -> None:
    if pair[1] - pair[0] > LONGEST_QUOTE or not _fits(text, *pair):
        return
    if found and found[-1][0] == pair[0]:
        found[-1] = pair
    else:
        found.append(pair)


def _goes_on(text: str, start: int, stop: re.Match[str]) -> bool:
    if not stop.group().startswith(".") or stop.group().startswith(".."):
        return False
    place = stop.start()
    if place >= _LONGEST_ABBREVIATION and text[place - 1 - _LONGEST_ABBREVIATION : place].isalpha():
        return False  # most sentences end so
    word = _WORD_BEFORE.search(text, max(start, place - 12), place)
    if word is None:
        return False
    bare = word.group()
    return (len(bare) == 1 and bare.isupper() and bare != "I") or bare.lower() in _ABBREVIATIONS


def _trimmed(text: str, start: int, end: int) -> Span | None:
    passage = text[start:end]
    left, right = len(passage) - len(passage.lstrip()), len(passage.rstrip())
    return (start + left, start + right) if right > left else None


def _fits(text: str, start: int, end: int) -> bool:
    if not SHORTEST_QUOTE <= end - start <= LONGEST_QUOTE or text[end - 1] not in ".!?…\"”)’'":
        return False
    passage = text[start:end]
    if "\n" in passage or _BARE_RATING.search(passage) or passage.count('"') % 2:
        return False
    if any(passage.count(opening) != passage.count(closing) for opening, closing in _PAIRS):
        return False
    return passage[0].isupper() or passage[0] in "\"“'‘" or passage[0].isdigit()


def _leans(text: str, start: int) -> bool:
    word = _FIRST_WORD.search(text, start, start + 40)
    return word is None or word.group().lower() in _LEANING


def _same_paragraph(text: str, end: int, start: int) -> bool:
    return "\n" not in text[end:start]
