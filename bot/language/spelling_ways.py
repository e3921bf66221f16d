"""British and American spellings of a word brought together."""

from __future__ import annotations

import re

_SHORTEST = 5
_ISE = re.compile(
    r"(?<!pr)(?<!r)(?<!w)(?<!no)(?<!prom)(?<!ra)(?<!v)(?<!adv)(?<!exerc)(?<!prem)(?<!v)is(e|ed|es|ing|ation|ations)$"
)
_OUR = re.compile(r"(?<=[bdlmnv])our(?=$|s$|ed$|ing$|ful$|less$|ite|iz|able)")


_OR = re.compile(r"(?<=[bdlmnv])or(?=$|s$|ed$|ing$|ful$|less$|ite)")
_IZE = re.compile(r"iz(e|ed|es|ing|ation|ations)$")


def both_ways(word: str) -> set[str]:
    """The word in both spellings."""
    return {word, american(word), _OR.sub("our", _IZE.sub(r"is\1", word))}


def american(word: str) -> str:
    """`humour` and `glamourise` as `humor` and `glamorize`; other words as they are."""
    if len(word) < _SHORTEST:
        return word
    return _OUR.sub("or", _ISE.sub(r"iz\1", word))
