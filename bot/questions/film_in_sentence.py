"""Where a sentence such as `what did people think of pusher 2?` names a film.

Strict, because a sentence is mostly other words: the whole title or a whole part of it, in quotes or not;
two or more words of a title in a row; misspelt words only where they are no everyday words. A title of
everyday words alone (`It`, `Her`, `Us`) counts only in quotes, with its year, or with capitals inside a
sentence that has small letters too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.questions.film_keys import Tokens, numbers_in, split_year, tokens_of
from bot.questions.film_names import (
    FilmIndex,
    FilmMatch,
    find_by_words,
    find_film,
    holding,
    named_wholly,
    repair,
)
from bot.questions.plain_words import EVERYDAY_WORDS, FUNCTION_WORDS

_WORD = re.compile(r"[^\s\"“”«»]+")
_EDGES = "".join(chr(code) for code in range(33, 127) if not chr(code).isalnum()) + "…‘’“”«»¿¡–—"
_QUOTED = re.compile(r"[\"“«](?P<name>[^\"“”«»]{1,200})[\"”»]")
_YEAR_BEHIND = re.compile(
    r"\s*\(\s*(?:19|20)\d\d\s*\)"
    r"|\s+(?:19|20)\d\d\b(?!\s*(?:[-–—]|to|through|until|till|and|or|vs\.?|versus|v)\s*(?:[12]\d{3}|\d\d)\b)",
    re.IGNORECASE,
)
_RELEASED = re.compile(
    r",?\s+(?:from|of)\s+(?P<year>(?:19|20)\d\d)\b(?!\s*(?:-|–|on|to|and|or|till|until)\b)"
)
_OF_REVIEWS = re.compile(r"\breview|\bwr(?:ote|itten|ite)\b|\bpost", re.IGNORECASE)
"""What makes a year behind a film's name one of reviews, although it is the film's as well."""
_NUMBER_BEHIND = re.compile(
    r"\s+(?P<number>(?:part\s+)?(?:[1-9]|i{1,3}|iv|vi{0,3}|ix|two|three|four|five|six|seven|eight"
    r"|nine))(?!\w|[/.,:-]\d)"
    r"(?!\s*(?:%|/|-|\+|\d|(?:stars?|out|of|or|to|and|points?|percent|reviews?|ratings?|people|users?"
    r"|times?)\b))",
    re.IGNORECASE,
)
_LONGEST_NAME = 12
_LONGEST_SENTENCE = 60


@dataclass(frozen=True, slots=True)
class FilmInText:
    """A film named in a text: the match, what was typed, and the span of the text it takes (with quotes)."""

    match: FilmMatch
    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Some words in a row of the sentence: where they stand, their tokens and the name they may be."""

    start: int
    end: int
    tokens: Tokens
    name: str


def find_film_within(text: str, index: FilmIndex) -> FilmInText | None:
    """The film that the text names, None where it names none; the longest name wins, then the last."""
    if quoted := _find_quoted(text, index):
        return quoted
    stretches = sorted(_stretches(text), key=_length, reverse=True)
    for means in (_exactly, _partly):
        if found := next((each for each in stretches if means(each, text, index)), None):
            return _with_what_follows(found, text, index)
    for mended in _mended(stretches, index):
        if _exactly(mended, text, index) or _partly(mended, text, index):
            return _with_what_follows(mended, text, index)
    return None


def _find_quoted(text: str, index: FilmIndex) -> FilmInText | None:
    for found in _QUOTED.finditer(text):
        if find_by_words(found["name"], index, partly=False):
            name = found["name"].strip()
            return FilmInText(find_film(name, index), name, found.start(), found.end())
    return None


def _stretches(text: str) -> Iterator[_Stretch]:
    words = [
        (found.start() + _lead(found[0]), found.end() - _trail(found[0]))
        for found in _WORD.finditer(text)
        if found[0].strip(_EDGES)
    ][:_LONGEST_SENTENCE]
    for first, (start, _) in enumerate(words):
        for _, end in words[first : first + _LONGEST_NAME]:
            tokens = tokens_of(text[start:end])
            if tokens:
                yield _Stretch(start, end, tokens, text[start:end])


