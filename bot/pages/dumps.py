"""Dumps of reviews as tables: CSV, JSON and JSON lines, with columns of any usual names.

A file is read twice: first by `survey`, which tells what can be told only over all of it, then row by row.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import BinaryIO

from bot.language.bylines import candidates
from bot.model import Byline, Film, PageHead, Problem, Review, Told, Votes
from bot.pages.columns import OWN_MARK, looks_like_reviews
from bot.pages.csv_rows import csv_beginning, csv_rows
from bot.pages.dates import order_of, parse_date
from bot.pages.encodings import opening_text
from bot.pages.film_in_force import OtherFilms
from bot.pages.json_rows import json_rows
from bot.pages.markup import without_markup
from bot.pages.own_markdown import FIRST_LINE, markdown_rows
from bot.pages.ratings import parse_rating, points_of
from bot.pages.reader import OPENING, Found, Reader, cut, dated_byline
from bot.pages.rows import BadRow, Row, Value
from bot.pages.saved_text import without_controls
from bot.pages.survey import Survey, survey_rows
from bot.pages.votes import parse_votes

_JSON = re.compile(r"""(?=[{\[])[\s\[]*+(?:\{\s*+(?:["}]|'[^'\n]{1,200}'\s*+:|\Z)|"|\]|\Z)""")
_JSON_ROW = re.compile(r"""\s*+\{\s*+"[^"\n]{1,200}"\s*+:""")
_FILM_ID = re.compile(r"\btt[0-9]{5,12}\b")
_REVIEW_ID = re.compile(r"rw[0-9]{1,12}")
_YEAR = re.compile(r"(?:18|19|20|21)[0-9]{2}")
_YES = frozenset(("true", "yes", "1", "y", "t", "spoiler", "spoilers"))
_NO_DATE = frozenset(("", "n/a", "none", "null", "nan", "-", "unknown"))


def is_dump(opening: bytes) -> bool:
    """Whether a file begins as a table of reviews does, as far as it can be told without the host's map."""
    text = opening_text(opening).lstrip("\ufeff \n\t")
    if text.startswith(FIRST_LINE):
        return True
    if _is_json(text):
        return True
    names, *below = csv_beginning(text)
    if len(names) > 1 and looks_like_reviews(names):
        return True
    return len(names) > 2 and len(below) > 1 and all(len(values) == len(names) for values in below)


def _is_json(text: str) -> bool:
    """Whether a text begins as JSON does, be it broken, or has an object among its first lines."""
    return _JSON.match(text) is not None or any(map(_JSON_ROW.match, text.split("\n", 6)[:5]))


def read_dump(file: BinaryIO, source: str, told: Told) -> Iterator[Found]:
    """Read the reviews of a table. Raises PageError where its columns can't be told."""
    opening = opening_text(file.read(OPENING))

    def rows() -> Iterator[Row | BadRow | Problem]:
        file.seek(0)
        beginning = opening.lstrip("\ufeff \n\t")
        if beginning.startswith(FIRST_LINE):
            return markdown_rows(file, source)
        return json_rows(file, source) if _is_json(beginning) else csv_rows(file, source, opening)

    survey = survey_rows(rows, told, source)
    films: set[Film] = set()
    others = OtherFilms(source, told.film)
    for row in rows():
        if isinstance(row, Problem):
            yield row
            continue
        if isinstance(row, BadRow):
            yield Problem(source, row.line, row.text, f"row {row.number}: {row.reason}")
            continue
        for found in _Reading(row, survey, told, source, others).review():
            if isinstance(found, PageHead):
                if found.film in films:
                    continue
                films.add(found.film)
            yield found
    yield from others.problem()
    yield from survey.notes(source)


class _Reading:
    """One row being read: what it lacks is gathered while the rest is kept."""

    def __init__(self, row: Row, survey: Survey, told: Told, source: str, others: OtherFilms) -> None:
        self._row, self._survey, self._told, self._source = row, survey, told, source
        self._others = others
        self._problems: list[Problem] = []

    def review(self) -> Iterator[Found]:
        reviewer = self._told.reviewer or self._string("reviewer")
        film, film_id = self._film()
        text, title = self._text("text"), self._text("title").replace("\n", " ")
        rating = self._rating()
        if not reviewer:
            self._note("no reviewer, so it is left out", "")
        elif film is None:
            self._note("no film, so it is left out", "")
        elif not text and rating is None:
            self._note("neither a text nor a rating, so it is left out", "")
        else:
            yield PageHead(film, None, film_id)
            yield Review(
                film=film,
                title=title,
                byline=self._byline(reviewer),
                rating=rating,
                votes=self._votes(),
                spoiler=self._string("spoiler").casefold() in _YES,
                text=text,
                site_id=self._site_id(),
                site=self._string("site") or None,
            )
        yield from self._problems

    def _value(self, thing: str) -> Value:
        return self._survey.value(self._row, thing)

    def _string(self, thing: str) -> str:
        value = self._value(thing)
        if value is None or isinstance(value, list):
            return ""
        if isinstance(value, float) and value.is_integer():
            value = int(value)
        return " ".join(without_controls(str(value)).split())

    def _text(self, thing: str) -> str:
        value = self._value(thing)
        if isinstance(value, list):
            value = "\n\n".join(str(part) for part in value)
        text = "" if value is None else str(value)
        return text.strip() if self._survey.is_own else without_markup(text)

    def _film(self) -> tuple[Film | None, str | None]:
        named, film_id = self._string("film"), self._string("film_id")
        match = _FILM_ID.search(film_id) or _FILM_ID.search(named)
        site_id = match[0] if match else None
        title = named or site_id or film_id
        if not title:
            return self._told.film, None
        film = Film(title) if self._survey.is_own else Film.parse(title)
        year = self._string("year")[:4]
        film = Film(film.title, int(year)) if _YEAR.fullmatch(year) else film
        if self._told.film is not None:
            if named:
                self._others.note(film, self._row.line)
            return self._told.film, None
        return film, site_id

    def _site_id(self) -> str | None:
        """The review's id where no other can have it: the site's own, or ours."""
        named = self._string("review_id")
        return named if self._survey.is_own or _REVIEW_ID.fullmatch(named) else None

    def _byline(self, reviewer: str) -> Byline:
        printed = self._string("date")
        date = parse_date(printed, day_first=self._survey.has_day_first) if printed else None
        if date is None and printed.casefold() not in _NO_DATE:
            self._note("no date that can be read", printed)
        if self._survey.is_own:
            return self._own_byline(reviewer, date)
        is_certain = not self._survey.leaves_order_open or order_of(printed) != "either"
        return replace(dated_byline(reviewer, date), certain=is_certain)

    def _own_byline(self, reviewer: str, date: dt.date | None) -> Byline:
        """The byline as the library that the table came from had it, with its other reading."""
        printed = self._row.values.get("byline")
        certain = str(self._row.values.get(OWN_MARK)).casefold() not in ("false", "0")
        if not isinstance(printed, str) or not printed:
            return replace(dated_byline(reviewer, date), certain=certain)
        others = [split for split in candidates(printed) or () if split != (reviewer, date)]
        return Byline(printed, reviewer, date, certain, others[0] if len(others) == 1 else None)

    def _rating(self) -> int | None:
        value = self._value("rating")
        try:
            rating = parse_rating(value)
            return None if rating is None else points_of(rating, self._survey.scale)
        except ValueError:
            scale = self._told.scale
            self._note("no rating that can be read" + (f" as out of {scale}" if scale else ""), str(value))
            return None

    def _votes(self) -> Votes | None:
        helpful, total, unhelpful = self._value("helpful"), self._value("total"), self._value("unhelpful")
        try:
            return parse_votes(helpful, total, unhelpful)
        except ValueError:
            self._note("no votes that can be read", str(helpful))
            return None

    def _note(self, lacks: str, text: str) -> None:
        text = text or self._string("title") or self._text("text") or self._string("reviewer")
        self._problems.append(
            Problem(self._source, self._row.line, cut(text), f"row {self._row.number} has {lacks}")
        )


DUMP = Reader("table of reviews", is_dump, read_dump, rewinds=True)
