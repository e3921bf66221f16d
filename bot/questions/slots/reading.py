"""Which reviews a sentence means: its ratings, days, lengths, votes, reviewer, spoilers, mentioned words.

Slots are read apart from what is asked. What was read is replaced in the text by a mark (`§RATING`), so that
whatever is left over shows what was not understood.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace

from bot.language.folding import folded
from bot.model import Filters
from bot.questions.dates import find_days
from bot.questions.mentioned import find_mentioned, with_antecedent
from bot.questions.sentence import Sentence, without_commas
from bot.questions.slots.marked import Slots, only, put
from bot.questions.slots.ratings import read_ratings
from bot.questions.slots.spoilers import read_spoilers
from bot.questions.slots.unrated import read_rated

_LENGTH = r"{n}(?: words)?"
_HELPFUL_VOTES = r"{n}(?: (?:helpful|useful|up) ?votes)?"
_VOTES = r"{n}(?: (?:people |total |reader )?(?:votes|voters))?"


def read_slots(sentence: Sentence, today: dt.date, sites: Sequence[str] = ()) -> Slots:
    """Read whatever the sentence says of which reviews are meant, which come from the `sites`."""
    slots = Slots(Filters(), (), sentence.with_commas)
    slots = _mention(_reviewer(slots, sentence), sentence)
    slots = replace(slots, text=without_commas(slots.text))
    slots = read_spoilers(_site(slots, sites))
    slots = _days(slots, today)
    slots = _lengths(_limit(slots))
    slots = _votes(slots)
    slots = read_rated(slots)
    slots = read_ratings(slots, sentence)
    order = tuple(mark.lower() for mark in re.findall(r"§([A-Z]+)\b", slots.text))
    return replace(slots, marks=order)


def _reviewer(slots: Slots, sentence: Sentence) -> Slots:
    found = re.search(
        r"(?:(?:written |posted )?by )?(?:the )?(?:users? |reviewers? )?§reviewer\d+", slots.text
    )
    if found is None or len(sentence.reviewers) != 1 or _IS_LEFT_OUT.search(slots.text):
        return slots
    filters = replace(slots.filters, reviewer=sentence.reviewers[0])
    return put(slots, found.start(), found.end(), "reviewer", filters)


def _site(slots: Slots, sites: Sequence[str]) -> Slots:
    """The one site of several that is named; its mark goes to the end, since its name may stand anywhere."""
    found = [(site, place) for site in sites if (place := _named(site).search(slots.text))]
    if len(sites) < _SEVERAL_SITES or len(found) != 1:
        return slots
    ((site, place),) = found
    text = f"{slots.text[: place.start()]} {slots.text[place.end() :]} §SITE"
    return replace(slots, text=" ".join(text.split()), filters=replace(slots.filters, site=site))


_SEVERAL_SITES = 2


def _named(site: str) -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:(?:on|from|at|by|of|over at|according to) )?(?:the )?{re.escape(folded(site))}\b"
    )


_IS_LEFT_OUT = re.compile(
    r"\b(?:left|leav(?:e|ing)|taken?|taking|kept|keep(?:ing)?|thrown?|kick(?:ed)?|cut)(?: \S+){0,3}? (?:out"
    r"|away|aside|off)\b"
    r"|\b(?:exclud\w*|without(?! (?:any |a |the )?(?:spoilers?|ratings?|scores?)\b)|except|minus|besides"
    r"|ignor\w*|skip\w*|remov\w*|disregard\w*|not count\w*"
    r"|other than|apart from)\b"
    r"|\b(?:is|are|was|were|gets?|got|be) (?:dropped|gone|out|away)\b|\b(?:did|was|were|had) not (?:exist"
    r"|there|reviewed|rated|count\w*)\b"
)


def _mention(slots: Slots, sentence: Sentence) -> Slots:
    slots = replace(slots, text=with_antecedent(slots.text, sentence.typed))
    found = find_mentioned(slots.text, sentence.quotes)
    if found is None:
        return slots
    filters = replace(
        slots.filters, mentions=found.words, also_mentions=found.also, as_spelt=found.as_spelt or None
    )
    return put(slots, found.start, found.end, "mention", filters)


_ENDS = r"highest|lowest|longest|shortest|newest|latest|oldest|earliest|best|worst|top|bottom|first|last"
_LIMIT = re.compile(
    rf"(?:\btop )?(?<!/ )(?<!out of )\b(?P<before>\d+) (?P<kept>(?:(?:most|least|{_ENDS}|harshest"
    rf"|reviews? with the"
    rf"|fewest) ?)+)(?=\w|$)"
    rf"|\b(?P<how>{_ENDS}) (?P<after>\d+)(?!\d|s\b| ?(?:/|stars?\b|points?\b|out of|or\b|-))"
)


def _limit(slots: Slots) -> Slots:
    found = _LIMIT.search(slots.text)
    if found is None:
        return slots
    words = found["kept"] or found["how"]
    text = f"{slots.text[: found.start()]} {words} {slots.text[found.end() :]}"
    return replace(slots, text=" ".join(text.split()), limit=int(found["before"] or found["after"]))


def _days(slots: Slots, today: dt.date) -> Slots:
    found = find_days(slots.text, today)
    if found is None:
        return slots
    since, until, start = found.days.since, found.days.until, found.start
    if left_out := _LEFT_OUT.search(slots.text[: found.start]):
        if (since is None) == (until is None):
            return slots
        since, until = _next_day(until), _day_before(since)
        start = left_out.start()
    return _told_once(
        put(slots, start, found.end, "days", replace(slots.filters, since=since, until=until)), today
    )


def _told_once(slots: Slots, today: dt.date) -> Slots:
    """Without the same days in other words behind them: `since 2020 (so 2020 and newer)`."""
    again = find_days(slots.text, today)
    if again is None or (again.days.since, again.days.until) != (slots.filters.since, slots.filters.until):
        return slots
    return replace(slots, text=" ".join(f"{slots.text[: again.start]} {slots.text[again.end :]}".split()))


_LEFT_OUT = re.compile(
    r"(?:exclud(?:e|ing)|ignor(?:e|ing)|leav(?:e|ing) out|without|except(?: for)?|not counting"
    r"|skip(?:ping)?|drop(?:ping)?)"
    r"(?: (?:all|everything|anything|the|reviews?|those|ones|that|were|was|written|posted|from))* $"
)


def _next_day(day: dt.date | None) -> dt.date | None:
    return None if day is None else day + dt.timedelta(days=1)


def _day_before(day: dt.date | None) -> dt.date | None:
    return None if day is None else day - dt.timedelta(days=1)


def _lengths(slots: Slots) -> Slots:
    found = only(slots, _LENGTH, "words")
    if found is None:
        return slots
    filters = replace(slots.filters, words_from=found.range.whole_from, words_to=found.range.whole_to)
    return put(slots, found.start, found.end, "length", filters)


def _votes(slots: Slots) -> Slots:
    if found := only(slots, _HELPFUL_VOTES, "votes"):
        filters = replace(slots.filters, helpful_from=found.range.whole_from, helpful_to=found.range.whole_to)
    elif found := only(slots, _VOTES, "vote"):
        filters = replace(slots.filters, votes_from=found.range.whole_from, votes_to=found.range.whole_to)
    else:
        return slots
    return put(slots, found.start, found.end, "votes", filters)
