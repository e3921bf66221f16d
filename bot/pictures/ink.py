"""What pictures are drawn with: fonts, colours, a canvas.

Every picture has a ground of its own, so that it is legible on Discord's dark and light themes alike.
"""

from __future__ import annotations

import colorsys
import io
import unicodedata
from functools import lru_cache
from pathlib import Path
from typing import Literal, TypeAlias

from PIL import Image, ImageDraw, ImageFont

from bot.model import Film

Colour: TypeAlias = tuple[int, int, int]
Face: TypeAlias = Literal["plain", "bold", "italic"]

GROUND: Colour = (28, 31, 38)
RAISED: Colour = (44, 48, 58)
COLUMN: Colour = (64, 70, 84)
TEXT: Colour = (242, 243, 245)
FAINT: Colour = (168, 176, 189)
FIRST: Colour = (242, 180, 74)
SECOND: Colour = (92, 168, 240)
WIDTH = 1_000
MARGIN = 56

_FONTS = Path(__file__).parent / "fonts"
_FILES: dict[Face, str] = {
    "plain": "DejaVuSans.ttf",
    "bold": "DejaVuSans-Bold.ttf",
    "italic": "DejaVuSerif-Italic.ttf",
}
_IN_NO_FONT = "\uffff"


class Canvas:
    """A picture in the making, in pixels from its upper left corner."""

    def __init__(self, height: int, width: int = WIDTH) -> None:
        self.image = Image.new("RGB", (width, height), GROUND)
        self.draw = ImageDraw.Draw(self.image)

    def write(
        self,
        at: tuple[float, float],
        text: str,
        size: int,
        *,
        face: Face = "plain",
        colour: Colour = TEXT,
        anchor: str = "ls",
        halo: int = 0,
    ) -> None:
        """Write a line; `anchor` is Pillow's (`ls`: `at` is the left end of the line's foot).

        A `halo` of so many pixels keeps it apart from what is drawn below it.
        """
        self.draw.text(
            at,
            text,
            fill=colour,
            font=font(face, size),
            anchor=anchor,
            stroke_width=halo,
            stroke_fill=GROUND,
        )

    def bar(self, box: tuple[float, float, float, float], colour: Colour) -> None:
        """Fill a box (left, top, right, bottom) with rounded corners."""
        self.draw.rounded_rectangle(box, radius=min(6, (box[3] - box[1]) / 2), fill=colour)

    def png(self) -> bytes:
        """The picture as a file."""
        file = io.BytesIO()
        self.image.save(file, "PNG", optimize=True)
        return file.getvalue()


@lru_cache(maxsize=64)
def font(face: Face, size: int) -> ImageFont.FreeTypeFont:
    """One of our fonts."""
    return ImageFont.truetype(_FONTS / _FILES[face], size)


def rating_colour(rating: float) -> Colour:
    """From red by amber to green, as the rating goes from 1 to 10."""
    hue = max(0.0, min((rating - 1) / 9, 1.0)) * 0.36
    red, green, blue = colorsys.hsv_to_rgb(hue, 0.68, 0.86)
    return round(red * 255), round(green * 255), round(blue * 255)


def can_write(text: str, face: Face = "plain") -> bool:
    """Whether the font has every sign of the text."""
    return all(char.isspace() or _has(face, char) for char in set(text))


def width_of(text: str, face: Face, size: int) -> float:
    """How many pixels a line takes."""
    return font(face, size).getlength(text)


def fitted(text: str, face: Face, size: int, width: float) -> str:
    """The line, cut so that it takes at most `width` pixels."""
    line = " ".join(text.split())
    if width_of(line, face, size) <= width:
        return line
    fits, too_long = 0, len(line)
    while too_long - fits > 1:
        middle = (fits + too_long) // 2
        if width_of(line[:middle].rstrip() + "…", face, size) <= width:
            fits = middle
        else:
            too_long = middle
    return line[:fits].rstrip() + "…"


def fitted_film(film: Film, face: Face, size: int, width: float) -> str:
    """The film's name, cut so that it takes at most `width` pixels and still tells its year."""
    name = fitted(str(film), face, size, width)
    if film.year is None or name == " ".join(str(film).split()):
        return name
    year = f" ({film.year})"
    return fitted(film.title, face, size, width - width_of(year, face, size)) + year


def wrapped(text: str, face: Face, size: int, width: float) -> list[str]:
    """The text in lines of at most `width` pixels, broken between words; a longer word has its own line."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width_of(longer, face, size) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


@lru_cache(maxsize=4_096)
def _has(face: Face, char: str) -> bool:
    if unicodedata.category(char) in ("Cs", "Cc", "Cf"):
        return False
    drawn, none = (font(face, 20).getmask(sign) for sign in (char, _IN_NO_FONT))
    return drawn.size != none.size or bytes(drawn) != bytes(none)
