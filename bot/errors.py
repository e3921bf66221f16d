"""One family of expected failures. Each carries a sentence for the user that ends in what to try next.

PullquoteError
├── SettingsError       a value in the environment or `.env` that can't be used
├── PageError           a file that can't be read as a page of reviews
├── StoreError          the library (or servers.db) can't be opened, read or written
│   └── StoreBusyError  another process holds it for too long
├── FilmError           the film that a question speaks of
│   ├── FilmNotFoundError
│   └── FilmAmbiguousError
├── NotFoundError       a review, reviewer or person that the library doesn't hold
├── NotAllowedError     somebody on Discord tries what is for the host or the server's managers
└── DiscordError        Discord refuses us (token, intent) or can't be reached
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.model import Film, Problem

_LONGEST_NAME = 100


class PullquoteError(Exception):
    """An expected failure; `str()` of it is a sentence fit for the user."""


class SettingsError(PullquoteError):
    """A value in the environment or in `.env` can't be used."""


class PageError(PullquoteError):
    """A file can't be read as a page of reviews.

    `line` counts from 1, and `text` is what stands there; None and empty where the whole file is meant.
    """

    def __init__(self, sentence: str, *, line: int | None = None, text: str = "") -> None:
        self.line, self.text = line, text
        super().__init__(sentence)

    def as_problem(self, source: str) -> Problem:
        """The same as a problem of the file, whose name the sentence may begin with."""
        return Problem(source, self.line, self.text, str(self).removeprefix(f"{source}: "))


class StoreError(PullquoteError):
    """The library can't be opened, read or written."""


class StoreBusyError(StoreError):
    """Another process is writing to the library for longer than we wait."""


class FilmError(PullquoteError):
    """The film that a question speaks of can't be settled."""


def _cut(name: str) -> str:
    """A name as a sentence gives it, however much was typed for one."""
    return name if len(name) <= _LONGEST_NAME else name[: _LONGEST_NAME - 1] + "…"


def _either(names: Sequence[str]) -> str:
    """`a`, `a or b`, `a, b or c`."""
    return " or ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


class FilmNotFoundError(FilmError):
    """No film of the library is called so; `nearest` holds the likeliest ones meant, best first."""

    def __init__(self, name: str, nearest: Sequence[Film] = ()) -> None:
        self.name, self.nearest = name, tuple(nearest)
        meant = _either([str(film) for film in self.nearest[:3]])
        hint = f"Did you mean {meant}?" if meant else "Ask for the list of films to see what there is."
        super().__init__(f'No film called "{_cut(name)}" is in the library. {hint}')


class FilmAmbiguousError(FilmError):
    """More than one film of the library may be meant."""

    def __init__(self, name: str, films: Sequence[Film]) -> None:
        self.name, self.films = name, tuple(films)
        more = [f"another of the {len(self.films):,}"] if len(self.films) > 5 else []
        meant = _either([*(str(film) for film in self.films[:5]), *more])
        about = f' is meant by "{_cut(name)}"' if name else ""
        super().__init__(f"Which film{about}: {meant}?")


class NotFoundError(PullquoteError):
    """The library holds no such review, reviewer or person; `nearest` names reviewers who may be meant."""

    def __init__(self, sentence: str, nearest: Sequence[str] = ()) -> None:
        self.nearest = tuple(nearest)
        super().__init__(sentence)


class NotAllowedError(PullquoteError):
    """Somebody on Discord tries what only the host may, or those who manage the server."""


class DiscordError(PullquoteError):
    """Discord refuses us or can't be reached."""
