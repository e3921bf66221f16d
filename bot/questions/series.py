"""Films of one series, and `the first one`, `the sequel`, `part 2`: films named by their place in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from bot.model import Film
from bot.questions.film_keys import series_of
from bot.questions.film_names import FilmIndex
from bot.questions.known import Known
from bot.questions.sentence import Sentence, without_commas

_NOUN = r"(?:ones?|films?|movies?|parts?|instal?lments?|entry|chapter|picture|§film\d)"
_NTH = (
    (
        1,
        rf"(?:the )?(?:very )?(?:first|original) {_NOUN}|the (?:original|predecessor|prequel)|(?:part"
        rf"|number|(?<!a )(?:film|movie)) (?:1|one)|the first(?= was| is|$)|(?:its|his|the) predecessor|"
        rf"(?<!\w )original(?= (?:or|versus)\b)|(?<= or )original\b(?! \w)|(?<=than"
        rf" )(?:the )?first\b(?! \w)",
    ),
    (
        2,
        rf"(?:the )?second {_NOUN}|(?:the )?(?:sequel|follow ?up) (?:to|of) §film\d|the sequel|(?:part"
        rf"|number|film|movie) 2|the second(?= was| is|$)"
        rf"|(?<!\w )sequel(?= (?:or|versus)\b)|(?<= or )sequel\b(?! \w)|(?:its|it is"
        rf"|the) sequel",
    ),
    (3, rf"(?:the )?third {_NOUN}|(?:part|number|film|movie) 3|the third(?= was| is|$)"),
)
_NUMBERS = {1: r"(?:first|1st|original)", 2: r"second", 3: r"third"}
_ORDINALS = {1: "first", 2: "second", 3: "third"}
_PATTERNS = tuple((number, re.compile(rf"\b(?:{words})\b")) for number, words in _NTH)
COMPARES = re.compile(
    r"\b(?:better|worse|than|compared?|comparison|comparing|versus|prefer|as \w+ as|improve(?:s|ment)?"
    r"|difference|like|unlike"
    r"|against|(?:stand|hold|live|measure|stack)s? up|match(?:es)?|beats?|surpass(?:es)?|live up to|seen"
    r"|saw|see|seeing|having|watch|watched|watching|know|without|nothing (?:of|like)"
    r"|speed of|pace of|lacks?)\b|\w{3,}er"
    r" then\b"
)
_NUMBER_ALONE = re.compile(
    r"§film\d (?:versus|or|and|against|compared (?:to|with)) (?:part )?(?P<number>[1-3])(?! ?[/\d.%+]"
    r"|s\b)(?= |$)"
)
_SEEN = re.compile(r"\b(?:seen|saw|see|watch|watched|watching|know|without|start with|skip)\b")
_RANKS = re.compile(r"(?<=\w)(?<!\bso)(?<!\bok)(?<!\bokay)(?<!\bbut)(?<!\bnow) (?:or|and) (?!then)")
_MOST_FILMS = 500


def with_relatives(sentence: Sentence, known: Known) -> Sentence:
    """The sentence with films that are named by their place in a series as films; others stay as words.

    Where films are compared (`is it rated higher than the first one`), the one meant here is the other.
    """
    sentence = _of_year(_both_of_series(sentence, known), known)
    found = _references(sentence, known)
    if not found or _SEEN.search(sentence.text):
        return sentence
    here = _film_of(sentence, known)
    text, films = sentence.with_commas, list(sentence.films)
    compares = bool(COMPARES.search(text) or _RANKS.search(text))
    if compares and not films and here is not None and [film for _, _, film in found] != [here]:
        text = _IT.sub("§film9", text, count=1) if len(found) == 1 else text
        films = [str(here)] if len(found) == 1 else []
        text = text.replace("§film9", "§film0")
        found = _references(replace(sentence, with_commas=text), known)
        if films and "§film0" not in text:
            text = f"§film0 {text}"
            found = _references(replace(sentence, with_commas=text), known)
    for start, end, film in reversed(found):
        if str(film) not in films:
            films.append(str(film))
        text = f"{text[:start]} §film{films.index(str(film))} {text[end:]}"
    return _with_films_told(replace(sentence, with_commas=" ".join(text.split()), films=tuple(films)))


def _with_films_told(sentence: Sentence) -> Sentence:
    """The sentence with only those films that its words still name, numbered from left to right."""
    with_commas = _WITH_YEAR.sub(lambda found: _without_own_year(found, sentence), sentence.with_commas)
    told = list(dict.fromkeys(re.findall(r"§film(\d)", with_commas)))
    text = re.sub(r"§film(\d)", lambda mark: f"§film{told.index(mark[1])}", with_commas)
    films = tuple(sentence.films[int(number)] for number in told)
    return replace(sentence, with_commas=text, text=without_commas(text), films=films)


_WITH_YEAR = re.compile(r"§film(?P<number>\d) (?:from|of|in) (?P<year>(?:18|19|20)\d\d)\b")


_REVIEWS_OF = re.compile(r"\b(?:reviews?|ratings?|reviewers?|people|ones|write ups?)(?: \w+){0,2} $")


def _without_own_year(found: re.Match[str], sentence: Sentence) -> str:
    """`the first one from 2003`: the film's own year; in `reviews of the first one from 2003` theirs."""
    is_own = sentence.films[int(found["number"])].endswith(f"({found['year']})")
    of_reviews = _REVIEWS_OF.search(found.string[: found.start()])
    return f"§film{found['number']}" if is_own and not of_reviews else found[0]


