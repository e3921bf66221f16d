"""What was just asked and shown, as far as the next question may lean on it."""

from __future__ import annotations

from dataclasses import dataclass

from bot.questions.kinds import Question


@dataclass(frozen=True, slots=True)
class Conversation:
    """The last question as it was answered, the film it was about, and whose passages were shown.

    `film` is None where the answer was about no single film; `review_ids` are those of the passages.
    """

    question: Question
    film: str | None = None
    review_ids: tuple[str, ...] = ()
