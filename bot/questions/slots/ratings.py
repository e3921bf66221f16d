"""Which ratings are meant: `a 9`, `8+`, `between 5 and 7`, `full marks`, `anything but a 10`."""

from __future__ import annotations

import math
import re
from dataclasses import replace

from bot.questions.numbers import Range, RangeFound
from bot.questions.sentence import Sentence
from bot.questions.slots.marked import Slots, only, put

LOWEST, HIGHEST = 0, 10

_OF_TEN = r"(?: ?(?:/|out of|of) 10s?| ?(?:/|out of) 5)?(?: stars?| star| points?| marks?)?"
_RATING = (
    r"(?:an? |the )?(?:full |perfect |solid |straight (?:up )?|flat |clean |rating of |score of )?{n}"
    + _OF_TEN
)
_FULL_MARKS = re.compile(
    r"(?:the )?(?:full|perfect|flawless) (?:marks?|scores?|ratings?|points)|(?:top|maximum) (?:marks"
    r"|points)|perfect 10s?"
    r"|(?:the )?(?:highest|maximum|best|top) possible (?:score|rating|mark)s?|(?:a )?perfect(?="
    r" (?:reviews?|§film|$))"
)
_LOWEST_MARKS = re.compile(r"(?:the )?(?:lowest|minimum|worst) possible (?:score|rating|mark)s?")


_PAIR = re.compile(
    r"(?<![\w/.§-])(?<!/ )(?<!than )(?<!out of )(?P<one>\d+)s?(?: (?:reviews|ratings|scores|stars|out of"
    r" 10|/ 10))?"
    r" (?:than|versus|to|against|or|and|compared (?:to|with))(?: (?:more|fewer|there|are|were|it|got"
    r"|gave|the|of))*"
    r" (?P<other>\d+)s?(?! ?/| ?- ?\d| out of|\w|\.)"
)
_ASKS_PAIR = re.compile(
    r"\bmore (?!than)|\b(?:fewer|less) (?!than)|\bratio\b|\boutnumber|\bversus\b|\bdifference between\b"
    r"|\bmore (?:common|frequent|popular)"
)


_SO_MANY_MARKED = re.compile(r"(?<=\bthe )\d+ (?=§(?:SPOILERS|RATED)\b)")
_SO_MANY_REVIEWS = re.compile(r"(?<=\bthe )[2-9] (?=reviews (?:(?:from|in|of|written|posted)\b|§DAYS))")
"""How many there are, which whoever asks knows already: `the two reviews from 2004`."""
_INTERVAL = re.compile(
    r"\b(?:closed |inclusive |in )*(?:the )?(?:closed |inclusive )*(?:interval|range|bracket) (?:of "
    r"|from )?(\d+) ?(?:,|to|-|and)? ?(\d+)\b"
)
_NUMBERS_APART = re.compile(r"\b(\d+s) (?:and|or) how many (?=\d+s\b)")
_ENDS_COUNTED = re.compile(
    r"\b((?P<low>\d+) (?:and|to|-) (?P<high>\d+))(?: ,)? (?:(?:counting|including|i mean|so|with) )+"
    r"(?:both )?(?P=low) and (?P=high)(?: (?:too|as well|included|both))*\b"
)
_NOT_EVEN = re.compile(
    r"\b(?:could|would|did|can|will|do) not (?:(?:be bothered|bring themselves|manage|bother|care|want"
    r"|dare) to |even )*"
    r"(?:(?:give|gave|rate|score)(?: it| this| the film| §film\d)* (?:even |as (?:much|high) as )"
    r"|(?:even )?(?:(?:get|go|make it|come|stretch)"
    r" (?:even )?(?:up )?to|reach)(?: even)? |(?<=even )(?:give|gave|rate|score)(?: it| this| the film"
    r"| §film\d)* )(?:an? )?(\d+)\b"
)
_ALL_TEN = re.compile(r"(?<!\d)(?<!\d )(?<!\ds )\bout of 10\b")
_AGAIN = re.compile(
    r"(?<=§RATING)(?: ,)?(?: (?:i e|ie|i|e|aka|so|meaning|that is|which is))* (?:10 ?(?:/|out of|of) ?10"
    r"|10)(?! ?(?:/|out))"
)


