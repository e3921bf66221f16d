"""What must be known of a library to read a question about it."""

from __future__ import annotations

from dataclasses import dataclass

from bot.questions.film_names import FilmIndex


@dataclass(frozen=True, slots=True)
class Known:
    """The names that words may mean."""

    films: FilmIndex