_IT = re.compile(r"\b(?:it|(?:this|the|that) (?:film|movie|one))\b")


_BOTH = re.compile(
    r"\b(?:the |these |those )?(?:2|both(?: of)?(?: the)?) §film0 ?(?:films|movies|ones|pictures)"
)


def _both_of_series(sentence: Sentence, known: Known) -> Sentence:
    """`the two tallow quay films`: both films of the series by name."""
    here = _film_of(sentence, known) if len(sentence.films) == 1 else None
    pair = [sibling(here, number, known.films) for number in (1, 2)]
    if here is None or None in pair or not _BOTH.search(sentence.with_commas):
        return sentence
    text = _BOTH.sub(" §film0 and §film1 ", sentence.with_commas)
    text = " ".join(text.split())
    return replace(sentence, with_commas=text, text=without_commas(text), films=tuple(map(str, pair)))


_YEARS_ONE = re.compile(
    r"\bthe (?P<year>(?:18|19|20)\d\d) (?:one|film|movie|version)\b(?!s)|\bthe (?:one|film|movie) (?:from"
    r"|of) (?P<of>(?:18|19|20)\d\d)\b"
)


def _of_year(sentence: Sentence, known: Known) -> Sentence:
    """`rating of the 2003 one`: the one film of that year, where no other is named."""
    found = _YEARS_ONE.search(sentence.with_commas) if not sentence.films else None
    if found is None:
        return sentence
    films = [film for film in known.films.films if str(film.year) == (found["year"] or found["of"])]
    if len(films) != 1:
        return sentence
    text = f"{sentence.with_commas[: found.start()]} §film0 {sentence.with_commas[found.end() :]}"
    text = " ".join(text.split())
    return replace(sentence, with_commas=text, text=without_commas(text), films=(str(films[0]),))


def _references(sentence: Sentence, known: Known) -> list[tuple[int, int, Film]]:
    """Where films are named by their place in a series that the library holds, from left to right."""
    here = _film_of(sentence, known) or series_with_several(known.films)
    found: list[tuple[int, int, Film]] = []
    for number, pattern in _PATTERNS:
        for place in pattern.finditer(sentence.with_commas):
            film = sibling(here, number, known.films)
            if film is not None and not any(
                start < place.end() and place.start() < end for start, end, _ in found
            ):
                found.append((place.start(), place.end(), film))
    for place in _NUMBER_ALONE.finditer(sentence.with_commas):
        film = sibling(here, int(place["number"]), known.films)
        if film is not None:
            found.append((place.start("number"), place.end("number"), film))
    return sorted(found, key=lambda each: each[0])


