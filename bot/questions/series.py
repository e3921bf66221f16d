"""Films of one series, and `the first one`, `the sequel`, `part 2`: films named by their place in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.model import Film
from bot.questions.film_keys import parts_of, tokens_of
from bot.questions.film_names import FilmIndex
from bot.questions.known import Known
from bot.questions.sentence import Sentence

_NOUN = r"(?:ones?|films?|movies?|parts?|instal?lments?|entry|chapter|picture|§film\d)"
_NTH = (
    (
        1,
        rf"(?:the )?(?:very )?(?:first|original) {_NOUN}|the (?:original|predecessor|prequel)|(?:part"
        rf"|number|film|movie) (?:1|one)|the first(?= was| is|$)|(?:its|his|the) predecessor|(?<=than"
        rf" )(?:the )?first\b(?! \w)",
    ),
    (
        2,
        rf"(?:the )?second {_NOUN}|the sequel|(?:part|number|film|movie) 2|the second(?= was| is|$)|(?:its"
        rf"|the) sequel",
    ),
    (3, rf"(?:the )?third {_NOUN}|(?:part|number|film|movie) 3|the third(?= was| is|$)"),
)
_PATTERNS = tuple((number, re.compile(rf"\b(?:{words})\b")) for number, words in _NTH)
_MOST_FILMS = 500


def with_relatives(sentence: Sentence, known: Known) -> Sentence:
    """The sentence with films that are named by their place in a series as films; others stay as words."""
    here = _film_of(sentence, known)
    for number, pattern in _PATTERNS:
        found = pattern.search(sentence.text)
        if found is None:
            continue
        film = sibling(here or series_with_several(known.films), number, known.films)
        if film is None:
            continue
        compared = bool(
            re.search(
                r"\b(?:than|to|as|like|versus|with|from|against|or|and)\s*$", sentence.text[: found.start()]
            )
        )
        films = sentence.films
        if compared and not films and here is not None and here != film:
            return _compared(sentence, here, film, found)
        if str(film) not in films:
            films = (*films, str(film))
        mark = f"§film{films.index(str(film))}"
        text = f"{sentence.text[: found.start()]} {mark} {sentence.text[found.end() :]}"
        return replace(sentence, text=" ".join(text.split()), films=films)
    return sentence


def _compared(sentence: Sentence, here: Film, film: Film, found: re.Match[str]) -> Sentence:
    """`is it better than the first one`: both films, `it` being the one that is meant here."""
    before = re.sub(
        r"\b(?:it|(?:this|the|that) (?:film|movie|one))\b", "§film0", sentence.text[: found.start()], count=1
    )
    if "§film0" not in before:
        before = f"§film0 {before}"
    text = f"{before} §film1 {sentence.text[found.end() :]}"
    return replace(sentence, text=" ".join(text.split()), films=(str(here), str(film)))


def _film_of(sentence: Sentence, known: Known) -> Film | None:
    if sentence.films:
        return next((film for film in known.films.films if str(film) == sentence.films[0]), None)
    return known.film


def sibling(film: Film | None, number: int, films: FilmIndex) -> Film | None:
    """The film of the same series with that number: `Pusher II` has the sibling 1 `Pusher`."""
    if film is None:
        return None
    base = _series(film)[0]
    places = set(films.words.get(base[0], ())) if base else set()
    return next(
        (films.films[place] for place in sorted(places) if _series(films.films[place]) == (base, number)),
        None,
    )


def series_with_several(films: FilmIndex) -> Film | None:
    """A film of the only series that the library holds more than one film of."""
    if len(films.films) > _MOST_FILMS:
        return None
    seen: dict[tuple[str, ...], list[Film]] = {}
    for film in films.films:
        seen.setdefault(_series(film)[0], []).append(film)
    several: Sequence[list[Film]] = [group for group in seen.values() if len(group) > 1]
    return several[0][0] if len(several) == 1 else None


def _series(film: Film) -> tuple[tuple[str, ...], int]:
    """The name that the films of a series share, and the film's number in it."""
    parts = parts_of(film.title)
    tokens = tokens_of(parts[0] if parts else film.title)
    if len(tokens) > 1 and tokens[-1].isdigit() and len(tokens[-1]) < 3:
        return tokens[:-1], int(tokens[-1])
    return tokens, 1
