"""Whether a word is English: what is spelt right is never taken for a misspelling of something else."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def english_words() -> frozenset[str]:
    """Some forty thousand common words in small letters, without apostrophes (SCOWL; see its licence)."""
    text = files("bot.language").joinpath("english_words.txt").read_text(encoding="ascii")
    return frozenset(text.split())


@cache
def _names() -> frozenset[str]:
    text = files("bot.language").joinpath("english_names.txt").read_text(encoding="ascii")
    return frozenset(text.split())


def is_common_name(word: str) -> bool:
    """Whether the word, in small letters, is a name that everybody knows: `james`, `denmark`, `tuesday`."""
    return word in _names()


def is_english(word: str) -> bool:
    """Whether the word, in small letters, is a common English one, as it stands or with a plural's `s`."""
    words = english_words()
    return word in words or (len(word) > 3 and word.endswith("s") and word[:-1] in words)
