"""Names of films as a host gives them, which must be names."""

from __future__ import annotations

import re

from bot.discord_app.markup import in_one_line
from bot.errors import FilmError
from bot.model import Film

_NO_TITLE = re.compile(r"[\s()\[\]{}<>.,;:!?'\"“”‘’`*_~|/\\#@-]*(?:\(\d{4}\)[\s()\[\]{}]*)?")
"""Brackets, punctuation and a year alone: what is left of a name whose title was forgotten."""


def film_called(text: str) -> Film:
    """The film that is called so; raises FilmError for what is no name of a film."""
    line = in_one_line(text)
    if _NO_TITLE.fullmatch(line):
        raise FilmError(
            f'"{line}" is no name of a film. Give its title, for example "Harbour Lights (1999)".'
        )
    return Film.parse(line)
