"""Which film the reviews to come are of, while a file is read that may hold pages of many films."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from bot.language.titles import title_key
from bot.model import Film, Note, PageHead, Problem
from bot.pages.reader import Found, cut


def may_be_same(one: Film, other: Film) -> bool:
    """Whether two names may be those of one film: the same title, and no other year."""
    return title_key(one.title) == title_key(other.title) and (
        one.year == other.year or None in (one.year, other.year)
    )


class OtherFilms:
    """Rows of a table that name other films than the one which the host says they are of."""

    def __init__(self, source: str, asked: Film | None) -> None:
        self._source, self._asked = source, asked
        self._rows = 0
        self._first: tuple[int, str] = (1, "")

    def note(self, named: Film, line: int) -> None:
        """Take note of the film that a row names."""
        if self._asked is not None and not may_be_same(named, self._asked):
            if not self._rows:
                self._first = line, cut(str(named))
            self._rows += 1

    def problem(self) -> Iterator[Problem]:
        """Tell of such rows, if there were any."""
        if self._rows:
            rows = "1 row names" if self._rows == 1 else f"{self._rows:,} rows name"
            reason = f"{rows} another film, but all reviews are taken for {self._asked} as asked"
            yield Problem(self._source, *self._first, reason)


class FilmInForce:
    """The film of the last page that began; reviews below a page without one are left out, which is told.

    `asked` is the film that the host says all reviews are of.
    """

    def __init__(self, source: str, asked: Film | None) -> None:
        self._source, self._asked = source, asked
        self.film = asked
        self._head: PageHead | None = PageHead(asked, None) if asked else None
        self._left_out = 0
        self._first: tuple[int, str] = (1, "")

    def begin(self, head: PageHead | None, line: int, total: int | None = None) -> Iterator[Found]:
        """Begin a page, with the film that it names, or without one and only the number of its reviews."""
        yield from self.end()
        asked, named = self._asked, head.film if head else None
        if head is None:
            self.film, self._head = asked, PageHead(asked, total) if asked else None
        elif asked is None or may_be_same(head.film, asked):
            self.film = asked if asked is not None and asked.year is not None else head.film
            self._head = replace(head, film=self.film)
            if self.film.year != head.film.year:
                yield Note(self._source, str(named), f"this page gives no year: it is taken for {asked}")
        else:
            reason = f"this page names another film, but its reviews are taken for {asked} as asked"
            yield Problem(self._source, line, cut(str(named)), reason)
            self.film, self._head = asked, PageHead(asked, total)

    def count(self, total: int) -> None:
        """Take note of how many reviews the site says there are, in a page that has begun before."""
        if self.film is not None:
            self._head = PageHead(self.film, total)

    def head(self) -> Iterator[Found]:
        """Give the page's head, once, before its first review."""
        if self._head is not None:
            yield self._head
            self._head = None

    def leave_out(self, line: int, title: str) -> None:
        """Take note of a review that no line names a film for."""
        if not self._left_out:
            self._first = line, title
        self._left_out += 1

    def end(self) -> Iterator[Problem]:
        """End the page: tell of the reviews that were left out."""
        if not self._left_out:
            return
        reviews = "1 review is" if self._left_out == 1 else f"{self._left_out} reviews are"
        self._left_out = 0
        line, title = self._first
        reason = (
            f'no line names the film, so {reviews} left out. Pass --film "Title (Year)", or save the page '
            'from its top, with the line that ends in "Poster"'
        )
        yield Problem(self._source, line, cut(title), reason)
