"""When two spellings are one name: by ear, by a letter wrong, and how to find such pairs without trying all.

Everything here takes names as `folded` gives them: lower case, no accents, words apart by one space.
"""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz.distance import OSA

_BY_EAR = (("ph", "f"), ("ck", "k"), ("c", "k"), ("q", "k"), ("z", "s"), ("w", "v"), ("y", "i"))
_SILENT_H = re.compile(r"(?<=[a-z])h")
_DOUBLED = re.compile(r"(.)\1+")
_VOWELS = re.compile(r"(?<=.)[aeiou]+")
_ONE_EDIT_FROM = 4
_TWO_EDITS_FROM = 9


@lru_cache(maxsize=1 << 16)
def by_ear(word: str) -> str:
    """The word as it sounds, more or less: `nicholas` and `nicolas`, `tonny`, `tony` and `tonni` agree."""
    for written, heard in _BY_EAR:
        word = word.replace(written, heard)
    return _DOUBLED.sub(r"\1", _SILENT_H.sub("", word))


@lru_cache(maxsize=1 << 16)
def skeleton(word: str) -> str:
    """The consonants of the word as it sounds: `mklsn` for `mikkelsen`, `mickelson` and `mikelsen`."""
    heard = _VOWELS.sub("", by_ear(word))
    return "a" + heard[1:] if heard[:1] in "aeiou" else heard


def buckets(name: str) -> set[str]:
    """Where to look for other spellings of the name: any two that are one edit apart share a bucket.

    A bucket is the name's consonants, or these with one left out; so two spellings meet that differ in their
    vowels at will and in a consonant.
    """
    bones = "".join(map(skeleton, name.split()))
    return {bones} | {bones[:at] + bones[at + 1 :] for at in range(len(bones))}


def edits_allowed(length: int) -> int:
    """How many letters may be wrong in a word or name of this length for it to be the same one."""
    return (length >= _ONE_EDIT_FROM) + (length >= _TWO_EDITS_FROM)


def edits(one: str, other: str) -> int:
    """Letters to insert, drop, change or swap with the next to get from one to the other."""
    return OSA.distance(one, other)


def same_spelling(one: str, other: str) -> bool:
    """Whether two names of as many words may be one name, misspelt: each word by ear, or by its few edits."""
    if one == other:
        return True
    ones, others = one.split(), other.split()
    if len(ones) != len(others):
        return one.replace(" ", "") == other.replace(" ", "")
    wrong = 0
    for left, right in zip(ones, others, strict=True):
        if by_ear(left) == by_ear(right):
            continue
        apart = edits(left, right)
        if apart > max(edits_allowed(max(len(left), len(right))), len(ones) > 1 and len(left) > 1):
            return False
        wrong += apart
    return wrong <= edits_allowed(len(one))
