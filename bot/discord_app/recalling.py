"""What a message of ours was about, read from its own buttons and menus: whoever replies to it leans on it.

So a quote that was posted by itself, and an answer from before a restart, can be asked about. Where nothing
carries the question itself, what suggests itself behind the answer tells at least its film and review.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

import discord

from bot.discord_app.buttons import AnswerButton, Carried, Press, ReviewMenu
from bot.questions.asking_again import film_of
from bot.questions.kinds import Average, AverageRating, Count, Question, RandomQuote, Reviewer, WholeReview

HERE = 2
"""The place in the row of pages of the button that stands for the page shown."""

_OF_THE_ANSWER = (Press.CARD, Press.READ_ON, Press.SHOW_SPOILER, Press.READ_SPOILER_ON)
_FOLLOW_UPS = 10
"""The first number of a button with what suggests itself next."""

Decode = Callable[[str], Question | None]


@dataclass(frozen=True, slots=True)
class Traces:
    """What the buttons under a message carry, the code of its answer if a menu does, and what it opens."""

    buttons: tuple[Carried, ...] = ()
    answer: str | None = None
    opens: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.buttons or self.opens)


def traces(message: discord.Message) -> Traces:
    """What the components of a message carry."""
    buttons: list[Carried] = []
    answer: str | None = None
    opens: list[str] = []
    for component in _walked(message.components):
        custom_id = getattr(component, "custom_id", None) or ""
        if isinstance(component, discord.SelectMenu):
            if found := ReviewMenu.__discord_ui_compiled_template__.fullmatch(custom_id):
                answer = found["code"]
                opens += [option.value for option in component.options]
        elif found := AnswerButton.__discord_ui_compiled_template__.fullmatch(custom_id):
            buttons.append(Carried.of(found))
    return Traces(tuple(buttons), answer, tuple(opens))


def _walked(components: Sequence[object]) -> Iterator[object]:
    for component in components:
        yield component
        yield from _walked(getattr(component, "children", ()))


def question_of(left: Traces, decode: Decode) -> Question | None:
    """The question that the message answered, or one about the same review or film; None where none is."""
    asked = [
        (carried, question) for carried in left.buttons if (question := decode(carried.code)) is not None
    ]
    exact = decode(left.answer) if left.answer else next(_exact(asked), None)
    following = [question for carried, question in asked if carried.number >= _FOLLOW_UPS]
    reviews = [one for one in following if isinstance(one, WholeReview)]
    if exact is not None:
        return exact
    if dealt := next((one for one in following if isinstance(one, RandomQuote) and one.position), None):
        return replace(dealt, position=dealt.position - 1)
    opened = [question for code in left.opens if isinstance(question := decode(code), WholeReview)]
    return next(iter((*reviews, *opened)), None) or _stand_in(following)


def _exact(asked: Sequence[tuple[Carried, Question]]) -> Iterator[Question]:
    for carried, question in asked:
        if carried.press in _OF_THE_ANSWER or (carried.press is Press.TURN and carried.number == HERE):
            yield question


def _stand_in(following: Sequence[Question]) -> Question | None:
    """What is as good as the question for whatever leans on it."""
    film = next((film for one in following if (film := film_of(one))), None)
    match following:
        case [Reviewer(name), AverageRating()]:
            return WholeReview(name, film)
        case [*_, Average(_, filters)] if filters:
            return Count(film, filters)
        case _:
            return AverageRating(film) if film is not None else None


def is_of(question: Question, left: Traces, review_ids: Sequence[str], decode: Decode) -> bool:
    """Whether asking the question again has shown what the message shows: decks are shuffled anew."""
    if not isinstance(question, RandomQuote):
        return True
    shown = [decode(button.code) for button in reviews_of(left, decode)]
    return not shown or any(isinstance(one, WholeReview) and one.which in review_ids for one in shown)


def reviews_of(left: Traces, decode: Decode) -> tuple[Carried, ...]:
    """Those of the buttons that open a review."""
    return tuple(button for button in left.buttons if isinstance(decode(button.code), WholeReview))
