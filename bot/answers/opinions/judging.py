"""How well each sentence answers: by what it speaks of, what it judges, and whose it is."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from bot.answers.asked import Asked
from bot.answers.opinions.asked_about import compares, sets_beside
from bot.answers.opinions.said import Said
from bot.answers.scope import Scope
from bot.language.claims import judged_cast
from bot.language.going_on import whole_saying
from bot.language.sayings import Saying, saying
from bot.language.sentences import Span
from bot.language.stance import Words, is_judged_near
from bot.language.topics import Concept, Topic, has_number, hint_of, proves
from bot.language.words import plain
from bot.questions.series import name_of_series
from bot.store.figures import helpfulness
from bot.store.passages import Speaking, reviews_holding
from bot.store.reviews import StoredReview

READ = 80
_LONG_SENTENCE = 25
_EARLY = 6
_HEADING = 3


def speaking(topic: Topic, scope: Scope, asked: Asked) -> Speaking:
    """The most helpful reviews that hold any of the words."""
    spelt: frozenset[str] = frozenset().union(*(concept.spelt for concept in topic.concepts))
    return reviews_holding(asked.library, spelt, scope.film_id, limit=READ)


def by_answer(one: Said) -> tuple[float, ...]:
    """By how much a sentence answers."""
    return -one.missing, one.score


def said_on(
    topic: Topic, found: Speaking, scope: Scope, telling: Callable[[Said], tuple[float, ...]] = by_answer
) -> Iterator[Said]:
    """The most telling sentence of each review."""
    for stored in found.reviews:
        found_there = list(judged(stored, topic, scope))
        if found_there:
            yield max(found_there, key=telling)


def judged(stored: StoredReview, topic: Topic, scope: Scope) -> Iterator[Said]:
    """The sentences of a review, and its title, that hold any of the topic's words."""
    review = stored.review
    hint = hint_of(frozenset[str]().union(*(concept.spelt for concept in topic.concepts)))
    for span in _hinted(hint, review.text, stored.sentences):
        if said := _judge(stored, span, review.text[slice(*span)], topic, scope):
            yield said
    if review.title and (title := _judge(stored, None, review.title, topic, scope)):
        yield replace(title, score=title.score - 0.5)


@lru_cache(maxsize=4_096)
def _hinted(hint: re.Pattern[str], text: str, told: tuple[Span, ...]) -> tuple[Span, ...]:
    """Those of the text's sentences in which the hint is found, with what answers or completes them."""
    places = [found.start() for found in hint.finditer(plain(text))]
    spans = []
    for number, (start, end) in enumerate(told if places else ()):
        at = bisect_left(places, start)
        if at < len(places) and places[at] < end:
            spans.append(whole_saying(text, told, number))
    return tuple(spans)


def _judge(stored: StoredReview, span: Span | None, text: str, topic: Topic, scope: Scope) -> Said | None:
    known = saying(text)
    words = known.words
    needed = [(concept, _places(concept, words)) for concept in topic.needed]
    wished = [(concept, concept.places(words)) for concept in topic.wished]
    missing = lacks = sum(not places for _, places in needed)
    if not topic.fact and all(concept.subject is None for concept in topic.needed):
        missing = max(0, missing - len(needed) // 2)
    if not any(places for _, places in (*needed, *wished)):
        named = any(concept.mentions(words) for concept in topic.needed)
        return Said(stored, span, _weight(stored, known, 0), 0, len(needed)) if named else None
    other_film = is_of_another_film(known, scope)
    if topic.fact:
        missing += other_film + (topic.wants_number and not has_number(text))
        missing += not all(proves(concept, text) for concept in topic.needed)
    missing += any(map(sets_beside, topic.needed)) and not _names_other_film(known, scope)
    spoken = [(concept, places) for concept, places in (*needed, *wished) if places]
    side = next((side for concept, places in spoken if (side := concept.stance(words, places))), 0)
    weak = [each for each in needed if each[1] and not each[0].strong(words, each[1])]
    missing += sum(not _is_meant(concept, text, words, side, places) for concept, places in weak)
    if known.years and not any(compares(concept) for concept in topic.concepts):
        missing += sum(
            bool(places) and all(_is_before_year(words, at, scope) for at in places) for _, places in needed
        )
    score = sum(2.0 * bool(places) + concept.telling(words, places) for concept, places in needed)
    score += sum(1.5 * bool(places) + concept.telling(words, places) for concept, places in wished)
    score -= 1.2 * len(weak)
    score += _weight(stored, known, side)
    if other_film and not any(compares(concept) for concept in topic.concepts):
        score -= 1.2
    if spoken and min(spoken[0][1]) < _EARLY:
        score += 0.4
    first, places = needed[0]
    return Said(stored, span, score, side, missing, first.quality(words, places), lacks)


def _names_other_film(known: Saying, scope: Scope) -> bool:
    """Whether a sentence speaks of a film of the series: without one, `better than` compares other things."""
    if known.of_series or is_of_another_film(known, scope):
        return True
    return scope.film is not None and plain(name_of_series(scope.film)) in plain(known.text)


def _is_before_year(words: Words, place: int, scope: Scope) -> bool:
    """`his debut Harbour (1996)`: said of a film of another year, whose title follows."""
    own = str(scope.film.year) if scope.film is not None else ""
    behind = words.plain[place : place + _TITLE]
    return any(
        bracket == "(" and len(year) == _YEAR and year.isdigit() and year != own
        for bracket, year in pairwise(behind)
    )


_TITLE, _YEAR = 6, 4


def _places(concept: Concept, words: Words) -> list[int]:
    """Where the sentence speaks of it: by the names of those who act only where by nothing else."""
    places = concept.places(words)
    if not concept.cast:
        return places
    return [place for place in places if words.stems[place] not in concept.cast] or places


def _is_meant(concept: Concept, text: str, words: Words, side: int, places: list[int]) -> bool:
    """Whether words that often mean something else are about it here: they are judged, or the actors are."""
    if not concept.cast.isdisjoint(words.stems) and judged_cast(concept, text):
        return True
    named = all(words.stems[place] in concept.cast for place in places)
    return bool(side) and not named and is_judged_near(words, places)


def _weight(stored: StoredReview, known: Saying, side: int) -> float:
    """What makes a sentence worth showing whatever was asked: a judgement, brevity, readers' votes."""
    review = stored.review
    score = 1.2 * abs(side) + 0.3 * min(2, known.judging)
    score -= 0.03 * max(0, len(known.words.plain) - _LONG_SENTENCE)
    if review.spoiler or known.gives_away:
        score -= 0.8
    score -= 0.7 * (not known.of_film and not known.judging and known.of_somebody > 1)
    score += 0.6 * known.of_film - 0.7 * known.asks
    score -= 0.7 * (len(known.words.plain) < _HEADING and not known.judging)
    return score + (0.8 * helpfulness(review.votes.helpful, review.votes.total) if review.votes else 0)


def is_of_another_film(known: Saying, scope: Scope) -> bool:
    """Whether a sentence speaks of an earlier film, or of one with another year."""
    years = {year for year in known.years if scope.film is None or str(scope.film.year) != year}
    return bool(known.other_film or years)
