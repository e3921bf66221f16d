"""What of a film's name matters when it is typed: letters, words and numerals, not how they are written.

`Pusher II`, `PUSHER 2` and `pusher two` give the same key. Titles and typed names go through the same steps,
so that `Fear X` stays findable although its key reads `fear 10`.
"""

from __future__ import annotations

import re

from bot.language.titles import NUMBER_WORDS, ROMANS
from bot.language.titles import Tokens as Tokens
from bot.language.titles import fold as fold
from bot.language.titles import tokens_of as tokens_of
from bot.language.titles import without_article as without_article

_PART = re.compile(r"\s*:\s+|\s+[-–—]\s+|\s*[()\[\]]\s*|\s+aka\s+", re.IGNORECASE)
_YEAR_AT_END = re.compile(
    r"^(?P<title>.*\S)\s*(?:[(\[]\s*(?P<marked>\d{4})\s*[)\]]|[\s,](?P<bare>\d{4}))\s*$", re.S
)
_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth".split()


def run_together(text: str) -> frozenset[str]:
    """The ways in which a name is typed without spaces: `pusherii`, `pusher2`, `pushertwo`."""
    tokens = tokens_of(text)
    spelt = [_spellings(token) for token in tokens]
    return frozenset({fold(text).replace(" ", "")} | {"".join(way) for way in zip(*spelt, strict=True)})


def _spellings(token: str) -> tuple[str, str, str]:
    if token.isascii() and token.isdigit() and len(token) <= 2 and 0 < int(token) < len(ROMANS):
        return token, ROMANS[int(token)], NUMBER_WORDS[int(token)]
    return token, token, token


def numbers_in(tokens: Tokens) -> frozenset[str]:
    """The numbers that a name holds; a misspelling never changes them."""
    return frozenset(number for token in tokens for number in re.findall(r"[0-9]+", token))


def parts_of(title: str) -> tuple[str, ...]:
    """The parts of a title that are used alone: before and after a colon or dash, in and out of brackets."""
    parts = tuple(part for part in _PART.split(title) if part and part.strip())
    return parts if len(parts) > 1 else ()


def series_of(title: str) -> tuple[Tokens, int]:
    """The name that the films of a series share, and the film's number in it."""
    parts = parts_of(title)
    tokens = tokens_of(parts[0] if parts else title)
    if len(tokens) > 1 and tokens[-1].isdigit() and len(tokens[-1]) < _YEAR:
        return tokens[:-1], int(tokens[-1])
    return tokens, 1


_YEAR = 3
"""From so many figures on, a number at a title's end is no number in a series: `Exchange 1961`."""


def split_year(name: str) -> tuple[str, int | None, bool]:
    """The name without the year at its end, the year, and whether brackets mark it as one."""
    found = _YEAR_AT_END.match(name)
    if not found:
        return name.strip(), None, False
    year = int(found["marked"] or found["bare"])
    if not 1880 <= year <= 2100:
        return name.strip(), None, False
    return found["title"].rstrip(" ,"), year, found["marked"] is not None


def is_begun_by(token: str, typed: str) -> bool:
    """Whether `typed` is the word, or its beginning of three letters or more; numbers must be whole."""
    return token == typed or (len(typed) >= 3 and typed.isalpha() and token.startswith(typed))


def holds_run(tokens: Tokens, run: Tokens) -> bool:
    """Whether `run` stands in `tokens` without a gap; its last word may be unfinished."""
    *whole, last = run
    return any(
        list(tokens[start : start + len(whole)]) == whole and is_begun_by(tokens[start + len(whole)], last)
        for start in range(len(tokens) - len(whole))
    )


def holds_in_order(tokens: Tokens, words: Tokens) -> bool:
    """Whether the words stand in `tokens` in their order, with gaps; the last may be unfinished."""
    rest = iter(tokens)
    *whole, last = words
    return all(word in rest for word in whole) and any(is_begun_by(token, last) for token in rest)


def as_numbered(tokens: Tokens) -> Tokens:
    """`second pusher` as `pusher 2`; other tokens unchanged."""
    if len(tokens) > 1 and tokens[0] in _ORDINALS:
        return (*tokens[1:], str(_ORDINALS.index(tokens[0]) + 1))
    return tokens
