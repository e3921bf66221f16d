"""When two reviews of a film by the same reviewer are one, and what is kept of both."""

from __future__ import annotations

import datetime as dt
import re
import sqlite3

from bot.model import Byline, Review
from bot.store.bylines import reviewer_key
from bot.store.rows import byline_columns, content_columns, votes_columns

_LEAST_LETTERS = 40
"""A text that has fewer is the same as another one only where they agree to the last letter."""

_TIME_ZONES = dt.timedelta(days=1)
_NO_LETTERS = re.compile(r"[\W_]+")


def letters(text: str) -> str:
    """What of a text stays the same however a page cuts, spaces and marks it."""
    return _NO_LETTERS.sub("", text.casefold())


def is_same(known: sqlite3.Row, found: Review) -> bool:
    """Whether a review of the same film is by the reviewer of a known one and says what that says.

    One text may be cut anywhere. A review without text is the same where the sites may be one and the titles
    don't speak against it.
    """
    if not _by_one_reviewer(known, found.byline):
        return False
    ours, theirs = letters(known["text"]), letters(found.text)
    if not ours or not theirs:
        return _may_be(known["site"], found.site) and _may_be(known["title"], found.title)
    shorter, longer = sorted((ours, theirs), key=len)
    return shorter == longer or (len(shorter) >= _LEAST_LETTERS and longer.startswith(shorter))


def _by_one_reviewer(known: sqlite3.Row, found: Byline) -> bool:
    """Whether a reading of both bylines is the same name; one of two readings must agree in its day too."""
    ours = {reviewer_key(known["reviewer"]): known["date"]}
    theirs = {reviewer_key(found.reviewer): found.date}
    if known["other_reviewer"] is None and found.other is None:
        return ours.keys() == theirs.keys()
    if known["other_reviewer"] is not None:
        ours[reviewer_key(known["other_reviewer"])] = known["other_date"]
    if found.other is not None:
        theirs[reviewer_key(found.other[0])] = found.other[1]
    return any(_about_one_day(ours[name], theirs[name]) for name in ours.keys() & theirs.keys())


def _about_one_day(one: str | None, other: dt.date | None) -> bool:
    return not one or not other or abs(dt.date.fromisoformat(one) - other) <= _TIME_ZONES


def _may_be(one: str | None, other: str | None) -> bool:
    return not one or not other or one == other


def joined(known: sqlite3.Row, found: Review, *, first: bool = False) -> dict[str, object]:
    """The columns of the known review with what another source adds: more text, votes, a surer byline.

    Where both say something, the known review's stays; `first` says that `found` is a newer copy of the
    source that the review came from, which goes before.
    """
    now, adds = dict(known), content_columns(found)
    ours, theirs = letters(known["text"]), letters(found.text)
    if len(theirs) > len(ours) or (first and not found.is_cut and not ours.startswith(theirs)):
        now["text"] = found.text
    for column in ("title", "rating", "site"):
        if adds[column] not in (None, "") and (first or now[column] in (None, "")):
            now[column] = adds[column]
    now["spoiler"] = max(known["spoiler"], int(found.spoiler))
    if found.votes is not None and found.votes.total > (known["total"] or 0):
        now |= votes_columns(found)
    if _is_surer(found, known):
        now |= byline_columns(found)
    return now


def _is_surer(found: Review, known: sqlite3.Row) -> bool:
    """Whether the byline can be read one way only where the known one can't, or tells a day that it lacks."""
    if found.byline.other is not None or not found.byline.certain:
        return False
    may_be_another = known["other_reviewer"] is not None or not known["byline_certain"]
    return may_be_another or (known["date"] is None and found.byline.date is not None)
