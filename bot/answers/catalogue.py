"""The films of a library as one edition of it has them, and how a film that somebody names is settled."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.answers.place import Place
from bot.errors import FilmAmbiguousError, FilmNotFoundError, NotFoundError
from bot.model import Film
from bot.questions.film_names import FilmIndex, FilmMatch, find_film
from bot.questions.kinds import EVERY_FILM
from bot.store.films import FilmEntry, all_films, earlier_names, other_names, sites
from bot.store.library import Library
from bot.store.quotes import QuotePlaces, quote_places
from bot.store.recognising import film_key

EMPTY = (
    "The library holds no film yet. Its host can add saved review pages: pullquote import PAGE in a "
    "terminal, or /library import on Discord."
)


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The films with what is needed to find them by name; `by_film` keeps the order by title and year.

    `other_names` are those that pages give films beside the one shown, by their keys; `earlier` finds other
    titles by parts of them, and `called_now` gives the film that is meant. `sites` are those that published
    reviews with ratings.
    """

    by_film: Mapping[Film, FilmEntry]
    index: FilmIndex
    other_names: Mapping[str, Film]
    earlier: FilmIndex
    called_now: Mapping[Film, Film]
    quote_places: QuotePlaces
    sites: Sequence[str]

    @classmethod
    def of(cls, library: Library) -> Catalogue:
        """Read the films of the library as they are now."""
        entries = all_films(library)
        called_now = earlier_names(library)
        most_reviewed_first = sorted(entries, key=lambda entry: -entry.reviews)
        return cls(
            by_film={entry.film: entry for entry in entries},
            index=FilmIndex.of(entry.film for entry in most_reviewed_first),
            other_names=other_names(library),
            earlier=FilmIndex.of(called_now),
            called_now=called_now,
            quote_places=quote_places(library),
            sites=sites(library),
        )

    def named(self, name: str) -> FilmEntry:
        """The film that is called so; raises FilmNotFoundError or FilmAmbiguousError."""
        if not self.by_film:
            raise NotFoundError(EMPTY)
        if (film := self._called_otherwise(name)) is not None:
            return self.by_film[film]
        match = find_film(name, self.index)
        if match.film is None and not match.candidates:
            match = self._named_earlier(name) or match
        if match.film is not None:
            return self.by_film[match.film]
        if match.candidates:
            raise FilmAmbiguousError(name, match.candidates)
        raise FilmNotFoundError(name, match.nearest)

    def meant(self, name: str | None, place: Place) -> FilmEntry:
        """The film that is named, else the place's, else the only one; raises as `named` does.

        Where all films are named, it raises FilmAmbiguousError: one of them must be.
        """
        entry = self.meant_if_any(name, place)
        if entry is not None:
            return entry
        if not self.by_film:
            raise NotFoundError(EMPTY)
        raise FilmAmbiguousError("", self.index.films)

    def meant_if_any(self, name: str | None, place: Place) -> FilmEntry | None:
        """The film that is named, else the place's, else the only one; None where all films are meant."""
        if name == EVERY_FILM and len(self.by_film) > 1:
            return None
        if name and name != EVERY_FILM:
            return self.named(name)
        film = self.film_of(place)
        return None if film is None else self.by_film[film]

    def film_of(self, place: Place) -> Film | None:
        """The film that is meant at the place where none is named; None where several may be."""
        if place.film and (film := self.still_here(place.film)) is not None:
            return film
        return self.index.films[0] if len(self.index.films) == 1 else None

    def still_here(self, name: str) -> Film | None:
        """The film that was chosen by its whole name some time ago, None where it was removed since.

        A film that is merely called alike is another one.
        """
        found = self.index.printed.get(name.strip(), ())
        return self.index.films[found[0]] if found else self._called_otherwise(name)

    def _named_earlier(self, name: str) -> FilmMatch | None:
        """What is meant by a part of a title that a film has no longer; None where that is nothing."""
        match = find_film(name, self.earlier)
        found = [match.film] if match.film is not None else match.candidates
        films = tuple(dict.fromkeys(self.called_now[film] for film in found))
        if not films:
            return None
        return FilmMatch(film=films[0]) if len(films) == 1 else FilmMatch(candidates=films)

    def _called_otherwise(self, name: str) -> Film | None:
        """The film that has this as another name: what it was called before it was merged or renamed, say."""
        return self.other_names.get(film_key(Film.parse(name))) if name.strip() else None
