"""What a sentence is whatever it is asked about: its words, and what speaks for or against quoting it.

Many questions read the same sentences, those of the most helpful reviews: what doesn't depend on the question
is kept from one to the next.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from bot.language.giving_away import speaks_of_ending
from bot.language.stance import Words, evaluates, words_of

_OF_THE_FILM = re.compile(
    r"\b(?:films?|movies?|scenes?|sequences?|sequel|picture|flick|viewers?|audience)\b", re.IGNORECASE
)
_OF_SOMEBODY = re.compile(r"\b(?:he|his|him|she|her|himself|herself)\b", re.IGNORECASE)
_OTHER_FILM = re.compile(
    r"\b(?:first|previous|original|earlier|other|last) (?:film|movie|one|part|instal?lment|entry)\b"
    r"|\bpredecessor\b|\boriginal\b"
    r"|\bpart (?:one|1|i)\b|\bthe first (?:had|has|was|is|did|felt|looked)\b",
    re.IGNORECASE,
)
_OF_A_SERIES = re.compile(
    r"\b(?:sequels?|prequel|follow[- ]?up|trilogy|series|franchise|its father"
    r"|(?:second|third|other|next) (?:film|movie|one|part|instal?lment|time)|part (?:two|three|2|3|ii|iii)"
    r"|(?:both|either|two|these) (?:films?|movies?|parts?|of them)"
    r"|(?:than|as|to|like|of|over|on|with) the first(?! \w))\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\(((?:19|20)\d\d)\)")


@dataclass(frozen=True, slots=True)
class Saying:
    """A sentence as anybody reads it.

    `judging` counts its words of praise and blame; `of_film` is whether it speaks of the film as a whole,
    `of_somebody` how often of `him` or `her`, `asks` whether it is a question. `gives_away` is whether it
    speaks of the ending, `other_film` whether of an earlier film, `of_series` whether of a series of films;
    `years` are those that stand in brackets.
    """

    text: str
    words: Words
    judging: int
    of_film: bool
    of_somebody: int
    asks: bool
    gives_away: bool
    other_film: bool
    of_series: bool
    years: frozenset[str]


@lru_cache(maxsize=16_384)
def saying(sentence: str) -> Saying:
    """What the sentence is."""
    words = words_of(sentence)
    return Saying(
        text=sentence,
        words=words,
        judging=evaluates(words),
        of_film=bool(_OF_THE_FILM.search(sentence)),
        of_somebody=len(_OF_SOMEBODY.findall(sentence)),
        asks=sentence.rstrip().endswith("?"),
        gives_away=speaks_of_ending(sentence),
        other_film=bool(_OTHER_FILM.search(sentence)),
        of_series=bool(_OF_A_SERIES.search(sentence)),
        years=frozenset(_YEAR.findall(sentence)),
    )
