"""The one way from words to a `Question`, whether they are commands or sentences."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.questions.asking_again import about_film
from bot.questions.commands import read_command
from bot.questions.conversation import Conversation
from bot.questions.earlier_names import with_name_of_now, with_part_of_earlier_name
from bot.questions.figures.filler import FILLER
from bot.questions.figures.narrowing import NARROW
from bot.questions.film_in_sentence import find_film_within
from bot.questions.film_keys import split_year
from bot.questions.following_up.correcting import put_right
from bot.questions.following_up.reading import follow_shown
from bot.questions.following_up.reviews import with_reviewer_meant
from bot.questions.kinds import (
    Average,
    AverageRating,
    CompareFilms,
    CompareSpans,
    Count,
    Extreme,
    MostCommon,
    NotInReviews,
    People,
    Question,
    ReviewedBy,
    Reviewer,
    Search,
    Share,
    Timeline,
    TopReviews,
    Unclear,
    WholeReview,
    WroteOfAll,
)
from bot.questions.known import Known
from bot.questions.laughs import without_laughs
from bot.questions.naming import is_film
from bot.questions.numbers import with_figures
from bot.questions.plain_questions import read_plain
from bot.questions.said import who_said
from bot.questions.unread import AskBackError, UnreadError

_LONGEST_SENTENCE = 500
_LONGEST_LEANING = 120
_SIGN = re.compile(r"\A\s*[/!]?(?:ask\s+(?:question:\s*)?)?(?=\w)", re.I)


def read(text: str, known: Known, last: Conversation | None = None) -> Question:
    """The question that the words ask; `Unclear` where they are not understood to the last one.

    `last` is what was asked and answered just before, None where nothing was. A sign in front of a command
    word (`/top`, `!mentions`) changes nothing.
    """
    now = with_name_of_now(_without_laughs(text, known), known)
    question = _read(now, known, last)
    if isinstance(question, NotInReviews) and question.is_film:
        renamed = with_part_of_earlier_name(now, question.topic, known)
        question = question if renamed == now else _read(renamed, known, last)
    return replace(question, text=text) if isinstance(question, Unclear) else question


def _without_laughs(text: str, known: Known) -> str:
    """The text without chat words at its end, unless a film's title ends in one."""
    plain = without_laughs(text)
    named = find_film_within(text, known.films) if plain != text else None
    return text if named is not None and named.end > len(plain) else plain


def _read(text: str, known: Known, last: Conversation | None) -> Question:
    words = _SIGN.sub("", text)
    if (said := who_said(words, known)) is not None:
        return said
    if last is not None and len(words) <= _LONGEST_LEANING:
        words = put_right(words)
        followed = follow_shown(words, known, last)
        if followed is not None:
            return followed
        words = with_reviewer_meant(words, last)
    try:
        commanded = None if _ASKS_DATE.match(words) or _ON.match(words) else _command(words, known)
    except AskBackError as error:
        return _asked_back(error, text, words, known, last)
    if commanded is not None and (_is_sure(commanded, words, known) or len(words) > _LONGEST_SENTENCE):
        return _about_the_last_film(commanded, last)
    if commanded is not None and _QUOTE.search(words):
        return commanded
    question = read_plain(words, known, last) if len(words) <= _LONGEST_SENTENCE else Unclear(text)
    if isinstance(question, Count | Share) and question.filters.reviewer is None and _DID_HE.search(words):
        return Unclear(text, asks="Whom do you mean? Name the reviewer.")
    if commanded is not None and not isinstance(question, _SURER) and not _names_no_film(question, commanded):
        return commanded
    return question


_ASKS_DATE = re.compile(r"(?:latest|newest|last|first|earliest|oldest) review'?s? date\b", re.IGNORECASE)
"""Begins with a command's word and asks for a day."""


_DID_HE = re.compile(r"\bhow many\b.*\b(?:did|does|has) (?:he|she)\b", re.IGNORECASE)
"""Counts what somebody wrote who wasn't named."""
_ON = re.compile(r"compare\b.+\b(?:on|in terms of|when it comes to|regarding) ", re.IGNORECASE)
"""Begins with a command's word and asks what is said of one thing."""


def _about_the_last_film(commanded: Question, last: Conversation | None) -> Question:
    """A command that needs a film and names none, about the film that was just spoken of."""
    if last is None or last.film is None or not isinstance(commanded, _OF_ONE_FILM):
        return commanded
    return about_film(commanded, last.film) if commanded.film is None else commanded


_OF_ONE_FILM = (AverageRating, Timeline, TopReviews, People)


def _asked_back(
    error: AskBackError, text: str, words: str, known: Known, last: Conversation | None
) -> Question:
    """The question for what a command lacks, unless the words compare with what was asked last."""
    question = read_plain(words, known, last) if len(words) <= _LONGEST_SENTENCE else Unclear(text)
    if isinstance(question, CompareFilms):
        return question
    return Unclear(text, readings=error.examples, asks=error.asks)


def _names_no_film(question: Question, commanded: Question) -> bool:
    """Whether a sentence is understood, if by half, and the command's film can be none: `2021 vs 2022`."""
    if isinstance(question, Unclear) and not question.readings:
        return False
    words = with_figures(
        " ".join(re.findall(r"\w+", (getattr(commanded, "film", None) or "").lower()))
    ).split()
    figures = isinstance(question, AverageRating | Unclear) and isinstance(
        commanded, AverageRating | Timeline
    )
    return figures and bool(words) and all(word in _NO_FILM or word.isdigit() for word in words)


_NO_FILM = FILLER | NARROW | frozenset("range spread plz thx please".split())


_QUOTE = re.compile(r"[\"“«]")
_SEARCHES = re.compile(r"\s*(?:search|find|grep|look)\b", re.IGNORECASE)
_SURER = (Count, Share, Average, MostCommon, Extreme, CompareFilms, CompareSpans, WroteOfAll, ReviewedBy)
"""What a sentence is surer to ask than a command about a film that isn't here: `lowest mark and whose`."""


def _command(words: str, known: Known) -> Question | None:
    try:
        return read_command(words, known)
    except AskBackError:
        raise
    except UnreadError:
        return None


def _is_sure(question: Question, words: str, known: Known) -> bool:
    """Whether a command means what it says: it names no unknown film, and searches only when told to."""
    if isinstance(question, Search) and not _SEARCHES.match(words):
        return False
    if isinstance(question, WholeReview | Reviewer) and _names_nobody(question, known):
        return False
    film = getattr(question, "film", None)
    return film is None or is_film(film, known) or _is_of_another_year(film, known)


def _is_of_another_year(film: str, known: Known) -> bool:
    """`pusher (1996)` where that title is known by another year: no year of reviews is meant."""
    title, year, marked = split_year(film)
    return marked and year is not None and is_film(title, known)


def _names_nobody(question: WholeReview | Reviewer, known: Known) -> bool:
    """`review count`: a word with which figures are asked for, and no reviewer's name."""
    name = question.name if isinstance(question, Reviewer) else question.which
    return known.find_reviewer(name) is None and all(word in FILLER for word in name.lower().split())
