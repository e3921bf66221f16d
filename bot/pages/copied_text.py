"""The older user-reviews page, selected and copied as text: its blocks into reviews and problems."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import BinaryIO

from bot.errors import PageError
from bot.language.bylines import Seen, Split, choose
from bot.model import Byline, PageHead, Problem, Review, Told, Votes
from bot.pages.film_in_force import FilmInForce
from bot.pages.film_line import find_film, find_total
from bot.pages.furniture import find_foot, number
from bot.pages.header import begins_with_rating
from bot.pages.outline import Block, Ending, Furniture, Stray, Written, outline
from bot.pages.quoted import without_quotation
from bot.pages.reader import Found, Reader, cut
from bot.pages.saved_text import SavedText

SITE = "IMDb"


def read_copied_text(file: BinaryIO, source: str, told: Told) -> Iterator[Found]:
    """Read pages copied as text, one after the other, in memory that doesn't grow with the file.

    Raises PageError where the file is no text.
    """
    saved = SavedText(file, source)
    reading = _Reading(source, told)
    held: list[Found] = []  # strays aren't told of a file that turns out to hold no review
    for block in outline(without_quotation(saved), source):
        held += reading.block(block)
        if reading.began:
            yield from held
            held.clear()
    if saved.is_empty:
        raise PageError(f"{source}: this file is empty. Save the page anew and try again.")
    if not reading.began:
        raise PageError(
            f"{source}: no review was found. A page of reviews has, for each, a title, a line with reviewer "
            'and date, and a line such as "5 out of 7 found this helpful"; a table names its columns first, '
            "and where these names don't tell what is in them, --map text=COLUMN,reviewer=COLUMN does."
        )
    yield from reading.films.end()
    yield from saved.problems


def byline_of(printed: str, splits: tuple[Split, ...], seen: Mapping[str, Seen]) -> Byline:
    """The byline as its readings and the names `seen` elsewhere tell."""
    decision = choose(splits, seen)
    reviewer, date = decision.split
    return Byline(printed, reviewer, date, decision.certain, decision.other)


class _Reading:
    """What the lines so far say of the reviews to come. `began`: there was a review, maybe left out."""

    def __init__(self, source: str, told: Told) -> None:
        self.began = False
        self._source = source
        self.films = FilmInForce(source, told.film)

    def block(self, block: Block) -> Iterator[Found]:
        match block:
            case Written():
                yield from self._review(block)
            case Furniture():
                yield from self._furniture(block)
            case Stray():
                yield self._stray(block)

    def _furniture(self, block: Furniture) -> Iterator[Found]:
        named, total = find_film(block.text), find_total(block.text)
        if named is not None:
            line = block.line + block.text[: max(block.text.find(named.title), 0)].count("\n")
            yield from self.films.begin(PageHead(named, total), line)
        elif find_foot(block.text, 0, len(block.text)) is not None:
            yield from self.films.begin(None, block.line, total)
        elif total is not None:
            self.films.count(total)

    def _review(self, block: Written) -> Iterator[Found]:
        self.began = True
        if self.films.film is None:
            self.films.leave_out(block.line, block.title)
            return
        yield from self.films.head()
        votes = _votes(block.votes)
        yield Review(
            film=self.films.film,
            title=block.title,
            byline=byline_of(block.byline, block.splits, {}),
            rating=int(block.rating) if block.rating else None,
            votes=votes,
            spoiler=block.spoiler,
            text=block.body,
            site=SITE,
            is_cut=block.is_cut,
        )
        if block.is_doubtful:
            reason = "the spoiler review above may go on in this one, so it is kept as a spoiler too"
            yield Problem(self._source, block.line, cut(block.title), reason)
        if block.ending is not Ending.WITH_VOTES or votes is None:
            yield self._incomplete(block, votes)

    def _stray(self, block: Stray) -> Problem:
        lines = [
            (block.line + at, line) for at, raw in enumerate(block.text.split("\n")) if (line := raw.strip())
        ]
        first, last = lines[0][0], lines[-1][0]
        where = f"line {first}" if first == last else f"lines {first} to {last}"
        if block.has_votes:
            self.began = True
            at_line, text = _likely_byline(lines)
            reason = f"no reviewer and date can be read here, so a review is left out ({where})"
        else:
            at_line, text = lines[0]
            reason = f"this is neither a review nor the site's own, and is left out ({where})"
        return Problem(self._source, at_line, cut(text), reason)

    def _incomplete(self, block: Written, votes: Votes | None) -> Problem:
        if block.ending is Ending.WITH_VOTES:
            reason = "these votes can't be right, so the review is kept without votes"
        elif block.ending is Ending.WITHOUT_VOTES:
            reason = "no votes stand below this review"
        else:
            missing = "" if votes else " and its votes are missing"
            reason = f"the page ends in the middle of this review: its text may be cut{missing}"
        line, text = _last_line(block, "found this helpful" if block.ending is Ending.WITH_VOTES else "")
        return Problem(self._source, line, cut(text), reason)


def _votes(printed: tuple[str, str] | None) -> Votes | None:
    if printed is None:
        return None
    helpful, total = number(printed[0]), number(printed[1])
    return Votes(helpful, total) if helpful <= total else None


def _last_line(block: Written, sign: str) -> tuple[int, str]:
    """The review's last line that holds the sign and isn't blank, and its number."""
    lines = block.text.split("\n")
    at = max(at for at, line in enumerate(lines) if line.strip() and sign in line)
    return block.line + at, lines[at].strip()


def _likely_byline(lines: list[tuple[int, str]]) -> tuple[int, str]:
    """Of a review without a header that can be read, the line that was probably its byline."""
    if begins_with_rating(lines[0][1]):
        return lines[min(2, len(lines) - 1)]
    return next(((line, text) for line, text in lines[:3] if text[-4:].isdecimal()), lines[0])


COPIED_TEXT = Reader("older page copied as text", lambda opening: True, read_copied_text)
