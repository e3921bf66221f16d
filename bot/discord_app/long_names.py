"""Names of films, reviewers and people that are longer than an option may be: a key stands for them."""

from __future__ import annotations

import re
from dataclasses import fields, replace
from typing import Any, cast

from bot.discord_app.limits import CHOICE_LENGTH, length
from bot.questions.kinds import Question
from bot.store.servers import Servers, find_code, keep_code

_KEY = re.compile(r"\*[0-9a-f]{20}")


def option_for(servers: Servers, name: str) -> str:
    """What an option holds for the name: the name itself, or the key of one that is too long."""
    return name if 0 < length(name) <= CHOICE_LENGTH else f"*{keep_code(servers, name)}"


def name_in(servers: Servers, option: str) -> str:
    """The name that an option holds, typed or picked."""
    kept = find_code(servers, option[1:]) if _KEY.fullmatch(option) else None
    return option if kept is None else kept


def with_names(servers: Servers, question: Question) -> Question:
    """The question with whole names wherever it holds keys."""
    held: dict[str, Any] = {field.name: getattr(question, field.name) for field in fields(question)}
    whole: dict[str, Any] = {name: _whole(servers, value) for name, value in held.items()}
    return question if whole == held else cast(Question, replace(cast(Any, question), **whole))


def _whole(servers: Servers, value: object) -> object:
    match value:
        case str():
            return name_in(servers, value)
        case tuple():
            return tuple(_whole(servers, item) for item in value)
        case _:
            return value
