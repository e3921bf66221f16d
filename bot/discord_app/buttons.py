"""Buttons and menus that keep working: all they need to know stands in their custom id.

Nothing is held in memory for them, so one pressed after a restart or a month later answers as well. What a
press does is told in `pressing`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Self, cast

import discord
from discord import ui

from bot.answers.answer import Quote
from bot.discord_app import markup
from bot.discord_app.codes import encoded
from bot.discord_app.limits import BUTTON_LABEL, CUSTOM_ID, OPTION_LENGTH, OPTIONS_IN_MENU, length
from bot.questions.kinds import Question, WholeReview

Keep = Callable[[str], str]
"""Puts away a code that is too long for a button, and gives the short key to find it by."""

KEPT = "*"
"""Begins a key, which no code begins with."""


class Press(StrEnum):
    """What a press does with the question that the button carries."""

    TURN = "t"
    ASK = "a"
    READ_ON = "r"
    SHOW_SPOILER = "s"
    READ_SPOILER_ON = "o"
    CARD = "c"
    NEXT_CARD = "d"


@dataclass(frozen=True, slots=True)
class Carried:
    """What a button carries: a question's code or the key of one, and the one who asked it.

    `number` is the place in the review to read on from; elsewhere it only tells apart buttons that are alike.
    """

    press: Press
    asker: int
    code: str
    number: int = 0

    @classmethod
    def of(cls, found: re.Match[str]) -> Self:
        """What is carried by a button whose custom id was found to be of ours."""
        return cls(Press(found["press"]), int(found["asker"]), found["code"], int(found["number"]))

    def custom_id(self, keep: Keep) -> str:
        """All of it in a custom id."""
        head = f"pq:{self.press}{self.number}:{self.asker}:"
        whole = head + self.code
        return whole if length(whole) <= CUSTOM_ID else f"{head}{KEPT}{keep(self.code)}"


_BUTTON = re.compile(
    r"pq:(?P<press>[tarsocd])(?P<number>\d{1,9}):(?P<asker>\d{1,20}):(?P<code>.+)", re.DOTALL
)
_MENU = "pq:open"
_MENU_ID = re.compile(rf"{_MENU}(?::(?P<code>.+))?", re.DOTALL)


class AnswerButton(ui.DynamicItem[ui.Button[Any]], template=_BUTTON):
    """A button under an answer."""

    def __init__(self, button: ui.Button[Any], carried: Carried) -> None:
        super().__init__(button)
        self.carried = carried

    @classmethod
    def of(
        cls,
        label: str,
        carried: Carried,
        keep: Keep,
        *,
        style: discord.ButtonStyle = discord.ButtonStyle.secondary,
        disabled: bool = False,
    ) -> Self:
        """Make a button."""
        text = markup.label(label, BUTTON_LABEL) or "…"
        button: ui.Button[Any] = ui.Button(
            label=text, custom_id=carried.custom_id(keep), style=style, disabled=disabled
        )
        return cls(button, carried)

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction[Any], item: ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        """Take up a button that was pressed."""
        return cls(cast("ui.Button[Any]", item), Carried.of(match))

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Do what the button says."""
        await interaction.client.button_pressed(interaction, self.carried)


class ReviewMenu(ui.DynamicItem[ui.Select[Any]], template=_MENU_ID):
    """A menu under a list of reviews: whoever picks one reads it whole, privately.

    Its id carries the code of what was answered, where there is room for it.
    """

    @classmethod
    def of(cls, quotes: Sequence[Quote], question: Question) -> Self | None:
        """Make a menu of the reviews quoted, None where none can be named."""
        by_one = len({quote.reviewer for quote in quotes}) == 1 < len({quote.film for quote in quotes})
        options = {
            code: discord.SelectOption(
                label=_option(quote, by_film=by_one), description=_title(quote), value=code
            )
            for quote in quotes[:OPTIONS_IN_MENU]
            if length(code := encoded(WholeReview(quote.review_id))) <= OPTION_LENGTH
        }
        if not options:
            return None
        whole = f"{_MENU}:{encoded(question)}"
        menu: ui.Select[Any] = ui.Select(
            custom_id=whole if length(whole) <= CUSTOM_ID else _MENU,
            placeholder="Read a review",
            options=list(options.values()),
        )
        return cls(menu)

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction[Any], item: ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        """Take up a menu that was used."""
        return cls(cast("ui.Select[Any]", item))

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Open the review that was picked."""
        await interaction.client.review_picked(interaction, self.item.values[0])


def _option(quote: Quote, *, by_film: bool) -> str:
    rating = "no rating" if quote.rating is None else f"{quote.rating}/10"
    return f"{markup.label(str(quote.film) if by_film else quote.reviewer, 80) or '…'} · {rating}"


def _title(quote: Quote) -> str | None:
    return "Spoiler" if quote.spoiler else markup.label(quote.title, OPTION_LENGTH) or None
