"""The ratings of two films beside each other, in shares: one may have many more ratings than the other."""

from __future__ import annotations

from bot.answers.answer import Comparison, Histogram
from bot.answers.wording import counted
from bot.pictures.ink import (
    FAINT,
    FIRST,
    MARGIN,
    RAISED,
    SECOND,
    WIDTH,
    Canvas,
    Colour,
    can_write,
    fitted_film,
    width_of,
)

_HEIGHT, _TOP, _FOOT = 620, 226, 550
_STEP = (WIDTH - 2 * MARGIN) / 10
_GAP = 14


def draw_comparison(comparison: Comparison) -> bytes:
    """Draw it, as a PNG file."""
    canvas = Canvas(_HEIGHT)
    _draw_head(canvas, 72, comparison.first, FIRST, "first film")
    _draw_head(canvas, 136, comparison.second, SECOND, "second film")
    first, second = _shares(comparison.first), _shares(comparison.second)
    most = max(*first, *second) or 1
    told = f"in shares of each film's ratings; the tallest column is {most:.0%}"
    canvas.write((MARGIN, 184), told, 22, colour=FAINT)
    for place in range(10):
        left = MARGIN + place * _STEP + _GAP / 2
        width = (_STEP - _GAP) / 2
        canvas.bar((left, _FOOT - 4, left + 2 * width, _FOOT), RAISED)
        for at, share, colour in ((left, first[place], FIRST), (left + width, second[place], SECOND)):
            if share:
                top = _FOOT - max(6, (_FOOT - _TOP) * share / most)
                canvas.bar((at + 1, top, at + width - 1, _FOOT), colour)
        canvas.write((left + width, _FOOT + 42), str(place + 1), 26, face="bold", anchor="ms")
    return canvas.png()


def comparison_in_words(comparison: Comparison) -> str:
    """What stands for the picture where it can't be seen."""
    told = [
        f"{item.film}: {item.mean:.2f} of 10 over {counted(sum(item.counts), 'rating')}"
        for item in (comparison.first, comparison.second)
    ]
    return f"Ratings of two films beside each other. {'; '.join(told)}."


def _draw_head(canvas: Canvas, foot: float, histogram: Histogram, colour: Colour, otherwise: str) -> None:
    figures = f"{histogram.mean:.2f} of 10 · {counted(sum(histogram.counts), 'rating')}"
    canvas.bar((MARGIN, foot - 26, MARGIN + 26, foot), colour)
    room = WIDTH - 2 * MARGIN - 42 - width_of(figures, "plain", 24) - 24
    readable = can_write(str(histogram.film), "bold")
    title = fitted_film(histogram.film, "bold", 32, room) if readable else otherwise
    canvas.write((MARGIN + 42, foot), title, 32, face="bold")
    canvas.write((WIDTH - MARGIN, foot), figures, 24, colour=FAINT, anchor="rs")


def _shares(histogram: Histogram) -> list[float]:
    whole = sum(histogram.counts) or 1
    return [count / whole for count in histogram.counts]
