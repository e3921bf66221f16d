"""What of a film's name matters when it is typed: letters, words and numerals, not how they are written.

`Pusher II`, `PUSHER 2` and `pusher two` give the same key. Titles and typed names go through the same steps,
so that `Fear X` stays findable although its key reads `fear 10`.
"""

from __future__ import annotations

import re
from typing import TypeAlias

from bot.language.folding import folded

Tokens: TypeAlias = tuple[str, ...]

_ARTICLES = frozenset("the a an le la les l el los las der die das den il lo un une".split())
_PART = re.compile(r"\s*:\s+|\s+[-–—]\s+|\s*[()\[\]]\s*|\s+aka\s+", re.IGNORECASE)
_YEAR_AT_END = re.compile(
    r"^(?P<title>.*\S)\s*(?:[(\[]\s*(?P<marked>\d{4})\s*[)\]]|[\s,](?P<bare>\d{4}))\s*$", re.S
)
_WORDS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty"
).split()
_ROMANS = " i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx".split(" ")
_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth".split()
_DIGITS = {word: str(number) for number, word in enumerate(_WORDS)} | {
    roman: str(number) for number, roman in enumerate(_ROMANS) if roman
}


def fold(text: str) -> str:
    """The title's letters and digits without case, accents and punctuation, words separated by a space."""
    return folded(text.replace("½", " 1/2"))


def tokens_of(text: str) -> Tokens:
    """The words of a name as they count: folded, numerals as digits, the leading article left out."""
    return without_article(tuple(_DIGITS.get(word, word) for word in fold(text).split()))


def without_article(tokens: Tokens) -> Tokens:
    """The tokens without a leading article, or one set behind (`Matrix, The`)."""
    if len(tokens) > 1 and tokens[0] in _ARTICLES:
        return tokens[1:]
    if len(tokens) > 1 and tokens[-1] == "the":
        return tokens[:-1]
    return tokens


def run_together(text: str) -> frozenset[str]:
    """The ways in which a name is typed without spaces: `pusherii`, `pusher2`, `pushertwo`."""
    tokens = tokens_of(text)
    spelt = [_spellings(token) for token in tokens]
    return frozenset({fold(text).replace(" ", "")} | {"".join(way) for way in zip(*spelt, strict=True)})


def _spellings(token: str) -> tuple[str, str, str]:
    if token.isascii() and token.isdigit() and len(token) <= 2 and 0 < int(token) < len(_ROMANS):
        return token, _ROMANS[int(token)], _WORDS[int(token)]
    return token, token, token


def numbers_in(tokens: Tokens) -> frozenset[str]:
    """The numbers that a name holds; a misspelling never changes them."""
    return frozenset(number for token in tokens for number in re.findall(r"[0-9]+", token))


def parts_of(title: str) -> tuple[str, ...]:
    """The parts of a title that are used alone: before and after a colon or dash, in and out of brackets."""
    parts = tuple(part for part in _PART.split(title) if part and part.strip())
    return parts if len(parts) > 1 else ()


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
