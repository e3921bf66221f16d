"""The rows of buttons and menus under an answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from discord import ui

from bot.answers.answer import Answer
from bot.discord_app import limits
from bot.discord_app.buttons import AnswerButton, Carried, Keep, Press, ReviewMenu
from bot.discord_app.codes import encoded
from bot.pictures.card import can_be_carded
from bot.questions.kinds import RandomQuote
from bot.questions.pages import at_page

_FOLLOW_UPS = 2 * limits.BUTTONS_IN_ROW - 1


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads the answer, and how far they have come.

    `start` is where in a whole review to begin; `unveiled` says that this reader, alone, asked to see a
    spoiler, `card` that they want a quote set as a picture.
    """

    asker: int
    keep: Keep
    start: int = 0
    unveiled: bool = False
    card: bool = False


def paging_row(answer: Answer, reader: Reader) -> list[ui.ActionRow[Any]]:
    """First, previous, next and last page, where there are several."""
    at = answer.paging
    if at is None or at.pages < 2:
        return []
    here = f"{at.page:,} of {at.pages:,}"
    turns = [("«", 1), ("‹", at.page - 1), (here, at.page), ("›", at.page + 1), ("»", at.pages)]
    buttons = [
        AnswerButton.of(
            label,
            Carried(Press.TURN, reader.asker, encoded(turned), place),
            reader.keep,
            disabled=page == at.page or not 1 <= page <= at.pages,
        )
        for place, (label, page) in enumerate(turns)
        if (turned := at_page(answer.question, page)) is not None
    ]
    return [ui.ActionRow(*buttons)] if buttons else []


def menu_row(answer: Answer) -> list[ui.ActionRow[Any]]:
    """A menu to pick a review of those quoted."""
    # Under a quote there is a button for its review already.
    menu = None if isinstance(answer.question, RandomQuote) else ReviewMenu.of(answer.quotes, answer.question)
    return [ui.ActionRow(menu)] if menu else []


def reading_row(answer: Answer, reader: Reader, *, more: int | None, hidden: bool) -> list[ui.ActionRow[Any]]:
    """Ways on in a whole review: from `more` on, from its beginning, behind its spoiler mark."""
    code = encoded(answer.question)
    read_on = Press.READ_SPOILER_ON if reader.unveiled else Press.READ_ON
    presses: list[tuple[str, Press, int]] = []
    if hidden:
        presses.append(("Show spoiler", Press.SHOW_SPOILER, 0))
    if more is not None:
        presses.append(("Read on", read_on, more))
    if reader.start:
        presses.append(("From the beginning", read_on, 0))
    buttons = [
        AnswerButton.of(label, Carried(press, reader.asker, code, number), reader.keep)
        for label, press, number in presses
    ]
    return [ui.ActionRow(*buttons)] if buttons else []


def follow_up_rows(answer: Answer, reader: Reader) -> list[ui.ActionRow[Any]]:
    """The questions that suggest themselves next."""
    buttons: list[AnswerButton] = []
    for place, follow_up in enumerate(answer.follow_ups[:_FOLLOW_UPS]):
        same_kind = type(follow_up.question) is type(answer.question)
        press = (Press.NEXT_CARD if reader.card else Press.TURN) if same_kind else Press.ASK
        carried = Carried(press, reader.asker, encoded(follow_up.question), 10 + place)
        buttons.append(AnswerButton.of(follow_up.label, carried, reader.keep))
    if (
        not reader.card
        and isinstance(answer.question, RandomQuote)
        and any(map(can_be_carded, answer.quotes))
    ):
        carried = Carried(Press.CARD, reader.asker, encoded(answer.question))
        buttons.insert(1, AnswerButton.of("As a card", carried, reader.keep))
    size = limits.BUTTONS_IN_ROW
    return [ui.ActionRow(*buttons[at : at + size]) for at in range(0, len(buttons), size)]
