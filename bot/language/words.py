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

LETTER = r"[^\W_]"
"""The pattern of one letter or digit of a plain text."""

_PLAIN_WORD = re.compile(r"[^\W_]+")
_NOT_ASCII = re.compile(r"[^\x00-\x7f]+")


def plain(text: str) -> str:
    """The text in small letters without accents: `Déjà vu` gives `deja vu`."""
    return text.lower() if text.isascii() else _NOT_ASCII.sub(_without_accents, text.lower())


def plain_words(text: str) -> list[str]:
    """The words of the text in order, in small letters without accents."""
    return _PLAIN_WORD.findall(plain(text))


def stem_of(word: str) -> str:
    """What the index keeps of a word as it stands in a text: `Acting` gives `act`."""
    return stem(plain(word))


def _without_accents(found: re.Match[str]) -> str:
    kept: list[str] = []
    for letter in found.group():
        base = unicodedata.normalize("NFD", letter)[0]
        if base.isascii():
            kept.append(base)
        elif not unicodedata.combining(letter):
            kept.append(letter)
    return "".join(kept)
