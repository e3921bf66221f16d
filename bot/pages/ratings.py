"""Ratings as dumps give them: out of five, ten or a hundred, which is told apart over the whole file.

A number is taken as out of ten, as most sites have it, unless the file gives a reason for another scale.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from dataclasses import dataclass, field

from bot.pages.rows import Value

SCALES = (5, 10, 100)
"""What ratings may be out of."""

_ENOUGH_TO_TELL = 20
"""So many ratings with none above five show that five is the most there is: of a film rated out of ten by as
many people, somebody likes it."""

_NONE = frozenset(
    ("", "n/a", "na", "none", "null", "nan", "-", "–", "—", "?", "unrated", "not rated", "no rating")
)
_OUT_OF = re.compile(
    r"(?P<number>[0-9]{1,3}(?:[.,][0-9]{1,3})?) ?(?:/|out of) ?(?P<most>5|10|100)(?:[.,]0+)?(?: stars?)?"
)
_NUMBER = re.compile(r"(?P<number>[0-9]{1,3}(?:[.,][0-9]{1,9}|(?P<half> ?½))?) ?(?P<unit>stars?|%)?")
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
        number = _number(match["number"].rstrip(" ½")) + 0.5 * bool(match["half"])
        return Rating(_checked(number), 100 if match["unit"] == "%" else None)
    if (match := _STARS.fullmatch(text)) and (match["full"] or match["half"]):
        return Rating(len(match["full"]) + 0.5 * bool(match["half"]), 5)
    raise ValueError(text)


@dataclass(slots=True)
class Ratings:
    """What the ratings of a whole file say together that don't say what they are out of."""

    are_stars: bool = False
    """Whether the name of their column calls them so."""
    highest: float = 0.0
    _to_ten: int = 0
    _above_ten: int = 0
    _halves: int = 0
    _said: Counter[int] = field(default_factory=Counter)
    _between_said: int = 0
    _between: Counter[int] = field(default_factory=Counter)
    """For each scale, how many would stand between two points of ten."""

    def note(self, rating: Rating) -> None:
        """Take note of a rating."""
        if rating.most is not None:
            self._said[rating.most] += 1
            self._between_said += _is_between(rating.number, rating.most)
        elif rating.number:
            self._between.update(scale for scale in SCALES if _is_between(rating.number, scale))
            self._above_ten += rating.number > 10
            self._to_ten += rating.number <= 10
            self._halves += rating.number % 1 == 0.5
            self.highest = max(self.highest, rating.number)

    @property
    def scale(self) -> int:
        """What they are out of. Few above ten are mistakes, since out of a hundred nearly all would be."""
        if self._above_ten > self._to_ten:
            return 100
        return 5 if self.highest <= 5 and self._reason_for_five() else 10

    def rounded(self, scale: int) -> str | None:
        """How many can't be kept as they are, where those that don't say it are out of `scale`."""
        if not (between := self._between_said + self._between[scale]):
            return None
        are = "1 rating was" if between == 1 else f"{between:,} ratings were"
        return (
            f"{are} rounded to whole points of ten, as all are kept here (8.5 to 9), so averages may differ "
            "from the site's own"
        )

    def told(self) -> str | None:
        """What they were read as and why, for the report; None for ten where the file leaves no doubt."""
        if not self.highest or (self.scale == 10 and self.highest > 5):
            return None
        if self.scale == 10:
            few = "" if self._to_ten == 1 else f", though none of the {self._to_ten} is above 5"
            return f"ratings were read as out of 10{few}. If they are out of 5, import again with --scale 5"
        why = "most are above 10" if self.scale == 100 else self._reason_for_five()
        return (
            f"ratings were read as out of {self.scale}, since {why}. "
            "If they are out of 10, import again with --scale 10"
        )

    def _reason_for_five(self) -> str | None:
        if self._said and self._said.most_common(1)[0][0] != 5:
            return None
        none_above = f"none is above {self.highest:g}"
        if self.are_stars:
            return f"their column calls them stars and {none_above}"
        if self._said:
            return f"others of the file say so and {none_above}"
        if self._halves:
            return f"some are halves and {none_above}"
        return f"none of {self._to_ten:,} is above 5" if self._to_ten >= _ENOUGH_TO_TELL else None


def points_of(rating: Rating, scale: int) -> int | None:
    """The rating in points of ten; None for zero, which is how dumps write that there is none.

    Raises ValueError where it is more than it can be.
    """
    most = rating.most or scale
    if rating.number > most:
        raise ValueError(f"{rating.number:g} of {most}")
    points = math.floor(rating.number * 10 / most + 0.5)
    return None if rating.number == 0 else max(points, 1)


def _is_between(number: float, most: int) -> bool:
    return number * 10 % most != 0


def _checked(number: float) -> float:
    if not 0 <= number <= 100:
        raise ValueError(str(number))
    return number


def _number(text: str) -> float:
    return float(text.replace(",", "."))
