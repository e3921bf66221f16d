"""A name as somebody types it, misspelt, in lower case or only a part of it, compared with known names.

Names are compared as `folded` gives them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from math import log10

from rapidfuzz import fuzz, process

from bot.language.spellings import buckets, by_ear, edits, edits_allowed, skeleton

MEANT = 72.0
"""The likeness from which a name is taken for the one that was typed."""

_BY_EAR = 96.0
_BY_BONES = 84.0
_FEWEST_BONES = 4
_FEWEST_LETTERS = 4
_PART_ONLY = 2.0
_FIRST_ONLY = 3.0
_LESS_LIKE = 67.0
_VERY_LIKE = 80.0
_ONCE_OR_TWICE = 10.0
_EXACT = 4.0
_MOST = 100.0
_GLUED_APART = 3
_ONE_TOO_MANY = 10.0
_WORDS_OF_A_FULL_NAME = 2


@dataclass(frozen=True, slots=True)
class KnownName:
    """A name of somebody of whom `reviews` reviews speak."""

    key: str
    reviews: int


def word_clues(key: str) -> set[str]:
    """Clues that a name shares with what is typed when a word of it was typed, more or less right.

    A short word must at least sound right: too many are a letter away from it.
    """
    return {f"~{bucket}" for word in key.split() for bucket in _buckets(word) if bucket}


def _buckets(word: str) -> set[str]:
    bones = skeleton(word)
    return buckets(word) if len(bones) >= _FEWEST_BONES else {bones}


def sound_clues(key: str) -> set[str]:
    """Those of the clues that the words share which were typed right or only sound alike."""
    words = key.split()
    return {*words, *(f"~{bones}" for word in words if (bones := skeleton(word)))}


def name_clues(key: str) -> set[str]:
    """Clues that a name shares with what is typed when all of it was typed, more or less right."""
    return {f"={bucket}" for bucket in buckets(key) if bucket}


def likeness(typed: str, name: str) -> float:
    """How well a known name answers to what was typed, 0 to 100.

    Each typed word must be a word of the name, or near one; the name may have more words than were typed, or
    one word less where it has two at least.
    """
    if typed == name:
        return _MOST
    ones, others = typed.split(), name.split()
    if len(ones) == len(others) + 1 > _WORDS_OF_A_FULL_NAME:
        return max(0.0, _by_words(others, ones) - _ONE_TOO_MANY)
    like = _by_words(ones, others)
    if len(typed) > 1 and abs(len(typed) - len(name)) <= _GLUED_APART:
        like = max(like, _word_likeness("".join(ones), "".join(others)))
    return like


def prominence(like: float, reviews: int) -> float:
    """What to order names by: likeness, and of names about as like the one most spoken of.

    What only a review or two print may be the same misspelling, rather than a name.
    """
    exact = _EXACT if like == _MOST else 0
    return like + exact + 3 * log10(max(reviews, 1)) - (_ONCE_OR_TWICE if reviews <= 2 else 0)


def best_matches(typed: str, names: Iterable[KnownName], *, least: float = MEANT) -> list[KnownName]:
    """The names that may be meant by what was typed, the likeliest first."""
    liked = [(likeness(typed, name.key), name) for name in names]
    found = [(prominence(like, name.reviews), name) for like, name in liked if like >= least]
    return [name for _, name in sorted(found, key=lambda pair: (-pair[0], pair[1].key))]


def nearest(typed: str, names: Iterable[KnownName], limit: int) -> list[KnownName]:
    """Names to suggest where none is meant: the least unlike, whole or by one word, if any is like at all."""
    forms: dict[str, KnownName] = {}
    for name in names:
        for form in (name.key, *name.key.split()):
            forms.setdefault(form, name)
    found = process.extract(typed, list(forms), scorer=fuzz.ratio, limit=None, score_cutoff=_LESS_LIKE)
    for word in typed.split():
        found += process.extract(word, list(forms), scorer=fuzz.ratio, limit=None, score_cutoff=_VERY_LIKE)
    likely = dict.fromkeys(forms[form] for form, _, _ in sorted(found, key=lambda one: -one[1]))
    return list(likely)[:limit]


def _by_words(typed: list[str], name: list[str]) -> float:
    """Typed words matched to words of the name, each to another one; initials alone are no match."""
    if not typed or len(typed) > len(name):
        return 0.0
    left = list(range(len(name)))
    total = 0.0
    initials_only = True
    for word in typed:
        like, at = max((_word_likeness(word, name[at]), -at) for at in left)
        if like == 0:
            return 0.0
        left.remove(-at)
        total += like
        initials_only &= min(len(word), len(name[-at])) == 1 and word != name[-at]
    if initials_only:
        return 0.0
    partial = _PART_ONLY * bool(left) + _FIRST_ONLY * (len(name) - 1 in left)
    return total / len(typed) - partial


@lru_cache(maxsize=1 << 14)
def _word_likeness(typed: str, word: str) -> float:
    if typed == word:
        return _MOST
    shorter, longer = sorted((typed, word), key=len)
    if len(shorter) == 1:
        return _BY_BONES if longer[0] == shorter else 0.0
    if len(longer) >= _FEWEST_BONES and by_ear(typed) == by_ear(word):
        return _BY_EAR
    wrong = edits(typed, word)
    if len(shorter) >= _FEWEST_LETTERS and wrong <= edits_allowed(len(longer)):
        return 100.0 * (1 - wrong / len(longer))
    bones = skeleton(word)
    return _BY_BONES if len(bones) >= _FEWEST_BONES and bones == skeleton(typed) else 0.0
