"""The mix of keyword searches that every engine is asked, from rare words to stop words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from random import Random

from bot.language.words import plain, plain_words
from tests.benchmarks.library_generator import GeneratedLibrary


class Kind(StrEnum):
    """What makes a search easy or hard."""

    RARE = "rare word"
    MIDDLING = "middling word"
    COMMON = "common word"
    STOP = "stop word"
    BOTH = "two words"
    THREE = "three words"
    PHRASE = "phrase"
    PREFIX = "prefix"


SHARES = {
    Kind.RARE: 40,
    Kind.MIDDLING: 40,
    Kind.COMMON: 30,
    Kind.STOP: 10,
    Kind.BOTH: 40,
    Kind.THREE: 10,
    Kind.PHRASE: 20,
    Kind.PREFIX: 10,
}
"""How many of the 200 searches are of each kind."""

_RANKS = {
    Kind.STOP: (0, 60),
    Kind.COMMON: (60, 420),
    Kind.MIDDLING: (420, 4_000),
    Kind.RARE: (4_000, 30_000),
}


@dataclass(frozen=True, slots=True)
class Query:
    """A search for words that must all stand in a review: side by side in a phrase, begun in a prefix."""

    kind: Kind
    words: tuple[str, ...]

    @property
    def typed(self) -> str:
        """As a member types it."""
        text = " ".join(self.words)
        return f'"{text}"' if self.kind is Kind.PHRASE else text + "*" * (self.kind is Kind.PREFIX)


def make_queries(library: GeneratedLibrary, seed: int = 7) -> list[Query]:
    """The searches for a library, always the same ones."""
    random = Random(f"queries {seed}")
    queries = [
        Query(kind, _words(kind, library, random)) for kind, share in SHARES.items() for _ in range(share)
    ]
    random.shuffle(queries)
    return queries


def _words(kind: Kind, library: GeneratedLibrary, random: Random) -> tuple[str, ...]:
    match kind:
        case Kind.BOTH:
            return tuple(
                _word(random.choice((Kind.COMMON, Kind.MIDDLING)), library, random) for _ in range(2)
            )
        case Kind.THREE:
            kinds = (Kind.STOP, Kind.COMMON, Kind.COMMON)
            return tuple(_word(kind, library, random) for kind in kinds)
        case Kind.PHRASE:
            return _phrase(library, random)
        case Kind.PREFIX:
            return (_word(Kind.MIDDLING, library, random)[: random.choice((3, 4, 5))],)
        case _:
            return (_word(kind, library, random),)


def _word(kind: Kind, library: GeneratedLibrary, random: Random) -> str:
    first, last = _RANKS[kind]
    while True:
        word = plain(random.choice(library.words.ranked[first:last]))
        if plain_words(word) == [word]:
            return word


def _phrase(library: GeneratedLibrary, random: Random) -> tuple[str, ...]:
    """Two or three words that stand side by side in some review."""
    film = library.film(random.randrange(len(library)))
    sentence = random.choice(random.choice(film.reviews).review.text.split(". "))
    words = plain_words(sentence)
    start, length = random.randrange(len(words)), random.choice((2, 2, 3))
    found = tuple(words[start : start + length])
    return found if len(found) == length else _phrase(library, random)
