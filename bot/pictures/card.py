"""A pull quote set like a line on a film poster."""

from __future__ import annotations

import unicodedata

from PIL import features

from bot.answers.answer import Quote
from bot.pictures.ink import (
    FAINT,
    MARGIN,
    RAISED,
    TEXT,
    WIDTH,
    Canvas,
    Colour,
    Face,
    can_write,
    fitted,
    fitted_film,
    rating_colour,
    width_of,
    wrapped,
)

_SIGNED = 96
"""Pixels between the line above the signature and the foot of it."""

_EDGE = 14
_LEFT = MARGIN + _EDGE + 30
_ROOM = WIDTH - _LEFT - MARGIN
_SIZES = (60, 52, 44, 38, 32, 28)
_MOST_LINES = 9
LONGEST = 420
"""Characters that a card can bear."""


def can_be_carded(quote: Quote) -> bool:
    """Whether the quote can be set: no spoiler, not too long, in a script that our fonts have."""
    return not quote.hidden and 0 < len(quote.text.strip()) <= LONGEST and _face(quote) is not None


def draw_card(quote: Quote) -> bytes:
    """Set the quote as a PNG file; `can_be_carded` must hold."""
    face = _face(quote) or "plain"
    size, lines = _set(f"“{' '.join(quote.text.split())}”", face)
    leading = round(size * 1.36)
    height = max(420, MARGIN * 2 + leading * len(lines) + 170)
    colour = FAINT if quote.rating is None else rating_colour(quote.rating)
    canvas = Canvas(height)
    canvas.draw.rectangle((0, 0, _EDGE, height), fill=colour)
    at, anchor = (WIDTH - MARGIN, "rs") if _right_to_left(quote.text) else (_LEFT, "ls")
    spare = height - 2 * MARGIN - _SIGNED - leading * len(lines)
    top = MARGIN + size + max(0, spare) / 2
    for place, line in enumerate(lines):
        canvas.write((at, top + place * leading), line, size, face=face, anchor=anchor)
    _sign(canvas, quote, height, colour)
    return canvas.png()


def card_in_words(quote: Quote) -> str:
    """What stands for the picture where it can't be seen."""
    rating = "" if quote.rating is None else f", {quote.rating} of 10"
    return f"“{' '.join(quote.text.split())}” {quote.reviewer} on {quote.film}{rating}."


def _sign(canvas: Canvas, quote: Quote, height: int, colour: Colour) -> None:
    foot = height - MARGIN
    canvas.draw.line((_LEFT, foot - _SIGNED, WIDTH - MARGIN, foot - _SIGNED), fill=RAISED, width=2)
    name = quote.reviewer if can_write(quote.reviewer) else "a reviewer"
    if can_write(str(quote.film), "bold"):
        film = fitted_film(quote.film, "bold", 30, _ROOM - 290)
        canvas.write((_LEFT, foot - 44), film, 30, face="bold", colour=TEXT)
    canvas.write((_LEFT, foot), fitted(name, "plain", 24, _ROOM - 290), 24, colour=FAINT)
    if quote.rating is not None:
        stars = "★" * (quote.rating // 2) + "½" * (quote.rating % 2)
        canvas.write((WIDTH - MARGIN, foot - 40), stars, 36, colour=colour, anchor="rs")
        canvas.write((WIDTH - MARGIN, foot), f"{quote.rating}/10", 24, colour=FAINT, anchor="rs")


def _right_to_left(text: str) -> bool:
    first = next((char for char in text if char.isalpha()), "a")
    return unicodedata.bidirectional(first) in ("R", "AL")


def _face(quote: Quote) -> Face | None:
    if _right_to_left(quote.text) and not features.check("fribidi"):
        return None
    faces: tuple[Face, ...] = ("italic", "plain")
    return next((face for face in faces if can_write(quote.text + "“”", face)), None)


def _set(text: str, face: Face) -> tuple[int, list[str]]:
    """The largest size in which the text takes few enough lines, and those lines."""
    for size in _SIZES:
        lines = wrapped(text, face, size, _ROOM)
        few = len(lines) <= max(3, _MOST_LINES - size // 10)
        if few and all(width_of(line, face, size) <= _ROOM for line in lines):
            return size, lines
    size = _SIZES[-1]
    return size, [fitted(line, face, size, _ROOM) for line in wrapped(text, face, size, _ROOM)]
