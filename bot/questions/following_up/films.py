"""What leans on the films just spoken of: `compare them`, `which is better?`, `which is longer?`."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.questions.asking_again import about_film
from bot.questions.beside import WHICH, in_degree
from bot.questions.conversation import Conversation
from bot.questions.figures.extremes import superlative
from bot.questions.following_up.connecting import CONNECTED
from bot.questions.kinds import (
    THE_FILM,
    Average,
    AverageRating,
    CompareFilms,
    CompareOpinions,
    Count,
    Counted,
    Extreme,
    Measure,
    MostCommon,
    Opinion,
    Question,
    Share,
    Statistic,
    Timeline,
    TopReviews,
    Unclear,
    Who,
)
from bot.questions.sentence import Sentence

_POLITE = r"(?:(?:and|but|ok|okay|so|now|then|please|hm|well|yes|how) )*"
_THEM = (
    r"(?:(?:all )?(?:the |these |those |of )*(?:3|three|4|four)(?: films| of them)?|all of them|all"
    r"|them|these|those|both|they|the 2|the two|these (?:2|two)|those (?:2|two)|the (?:2|two) of them"
    r"|both of them|(?:the |these |those |both )?(?:2 |two )?(?:films|movies|ones)|each other|one another)"
)
_OF_THEM = rf"(?: (?:of|between|among|out of) {_THEM}| {_THEM})?"
_END = r"(?: (?:please|then|now|overall|together|side by side|with each other|to each other|in ratings?))*"
_RATED = r"(?:rated|liked|received|reviewed|scored|ranked|loved)"
_COMPARES = re.compile(
    rf"{_POLITE}(?:(?:can|could|would) you |let us |i want to )?(?:"
    rf"compare(?:(?: {_THEM})|(?: the)? ratings?)?(?: of {_THEM}| against each other)?"
    rf"|(?:a |the )?comparison(?: please)?{_OF_THEM}"
    rf"|how (?:do|would|did) (?:they|these|those|the 2|the two|both) (?:compare|differ|stack up|measure up)"
    rf"|(?:do )?(?:they|these 2|these two|the two|the 2) compared?"
    rf"|(?:what is |is there )?(?:the |a |any )?differences?(?: in (?:ratings?|scores?))?{_OF_THEM}"
    rf"|(?:put|show)(?: me)? {_THEM} (?:side by side|together|beside each other|next to each other)"
    rf"|how (?:big|large|great|much) is the (?:difference|gap)|side by side|one against the other|{_THEM}"
    rf" compared|versus each other"
    rf"){_END}"
)
_BETTER = re.compile(
    rf"{_POLITE}(?:which|what|which 1)(?: one| film| movie)?{_OF_THEM}"
    rf"(?: (?:is|was|are|were|has|have|got|gets|do|did|came|comes|does))*"
    rf"(?: (?:the|a|an|people|they|reviewers|critics|out))*(?: more| most)?"
    rf" (?P<how>better|best|worse|worst|prefer(?:red|s)?|like(?:d)? (?:more|better|most|less|least)"
    rf"|(?:love|hate|dislike|enjoy)(?:s|d|ed)?(?: (?:more|most|less|least))?"
    rf"|(?:higher|lower|highest|lowest|best|worst|better|worse)(?: {_RATED}|(?: average)? ratings?"
    rf"|(?: average)? scores?| marks?)?|{_RATED}(?: (?:higher|lower|better|worse|more|less|highest|lowest))?"
    rf"|winner|loser|wins?|ahead|on top){_OF_THEM}{_END}"
)
_CHOICE = re.compile(
    rf"{_POLITE}(?:which(?: one| film)?{_OF_THEM}(?: then)?|which(?: one| film)?{_OF_THEM} (?:would|do"
    rf"|should|shall|to)"
    rf"(?: (?:people|you|they|reviewers|i|we|most))* (?:recommend|choose|pick|watch|see|prefer|like)"
    rf"(?: more| most| better| best| first| rather)?){_END}"
)
_WINS = re.compile(rf"{_POLITE}(?:who|which(?: one)?|what) (?:wins|won|is the winner){_OF_THEM}{_END}")
_BY_HOW_MUCH = re.compile(
    rf"{_POLITE}(?:(?:and )?by (?:how (?:much|many|far)|a lot)|how (?:much|many|far) (?:better|worse"
    rf"|higher|lower|more|less"
    rf"|fewer|apart)(?: (?:is|are) (?:it|that|they))?|how far apart(?: are they)?){_END}"
)
_LESS = re.compile(r"\b(?:hate[sd]?|dislike[sd]?|worse|worst|lower|lowest|less|least|loser)\b")
_OF_FILMS = re.compile(
    r"\b(?:which|what) (?:films?|movies?) (?:is|was|has) (?:the )?(?:best|worst|highest|lowest)"
)


def of_both_films(text: str, last: Conversation) -> Question | None:
    """The two films that were spoken of last beside each other; None where that isn't asked."""
    if isinstance(last.question, CompareFilms) and _BY_HOW_MUCH.fullmatch(text):
        return last.question
    compares, better = _COMPARES.fullmatch(text), _BETTER.fullmatch(text) or _WINS.fullmatch(text)
    if isinstance(last.question, AverageRating | CompareFilms):
        better = better or _CHOICE.fullmatch(text)
    if not (compares or better) or _OF_FILMS.search(text):
        return None
    films = _films(last, every=bool(_ALL.search(text)))
    if len(films) < 2:
        return None
    return CompareFilms(films, lowest=bool(better and _LESS.search(text)))