def _length(stretch: _Stretch) -> tuple[int, int, int]:
    return len(stretch.tokens), stretch.end, -stretch.start


def _lead(word: str) -> int:
    return len(word) - len(word.lstrip(_EDGES))


def _trail(word: str) -> int:
    return len(word) - len(word.rstrip(_EDGES))


def _exactly(stretch: _Stretch, text: str, index: FilmIndex) -> bool:
    return bool(named_wholly(stretch.name, index)) and (
        not _is_everyday(stretch.tokens) or _is_set_off(stretch, text, index)
    )


def _partly(stretch: _Stretch, _sentence: str, index: FilmIndex) -> bool:
    telling = [token for token in stretch.tokens if token not in EVERYDAY_WORDS and not token.isdigit()]
    return (
        len(stretch.tokens) > 1
        and bool(telling)
        and stretch.tokens[0] not in EVERYDAY_WORDS
        and stretch.tokens[-1] not in FUNCTION_WORDS
        and stretch.tokens[-1] in index.words
        and bool(holding(stretch.tokens, index))
    )


def _mended(stretches: Sequence[_Stretch], index: FilmIndex) -> Iterator[_Stretch]:
    """The stretches with a misspelt word in them, as they were meant."""
    words = tuple({word for stretch in stretches for word in stretch.tokens})
    mended = dict(zip(words, repair(words, index, keep=EVERYDAY_WORDS), strict=True))
    for stretch in stretches:
        tokens = tuple(mended[word] for word in stretch.tokens)
        if tokens != stretch.tokens and not _is_everyday(tokens):
            yield _Stretch(stretch.start, stretch.end, tokens, " ".join(tokens))


def _is_everyday(tokens: Tokens) -> bool:
    return all(token in EVERYDAY_WORDS or (token.isdigit() and len(token) < 3) for token in tokens)


def _is_set_off(stretch: _Stretch, text: str, index: FilmIndex) -> bool:
    """Whether a title of everyday words shows itself as one: by its year, or by capitals as the title has."""
    if year := _YEAR_BEHIND.match(text, stretch.end):
        return bool(find_by_words(stretch.name + year[0], index))
    titles = {index.films[place].title for place in named_wholly(stretch.name, index)}
    return (
        stretch.start > 0
        and stretch.name in titles
        and stretch.name != stretch.name.lower()
        and not text.isupper()
    )


def _with_what_follows(stretch: _Stretch, text: str, index: FilmIndex) -> FilmInText:
    """Takes the year behind the name with it, and a number that makes it another film: `pusher 3`."""
    released = _RELEASED.match(text, stretch.end)
    if released and not _OF_REVIEWS.search(text, 0, stretch.start):
        dated = f"{stretch.name} {released['year']}"
        if _is_of_year(dated, index):
            return FilmInText(find_film(dated, index), dated, stretch.start, released.end())
    end = stretch.end
    if (year := _YEAR_BEHIND.match(text, end)) and (
        "(" in year[0] or _is_of_year(stretch.name + year[0], index)
    ):
        end = year.end()
    elif not numbers_in(stretch.tokens) and (number := _NUMBER_BEHIND.match(text, end)):
        end = number.end("number")
    name = text[stretch.start : end]
    return FilmInText(find_film(name, index), name, stretch.start, end)


def number_behind(text: str, end: int) -> int:
    """Where the number ends that stands behind a name and makes it another film's; `end` where none does."""
    number = _NUMBER_BEHIND.match(text, end)
    return number.end("number") if number else end


def year_behind(text: str, end: int) -> int:
    """Where the year in brackets ends that stands behind a name; `end` where none does."""
    year = _YEAR_BEHIND.match(text, end)
    return year.end() if year and "(" in year[0] else end


def _is_of_year(name: str, index: FilmIndex) -> bool:
    title, year, _ = split_year(name)
    return any(index.films[place].year == year for place in named_wholly(title, index))
