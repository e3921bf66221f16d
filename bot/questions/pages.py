"""The pages of an answer: one way to turn them, be it by words, a key of the chat, a button or an export."""

from __future__ import annotations

from dataclasses import replace

from bot.questions.kinds import Films, Mentions, Opinion, People, Question, Reviewer, Search, TopReviews


def at_page(question: Question, page: int) -> Question | None:
    """The question at a page of its answer, counted from 1; None where its answers have no pages."""
    match question:
        case TopReviews() | Search() | Mentions() | People() | Films() | Reviewer() | Opinion():
            return replace(question, page=max(1, page))
        case _:
            return None


def page_of(question: Question) -> int:
    """The page that the question asks for."""
    page: int = getattr(question, "page", 1)
    return page
