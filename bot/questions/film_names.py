"""Which film is meant by a name as somebody typed it.

A name is tried from strict to lenient: the whole title, the title run together, a part of it (`Alien` for
`Alien: Covenant`), some of its words, and only then as misspelt. The first way that finds anything decides,
so that `pusher` is exactly `Pusher` where a `Pusher II` stands beside it. Numbers are never guessed:
`pusher 3` is not a misspelt `Pusher II`.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.model import Film
from bot.questions.film_keys import (
    Tokens,
    as_numbered,
    fold,
    holds_in_order,
    holds_run,
    is_begun_by,
    numbers_in,
    parts_of,
    run_together,
    series_of,
    split_year,
    tokens_of,
)
from bot.questions.plain_words import FUNCTION_WORDS

_MISSPELT = 0.75
_NEAR = 0.5
_NEAREST_SHOWN = 5
_LONGEST_NAME = 300
_SUGGESTED = 25
_SHORT = 8
"""Letters up to which it is kept what films' names begin so; by more, few do."""

_Places: TypeAlias = Mapping[str, Sequence[int]]


@dataclass(frozen=True, slots=True)
class FilmMatch:
    """What a name was found to mean.

    `film` is the one film meant; where several are meant equally well they are `candidates`; where none is,
    `nearest` holds the films with the likest names, best first.
    """

    film: Film | None = None
    candidates: tuple[Film, ...] = ()
    nearest: tuple[Film, ...] = ()


@dataclass(frozen=True, slots=True)
class FilmIndex:
    """The known films with the keys by which their names are found; build it by `of` and keep it.

    `films` keeps the order given: where nothing else decides, the first of them come first.
    """

    films: tuple[Film, ...]
    printed: _Places
    titles: _Places
    keys: _Places
    together: _Places
    parts: _Places
    words: _Places
    vocabulary: tuple[str, ...]
    spellings: tuple[str, ...]
    beginnings: _Places
    sorted_names: tuple[str, ...]
    tokens: tuple[Tokens, ...]

    @classmethod
    def of(cls, films: Iterable[Film]) -> FilmIndex:
        """Compute the keys of the films."""
        kept = tuple(films)
        tokens = tuple(tokens_of(film.title) for film in kept)
        words, keys = _places(map(set, tokens)), _places({" ".join(key)} for key in tokens)
        run = [run_together(film.title) for film in kept]
        together = _places(run)
        return cls(
            films=kept,
            printed=_places({str(film).strip()} for film in kept),
            titles=_places({fold(film.title) or film.title.strip()} for film in kept),
            keys=keys,
            together=together,
            parts=_places(_keys_of_parts(film.title) for film in kept),
            words=words,
            vocabulary=tuple(sorted(words)),
            spellings=tuple(word for word in sorted(words) if not any(map(str.isdigit, word))),
            beginnings=_beginnings({" ".join(key), *each} for key, each in zip(tokens, run, strict=True)),
            sorted_names=tuple(sorted(keys.keys() | together.keys())),
            tokens=tokens,
        )


def find_film(name: str, index: FilmIndex) -> FilmMatch:
    """The film that is called `name`, as people type names."""
    printed = index.printed.get(name.strip())
    if not printed and len(name) > _LONGEST_NAME:
        return FilmMatch()
    found = printed or find_by_words(name, index) or _misspelt(name, index)
    if not found:
        return FilmMatch(nearest=_nearest(name, index))
    films = tuple(index.films[place] for place in found)
    return FilmMatch(film=films[0]) if len(films) == 1 else FilmMatch(candidates=films)


def find_by_words(name: str, index: FilmIndex, *, partly: bool = True) -> Sequence[int]:
    """The places of the films that a name means when it is spelt right; empty where there are none.

    `partly` allows names that give only some words of a title.
    """
    title, year, marked = split_year(name)
    if year is not None and not marked and (found := named_exactly(name, index)):
        return found  # the year is a part of the title, as in `Blade Runner 2049`
    found = _of_year(named_exactly(title, index), year, index)
    if found or not partly:
        return found
    found = _of_year(holding(tokens_of(title), index), year, index)
    return found or (() if year is None or marked else holding(tokens_of(name), index))


def named_exactly(title: str, index: FilmIndex) -> Sequence[int]:
    """The places of the films whose whole title, or whole part of it, is typed; the strictest way decides."""
    return named_wholly(title, index) or _by_first_part(title, index)


def named_wholly(title: str, index: FilmIndex) -> Sequence[int]:
    """As `named_exactly`, with every typed word a part of the name."""
    literal, tokens = fold(title) or title.strip(), tokens_of(title)
    return (
        index.titles.get(literal)
        or index.keys.get(" ".join(tokens))
        or index.together.get(literal.replace(" ", ""))
        or index.together.get("".join(tokens))
        or index.parts.get(" ".join(tokens))
        or index.parts.get("".join(tokens))
        or _by_number(tokens, index)
    )


