"""What the reading of a sentence needs to know of the library and of where it is said."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.model import Film
from bot.questions.film_names import FilmIndex


def _nobody(_name: str) -> str | None:
    return None


def _none_like(_name: str) -> Sequence[str]:
    return ()


def _nothing(_word: str) -> bool:
    return False


@dataclass(frozen=True, slots=True)
class Known:
    """The films, the film that is meant where none is named, and ways to look names and words up.

    `find_reviewer` gives a reviewer's name as printed, whatever its case and punctuation; `reviewers_like`
    gives those that begin alike; `sites` are those that published the reviews; `holds` tells whether the
    reviews use a word, `is_person` whether they speak of somebody by that name.
    """

    films: FilmIndex
    film: Film | None = None
    find_reviewer: Callable[[str], str | None] = _nobody
    reviewers_like: Callable[[str], Sequence[str]] = _none_like
    holds: Callable[[str], bool] = _nothing
    is_person: Callable[[str], bool] = _nothing
    sites: Sequence[str] = ()
    today: dt.date = dt.date(2026, 1, 1)
