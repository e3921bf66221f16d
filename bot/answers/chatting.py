"""Short human lines for what is said to the bot, and who said what was just shown."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answers.answer import Answer, Fact
from bot.answers.asked import Asked
from bot.answers.helping import examples
from bot.answers.restating import told_day
from bot.errors import NotFoundError
from bot.questions.kinds import SaidBy, SmallTalk
from bot.store.reviews import StoredReview, find_review

_LINES = {
    "greeting": "Hello! Ask me what people wrote about a film.",
    "thanks": "You're welcome.",
    "farewell": "Goodbye. The reviews will be here.",
    "praise": "Kind of you. The reviewers did the writing.",
    "insult": "Fair enough; critics are my trade. Ask me about a film and I'll do better.",
    "laugh": "Glad you like it.",
    "agreement": "Right. What else would you like to know?",
    "no_more": "That was all there is to show.",
    "nothing_yet": "I have shown nothing yet that could go on. Ask me about a film first.",
    "self": "I'm Pullquote, a program that answers from saved film reviews: figures, quotes and names.",
}


def small_talk(question: SmallTalk, asked: Asked) -> Answer:
    """A line, and examples of what can be asked."""
    return Answer(
        question,
        found=False,
        headline=_LINES.get(question.about, _LINES["greeting"]),
        follow_ups=examples(asked)[:3],
    )


def said_by(question: SaidBy, asked: Asked) -> Answer:
    """Who wrote the passages just shown, when, and with what rating."""
    found = [
        stored
        for review_id in question.review_ids.split()
        if (stored := find_review(asked.library, review_id)) is not None
    ]
    if not found:
        raise NotFoundError("I have shown nothing that somebody said. Ask for a quote first.")
    names = list(dict.fromkeys(stored.review.byline.reviewer for stored in found))
    listed = names[0] if len(names) == 1 else ", ".join(names[:-1]) + f" and {names[-1]}"
    return Answer(
        question,
        found=True,
        headline=f"{listed} wrote that{_when(found)}." if len(names) == 1 else f"In that order: {listed}.",
        facts=tuple(
            Fact(stored.review.byline.reviewer, _of(stored.review.rating, str(stored.review.film)))
            for stored in found[:10]
        ),
        notes=asked.left_out(found[:3]),
        quotes=asked.openings(found[:3]),
        film=found[0].review.film,
    )


def _when(found: Sequence[StoredReview]) -> str:
    date = found[0].review.byline.date
    return f" on {told_day(date)}" if len(found) == 1 and date is not None else ""


def _of(rating: int | None, film: str) -> str:
    return f"{film}, {rating}/10" if rating is not None else f"{film}, no rating"
