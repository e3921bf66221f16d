"""The reviews behind an answer, whole: those that it shows on all of its pages, or that its figure counts."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Sequence

from bot.answers.answer import Answer
from bot.answers.catalogue import Catalogue
from bot.answers.counting import in_both
from bot.errors import NotFoundError
from bot.model import Filters
from bot.questions.kinds import Average, CompareFilms, Count, MostCommon, Question, Share, TopReviews
from bot.questions.pages import at_page
from bot.store.counting import Selection, count, each_selected, select
from bot.store.library import Library
from bot.store.reviews import StoredReview, every_review, find_review

_TRY = "Ask for reviews or for a figure of theirs, for example `top`, `search` or `rating`."


def reviews_behind(
    answer: Answer, library: Library, catalogue: Catalogue, ask: Callable[[Question], Answer]
) -> Generator[StoredReview, None, None]:
    """Each review once. `answer` is a first page, `ask` gives the others.

    Raises NotFoundError, before the first, where no review is behind the answer.
    """
    if not answer.found:
        raise NotFoundError(_said(answer))
    filters = _counted(answer.question)
    if filters is not None:
        films = _films(answer, catalogue)
        chosen = [select(library, film_id, filters) for film_id in films]
        if not any(count(library, one) for one in chosen):
            raise NotFoundError(f"{answer.headline} So there is none to export.")
        return _selected(library, chosen)
    if answer.quotes:
        return _shown(answer, library, ask)
    if answer.film is None:
        raise NotFoundError(f"No reviews are behind that answer. {_TRY}")
    return every_review(library, catalogue.by_film[answer.film].id)


def _said(answer: Answer) -> str:
    """What the answer says; a last sentence that leads over to what follows it on a screen is left out."""
    if not answer.text.endswith(":"):
        return answer.text
    return ". ".join([*answer.text.split(". ")[:-1], _TRY])


def _counted(question: Question) -> Filters | None:
    """Which reviews a figure was counted of, None for a question that asks for no such figure."""
    match question:
        case Count() | Average() | MostCommon() | CompareFilms():
            return question.filters
        case TopReviews() if question.filters:
            return question.filters
        case Share(_, filters, among):
            return in_both(filters, among)
        case _:
            return None


def _films(answer: Answer, catalogue: Catalogue) -> list[int | None]:
    """The films that a figure is of; None stands for all."""
    match answer.question:
        case CompareFilms(films) if films:
            return [catalogue.named(film).id for film in films]
        case _:
            return [None if answer.film is None else catalogue.by_film[answer.film].id]


def _selected(library: Library, chosen: Sequence[Selection]) -> Generator[StoredReview, None, None]:
    for selection in chosen:
        yield from each_selected(library, selection)


def _shown(
    answer: Answer, library: Library, ask: Callable[[Question], Answer]
) -> Generator[StoredReview, None, None]:
    """What the answer shows, in its order."""
    seen: set[str] = set()
    for page in _pages(answer, ask):
        for quote in page.quotes:
            if quote.review_id not in seen and (stored := find_review(library, quote.review_id)) is not None:
                seen.add(quote.review_id)
                yield stored


def _pages(answer: Answer, ask: Callable[[Question], Answer]) -> Iterator[Answer]:
    yield answer
    if answer.paging is not None:
        for number in range(answer.paging.page + 1, answer.paging.pages + 1):
            if (question := at_page(answer.question, number)) is not None:
                yield ask(question)
