"""The sign by which the readers of commands and sentences give up. Users never see it."""

from __future__ import annotations

from bot.questions.kinds import Question


class UnreadError(ValueError):
    """Some of the words stay unread; whoever reads on their behalf tries another way or asks back."""


class AskBackError(UnreadError):
    """A command lacks something, or its option has a value that there isn't: `asks` is what to ask back.

    `examples` are questions to offer; an empty name or word in one is to be filled from the reviews.
    """

    def __init__(self, asks: str, *examples: Question) -> None:
        self.asks, self.examples = asks, examples
        super().__init__(asks)
