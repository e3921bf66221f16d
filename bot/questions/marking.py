"""From what was typed to a `Sentence`: films, reviewers and quoted words become marks, typos put right."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.language.english import is_english
from bot.questions.film_in_sentence import FilmInText, find_film_within, number_behind, year_behind
from bot.questions.film_keys import tokens_of
from bot.questions.film_names import FilmMatch, find_film
from bot.questions.known import Known
from bot.questions.numbers import with_figures
from bot.questions.plain_words import EVERYDAY_WORDS
from bot.questions.rewording import in_plain_words
from bot.questions.sentence import Sentence, without_commas, without_courtesy, without_writing, words_of
from bot.questions.typos import put_right

_MOST_FILMS = 4
_LONGEST = 400
_POSSESSIVE = re.compile(r"(?<=\w)['’]s\b")
_POSSESSIVE_BEHIND = re.compile(r"^['’]?s?(?!\w)")
_QUOTED = re.compile(r"[\"“«]([^\"“”«»]{1,80})[\"”»]|(?<!\w)['‘]([^'‘’]{2,60})['’](?!\w)")
_NAME = re.compile(r"[^\s\"“”«»,;:?!()]+")


@dataclass(frozen=True, slots=True)
class Named:
    """A sentence, and the films it names that the library doesn't hold, as they were typed."""

    sentence: Sentence
    missing: tuple[str, ...] = ()


def name_within(typed: str, known: Known) -> Named:
    """Read the names in what was typed."""
    text = " ".join(typed[:_LONGEST].split())
    text, films, missing = _films(text, known)
    text, reviewers = _reviewers(text, known)
    if reviewers and _JOINED.search(text):
        text, others = _reviewers(text, known, number=1)
        reviewers = (*reviewers, *others)
        if 0 <= text.find("§reviewer1") < text.find("§reviewer0"):
            swapped = text.replace("§reviewer0", "§reviewer").replace("§reviewer1", "§reviewer0")
            text, reviewers = re.sub(r"§reviewer(?!\d)", "§reviewer1", swapped), reviewers[::-1]
    text, quotes = _quotes(text)
    pairs = [
        (put_right(word, known.holds) if not word.startswith("§") else word, original)
        for word, original in words_of(text)
    ]
    plain = in_plain_words(
        without_writing(with_figures(without_courtesy(" ".join(word for word, _ in pairs))))
    )
    sentence = Sentence(
        typed=typed,
        text=without_commas(plain),
        with_commas=plain,
        films=films,
        reviewers=reviewers,
        quotes=quotes,
        typed_as=dict(reversed(pairs)),
    )
    return Named(sentence, missing)


def _films(text: str, known: Known) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    films: list[str] = []
    missing: list[str] = []
    while len(films) < _MOST_FILMS and (found := _film_within(text, known)):
        match = found.match
        films.append(str(match.film) if match.film else found.name)
        if match.film is None and not match.candidates:
            missing.append(found.name)
        rest = _POSSESSIVE_BEHIND.sub("", text[found.end :])
        text = f"{text[: found.start]} §film{len(films) - 1} {rest}"
    return _in_order(text, films, missing)


def _in_order(
    text: str, films: list[str], missing: list[str]
) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    """The films numbered from left to right, the same film under one number."""
    order: list[str] = []

    def renumbered(found: re.Match[str]) -> str:
        film = films[int(found[1])]
        if film not in order:
            order.append(film)
        return f"§film{order.index(film)}"

    return re.sub(r"§film(\d)", renumbered, text), tuple(order), tuple(missing)


def _film_within(text: str, known: Known) -> FilmInText | None:
    return (
        find_film_within(text, known.films)
        or find_film_within(_POSSESSIVE.sub("  ", text), known.films)
        or _by_one_word(text, known)
    )


def _by_one_word(text: str, known: Known) -> FilmInText | None:
    """A film by one telling word of its title, such as `exchange` where no other film has it."""
    for found in re.finditer(r"[^\W\d_]{4,}", text):
        (word,) = tokens_of(found[0])[:1] or ("",)
        places = known.films.words.get(word, ())
        if len(places) != 1 or word in EVERYDAY_WORDS or text[: found.start()].endswith("§"):
            continue
        film = known.films.films[places[0]]
        if tokens_of(film.title)[0] != word or (
            is_english(word)
            and not _speaks_of_film(text, found.start())
            and not _OF_ITS_REVIEWS.match(text, found.end())
            and not _beside_film(text, found.start(), found.end())
        ):
            continue
        end = max(number_behind(text, found.end()), year_behind(text, found.end()))
        if end == found.end():
            return FilmInText(FilmMatch(film=film), found[0], found.start(), end)
        name = text[found.start() : end]
        return FilmInText(find_film(name, known.films), name, found.start(), end)
    return None


def _speaks_of_film(text: str, start: int) -> bool:
    """Whether the word before speaks of a film rather than of a thing: `of exchange`, not `the exchange`."""
    before = text[:start].split()
    return not before or before[-1].lower() in _BEFORE_FILMS


