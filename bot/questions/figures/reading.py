"""From a sentence and its slots to the figure that is asked for."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from bot.language.english import is_english
from bot.language.film_talk import subjects
from bot.language.senses import sense
from bot.questions.figures.asked import Asked, Reading
from bot.questions.figures.averages import (
    AVERAGE,
    MEDIAN,
    average,
    most_common,
    overall,
    what_they_gave,
)
from bot.questions.figures.comparisons import EACH_FILM, compare
from bot.questions.figures.counts import COUNT, SHARE, beside, count, mood, quantified, share, who_gave
from bot.questions.figures.extremes import both_ends, extreme
from bot.questions.figures.narrowing import Holds, stopping
from bot.questions.figures.reviewers import reviewed_by, two_reviewers
from bot.questions.figures.spread import deviation
from bot.questions.figures.years import over_time, two_spans
from bot.questions.kinds import EVERY_FILM, THE_FILM, Extreme, MostCommon, ReviewedBy, Unclear
from bot.questions.sentence import Sentence
from bot.questions.slots.marked import Slots

_LONGEST_LIST = 25
_EVERY_FILM = re.compile(
    r"of (?:the|your|these|those) [2-9] (?:films|movies)(?: (?:you|we) (?:have|got|know|hold|own|keep"
    r"|store))?|"
    r"(?:of |in |across |over |for |from |among )*(?:(?:all|each|every one)(?: [2-9])? (?:of )?(?:the "
    r"|these |your"
    r" )?(?:\d )?(?:films?|movies?)"
    r"|\bany (?:films?|movies?)|all (?:of them|\d)$|all \d of them|of (?:the|these|those) [2-9]$"
    r"|of (?:the|these|those) (?:[2-9]|bunch)(?= (?:has|have|is|was|got|did|scores?|rates?)\b)"
    r"|everything (?:you|we|u) (?:have|have got|got|know|hold|keep)|(?:everything|the (?:whole "
    r"|entire )?lot)$"
    r"|(?:both(?: the)?|the 2|the 3|all the|all 3) §film\d(?: films| movies)?"
    r"|(?:the )?(?:whole|entire|full) (?:library|database|collection|site)|every (?:single )?(?:film|movie)"
    r"|(?:the |this |your )?(?:library|database|collection))(?: (?:you|we) (?:have|got|know|hold|own"
    r"|keep|store))?"
)
_IT = re.compile(r"\b(?:it|(?:this|the|that) (?:film|movie|one)|the sequel)\b")
_READERS: tuple[Callable[[Asked], Reading | None], ...] = (
    two_reviewers,
    compare,
    over_time,
    two_spans,
    deviation,
    both_ends,
    mood,
    beside,
    quantified,
    share,
    most_common,
    average,
    count,
    extreme,
    reviewed_by,
    overall,
    what_they_gave,
    who_gave,
)


def _none(_word: str) -> bool:
    return False


def read_figure(sentence: Sentence, slots: Slots, holds: Holds = _none) -> Reading | None:
    """The figure that is asked for, with what stayed unread; None where no figure is asked for.

    Of several ways to read it the first that leaves nothing unread is meant. `holds` tells whether the
    reviews use a word.
    """
    film = sentence.films[0] if len(sentence.films) == 1 else None
    if EACH_FILM.search(slots.text):
        film = None if "§film" not in slots.text else film
    elif every := _EVERY_FILM.search(slots.text):
        text = f"{slots.text[: every.start()]} {slots.text[every.end() :]}"
        slots = replace(slots, text=" ".join(text.split()))
        film = film if film and "§film" not in every[0] else EVERY_FILM
    elif film is None and _IT.search(sentence.text):
        film = THE_FILM
    if _is_of_music(sentence.text) or _RATED_ELSEWHERE.search(sentence.text):
        return None
    asked = Asked(sentence, slots, film)
    half_read: Reading | None = None
    for read in _READERS:
        if reading := read(asked):
            if not reading.told:
                return reading if reading.asks else half_read or reading
            reading = replace(reading, unread=(*reading.unread, *_unwritten(slots, sentence, holds)))
            unread = stopping(slots.text, reading.unread, reading.question, sentence, holds)
            unread = tuple(word for word in unread if word not in _years_told(slots) | _ends_told(slots))
            unread = (*unread, *_narrowing_here(slots.text), *_OF_NAMES.findall(sentence.text))
            reading = _with_limit(replace(reading, unread=unread), slots.limit)
            if not reading.unread:
                sure = half_read is None or _is_sure(reading) or _APART.search(slots.text) is not None
                return reading if sure else half_read
            half_read = half_read or reading
    return half_read


def _unwritten(slots: Slots, sentence: Sentence, holds: Holds) -> tuple[str, ...]:
    """English words of several that reviews shall mention which none of them has, where they have the others.

    They count no review, and would be no part of what is meant: `the foghorn scenes people`.
    """
    words = (slots.filters.mentions or "").split()
    if sentence.quotes or len(words) < _SEVERAL or not any(map(holds, words)):
        return ()
    return tuple(word for word in words if is_english(word) and not holds(word))


def _narrowing_here(text: str) -> tuple[str, ...]:
    """Words that mostly mean nothing and narrow a figure where they stand: `in May`, `one line`."""
    return tuple(word for found in _NARROWING.finditer(text) for word in found.groups() if word)


_NARROWING = re.compile(
    r"\b(?:in|during|since|until|before|after|from|every|last|this) (?:early |late |mid )?(may)\b"
    r"|\b(one) (?:line|liner|sentence|word|paragraph)s?\b"
    r"|\b(?:the|among|of) (long|longer|short|shorter) (?:ones|reviews|texts)\b"
    r"|\b(?:gave|give|given)(?: it| this| a| the film)* (thumbs) (?:up|down)\b"
    r"|\b(different|distinct|unique) (?:ratings?|scores?|marks?|grades?|numbers?)\b"
)
_OF_NAMES = re.compile(
    r"\b(?:whose|in (?:their|his|her)|(?:reviewers|users|people|critics) (?:by|of|with) the"
    r"|(?:reviewers|users|people|critics) (?:who |that )?(?:have|has|with) (?:\w+ ){0,2}?)"
    r"(?: ?user)? ?(names?)\b"
)
"""Reviewers by their names, which are not searched: `how many reviewers with a number in their name`."""
_SEVERAL = 2
_APART = re.compile(r"\bhow far apart\b")


def _years_told(slots: Slots) -> frozenset[str]:
    """The year that is meant, which may be told twice."""
    since, until = slots.filters.since, slots.filters.until
    if since is None or until is None:
        end = since or until
        return frozenset({str(end.year)} if end and _INCLUDED.search(slots.text) else ())
    return frozenset({str(since.year)} if since.year == until.year else ())


_INCLUDED = re.compile(r"\b(?:counts?|counted|counting|includ\w+|inclusive|too|also|both)\b")


def _ends_told(slots: Slots) -> frozenset[str]:
    """The ends of the range of ratings that is meant, which may be told once more to count them in."""
    ratings = slots.filters.ratings
    if not ratings or len(ratings) == 1 or not _INCLUDED.search(slots.text):
        return frozenset()
    return frozenset({str(min(ratings)), str(max(ratings))})


def _is_sure(reading: Reading) -> bool:
    """Whether a later way to read a sentence may stand for an earlier one that is left with unread words."""
    return isinstance(reading.question, Extreme | MostCommon | ReviewedBy)


_SCORE = re.compile(r"\bscores?\b")
_COUNTED = re.compile(
    r"\b(?:ratings?|rated|stars?|average|mean|median|reviews?|gave|give|points|lowest|highest)\b"
)


_OF_SOUND = re.compile(
    r"\bscore (?:does|did|do|how|and) .*\b(?:fit|suit|match|work|carry|help)s?\b"
    r"|\bw(?:rote|rites?) (?:the |its )?score\b|\bscore (?:\w+ )?(?:fits?|suits?|sounds?|works?|adds?"
    r"|helps?|carry|carries|match(?:es)?)\b"
    r"|\bscore\b.*\bwho (?:is|was|did) (?:it )?by\b|\bscore (?:too )?loud\b|\bscore .*\b(?:synth\w*|mood"
    r"|scenes?)\b"
)


_HOW_SCORE = re.compile(
    r"^(?:and |so |but )?(?:how (?:is|was|are) (?:the |its )?(?:new )?score"
    r"(?: (?:in|of|for) (?:it|(?:this|the|that)(?: one| film| movie)?))?(?: any good)?|whose"
    r" score(?: (?:is|was) (?:it|this|that))?)$"
    r"|\bscore (?:do|did|does) (?:people|they|you|folks|any\w+|everyone|fans) (?:like|love|hate|enjoy)\b"
    r"|\b(?:rate|like|love|enjoy|hate|about|think of|thoughts on|opinions? (?:on|of)) (?:the|its) score$"
)
_RATED_ELSEWHERE = re.compile(
    r"\b(?:age rating|aspect ratio|certificate|rated (?:r|pg|x|nc)|metacritic|metascore|rotten|tomato\w*)\b"
)


def _is_of_music(text: str) -> bool:
    """`how is the score, the accordion`: beside another word for music, a score is music."""
    if _HOW_SCORE.search(text):
        return True
    if _SCORE.search(text) and _OF_SOUND.search(text):
        return True
    if not _SCORE.search(text) or _COUNTED.search(text) or re.search(r"\d", re.sub(r"§\w+", "", text)):
        return False
    music = subjects()["music"]
    return any(sense(word) in music.words and word not in ("score", "scores") for word in text.split())


def _with_limit(reading: Reading, limit: int | None) -> Reading:
    """The reading with the number of reviews asked for, which is unread where no list is asked for."""
    if limit is None:
        return reading
    if isinstance(reading.question, Extreme) and 1 <= limit <= _LONGEST_LIST:
        return replace(reading, question=replace(reading.question, limit=limit))
    return replace(reading, unread=(*reading.unread, str(limit)))


def how_many(text: str) -> bool:
    """Whether the words ask for a number, a share or an average, not for the reviews themselves."""
    return any(cue.search(text) for cue in (COUNT, SHARE, AVERAGE, MEDIAN))


def as_unclear(sentence: Sentence, reading: Reading) -> Unclear:
    """The question that asks back: what was not understood, and what would be counted without it."""
    unread = " ".join(dict.fromkeys(map(sentence.as_typed, reading.unread)))
    return Unclear(sentence.typed, unread, (reading.question, *reading.others), reading.asks)
