"""A sentence of a review with how well it answers, and the quote that is made of it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from bot.answers.answer import Quote
from bot.answers.asked import Asked
from bot.answers.passages import passage, veiled
from bot.language.sentences import Span
from bot.language.stance import words_of
from bot.language.topics import Topic
from bot.store.reviews import StoredReview


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence of a review (or its title, where `span` is None) with how well it answers.

    `side` is 1 for, -1 against, 0 not to be told; `quality` tells the same of the quality that is asked for.
    `missing` counts what it doesn't speak of and should; `lacks` the words that it may do without.
    """

    stored: StoredReview
    span: Span | None
    score: float
    side: int
    missing: int
    quality: int = 0
    lacks: int = 0

    @property
    def text(self) -> str:
        """The sentence as it is written."""
        review = self.stored.review
        return review.title if self.span is None else review.text[slice(*self.span)]


def quote_of(one: Said, topic: Topic, asked: Asked) -> Quote | None:
    """The sentence as a quote; None where the place wants no such sentence at all."""
    review = one.stored.review
    quote = passage(one.stored, one.span or (0, 0), _stress(one, topic))
    if one.span is None:
        quote = replace(quote, title="", text=review.title, begins=True, ends=True)
    quote = veiled(quote)
    return None if quote.hidden and asked.place.spoilers_left_out else quote


_WORD = re.compile(r"[^\W_]+")


def _stress(one: Said, topic: Topic) -> tuple[Span, ...]:
    """Where the words that were asked about stand in the sentence."""
    if one.span is None:
        return ()
    phrases = frozenset().union(*(concept.phrases for concept in topic.concepts))
    start, end = one.span
    return tuple(
        (found.start() - start, found.end() - start)
        for found in _WORD.finditer(one.stored.review.text, start, end)
        if words_of(found[0]).stems[:1] and words_of(found[0]).stems[0] in phrases
    )
