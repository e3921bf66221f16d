"""What is picked from the list just shown by its place in it: `the second one`, `open number 3`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.questions.conversation import Conversation
from bot.questions.following_up.turning import more_of
from bot.questions.kinds import (
    CompareFilms,
    Count,
    Extreme,
    Films,
    Mentions,
    Opinion,
    People,
    Question,
    Reviewer,
    SaidBy,
    Search,
    SmallTalk,
    TopReviews,
    Unclear,
    WholeReview,
)

_PLACES = "first second third fourth fifth sixth seventh eighth ninth tenth".split()
_LAST = "last"
_DIGITS = r"(?:1st|2nd|3rd|[4-9]th|10th)"
_ORDINAL = rf"(?P<ordinal>{'|'.join(_PLACES)}|{_LAST}|{_DIGITS})"
_NUMBER = rf"(?P<number>\d{{1,2}}|one|two|three|four|five|six|seven|eight|nine|ten|(?:the )?{_LAST})"
_SPOKEN = "one two three four five six seven eight nine ten".split()
_POLITE = r"(?:(?:and|ok|okay|so|yes|please|now|then|no|hm|well|kindly) )*"
_ASKS = r"(?:(?:could|can|would|will) you |(?:can|could|may) i |let me |let us |i (?:want|would like) to )?"
_OPEN = (
    r"(?:(?:show|open|read|see|give|get|view|display|expand|pull up|bring up|pick|choose|select|take|go to"
    r"|look at|have|print|quote)(?: me| us)?(?: up)? )"
)
_THING = (
    r"(?:review|quote|opinion|result|entry|hit|item|passage|comment|sentence|post|match|mention|answer"
    r"|film|movie|title|option|choice|person|name)"
)
_WHOLE = r"(?:(?:whole|full|entire|complete) )?"
_BEHIND = (
    r"(?: (?:in full|whole|fully|completely|again|please|pls|then|thanks|instead|(?:from|in|on|of) (?:the"
    r"|that"
    r"|this|your) list|of (?:these|those|them)|from (?:above|there)|up there|above|you (?:showed|listed)))*"
)
_OPENED = re.compile(
    rf"{_POLITE}{_ASKS}{_POLITE}(?P<open>{_OPEN})?(?:the |that )?{_WHOLE}{_ORDINAL}"
    rf"(?: {_WHOLE}(?P<thing>{_THING}|one))?{_BEHIND}"
)
_NUMBERED = re.compile(
    rf"{_POLITE}{_ASKS}{_POLITE}(?P<open>{_OPEN})?(?:the )?(?P<thing>(?:{_THING} )?(?:number |no |nr |#)"
    rf"|{_THING} )?"
    rf"{_NUMBER}{_BEHIND}"
)
_SAYS = re.compile(
    rf"{_POLITE}what (?:does|did) (?:the )?{_ORDINAL}(?: (?P<thing>{_THING}|one|reviewer|person))?"
    r" (?:say|write|think|have to say)(?: about it| exactly)?"
)
_WROTE = re.compile(
    rf"{_POLITE}who (?:is|was|wrote|said|posted|made) (?:the )?{_ORDINAL}(?: (?P<thing>{_THING}|one))?"
    r"(?: (?:by|from))?"
)

_LISTS = (TopReviews, Search, Mentions, Reviewer, People, Films, SaidBy)
"""Of these `and the first one?` is a place in the list, not a film of a series."""

_LISTING = (*_LISTS, CompareFilms, Count, Extreme, Opinion)
"""Of these `the first one` is."""

_JOINED = re.compile(r"^(?:and|but|what about|how about|in|for|of|or)\b")


@dataclass(frozen=True, slots=True)
class _Place:
    """The place of a list, counted from 1, 0 for the last; whether a verb or noun says that it is one."""

    number: int
    told: bool
    who: bool = False


def lists(question: Question | None) -> bool:
    """Whether the question brings a list, in which `the first one` is a place."""
    return isinstance(question, _LISTS)


def picked(text: str, last: Conversation) -> Question | None:
    """What the words pick from the last list; None where they pick nothing of a list."""
    place = _place(text, last)
    if place is None or not _means_list(text, place, last):
        return None
    if place.number > len(last.listed):
        return _only_so_many(text, last)
    found = last.listed[place.number - 1]
    return SaidBy(found.which) if place.who and isinstance(found, WholeReview) else found


def behind_the_list(text: str, last: Conversation) -> Question | None:
    """That the list has no such place, where the words pick one that it might have: `the second one`."""
    place = _place(text, last)
    if place is None or not last.listed or place.number <= len(last.listed) or _JOINED.match(text):
        return None
    return _only_so_many(text, last)


def _place(text: str, last: Conversation) -> _Place | None:
    if found := _WROTE.fullmatch(text):
        return _Place(_counted(found["ordinal"]), told=True, who=True)
    if found := _SAYS.fullmatch(text):
        return _Place(_counted(found["ordinal"]), told=True)
    if found := _OPENED.fullmatch(text):
        told = bool(found["open"]) or found["thing"] not in (None, "one", "film", "movie")
        return _Place(_counted(found["ordinal"]), told=told)
    if found := _NUMBERED.fullmatch(text):
        number = _counted(found["number"].removeprefix("the "))
        told = bool(found["open"] or found["thing"])
        alone = not told and found["number"].isdigit() and text == found["number"]
        return _Place(number, told=True) if told or (alone and number <= len(last.listed)) else None
    return None


def _counted(word: str) -> int:
    if word == _LAST:
        return 0
    if word in _PLACES:
        return _PLACES.index(word) + 1
    if word in _SPOKEN:
        return _SPOKEN.index(word) + 1
    return int(re.sub(r"\D", "", word)) or -1


def _means_list(text: str, place: _Place, last: Conversation) -> bool:
    if not last.listed or place.number < 0:
        return False
    if lists(last.list_of):
        return True
    if isinstance(last.question, WholeReview) and last.question != last.list_of:
        return place.number <= len(last.listed)
    if place.told:
        return len(last.listed) > 1 or place.number in (0, 1)
    several = len(last.listed) > 1 and place.number <= len(last.listed)
    listing = isinstance(last.list_of, _LISTING) or not _opens_reviews(last)
    return several and listing and not _JOINED.match(text)


def _opens_reviews(last: Conversation) -> bool:
    return any(isinstance(one, WholeReview) for one in last.listed)


def _only_so_many(text: str, last: Conversation) -> Unclear:
    """That the list has no such place, with the way on in it."""
    number = len(last.listed)
    further = more_of(last)
    more = None if isinstance(further, SmallTalk) else further
    shown = f"My last answer shows {number}" if number > 1 else "My last answer shows one alone"
    ways = "one of these, or for more" if number > 1 else "more"
    asks = f"{shown}. Ask for {ways}." if more is not None else f"{shown}."
    return Unclear(text, readings=(more,) if more is not None else (), asks=asks)
