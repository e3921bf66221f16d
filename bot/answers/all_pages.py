"""The reviews that an answer shows on all of its pages, whole."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from dataclasses import replace
from typing import Any

from bot.answers.answer import Answer
from bot.questions.kinds import Question
from bot.store.library import Library
from bot.store.reviews import StoredReview, find_review


def reviews_shown(
    library: Library, answer: Answer, ask: Callable[[Question], Answer]
) -> Generator[StoredReview, None, None]:
    """Each review once, in the order of the answer. `answer` is its first page, `ask` gives the others."""
    seen: set[str] = set()
    for page in _pages(answer, ask):
        for quote in page.quotes:
            if quote.review_id not in seen and (stored := find_review(library, quote.review_id)) is not None:
                seen.add(quote.review_id)
                yield stored


def _pages(answer: Answer, ask: Callable[[Question], Answer]) -> Iterator[Answer]:
    yield answer
    if answer.paging is not None:
        question: Any = answer.question  # only questions that have pages are answered with them
        for number in range(answer.paging.page + 1, answer.paging.pages + 1):
            yield ask(replace(question, page=number))