_SOME_RATINGS = re.compile(
    r"§RATING (?:range|mark|bracket|zone|area|band|region|window|territory|segment|corner|category|tier"
    r"|interval|span|slot|group|camp|club|gang|team|squad|brigade|crew)\b"
)
_SO_MANY_FILMS = re.compile(
    r"(?:(?<=\bwhich of the )|(?<=\bwhich one of the )|(?=[2-9] (?:films|movies)\b))([2-9])\b"
    r"(?! ?[/+%.-]| (?:or|and|out)\b)"
)


def read_ratings(slots: Slots, sentence: Sentence) -> Slots:
    """The slots with the ratings that are meant."""
    text = _INTERVAL.sub(r"from \1 to \2", _SO_MANY_MARKED.sub("", slots.text))
    text = _SO_MANY_REVIEWS.sub("", re.sub(r"\b(\d+s) (?=\d+s\b)", r"\1 , ", text))
    text = re.sub(r"\b(\d) and (?:a )?half (?=stars?\b)", r"\1.5 ", text)
    text = _SO_MANY_FILMS.sub(r"§so\1", text)
    text = _NUMBERS_APART.sub(r"\1 and ", _ENDS_COUNTED.sub(r"\1", text))
    text = _NOT_EVEN.sub(r" below \1 ", text)
    slots = replace(slots, text=" ".join(_ALL_TEN.sub(" ", text).split()))
    slots = _rated_by(slots)
    if _may_be_turned_round(sentence):
        slots = _turned_round(slots)
    slots = replace(slots, text=_SOME_RATINGS.sub("§RATING", slots.text).replace("§so", ""))
    if slots.filters.ratings == (HIGHEST,):
        slots = replace(slots, text=_AGAIN.sub("", slots.text))
    return slots


def _rated_by(slots: Slots) -> Slots:
    for pattern, rating in ((_FULL_MARKS, HIGHEST), (_LOWEST_MARKS, 1)):
        if found := pattern.search(slots.text):
            return put(slots, found.start(), found.end(), "rating", replace(slots.filters, ratings=(rating,)))
    if pair := _PAIR.search(slots.text):
        two = sorted({int(pair["one"]), int(pair["other"])})
        if _ASKS_PAIR.search(slots.text) and two[-1] <= HIGHEST:
            filters = replace(slots.filters, ratings=tuple(two))
            return put(slots, pair.start(), pair.end(), "rating", filters)
    found_range = only(slots, _RATING)
    if found_range is None or not _may_be_rating(slots.text, found_range):
        return slots
    stars = _in_stars(slots.text[found_range.start : found_range.end], found_range.range)
    ratings = _whole(stars or found_range.range)
    if ratings is None:
        return slots
    if stars and ratings[0] == _ONE_STAR:
        ratings = (_FEWEST_POINTS, *ratings)
    filters = replace(slots.filters, ratings=ratings, stars=True if stars else None)
    return put(slots, found_range.start, found_range.end, "rating", filters)


_STARS = re.compile(r"\bstars?\b|(?:/|out of) ?5\b")
_TEN = re.compile(r"(?:/|of) ?10\b")


def _in_stars(words: str, meant: Range) -> Range | None:
    """The points of ten that so many stars of five are; None where the words tell points."""
    ends = [end for end in (*meant.values, meant.low, meant.high) if not math.isinf(end)]
    if not _STARS.search(words) or _TEN.search(words) or max(ends, default=0) > _MOST_STARS:
        return None
    return Range(2 * meant.low, 2 * meant.high, tuple(2 * value for value in meant.values))


_MOST_STARS = 5
_ONE_STAR, _FEWEST_POINTS = 2, 1
"""One star is the fewest of five: it stands for 1/10 as for 2/10."""


def _whole(meant: Range) -> tuple[int, ...] | None:
    """The ratings meant; None where the range names a number that is no rating."""
    ends = [*meant.values, meant.low, meant.high]
    if any(abs(end) != float("inf") and not LOWEST <= round(end, 6) <= HIGHEST for end in ends):
        return None
    if any(value != int(value) for value in meant.values):
        return None
    found = tuple(rating for rating in range(LOWEST, HIGHEST + 1) if meant.holds(rating))
    return found or None


