"""When two reviews of a film by the same reviewer are one, and what is kept of two readings of a review."""

from __future__ import annotations

import datetime as dt
import re
import sqlite3
from collections.abc import Mapping
from typing import Any

from bot.model import Byline, Review
from bot.store.bylines import reviewer_key
from bot.store.rows import BYLINE

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


def updated(known: Mapping[str, Any], found: Mapping[str, Any]) -> dict[str, Any]:
    """The columns of the known review after another copy of its source was read.

    A copy with fewer votes than the library has is the older one: it changes nothing. One that was cut tells
    of the text only where it goes on with it, and one without a text doesn't take ours away.
    """
    now = dict(known)
    if found["total"] is not None and found["total"] < (known["total"] or 0):
        return now
    for column in ("title", "rating", "spoiler"):
        now[column] = found[column]
    if found["text"]:
        now["text"] = found["text"]
    if found["total"] is not None:
        now |= {"helpful": found["helpful"], "total": found["total"]}
    now["site"] = found["site"] or known["site"]
    if found.get("is_cut"):
        now["spoiler"] = max(known["spoiler"], found["spoiler"])
        if not found["text"].startswith(known["text"]):
            now |= {"title": known["title"], "text": known["text"]}
            now["rating"] = found["rating"] if known["rating"] is None else known["rating"]
    return now


def joined(known: Mapping[str, Any], found: Mapping[str, Any], *, first: bool = False) -> dict[str, Any]:
    """The columns of the known review with what another source adds: more text, votes, a surer byline.

    Where both say something, the known review's stays; `first` says that `found` is a newer copy of the
    source that the review came from, which goes before.
    """
    now = dict(known)
    ours, theirs = letters(known["text"]), letters(found["text"])
    if len(theirs) > len(ours) or (first and not found.get("is_cut") and not ours.startswith(theirs)):
        now["text"] = found["text"]
    for column in ("title", "rating", "site"):
        if found[column] not in (None, "") and (first or now[column] in (None, "")):
            now[column] = found[column]
    now["spoiler"] = max(known["spoiler"], found["spoiler"])
    if (found["total"] or 0) > (known["total"] or 0):
        now |= {"helpful": found["helpful"], "total": found["total"]}
    if _is_surer(found, known):
        now |= {column: found[column] for column in BYLINE}
    return now


def _is_surer(found: Mapping[str, Any], known: Mapping[str, Any]) -> bool:
    """Whether the byline can be read one way only where the known one can't, or tells a day that it lacks."""
    if found["other_reviewer"] is not None or not found["byline_certain"]:
        return False
    may_be_another = known["other_reviewer"] is not None or not known["byline_certain"]
    return may_be_another or (known["date"] is None and found["date"] is not None)