_BESIDE = re.compile(
    rf"{_POLITE}(?:(?!what (?:is|was|are|did|do|does)\b){WHICH}\b"
    r"(?! (?:reviewer|review|year|user|rating|person|quote)s?\b)"
    r"|(?:compare|contrast)\b)"
)
_OF_A_REVIEW = re.compile(r"\b(?:\w+est|first|last|helpful|useful|single) review\b")
_ALONE = re.compile(r"(?:the )?(?P<how>\w+)(?: (?:one|film|movie))?")
_OTHER_END = frozenset(
    "best worst better worse highest lowest higher lower most least more less top bottom".split()
)
"""Alone they ask for the other end of what was compared last."""


def with_those_films(sentence: Sentence, last: Conversation) -> Sentence:
    """The sentence as if it named the films that it sets beside each other; as it is where it sets none.

    Once films were compared, `which has more 10s` is of these; else of those that were spoken of last.
    """
    films = _films(last, every=bool(_ALL.search(sentence.text)))
    text = _asked_alone(sentence.text, last) or sentence.text
    if sentence.films or len(films) < _SEVERAL or not _BESIDE.match(text) or _OF_A_REVIEW.search(text):
        return sentence
    marked = f"{text} {' or '.join(f'§film{number}' for number in range(len(films)))}"
    return replace(sentence, text=marked, with_commas=marked, films=films)


def compares(text: str) -> bool:
    """Whether the words surely set things beside each other: `which one has longer reviews`."""
    found = _BESIDE.match(text)
    words = text[found.end() :].split()[:_NEAR] if found is not None else []
    return any(map(in_degree, words))


_SEVERAL, _NEAR = 2, 4


def _asked_alone(text: str, last: Conversation) -> str | None:
    """`and the oldest?` after films were compared, as a whole question."""
    if not isinstance(last.question, CompareFilms | CompareOpinions | Opinion):
        return None
    alone = _ALONE.fullmatch(CONNECTED.sub("", text, count=1).strip())
    if alone is None or alone["how"] in _OTHER_END or not in_degree(alone["how"]):
        return None
    if isinstance(last.question, Opinion) and superlative(alone["how"]) is not None:
        return None
    return f"which is the {alone['how']}"


def of_compared(question: Question, last: Conversation | None, typed: str) -> Question:
    """A question that needs a film and names none, asked of the films that stand beside each other."""
    films = () if last is None else last.compared
    if last is None or last.film is not None or len(films) < _SEVERAL:
        return question
    match question:
        case Opinion(topic, film, reviewer, side) if film == THE_FILM and reviewer is None:
            return CompareOpinions(topic, films, side)
        case AverageRating(film) if film in (None, THE_FILM):
            return CompareFilms(films)
        case Average(film, filters, Measure.RATING, statistic) if film in (None, THE_FILM):
            return CompareFilms(films, statistic, filters)
        case Count(film, filters, Counted.REVIEWS) if film in (None, THE_FILM) and filters.reviewer is None:
            return CompareFilms(films, Statistic.COUNT, filters)
        case Share(film, filters, among) if film in (None, THE_FILM) and not among:
            return CompareFilms(films, Statistic.SHARE, filters)
        case Who() | Extreme() | MostCommon() | Timeline() | TopReviews() | Average() | Count() | Share() if (
            question.film in (None, THE_FILM)
        ):
            readings = tuple(about_film(question, film) for film in films[:_FEW])
            return Unclear(typed, readings=readings, asks="Of which of them?")
        case _:
            return question


_FEW = 4
_ALL = re.compile(r"\b(?:all|3|three|4|four)\b")


def _films(last: Conversation, *, every: bool) -> tuple[str, ...]:
    """The two films that were spoken of last, or every one of them."""
    if last.compared:
        return last.compared
    films = (*last.earlier_films, *([last.film] if last.film is not None else []))
    return films if every else films[-2:]