_OTHER_UNITS = re.compile(
    r" (?:films?|movies?|people|persons?|reviewers?|users?|critics?|viewers?|times?|votes?|words?|years?"
    r"|months?|days?|weeks?"
    r"|hours?|hrs?|minutes?|mins?|yrs?|percent|%|sentences?|paragraphs?|characters?|letters|pages?|helpful"
    r"|more|th\b|of"
    r" (?:them|the)|dollars?|kroner)\b"
)


_OF_FILMS = re.compile(r"\b(?:the|these|both|all|of) (?:the )?\d$")


_OF_SO_MANY = re.compile(r"\bof (?:the|these|those|all) $")


_ONE_OF_SO_MANY = re.compile(r"\b(?:which|which one|any|each|all|both) of (?:the|these|those|your) \d$")


_ONE_THING = re.compile(
    r"\bwith (?:just|only|a single) 1 (?!(?:stars?|points?|marks?|reviews?|ratings?|of|or|out|and|to)\b)[a-z]"
)
"""`bored with just one room`: one of something that is no rating."""


def _may_be_rating(text: str, found: RangeFound) -> bool:
    if _OTHER_UNITS.match(text[found.end :]) or _ONE_THING.search(text):
        return False
    if _OF_FILMS.search(text[: found.start] + text[found.start : found.end]) and text[found.end :].startswith(
        " §film"
    ):
        return False
    if _OF_SO_MANY.search(text[: found.start]) and not text[found.end :].strip(" ?"):
        return False
    if _ONE_OF_SO_MANY.search(text[: found.start] + text[found.start : found.end]):
        return False
    if re.search(r"\ball $", text[: found.start]) and re.fullmatch(r"\d", text[found.start : found.end]):
        return False
    before = text[: found.start].split()[-1:]
    return before not in (
        ["top"],
        ["first"],
        ["last"],
        ["latest"],
        ["newest"],
        ["best"],
        ["worst"],
        ["part"],
        ["number"],
        ["page"],
        ["next"],
    )


_NOT = re.compile(
    r"\b(?:non|all but|everything but|everyone but|(?:do|did|does|have|has|is|are|was|were|would) not(?:"
    r" \w+){0,3}?|not|except(?: for)?"
    r"|exclud(?:e"
    r"|ing)|without|minus|leav(?:e|ing) out|ignor(?:e|ing)|drop(?:ping)?|not counting|tak(?:e|ing)"
    r" (?:out|away)"
    r"|remov(?:e|ing)|throw(?:ing)? out|disregard(?:ing)?|other than|apart from|aside from|besides|but"
    r" not|anything but)"
    r"(?P<between>(?: (?:it|a|an|the|all|those|reviews|with|who|that|film|§film\d|give|given|giving|gave"
    r"|rate|rated|get|got|score|scored"
    r"|of|as|any))*) §RATING\b"
)


_TURNING = re.compile(
    r"\b(?:not|non|except|exclud\w*|without|minus|leav\w*|ignor\w*|drop\w*|counting|tak\w*|remov\w*|throw\w*"
    r"|disregard\w*|other"
    r"|apart|aside|besides|but)\b"
)
_RATED = re.compile(r"\d|\b(?:full marks|perfect)\b")


def _may_be_turned_round(sentence: Sentence) -> bool:
    """Whether one clause has both a number and a word that turns it round: `didnt they, how many gave 9`."""
    clauses = sentence.with_commas.split(" , ")
    return any(_TURNING.search(clause) and _RATED.search(clause) for clause in clauses)


def _turned_round(slots: Slots) -> Slots:
    """`did not give it a 10`: every rating but those."""
    found = _NOT.search(slots.text)
    if found is None or slots.filters.ratings is None:
        return slots
    others = tuple(rating for rating in range(HIGHEST + 1) if rating not in slots.filters.ratings)
    text = f"{slots.text[: found.start()]} §RATING {slots.text[found.end() :]}"
    return replace(slots, text=" ".join(text.split()), filters=replace(slots.filters, ratings=others))
