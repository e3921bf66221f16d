"""Where the sentences of reviews stand: found when a review is kept, so that no question waits for it.

Words find reviews, by the full text; which of its sentences hold them is seen from these places.
"""

from __future__ import annotations

import json
import sqlite3
from functools import lru_cache

from bot.language.sentences import Span, sentences


def sentence_places(text: str) -> str:
    """The places of a text's sentences as a column of its review holds them."""
    return f"[{','.join([f'[{start},{stop}]' for start, stop in sentences(text)])}]"


@lru_cache(maxsize=4_096)
def read_places(places: str) -> tuple[Span, ...]:
    """The places that a column holds."""
    return tuple((start, stop) for start, stop in json.loads(places))


def teach_places(connection: sqlite3.Connection) -> None:
    """Let statements of this connection find the places of a text's sentences: `sentence_places(text)`."""
    connection.create_function("sentence_places", 1, sentence_places, deterministic=True)


def cut_all_anew(connection: sqlite3.Connection) -> None:
    """Find the sentences of every review in its text as it stands."""
    teach_places(connection)
    connection.execute("UPDATE review SET sentences = sentence_places(text)")
