"""A picture with its file and the words that stand for it. The same picture is drawn once and then kept."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import assert_never

from bot.answers.answer import Comparison, Histogram, Picture, Quote, RatingsByYear
from bot.pictures.card import card_in_words, draw_card
from bot.pictures.comparison import comparison_in_words, draw_comparison
from bot.pictures.histogram import draw_histogram, histogram_in_words
from bot.pictures.timeline import draw_timeline, timeline_in_words


@dataclass(frozen=True, slots=True)
class Drawing:
    """A PNG file, and what stands for it where it can't be seen."""

    name: str
    png: bytes
    words: str


@lru_cache(maxsize=128)
def drawn(picture: Picture) -> Drawing:
    """Draw the picture of an answer; takes some 100 ms the first time."""
    match picture:
        case Histogram():
            return Drawing("ratings.png", draw_histogram(picture), histogram_in_words(picture))
        case RatingsByYear():
            return Drawing("timeline.png", draw_timeline(picture), timeline_in_words(picture))
        case Comparison():
            return Drawing("comparison.png", draw_comparison(picture), comparison_in_words(picture))
        case _:
            assert_never(picture)


@lru_cache(maxsize=128)
def drawn_card(quote: Quote) -> Drawing:
    """Set a quote as a card, which `can_be_carded` must allow."""
    return Drawing("quote.png", draw_card(quote), card_in_words(quote))
