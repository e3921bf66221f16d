"""Where a question is asked, as far as the answer depends on it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """A channel, a direct message or a terminal.

    `film` is the film that is meant there when none is named, by its whole name; one that was removed since
    is not heeded. Where `spoilers_left_out`, reviews marked as spoilers are not quoted at all, not even
    hidden. `channel` tells places apart: quotes asked for again go on where they were there.
    """

    film: str | None = None
    spoilers_left_out: bool = False
    channel: int | None = None