def _beside_film(text: str, start: int, end: int) -> bool:
    """Whether the word is set beside a film that was read already: `exchange or §film0`."""
    return bool(_AHEAD_OF_FILM.match(text, end) or _BEHIND_FILM.search(text[:start]))


_JOINING = r"(?:or|and|vs\.?|versus|than|with|to|against|,|/|&)"
_AHEAD_OF_FILM = re.compile(rf"\s*{_JOINING}(?:\s+{_JOINING})*\s*§film", re.IGNORECASE)
_BEHIND_FILM = re.compile(rf"§film\d+\s*{_JOINING}(?:\s+{_JOINING})*\s*$", re.IGNORECASE)
_OF_ITS_REVIEWS = re.compile(r" (?:reviews?|ratings?|scores?|reviewers|film|movie|one)\b", re.IGNORECASE)
_BEFORE_FILMS = frozenset(
    """of in for about is was does did to than and or vs versus rate rated gave give watch see like film movie
    review reviewed summarise summarize summary hate hates hated dislike disliked love loves loved likes liked
    enjoy enjoyed directed shot wrote scored composed edited filmed recommend about""".split()
)


_QUOTED_REVIEWER = re.compile(
    r"\b(?P<before>by|did|user|reviewer) (?:the )?(?:user |reviewer )?[\"“](?P<name>[^\"“”]{1,80})[\"”]",
    re.IGNORECASE,
)


_JOINED = re.compile(
    r"(?:\b(?:or|and|vs\.?|versus|than|v)|[,/&]) *§reviewer0|§reviewer0 *(?:(?:or|and|vs\.?|versus|than|v)\b"
    r"|[,/&])",
    re.IGNORECASE,
)


def _reviewers(text: str, known: Known, number: int = 0) -> tuple[str, tuple[str, ...]]:
    """The first reviewer named; a name that is an everyday word counts only where it is said to be one."""
    mark = f"§reviewer{number}"
    if quoted := _QUOTED_REVIEWER.search(text):
        name = known.find_reviewer(quoted["name"]) or quoted["name"]
        return f"{text[: quoted.start()]} {quoted['before']} {mark} {text[quoted.end() :]}", (name,)
    words = list(_NAME.finditer(text))
    for size in (4, 3, 2, 1):
        for first in range(len(words) - size + 1):
            run = words[first : first + size]
            start, end = run[0].start(), run[-1].end()
            name = _POSSESSIVE.sub("", text[start:end].strip(".'’"))
            if "§" in name or not name:
                continue
            told = _is_told_to_be_reviewer(text, start, text[end:])
            plain = all(is_english(part.lower()) or part.lower() in EVERYDAY_WORDS for part in name.split())
            if (plain and not told) or (size > 1 and not told and name == name.lower() and not _is_odd(name)):
                continue
            printed = (
                known.find_reviewer(name)
                or _owner(name, text[end:], known)
                or (_only_like(name, known) if told and size == 1 and not plain else None)
            )
            if printed is not None:
                return f"{text[:start]} {mark} {text[end:]}", (printed,)
    return text, ()


def _owner(name: str, rest: str, known: Known) -> str | None:
    """Whose review it is where the apostrophe was left out: `UlrikSanders review`."""
    if not name.endswith("s") or not re.match(
        r"\s+(?:reviews?|ratings?|scores?|stars|marks?|takes?|views?|opinions?|verdict|thoughts?)\b",
        rest,
        re.IGNORECASE,
    ):
        return None
    return known.find_reviewer(name[:-1])


def _is_odd(name: str) -> bool:
    return any(not part.isalpha() or not is_english(part.lower()) for part in name.split())


_BY = re.compile(r"(?:\b(?:by|user|reviewer|critic|from|did|does|has|of|and|was|is)|@)\s*$", re.IGNORECASE)
_SAYS = re.compile(
    r"^(?:['’]s?)?\s+(?:give|gave|rate|rated|say|said|think|thought|write|wrote|review|reviewed|score"
    r"|scored|rating|reviews|post|posted|like|liked|hate|hated|love|loved)\b",
    re.IGNORECASE,
)


def _is_told_to_be_reviewer(text: str, start: int, rest: str) -> bool:
    return bool(re.search(r"\b(?:by|user|reviewer)\s*$|@\s*$", text[:start], re.IGNORECASE)) or bool(
        _SAYS.match(rest)
    )


def _only_like(name: str, known: Known) -> str | None:
    if len(name) < 4:
        return None
    like = known.reviewers_like(name)
    return like[0] if len(like) == 1 else None


def _quotes(text: str) -> tuple[str, tuple[str, ...]]:
    quotes: list[str] = []

    def kept(found: re.Match[str]) -> str:
        quotes.append((found[1] or found[2]).strip())
        return f" §quote{len(quotes) - 1} "

    return _QUOTED.sub(kept, text), tuple(quotes)
