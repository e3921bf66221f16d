"""What stands behind a command word, and the ways in which commands take it apart."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from bot.questions.flags import Flag, option, split_flags, takes
from bot.questions.known import Known
from bot.questions.naming import film_slot, is_film, means_film
from bot.questions.unread import AskBackError, UnreadError

_PAGE = re.compile(r"(?:^|\s)page\s+(?P<page>[1-9][0-9]{0,5})\s*$", re.I)
_FILM_BEHIND = re.compile(r"\s(?:in|of|from)\s", re.I)


@dataclass(frozen=True, slots=True)
class Typed:
    """The words behind a command without its options; `film` as an option gave it, `page` 1 where none is."""

    words: str
    film: str | None
    page: int
    flags: Mapping[str, Flag]

    @classmethod
    def of(cls, text: str, known: Known) -> Typed:
        """Take the options out of the words; raises UnreadError for one without a value."""
        words, flags = split_flags(text)
        film, behind = _film_option(flags, known)
        words = " ".join(part for part in (words, behind) if part)
        paged = None if "page" in flags else _PAGE.search(words)
        if paged:
            return cls(words[: paged.start()].strip(), film, int(paged["page"]), flags)
        return cls(words, film, max(1, int(flags["page"].value)) if "page" in flags else 1, flags)

    def allow(self, *names: str) -> None:
        """Raise UnreadError for an option that the command does not have; one typed with dashes is told."""
        for name in self.flags.keys() - set(names):
            if self.flags[name].dashed:
                own = ", ".join(map(option, names))
                raise AskBackError(
                    f"{option(name)} does not go here" + (f". There is {own}." if own else ".")
                )
            raise UnreadError(self.words)

    def text(self, name: str) -> str | None:
        """The value of an option, None where it is not given."""
        return self.flags[name].value if name in self.flags else None

    def number(self, name: str, lowest: int = 0, highest: int | None = None) -> int | None:
        """The value of an option that is a whole number; asks back for one outside of what it takes."""
        value = self.text(name)
        number = None if value is None else int(value.removesuffix("+").removesuffix("/10"))
        if number is not None and (number < lowest or (highest is not None and number > highest)):
            raise takes(name)
        return number

    def only_film(self, words: str, known: Known) -> str | None:
        """The film from the option, else from the words, which must say nothing more."""
        if self.film is None:
            return film_slot(words, known)
        nothing_left(words)
        return self.film

    def with_film_behind(self, words: str, known: Known) -> tuple[str, str | None]:
        """`camera in pusher 2` taken apart; an `in` without a known film behind it belongs to the words."""
        if self.film is not None:
            return words, self.film
        for found in reversed(list(_FILM_BEHIND.finditer(words))[-3:]):
            tail = words[found.end() :]
            if words[: found.start()].count('"') % 2 == 0 and means_film(tail, known):
                return words[: found.start()].strip(), film_slot(tail, known)
        return words, None


def _film_option(flags: Mapping[str, Flag], known: Known) -> tuple[str | None, str]:
    """The film and the words behind it: without quotes it is the longest known name that they begin with."""
    flag = flags.get("film")
    if flag is None:
        return None, ""
    parts = flag.value.split()
    for end in () if flag.quoted else range(len(parts), 0, -1):
        if is_film(" ".join(parts[:end]), known):
            return " ".join(parts[:end]), " ".join(parts[end:])
    return flag.value, ""


def nothing_left(words: str) -> None:
    """Raise UnreadError where there are words."""
    if words.strip(" ?!.,;"):
        raise UnreadError(words)
