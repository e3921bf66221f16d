"""Over which films a figure is counted."""

from __future__ import annotations

from dataclasses import dataclass

from bot.answers.asked import Asked
from bot.answers.wording import counted
from bot.model import Film
from bot.questions.kinds import EVERY_FILM, THE_FILM, Average, AverageRating
from bot.store.films import FilmEntry


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
    def rating(self) -> AverageRating | Average:
        """The question how it is rated."""
        return Average(EVERY_FILM) if self.film is None else AverageRating(str(self.film))

    @property
    def of(self) -> str:
        """The words that follow `reviews`."""
        if self.film is not None:
            return f" of {self.film}"
        return " of both films here" if self.films == 2 else f" of all {counted(self.films, 'film')} here"

    @property
    def opening(self) -> str:
        """The words that begin a sentence about how many there are."""
        if self.film is not None:
            return f"{self.film} has"
        return "Both films here have" if self.films == 2 else f"The {counted(self.films, 'film')} here have"


def scope_of(name: str | None, asked: Asked, *, one: bool = False) -> Scope:
    """The scope that a question names; raises FilmError when the film can't be settled.

    Where none is named, all films are meant, or, where `one` is wanted, the film is asked for.
    """
    films = asked.catalogue.by_film
    if name == THE_FILM or (name is None and one):
        entry = asked.catalogue.meant(None, asked.place)
        return Scope(entry.film, entry.id, len(films))
    found = asked.catalogue.meant_if_any(name, asked.place)
    return Scope(None, None, len(films)) if found is None else Scope(found.film, found.id, len(films))


def settled(name: str | None, entry: FilmEntry | None) -> str | None:
    """What a settled question names that is asked of a film or, where `entry` is None, of any."""
    if entry is not None:
        return str(entry.film)
    return EVERY_FILM if name == EVERY_FILM else None
