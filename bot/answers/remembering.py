"""What of an answer the next question may lean on."""

from __future__ import annotations

from bot.answers.answer import Answer
from bot.questions.conversation import Conversation
from bot.questions.kinds import Help, SmallTalk, Unclear


def remember(answer: Answer, before: Conversation | None = None) -> Conversation | None:
    """The conversation after the answer; small talk and what was not understood leave it as it was."""
    if isinstance(answer.question, SmallTalk | Unclear | Help):
        return before
    film = str(answer.film) if answer.film else None
    shown = tuple(dict.fromkeys(quote.review_id for quote in answer.quotes))
    return Conversation(answer.question, film, shown)
