"""What the reading of a sentence needs to know of the library and of where it is said."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from bot.model import Film
from bot.questions.film_names import FilmIndex


def _nobody(_name: str) -> str | None:
    return None


def _none_like(_name: str) -> Sequence[str]:
    return ()


def _nothing(_word: str) -> bool:
    return False


_NO_FILMS = FilmIndex.of(())


@dataclass(frozen=True, slots=True)
class Known:
    """The films, the film that is meant where none is named, and ways to look names and words up.

    `find_reviewer` gives a reviewer's name as printed, whatever its case and punctuation; `reviewers_like`
    gives those that begin alike; `sites` are those that published the reviews; `holds` tells whether the
    reviews use a word, `is_person` whether they speak of somebody by that name, `is_title`
    whether one of them prints the words as a film's title. `called_now` gives the film
    for each title that a film had before, and `earlier` finds these titles.
    """

    films: FilmIndex
    film: Film | None = None
    find_reviewer: Callable[[str], str | None] = _nobody
    reviewers_like: Callable[[str], Sequence[str]] = _none_like
    holds: Callable[[str], bool] = _nothing
    is_person: Callable[[str], bool] = _nothing
    is_title: Callable[[str], bool] = _nothing
    sites: Sequence[str] = ()
    earlier: FilmIndex = _NO_FILMS
    called_now: Mapping[Film, Film] = field(default_factory=dict)
    today: dt.date = dt.date(2026, 1, 1)
