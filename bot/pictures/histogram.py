"""How many reviews gave a film each rating, as columns from 1 to 10 with the mean marked."""

from __future__ import annotations

from bot.answers.answer import Histogram
from bot.answers.wording import counted
from bot.pictures.ink import FAINT, MARGIN, RAISED, TEXT, WIDTH, Canvas, can_write, fitted_film, rating_colour

_HEIGHT, _TOP, _FOOT = 560, 200, 490
_STEP = (WIDTH - 2 * MARGIN) / 10
_GAP = 14


def draw_histogram(histogram: Histogram) -> bytes:
    """Draw it, as a PNG file."""
    canvas = Canvas(_HEIGHT)
    title = str(histogram.film)
    if can_write(title, "bold"):
        canvas.write(
            (MARGIN, 78), fitted_film(histogram.film, "bold", 38, WIDTH - 2 * MARGIN), 38, face="bold"
        )
    canvas.write((MARGIN, 126), f"{histogram.mean:.2f} of 10 on average", 26, colour=FAINT)
    canvas.write(
        (WIDTH - MARGIN, 126), counted(sum(histogram.counts), "rating"), 26, colour=FAINT, anchor="rs"
    )
    most = max(histogram.counts, default=0) or 1
    for place, count in enumerate(histogram.counts):
        _draw_column(canvas, place, count, (_FOOT - _TOP) * count / most)
    _draw_mean(canvas, histogram.mean)
    return canvas.png()


def histogram_in_words(histogram: Histogram) -> str:
    """What stands for the picture where it can't be seen."""
    given = [f"{count:,} gave {rating}" for rating, count in enumerate(histogram.counts, 1) if count]
    return f"Ratings of {histogram.film}: {histogram.mean:.2f} of 10 on average; {', '.join(given)}."


def _draw_column(canvas: Canvas, place: int, count: int, height: float) -> None:
    left = MARGIN + place * _STEP + _GAP / 2
    right, middle = left + _STEP - _GAP, left + (_STEP - _GAP) / 2
    canvas.bar((left, _FOOT - 4, right, _FOOT), RAISED)
    if count:
        canvas.bar((left, _FOOT - max(height, 6), right, _FOOT), rating_colour(place + 1))
        canvas.write((middle, _FOOT - max(height, 6) - 10), f"{count:,}", 22, anchor="ms")
    canvas.write((middle, _FOOT + 50), str(place + 1), 26, face="bold", anchor="ms")


def _draw_mean(canvas: Canvas, mean: float) -> None:
    at = MARGIN + (min(max(mean, 1), 10) - 0.5) * _STEP
    canvas.draw.polygon([(at, _FOOT + 5), (at - 9, _FOOT + 18), (at + 9, _FOOT + 18)], fill=TEXT)
