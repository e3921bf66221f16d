"""How far SQLite goes for an answer: no timing, and so the same on every machine."""

from __future__ import annotations

from collections.abc import Callable

from bot.store.library import Library


def steps_of(library: Library, ask: Callable[[Library], object]) -> int:
    """How many instructions SQLite carries out to answer what is asked."""
    steps = 0

    def count() -> int:
        nonlocal steps
        steps += 1
        return 0

    library.reader().set_progress_handler(count, 1)
    ask(library)
    library.reader().set_progress_handler(None, 1)
    return steps
