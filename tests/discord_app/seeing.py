"""What a member sees of a message: its texts, buttons and menus, as Discord shows them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import discord
import simcord
from simcord.results import InteractionResult, ResponseMessage

from bot.discord_app.client import Pullquote

Message = ResponseMessage | discord.Message
NewBot = Callable[[], Pullquote]


@dataclass(frozen=True, slots=True)
class Server:
    env: simcord.Env
    channel: simcord.ChannelHandle
    ann: simcord.MemberActor
    bob: simcord.MemberActor


def parts(message: Message) -> Iterator[dict[str, Any]]:
    roots: list[dict[str, Any]] = (
        message.components
        if isinstance(message, ResponseMessage)
        else [dict(component.to_dict()) for component in message.components]
    )
    return _walked(roots)


def _walked(components: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for component in components:
        yield component
        yield from _walked(component.get("components", []))
        if accessory := component.get("accessory"):
            yield from _walked([accessory])


def text(message: Message) -> str:
    """The texts of a message, as they were sent."""
    return "\n".join(part["content"] for part in parts(message) if part["type"] == 10)


def buttons(message: Message) -> list[str]:
    """The labels of the buttons that can be pressed."""
    return [part["label"] for part in parts(message) if part["type"] == 2 and not part.get("disabled")]


def options(message: Message) -> dict[str, str]:
    """What the menus offer: label → value."""
    return {
        option["label"]: option["value"]
        for part in parts(message)
        if part["type"] == 3
        for option in part["options"]
    }


def texts_in(sent: object) -> Iterator[str]:
    """Every text in what was sent to Discord."""
    match sent:
        case str():
            yield sent
        case dict():
            for value in sent.values():
                yield from texts_in(value)
        case list() | tuple():
            for item in sent:
                yield from texts_in(item)


def shown(result: InteractionResult) -> ResponseMessage:
    """The message that answered: the response, or what followed a withdrawn announcement."""
    messages = [*([result.response] if result.response else []), *result.followups]
    assert len(messages) == 1, f"one message answers, not {len(messages)}"
    return messages[0]


async def choices(
    who: simcord.MemberActor, channel: simcord.ChannelHandle, command: str, option: str, typed: str
) -> dict[str, str]:
    """What is offered while somebody types: name → value."""
    return {
        choice["name"]: choice["value"] for choice in await who.autocomplete(channel, command, option, typed)
    }


def words_of_pictures(message: Message) -> list[str]:
    """What stands for the pictures of a message where they can't be seen."""
    return [item["description"] for part in parts(message) if part["type"] == 12 for item in part["items"]]
