"""Searches for what a message between people speaks of: no question, and not written for us."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.questions.film_in_sentence import find_film_within
from bot.questions.kinds import Question, Search
from bot.questions.known import Known
from bot.questions.plain_words import FUNCTION_WORDS

_WORD = re.compile(r"[^\W\d_][\w'’-]*[\w]")
_SAYING_LITTLE = FUNCTION_WORDS | frozenset(
    "film films movie movies watch watched watching think thought".split()
)
_MOST_WORDS = 5
_LONGEST_MESSAGE = 600


def searches_for(text: str, known: Known) -> Iterator[Question]:
    """Searches for the telling words of a message, all together and then the longest by itself first.

    A film that the message names is searched alone.
    """
    text = text[:_LONGEST_MESSAGE]
    named = find_film_within(text, known.films)
    film = None
    if named is not None and named.match.film is not None:
        film = str(named.match.film)
        text = text[: named.start] + " " + text[named.end :]
    words = list(dict.fromkeys(word for word in _WORD.findall(text) if _is_telling(word)))
    if 1 < len(words) <= _MOST_WORDS:
        yield Search(" ".join(words), film)
    for word in sorted(words, key=len, reverse=True)[:_MOST_WORDS]:
        yield Search(word, film)


def _is_telling(word: str) -> bool:
    return len(word) > 2 and word.lower() not in _SAYING_LITTLE
