"""Questions that no one film answers: what to watch, and who of all reviewers is what."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.questions.figures.filler import FILLER, MEASURED
from bot.questions.figures.narrowing import NARROW
from bot.questions.kinds import (
    EVERY_FILM,
    THE_FILM,
    Average,
    AverageRating,
    CompareFilms,
    Count,
    Counted,
    Extreme,
    Films,
    Grouping,
    MostCommon,
    Opinion,
    Question,
    Share,
    Statistic,
    WroteOfAll,
)
from bot.questions.sentence import Sentence

_WATCH = re.compile(
    r"(?:(?:can|could|would) you |please )*(?:recommend|suggest)(?: me| us)?(?: (?:a|an|any|some|something"
    r"|anything|good|great|nice|films?|movies?|one|to (?:watch|see)|for (?:tonight|today)|tonight|today"
    r"|please|here))*"
    r"|(?:what|which)(?: film| movie| one)? (?:should|could|can|do) (?:i|we) (?:watch|see)"
    r"(?: (?:tonight|today|next|now|first|here|please))*"
)
_MORE_REVIEWS = re.compile(r"which(?: one| film| movie)? (?:has|have|got) (?:the )?(?:more|most) reviews")
_OLDEST = re.compile(
    r"(?:and |so |but )*(?:which|what)(?: one)?(?: of (?:the|these|your))* (?:film|movie)s?"
    r" (?:is|are|was) (?:the )?"
    r"(?:(?P<old>oldest|earliest|older)|newest|most recent|latest|newer)(?: (?:film|movie|one))?"
    r"(?: (?:here|you have|in the library))*"
)
_WHOEVER = (
    r"(?:is there )?(?:who|which (?:reviewers?|people|users?|critics?|ones?)|what reviewers?|anyone(?: who)?"
    r"|anybody(?: who)?|did any(?:one|body)|has any(?:one|body)|how many (?:people|reviewers|users)"
    r"|(?:list |name )?(?:the )?(?:reviewers|people|everyone)(?: who| that)?)(?: (?:all|else|here|has|have))*"
)
_SAW = (
    r"(?:saw|seen|watched|review|reviewed|rate|rated|covered|did|(?:wrote|written|write) (?:of|on|about|for))"
)
_SAW_ALL = re.compile(
    rf"{_WHOEVER} {_SAW}(?: (?:all|every|each|both|everything))(?: (?:of|the|these|those|them|your|\d))*"
    r"(?: (?:films?|movies?|ones?))?(?: (?:here|you have|there are|in the library))*"
)
_SAW_THESE = re.compile(
    rf"{_WHOEVER} {_SAW}(?: (?:both|all|each|the|of|\d|films?|movies?|,))* §film0"
    r"(?: (?:and|or|plus|as well as|,|also|too) ?)+ ?§film1(?:(?: (?:and|,))* §film\d)*"
    r"(?: (?:too|both|as well|also|films?|movies?))*"
)
_SAW_SEVERAL = re.compile(
    rf"{_WHOEVER} (?:have |has |had |did )?{_SAW} (?:(?P<least>at least|no (?:less|fewer) than)|more"
    rf" than|over|(?P<several>several"
    r"|multiple|two or more|2 or more)) ?(?P<number>\d|one|a single|a)?(?: different)? (?:films?|movies?"
    r"|of (?:the|these|your)"
    r" (?:films|movies))(?: (?:here|in the library|in total))*"
)
_OF_REVIEWERS = re.compile(r"\b(?:reviewers?|critics?)\b|\bof all$")
_OF_A_KIND = re.compile(
    r"(?:(?:can|could|would) you |please |give me |show me |i (?:want|need|would like) "
    r"|(?:got|have you got|any) )*"
    r"(?:(?:recommend|suggest)(?: me| us)? )?"
    r"(?:something|anything|sth)(?: (?:really|very|that is|thats|to watch))* (?P<kind>[a-z]+)"
    r"(?: (?:to watch|to see|for tonight|tonight|today|please|here))*"
    r"|(?:which|what)(?: one)?(?: of (?:them|these|the films))?(?: (?:film|movie|one))?"
    r" is (?:the )?most (?P<most>[a-z]+)"
)
"""A film is asked for by what it is like: the reviews of all films may tell."""
_WROTE_MOST = re.compile(
    r"(?:who|which (?:reviewer|user|critic|person)|what reviewer)(?: has| have)?"
    r" (?:wrote|written|posted|reviewed|contributed)(?: the)? most(?: (?:of all|here|in total|overall))?"
)
_IN_TOTAL = re.compile(r"\b(?:in total|altogether|all together|in all|across the board)$")
_IN_LIBRARY = re.compile(
    r"what (?:is|are|films are|do you have|have you got|have we got)(?: here)? in (?:the|your|this) library"
)
_MEANS = re.compile(
    r"(?:and |so |but )?what (?:does|do|is|did) (?:a |an |the |that )?\d+(?:\.\d+)?(?: (?:/|out of) 10)?"
    r"(?: (?:mean|stand for|supposed to mean))(?: (?:here|then))*"
)
_NO_KIND = (
    FILLER
    | MEASURED
    | NARROW
    | frozenset("good great best better worth new old else helpful useful recent popular common".split())
)


def of_no_film(text: str, *, one_film: bool) -> Question | None:
    """The question that a sentence asks of the library, None where it may be asked of a film.

    `one_film` says that a film is meant where none is named: who wrote the most of it wrote the longest.
    """
    if _WATCH.fullmatch(text):
        return CompareFilms()
    if found := _OLDEST.fullmatch(text):
        return CompareFilms(statistic=Statistic.RELEASED, lowest=bool(found["old"]))
    if _MORE_REVIEWS.fullmatch(text):
        return CompareFilms(statistic=Statistic.COUNT)
    if _IN_LIBRARY.fullmatch(text):
        return Films()
    if _SAW_ALL.fullmatch(text):
        return WroteOfAll()
    if (found := _SAW_SEVERAL.fullmatch(text)) and (least := _least(found)):
        return WroteOfAll(least=least)
    if _MEANS.fullmatch(text):
        return AverageRating(THE_FILM)
    if _WROTE_MOST.fullmatch(text) and not one_film:
        return MostCommon(EVERY_FILM, by=Grouping.REVIEWER)
    if (found := _OF_A_KIND.fullmatch(text)) and (found["kind"] or found["most"]) not in _NO_KIND:
        return Opinion(text, EVERY_FILM)
    return None


def _least(found: re.Match[str]) -> int | None:
    """Of how many films at least, None where no number is told."""
    if found["several"]:
        return None if found["number"] else 2
    if not found["number"]:
        return None
    number = int(found["number"]) if found["number"].isdigit() else 1
    return max(1, number) if found["least"] else number + 1


def of_several_films(sentence: Sentence) -> Question | None:
    """`who reviewed both low water and exchange`, None where something else is asked."""
    if len(sentence.films) > 1 and _SAW_THESE.fullmatch(sentence.text):
        return WroteOfAll(sentence.films)
    return None


def over_the_library(question: Question, text: str) -> Question:
    """Whoever is looked for among reviewers is looked for in all films, where none is named."""
    if isinstance(question, Extreme) and question.film is None and _OF_REVIEWERS.search(text):
        return replace(question, film=EVERY_FILM)
    is_sum = isinstance(question, Count) and question.of in (Counted.VOTES, Counted.HELPFUL_VOTES)
    if not isinstance(question, Count | Share | Average) or is_sum:
        return question
    if question.film is None and _IN_TOTAL.search(text):
        return replace(question, film=EVERY_FILM)
    return question
