"""Which film the reviews to come are of, while a file is read that may hold pages of many films."""

from __future__ import annotations

from collections.abc import Iterator

from bot.model import Film, PageHead, Problem
from bot.pages.reader import Found, cut


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

    def begin(self, head: PageHead | None, line: int, total: int | None = None) -> Iterator[Problem]:
        """Begin a page, with the film that it names, or without one and only the number of its reviews."""
        yield from self.end()
        named = head.film if head else None
        self.film = self._asked or named
        if head is not None and self._asked not in (None, named):
            reason = f"this page names another film, but its reviews are taken for {self._asked} as asked"
            yield Problem(self._source, line, cut(str(named)), reason)
        if self.film is None:
            self._head = None
        elif head is not None and self._asked in (None, named):
            self._head = head
        else:
            self._head = PageHead(self.film, total)

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
