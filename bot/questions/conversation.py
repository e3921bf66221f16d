"""What was just asked and shown, as far as the next question may lean on it."""

from __future__ import annotations

from dataclasses import dataclass

from bot.questions.kinds import Question


@dataclass(frozen=True, slots=True)
class Conversation:
    """The last question as it was answered, the film it was about, and whose passages were shown.

    `film` is None where the answer was about no single film; `earlier_films` are those that were spoken of
    before it, the latest last. `review_ids` and `reviewers` are those of the passages. `listed` holds what
    each thing of the last list opens, in the order shown, and `list_of` what that list was asked for with: a
    review that was opened from a list doesn't end it. `pages` is how many pages that list has, None where it
    is not told. `compared` are the films that were set beside each other, until another one is spoken of.
    `persons` are those whom the answer names as who plays or does what was asked. `rating` is that of the
    one review that was shown.
    """

    question: Question
    film: str | None = None
    review_ids: tuple[str, ...] = ()
    reviewers: tuple[str, ...] = ()
    listed: tuple[Question, ...] = ()
    list_of: Question | None = None
    earlier_films: tuple[str, ...] = ()
    compared: tuple[str, ...] = ()
    pages: int | None = None
    persons: tuple[str, ...] = ()
    rating: int | None = None
