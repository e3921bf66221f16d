"""Over which films a figure is counted."""

from __future__ import annotations

from dataclasses import dataclass

from bot.answers.asked import Asked
from bot.answers.wording import counted
from bot.model import Film
from bot.questions.kinds import EVERY_FILM, THE_FILM


@dataclass(frozen=True, slots=True)
class Scope:
    """One film, or all of `films` films where `film` is None."""

    film: Film | None
    film_id: int | None
    films: int

    @property
    def named(self) -> str:
        """What a settled question names."""
        return EVERY_FILM if self.film is None else str(self.film)

    @property
    def of(self) -> str:
        """The words that follow `reviews`."""
        return f" of {self.film}" if self.film else f" of all {counted(self.films, 'film')} here"

    @property
    def opening(self) -> str:
        """The words that begin a sentence about how many there are."""
        return f"{self.film} has" if self.film else f"The {counted(self.films, 'film')} here have"


def scope_of(name: str | None, asked: Asked, *, one: bool = False) -> Scope:
    """The scope that a question names; raises FilmError when the film can't be settled.

    Where none is named, all films are meant, or, where `one` is wanted, the film is asked for.
    """
    films = asked.catalogue.by_film
    if name == EVERY_FILM and len(films) > 1:
        return Scope(None, None, len(films))
    if name in (THE_FILM, EVERY_FILM) or (name is None and one):
        entry = asked.catalogue.meant(None, asked.place)
        return Scope(entry.film, entry.id, len(films))
    found = asked.catalogue.meant_if_any(name, asked.place)
    return Scope(None, None, len(films)) if found is None else Scope(found.film, found.id, len(films))
