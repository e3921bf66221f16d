"""How much Discord takes, and how texts are made to fit.

discord.py checks none of these before it sends; Discord answers with an error that no member should meet.
"""

from __future__ import annotations

TEXT_IN_MESSAGE = 4_000
"""Characters of all the texts of one message with a layout."""

COMPONENTS = 40
"""Components of one message, those within others counted too."""

BUTTONS_IN_ROW = 5
OPTIONS_IN_MENU = 25
CHOICES = 25
CHOICE_LENGTH = 100
BUTTON_LABEL = 80
OPTION_LENGTH = 100
CUSTOM_ID = 100
ALT_TEXT = 1_024


def length(text: str) -> int:
    """The length as Discord counts at worst: a character outside the basic plane counts twice."""
    return len(text) + sum(char > "\uffff" for char in text)


def shortened(text: str, limit: int) -> str:
    """The text in one line of at most `limit`, from 1, its end replaced by an ellipsis where it is longer."""
    line = " ".join(text.split())
    if length(line) <= limit:
        return line
    kept = line[: limit - 1]
    while kept and length(kept) > limit - 1:
        kept = kept[:-1]
    return kept.rstrip() + "…"
