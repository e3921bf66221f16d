"""The stems of English words, exactly as SQLite's `porter` tokenizer makes them.

Source: M. F. Porter, "An algorithm for suffix stripping", Program 14 (1980), with the three changes of its
author's later version that SQLite took over (`bli`, `logi`, words of one or two letters).
"""

from __future__ import annotations

from functools import lru_cache

_SHORTEST, _LONGEST = 3, 64  # in bytes; words outside are left alone

# Suffixes by step, in the order in which they are tried, and what stands in their place.
_STEP_2 = {
    "ational": "ate",
    "tional": "tion",
    "enci": "ence",
    "anci": "ance",
    "izer": "ize",
    "logi": "log",
    "bli": "ble",
    "alli": "al",
    "entli": "ent",
    "eli": "e",
    "ousli": "ous",
    "ization": "ize",
    "ation": "ate",
    "ator": "ate",
    "alism": "al",
    "iveness": "ive",
    "fulness": "ful",
    "ousness": "ous",
    "aliti": "al",
    "iviti": "ive",
    "biliti": "ble",
}
_STEP_3 = {"ical": "ic", "ness": "", "icate": "ic", "iciti": "ic", "ful": "", "ative": "", "alize": "al"}
_STEP_4 = "al ance ence er ic able ible ant ement ment ent ion ou ism ate iti ous ive ize".split()


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """The stem of a word in small letters without accents: `acting` gives `act`, `violence` `violenc`."""
    if word.isascii():
        return _stem(word)
    # SQLite counts bytes: a letter beyond ASCII is two or more consonants to it.
    return _stem(word.encode().decode("latin-1")).encode("latin-1").decode(errors="replace")


def _stem(word: str) -> str:
    if not _SHORTEST <= len(word) <= _LONGEST:
        return word
    word = _past_and_gerund(_plural(word))
    if word.endswith("y") and _has_vowel(word[:-1]):
        word = word[:-1] + "i"
    return _final_letters(_step_4(_swapped(_swapped(word, _STEP_2), _STEP_3)))


def _plural(word: str) -> str:
    if not word.endswith("s") or word.endswith("ss"):
        return word
    if (len(word) > 4 and word.endswith("sses")) or (len(word) > 3 and word.endswith("ies")):
        return word[:-2]
    return word[:-1]


def _past_and_gerund(word: str) -> str:
    if len(word) > 3 and word.endswith("eed"):
        return word[:-1] if _measure(word[:-3]) else word
    for suffix in ("ed", "ing"):
        if len(word) > len(suffix) and word.endswith(suffix):
            rest = word[: -len(suffix)]
            return _mended(rest) if _has_vowel(rest) else word
    return word


def _mended(rest: str) -> str:
    """What `ed` or `ing` leaves, made a word again: `hopp` gives `hop`, `fil` gives `file`."""
    if len(rest) > 2 and rest.endswith(("at", "bl", "iz")):
        return rest + "e"
    if len(rest) > 1 and rest[-1] == rest[-2] and rest[-1] not in "aeioulsz":
        return rest[:-1]
    if _measure(rest) == 1 and _ends_short(rest):
        return rest + "e"
    return rest


def _swapped(word: str, suffixes: dict[str, str]) -> str:
    for suffix, instead in suffixes.items():
        if len(word) > len(suffix) and word.endswith(suffix):
            rest = word[: -len(suffix)]
            return rest + instead if _measure(rest) else word
    return word


def _step_4(word: str) -> str:
    for suffix in _STEP_4:
        if len(word) > len(suffix) and word.endswith(suffix):
            rest = word[: -len(suffix)]
            fits = _measure(rest) > 1 and (suffix != "ion" or rest[-1] in "st")
            return rest if fits else word
    return word


def _final_letters(word: str) -> str:
    if word.endswith("e"):
        measure = _measure(word[:-1])
        if measure > 1 or (measure == 1 and not _ends_short(word[:-1])):
            word = word[:-1]
    if word.endswith("ll") and _measure(word[:-1]) > 1:
        word = word[:-1]
    return word


def _shape(word: str) -> str:
    """`c` for each consonant and `v` for each vowel; `y` is a vowel behind a consonant."""
    shape, consonant = [], False
    for letter in word:
        consonant = not (letter in "aeiou" or (letter == "y" and consonant))
        shape.append("c" if consonant else "v")
    return "".join(shape)


def _measure(word: str) -> int:
    """How often a consonant follows a vowel (Porter's m)."""
    return _shape(word).count("vc")


def _has_vowel(word: str) -> bool:
    return any(letter in "aeiou" or (letter == "y" and at > 0) for at, letter in enumerate(word))


def _ends_short(word: str) -> bool:
    """Whether it ends as `hop` does: consonant, vowel, consonant other than w, x, y (Porter's *o)."""
    return word[-1:] not in ("w", "x", "y") and _shape(word).endswith("cvc")


def word_with_stem(wanted: str) -> str | None:
    """A word, not always an English one, that has this stem; None where none was found.

    A stem's own stem may be another (`agre`, from `agree`, gives `agr`), so it can't stand for its words.
    """
    return next((word for ending in _ENDINGS if stem(word := wanted + ending) == wanted), None)


_ENDINGS = ("", "e", "s", "ed", "ing", "ly", "y", "es", "ness", "ation")
