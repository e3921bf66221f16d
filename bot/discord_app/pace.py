"""How many questions one member may ask in a row, so that nobody keeps the others waiting."""

from __future__ import annotations

import math
from collections import deque
from dataclasses import dataclass, field

MOST, SECONDS = 12, 20.0
"""So many questions and presses in so many seconds."""


@dataclass(slots=True)
class Pace:
    """When each member asked of late, in seconds of any clock that goes forward."""

    _asked: dict[int, deque[float]] = field(default_factory=dict)

    def seconds_to_wait(self, member: int, now: float) -> int:
        """Note a question and give 0; or, where it is one too many, give how long to wait with it."""
        self._forget(now)
        asked = self._asked.setdefault(member, deque())
        while asked and asked[0] <= now - SECONDS:
            asked.popleft()
        if len(asked) >= MOST:
            return max(1, math.ceil(asked[0] + SECONDS - now))
        asked.append(now)
        return 0

    def _forget(self, now: float) -> None:
        if len(self._asked) > 1_000:
            self._asked = {who: times for who, times in self._asked.items() if times[-1] > now - SECONDS}


def too_quick(seconds: int) -> str:
    """What to tell somebody who has to wait."""
    return f"That was quick. Ask again in {seconds} second{'s' * (seconds != 1)}."
