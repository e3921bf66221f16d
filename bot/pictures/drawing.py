"""A picture with its file and the words that stand for it. The same picture is drawn once and then kept."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from bot.answers.answer import Picture, Quote
from bot.pictures.card import card_in_words, draw_card
from bot.pictures.histogram import draw_histogram, histogram_in_words


@dataclass(frozen=True, slots=True)
class Drawing:
    """A PNG file, and what stands for it where it can't be seen."""

    name: str
    png: bytes
    words: str


@lru_cache(maxsize=128)
def drawn(picture: Picture) -> Drawing:
    """Draw the picture of an answer; takes some 100 ms the first time."""
    return Drawing("ratings.png", draw_histogram(picture), histogram_in_words(picture))


@lru_cache(maxsize=128)
def drawn_card(quote: Quote) -> Drawing:
    """Set a quote as a card, which `can_be_carded` must allow."""
    return Drawing("quote.png", draw_card(quote), card_in_words(quote))
