"""Words as the full-text index takes them from a text, so that what it found can be shown and counted.

The index is SQLite's FTS5 with the tokenizer `porter unicode61 remove_diacritics 2`: a word is a run of
letters and digits, without case and, in Latin script, without accents. Tests hold these functions against
SQLite; only letters that are younger than Unicode 6.1 differ, and forms like the Greek final sigma.
"""

from __future__ import annotations

import re
import unicodedata

from bot.language.stemming import stem

WORD = re.compile(r"[^\W_](?:[^\W_]|[\u0300-\u036f])*")
"""A word where it stands in a text, accents included."""

_PLAIN_WORD = re.compile(r"[^\W_]+")
_NOT_ASCII = re.compile(r"[^\x00-\x7f]+")
_MARKS = "’‘“”–—…"
"""What typesetters put between words and Latin-1 lacks."""


def _plain_letter(letter: str) -> str:
    """The small letter without its accent, where that leaves a letter of ASCII; nothing for a bare accent."""
    base = unicodedata.normalize("NFD", letter.lower())[0]
    if base.isascii():
        return base
    return "" if unicodedata.combining(letter) else letter.lower()


_PLAIN_LATIN_1 = bytes(
    ord(small) if len(small := _plain_letter(chr(code))) == 1 and small <= "\xff" else code
    for code in range(256)
)


def plain(text: str) -> str:
    """The text in small letters without accents: `Déjà vu` gives `deja vu`.

    Ranking reads hundreds of texts, hence the short ways; both leave every letter in its place.
    """
    if text.isascii():
        return text.lower()
    for mark in _MARKS:
        text = text.replace(mark, " ")
    try:
        return text.encode("latin-1").translate(_PLAIN_LATIN_1).decode("latin-1")
    except UnicodeEncodeError:
        return _NOT_ASCII.sub(lambda found: "".join(map(_plain_letter, found.group())), text.lower())


def plain_words(text: str) -> list[str]:
    """The words of the text in order, in small letters without accents."""
    return _PLAIN_WORD.findall(plain(text))


def stem_of(word: str) -> str:
    """What the index keeps of a word as it stands in a text: `Acting` gives `act`."""
    return stem(plain(word))
