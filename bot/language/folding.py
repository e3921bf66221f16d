"""How names and titles are compared: without case, accents, punctuation or double spaces."""

from __future__ import annotations

import re
import unicodedata

_LETTERS = str.maketrans(
    {
        "ø": "o",
        "æ": "ae",
        "œ": "oe",
        "ß": "ss",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "ı": "i",
        "&": " and ",
    }
)
_APOSTROPHES = re.compile(r"['’‘`´]")
_BETWEEN = re.compile(r"[\W_]+")


def folded(text: str) -> str:
    """The text as it is compared: `Amélie & Søn's` gives `amelie and sons`."""
    if text.isascii():
        if text.isalnum():  # most names are a plain word
            return text.lower()
    else:
        text = unicodedata.normalize("NFKD", text)
        text = "".join(char for char in text if not unicodedata.combining(char))
    return _BETWEEN.sub(" ", _APOSTROPHES.sub("", text.casefold().translate(_LETTERS))).strip()
