"""How a film was rated in each year: columns for how many reviews there were, a line for their mean."""

from __future__ import annotations

from bot.answers.answer import RatingsByYear, YearOfRatings
from bot.answers.wording import counted
from bot.pictures.ink import (
    COLUMN,
    FAINT,
    MARGIN,
    RAISED,
    TEXT,
    WIDTH,
    Canvas,
    can_write,
    fitted_film,
    rating_colour,
    width_of,
)

_HEIGHT, _TOP, _FOOT = 560, 186, 490
_LEFT = MARGIN + 44
_ROOM = WIDTH - MARGIN - _LEFT
_MOST_LABELS = 12
_SCALE = (1, 4, 7, 10)


def draw_timeline(timeline: RatingsByYear) -> bytes:
    """Draw it, as a PNG file."""
    canvas = Canvas(_HEIGHT)
    title = str(timeline.film)
    if can_write(title, "bold"):
        canvas.write(
            (MARGIN, 78), fitted_film(timeline.film, "bold", 38, WIDTH - 2 * MARGIN), 38, face="bold"
        )
    reviews = sum(year.reviews for year in timeline.years)
    canvas.write((MARGIN, 126), "mean rating by year; columns count reviews", 26, colour=FAINT)
    canvas.write((WIDTH - MARGIN, 126), counted(reviews, "review"), 26, colour=FAINT, anchor="rs")
    first, last = timeline.years[0].year, timeline.years[-1].year
    step = _ROOM / (last - first + 1)
    places = [(_LEFT + (year.year - first + 0.5) * step, year) for year in timeline.years]
    _draw_scale(canvas)
    _draw_reviews(canvas, places, min(step * 0.6, 60))
    _draw_means(canvas, [(at, year.mean) for at, year in places if year.mean is not None])
    _draw_years(canvas, first, last, step)
    return canvas.png()


def timeline_in_words(timeline: RatingsByYear) -> str:
    """What stands for the picture where it can't be seen."""
    return f"Mean rating of {timeline.film} by year of review: {', '.join(map(_in_words, timeline.years))}."


def _in_words(year: YearOfRatings) -> str:
    mean = "unrated" if year.mean is None else f"{year.mean:.2f}"
    return f"{year.year} {mean} ({counted(year.reviews, 'review')})"


def _height(rating: float) -> float:
    return _FOOT - (rating - 1) / 9 * (_FOOT - _TOP)


def _draw_scale(canvas: Canvas) -> None:
    for rating in _SCALE:
        at = _height(rating)
        canvas.draw.line((_LEFT, at, WIDTH - MARGIN, at), fill=RAISED, width=2)
        canvas.write((_LEFT - 16, at), str(rating), 22, colour=FAINT, anchor="rm")


def _draw_reviews(canvas: Canvas, places: list[tuple[float, YearOfRatings]], width: float) -> None:
    most = max(year.reviews for _, year in places)
    for at, year in places:
        top = _FOOT - max(4, year.reviews / most * (_FOOT - _TOP) / 3)
        canvas.bar((at - width / 2, top, at + width / 2, _FOOT), COLUMN)
        number = f"{year.reviews:,}"
        if _FOOT - top > 28 and width_of(number, "plain", 20) < width - 6:
            canvas.write((at, top + 24), number, 20, colour=TEXT, anchor="ms")


def _draw_means(canvas: Canvas, means: list[tuple[float, float]]) -> None:
    points = [(at, _height(mean)) for at, mean in means]
    if len(points) > 1:
        canvas.draw.line(points, fill=FAINT, width=4, joint="curve")
    labelled = len(points) <= _MOST_LABELS
    for (at, height), (_, mean) in zip(points, means, strict=True):
        if labelled:
            canvas.write((at, height - 22), f"{mean:.1f}", 22, colour=TEXT, anchor="ms", halo=6)
        canvas.draw.ellipse((at - 11, height - 11, at + 11, height + 11), fill=rating_colour(mean))


def _draw_years(canvas: Canvas, first: int, last: int, step: float) -> None:
    every = -(-(last - first + 1) // _MOST_LABELS)
    for year in range(first, last + 1, every):
        at = _LEFT + (year - first + 0.5) * step
        canvas.write((at, _FOOT + 40), str(year), 22, anchor="ms")
