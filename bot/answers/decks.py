"""How far each place has come in the shuffled quotes, so that asking again goes on where it left off."""

from __future__ import annotations

import secrets
import threading
from collections import OrderedDict
from dataclasses import dataclass

DECKS = 1 << 20
"""Decks are numbered from 0 up to this."""

_POOLS_REMEMBERED = 1_000


@dataclass(frozen=True, slots=True)
class Pool:
    """Where quotes are asked for, and which quotes fit."""

    channel: int | None
    film: str | None
    about: str | None
    rating_from: int | None
    rating_to: int | None = None
    reviewer: str | None = None


class Decks:
    """The deck and the next position in it for the pools used last. Threads may share it."""

    def __init__(self) -> None:
        self._next: OrderedDict[Pool, tuple[int, int]] = OrderedDict()
        self._lock = threading.Lock()

    def draw(self, pool: Pool) -> tuple[int, int]:
        """The deck and position to deal from; whoever draws next is a position further."""
        with self._lock:
            deck, position = self._next.get(pool) or (secrets.randbelow(DECKS), 0)
            self._keep(pool, deck, position + 1)
            return deck, position

    def dealt(self, pool: Pool, deck: int, position: int) -> None:
        """Remember that the quote there was shown, however it was asked for."""
        with self._lock:
            known = self._next.get(pool)
            if known is None or known[0] != deck or known[1] <= position:
                self._keep(pool, deck, position + 1)

    def _keep(self, pool: Pool, deck: int, position: int) -> None:
        self._next[pool] = deck, position
        self._next.move_to_end(pool)
        if len(self._next) > _POOLS_REMEMBERED:
            self._next.popitem(last=False)