def names_relative(sentence: Sentence, known: Known) -> bool:
    """Whether a film of the series is spoken of that the library doesn't hold."""
    return _missing(sentence, known) is not None


def missing_relative(sentence: Sentence, known: Known) -> str | None:
    """How a film of the series is called that is asked about and that the library doesn't hold."""
    return None if COMPARES.search(sentence.text) else _missing(sentence, known)


def names_place_of_film(sentence: Sentence) -> bool:
    """Whether a place stands in front of a film's name: `what about the first pusher`."""
    return any(_with_place(number).search(sentence.text) for number in _NUMBERS)


@cache
def _with_place(number: int) -> re.Pattern[str]:
    return re.compile(rf"\b{_NUMBERS[number]} §film0(?: (?:film|movie|one))?$")


def _missing(sentence: Sentence, known: Known) -> str | None:
    here = _film_of(sentence, known)
    if here is None:
        return None
    base = re.escape(" ".join(series_of(here.title)[0]))
    for number, pattern in _PATTERNS:
        found = pattern.search(sentence.text) or re.search(rf"\b{_NUMBERS[number]} {base}\b", sentence.text)
        if found is not None and sibling(here, number, known.films) is None:
            return found[0]
        if _with_place(number).search(sentence.text) and sibling(here, number, known.films) is None:
            return f"{_ORDINALS[number]} {' '.join(series_of(here.title)[0])}"
    return None


def place_in_series(words: str, film: Film) -> str | None:
    """The place in the film's series that the words name (`the original` is the first); None for others."""
    text = words.lower()
    name = re.escape(" ".join(series_of(film.title)[0]))
    for number, pattern in _PATTERNS:
        if pattern.fullmatch(text) or re.fullmatch(rf"(?:the )?{_NUMBERS[number]} {name}", text):
            return _ORDINALS[number]
    return None


def name_of_series(film: Film) -> str:
    """What the films of its series are called: `Pusher` of `Pusher II`."""
    words, base = re.findall(r"\S+", film.title), series_of(film.title)[0]
    article = words[0].lower() in ("the", "a", "an") and words[0].lower() not in base
    return " ".join(words[: len(base) + article]).rstrip(":,–-")


def films_of_series(film: Film, films: FilmIndex) -> tuple[Film, ...]:
    """The films of its series that the library holds, by their places in it."""
    base = series_of(film.title)[0]
    places = films.words.get(base[0], ()) if base else ()
    found = [films.films[place] for place in places if series_of(films.films[place].title)[0] == base]
    return tuple(sorted(found, key=lambda one: series_of(one.title)[1]))


def _film_of(sentence: Sentence, known: Known) -> Film | None:
    if sentence.films:
        return next((film for film in known.films.films if str(film) == sentence.films[0]), None)
    return known.film


def sibling(film: Film | None, number: int, films: FilmIndex) -> Film | None:
    """The film of the same series with that number: `Pusher II` has the sibling 1 `Pusher`."""
    if film is None:
        return None
    base = series_of(film.title)[0]
    places = set(films.words.get(base[0], ())) if base else set()
    return next(
        (
            films.films[place]
            for place in sorted(places)
            if series_of(films.films[place].title) == (base, number)
        ),
        None,
    )


def of_one_series(names: Sequence[str], films: FilmIndex) -> bool:
    """Whether the films so named belong to one series."""
    told = [film for film in films.films if str(film) in names]
    return len({series_of(film.title)[0] for film in told}) == 1


def series_with_several(films: FilmIndex) -> Film | None:
    """A film of the only series that the library holds more than one film of."""
    if len(films.films) > _MOST_FILMS:
        return None
    seen: dict[tuple[str, ...], list[Film]] = {}
    for film in films.films:
        seen.setdefault(series_of(film.title)[0], []).append(film)
    several: Sequence[list[Film]] = [group for group in seen.values() if len(group) > 1]
    return several[0][0] if len(several) == 1 else None