def _by_first_part(title: str, index: FilmIndex) -> Sequence[int]:
    """`Pusher II: With Blood on My Hands` where the library calls it `Pusher II`."""
    parts = parts_of(title)
    return index.keys.get(" ".join(tokens_of(parts[0])), ()) if parts else ()


def _by_number(tokens: Tokens, index: FilmIndex) -> Sequence[int]:
    """`second pusher` for `Pusher II`, and `pusher 1` or `first pusher` for `Pusher`."""
    numbered = as_numbered(tokens)
    if numbered != tokens and (found := index.keys.get(" ".join(numbered))):
        return found
    first = index.keys.get(" ".join(numbered[:-1]), ()) if numbered[-1:] == ("1",) else ()
    return first or _by_word_of_series(numbered, index)


def _by_word_of_series(tokens: Tokens, index: FilmIndex) -> Sequence[int]:
    """`quay 1` and `quay 2` where `Tallow Quay` and `Tallow Quay II` are the only series with that word."""
    if len(tokens) != _WORD_AND_NUMBER or len(tokens[1]) > 1 or not tokens[1].isdigit():
        return ()
    numbers = {place: series_of(index.films[place].title) for place in index.words.get(tokens[0], ())}
    series = {base for base, _ in numbers.values() if tokens[0] in base}
    if len(series) != 1 or len(numbers) == 1:
        return ()
    return [place for place, told in numbers.items() if told == (*series, int(tokens[1]))]


_WORD_AND_NUMBER = 2


def holding(tokens: Tokens, index: FilmIndex) -> Sequence[int]:
    """The places of the films whose titles hold the words in their order, without gaps if any does."""
    if not any(word not in FUNCTION_WORDS and (len(word) > 2 or not word.isdigit()) for word in tokens):
        return ()
    places = _with_all(tokens, words_begun_by(tokens[-1], index), index)
    without_gap = [place for place in places if holds_run(index.tokens[place], tokens)]
    return without_gap or [place for place in places if holds_in_order(index.tokens[place], tokens)]


def _with_all(tokens: Tokens, last: Iterable[str], index: FilmIndex) -> Sequence[int]:
    """The places of the films whose titles hold every token but the last, and any word of `last`."""
    places = {place for word in last for place in index.words[word]}
    return sorted(places.intersection(*(index.words.get(word, ()) for word in tokens[:-1])))


def words_begun_by(typed: str, index: FilmIndex) -> Sequence[str]:
    """The words of titles that are `typed` or that it may become."""
    return [word for word in _beginning_with(typed, index.vocabulary) if is_begun_by(word, typed)]


def _beginning_with(typed: str, names: Sequence[str]) -> Sequence[str]:
    return names[bisect_left(names, typed) : bisect_left(names, typed + "\U0010ffff")]


def _of_year(places: Sequence[int], year: int | None, index: FilmIndex) -> Sequence[int]:
    """Those of the year; where none is of it, those whose year is not known."""
    if year is None:
        return places
    same = [place for place in places if index.films[place].year == year]
    return same or [place for place in places if index.films[place].year is None]


def _misspelt(name: str, index: FilmIndex) -> Sequence[int]:
    title, year, _ = split_year(name)
    tokens = tokens_of(title)
    repaired = repair(tokens, index)
    if repaired != tokens and (found := named_exactly(" ".join(repaired), index)):
        return _of_year(found, year, index)
    if found := _of_year(_alike(tokens, index), year, index):
        return found
    return _of_year(holding(repaired, index), year, index) if repaired != tokens else ()


def _alike(tokens: Tokens, index: FilmIndex) -> Sequence[int]:
    """The films whose whole name is the likest, where it is like enough and holds the same numbers."""
    typed = " ".join(tokens)
    if len(typed) < 4:
        return ()
    alike = process.extract(typed, index.keys.keys(), scorer=_LIKENESS, score_cutoff=_MISSPELT, limit=10)
    same = [(key, score) for key, score, _ in alike if _may_be_meant(tokens, tuple(key.split()))]
    return sorted(place for key, score in same if score == same[0][1] for place in index.keys[key])


def _may_be_meant(typed: Tokens, title: Tokens) -> bool:
    """Not where the numbers differ, nor where a whole word is too many: who knows what it asks for."""
    if numbers_in(typed) != numbers_in(title):
        return False
    return len(typed) == len(title) or OSA.distance(" ".join(typed), " ".join(title), score_cutoff=2) <= 2


