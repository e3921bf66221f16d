"""Ratings as dumps give them: out of five, ten or a hundred, which is told apart over the whole file."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

from bot.pages.rows import Value

_NONE = frozenset(
    ("", "n/a", "na", "none", "null", "nan", "-", "–", "—", "?", "unrated", "not rated", "no rating")
)
_OUT_OF = re.compile(
    r"(?P<number>[0-9]{1,3}(?:[.,][0-9]{1,3})?) ?(?:/|out of) ?(?P<most>5|10|100)(?:[.,]0+)?(?: stars?)?"
)
_NUMBER = re.compile(r"(?P<number>[0-9]{1,3}(?:[.,][0-9]{1,9})?) ?(?:stars?|%)?")
_STARS = re.compile(r"(?P<full>[★⭐]{0,10})[\ufe0f]?(?P<half>½)?☆{0,10}")


@dataclass(frozen=True, slots=True)
class Rating:
    """A rating as given: `most` is what it is out of, None where it doesn't say."""

    number: float
    most: int | None


def parse_rating(value: Value) -> Rating | None:
    """Read a rating; None where none is given. Raises ValueError for what is no rating."""
    if value is None or isinstance(value, bool):
        return None
    if isinstance(value, int | float):
        is_nan = isinstance(value, float) and math.isnan(value)
        return None if is_nan else Rating(float(_checked(value)), None)  # checked first: any int may come
    text = str(value).strip().casefold()
    if text in _NONE:
        return None
    if match := _OUT_OF.fullmatch(text):
        return Rating(_checked(_number(match["number"])), int(match["most"]))
    if match := _NUMBER.fullmatch(text):
        return Rating(_checked(_number(match["number"])), None)
    if (match := _STARS.fullmatch(text)) and (match["full"] or match["half"]):
        return Rating(len(match["full"]) + 0.5 * bool(match["half"]), 5)
    raise ValueError(text)


@dataclass(slots=True)
class Ratings:
    """What the ratings of a whole file say together that don't say what they are out of."""

    highest: float = 0.0
    _to_ten: int = 0
    _above_ten: int = 0

    def note(self, rating: Rating) -> None:
        """Take note of a rating."""
        if rating.most is not None or rating.number == 0:
            return
        self._above_ten += rating.number > 10
        self._to_ten += rating.number <= 10
        self.highest = max(self.highest, rating.number)

    @property
    def scale(self) -> int:
        """What they are out of. Few above ten are mistakes, since out of a hundred nearly all would be."""
        if self._above_ten > self._to_ten:
            return 100
        return 5 if self.highest <= 5 else 10

    def told(self) -> str | None:
        """What they were read as, for the report; None for the usual ten."""
        if not self.highest or self.scale == 10:
            return None
        why = f"no rating is above {self.highest:g}" if self.scale == 5 else "most ratings are above 10"
        return f"{why}, so ratings were read as out of {self.scale}"


def points_of(rating: Rating, scale: int) -> int | None:
    """The rating in points of ten; None for zero, which is how dumps write that there is none.

    Raises ValueError where it is more than it can be.
    """
    most = rating.most or scale
    if rating.number > most:
        raise ValueError(f"{rating.number:g} of {most}")
    points = math.floor(rating.number * 10 / most + 0.5)
    return None if rating.number == 0 else max(points, 1)


def _checked(number: float) -> float:
    if not 0 <= number <= 100:
        raise ValueError(str(number))
    return number


def _number(text: str) -> float:
    return float(text.replace(",", "."))