def repair(
    tokens: Tokens, index: FilmIndex, *, keep: frozenset[str] = FUNCTION_WORDS, least: float = _MISSPELT
) -> Tokens:
    """The words with each unknown one replaced by the title word it is most like; numbers and `keep` stay.

    `least` is how like they must be, 1 being the same.
    """
    return tuple(_repaired(word, index, keep, least) for word in tokens)


def _repaired(word: str, index: FilmIndex, keep: frozenset[str], least: float) -> str:
    if len(word) < 3 or word in keep or word in index.words or any(char.isdigit() for char in word):
        return word
    found = process.extractOne(word, index.spellings, scorer=_LIKENESS, score_cutoff=least)
    return found[0] if found else word


def _nearest(name: str, index: FilmIndex) -> tuple[Film, ...]:
    """The films with the likest names, for "did you mean"; those of the same words come first."""
    tokens = tokens_of(split_year(name)[0])
    repaired = set(repair(tokens, index, least=_NEAR)) - FUNCTION_WORDS
    shared: dict[int, float] = defaultdict(float)
    for word in filter(str.isalpha, repaired):
        for place in index.words.get(word, ()):
            shared[place] += 1 / max(len(repaired), len(index.tokens[place]))
    for key, score, _ in process.extract(
        " ".join(tokens), index.keys.keys(), scorer=_LIKENESS, score_cutoff=_NEAR, limit=_NEAREST_SHOWN
    ):
        for place in index.keys[key]:
            shared[place] += score
    best = sorted(shared, key=lambda place: (-shared[place], place))
    return tuple(index.films[place] for place in best[:_NEAREST_SHOWN])


def suggest_films(typed: str, index: FilmIndex, limit: int = _SUGGESTED) -> tuple[Film, ...]:
    """The films whose name somebody may be typing, likeliest first, at most 25; for nothing typed the first.

    Typing is repaired, which goes through every word and name, only where no film is called as is typed.
    """
    if not typed.strip() or len(typed) > _LONGEST_NAME:
        return index.films[:limit]
    found = dict.fromkeys(_exactly_or_begun(typed, index))
    if len(found) < limit:
        found |= dict.fromkeys(_with_words(typed, index))
    for repairing in (_with_repaired_words, _likely):
        found = found or dict.fromkeys(repairing(typed, index))
    return tuple(index.films[place] for place in list(found)[:limit])


def _exactly_or_begun(typed: str, index: FilmIndex) -> Sequence[int]:
    exactly = find_by_words(typed, index)
    key, tight = " ".join(tokens_of(typed)), fold(typed).replace(" ", "")
    return [*exactly, *_begun_by(key, index), *_begun_by(tight, index)]


def _begun_by(typed: str, index: FilmIndex) -> Sequence[int]:
    """The places of the first films whose names, written apart or run together, begin so."""
    if len(typed) <= _SHORT:
        return index.beginnings.get(typed, ())
    names = _beginning_with(typed, index.sorted_names)
    return sorted(
        {place for name in names for place in (*index.keys.get(name, ()), *index.together.get(name, ()))}
    )


def _with_words(typed: str, index: FilmIndex) -> Sequence[int]:
    """The films whose titles hold every word in any order, the last one possibly just begun."""
    tokens = tokens_of(split_year(typed)[0])
    return _with_all(tokens, _beginning_with(tokens[-1], index.vocabulary), index) if tokens else ()


def _with_repaired_words(typed: str, index: FilmIndex) -> Sequence[int]:
    return _with_words(" ".join(repair(tokens_of(split_year(typed)[0]), index)), index)


def _likely(typed: str, index: FilmIndex) -> Sequence[int]:
    key = " ".join(tokens_of(typed))
    found = process.extract(key, index.keys.keys(), scorer=_LIKENESS, score_cutoff=0.6, limit=5)
    return [place for name, _, _ in found for place in index.keys[name]]


def _keys_of_parts(title: str) -> frozenset[str]:
    parts = parts_of(title)
    return frozenset(" ".join(tokens_of(part)) for part in parts).union(
        *(run_together(part) for part in parts)
    )


def _beginnings(names: Iterable[Iterable[str]]) -> _Places:
    """The first films by each short beginning of their names, so that `the` needn't go through thousands."""
    found: dict[str, list[int]] = defaultdict(list)
    for place, each in enumerate(names):
        for beginning in {name[:end] for name in each for end in range(1, _SHORT + 1)}:
            if len(found[beginning]) < _SUGGESTED:
                found[beginning].append(place)
    return dict(found)


def _places(names: Iterable[Iterable[str]]) -> dict[str, list[int]]:
    places: dict[str, list[int]] = defaultdict(list)
    for place, each in enumerate(names):
        for name in each:
            places[name].append(place)
    return dict(places)


_LIKENESS = OSA.normalized_similarity
