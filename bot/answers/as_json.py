"""An `Answer` as the object that scripts read: the question, what was found, and where."""

from __future__ import annotations

from bot.answers.answer import Answer, Quote
from bot.questions.wording import in_words


def as_json(answer: Answer, *, question: str, milliseconds: float) -> dict[str, object]:
    """The answer with `question` as it was typed, and how long it took from there.

    Quotes of marked reviews stand verbatim too, with `spoiler` true: whoever shows them hides them.
    """
    return {
        "question": question,
        "kind": answer.kind,
        "found": answer.found,
        "text": answer.text,
        "facts": [{"label": fact.label, "value": fact.value} for fact in answer.facts],
        "quotes": [_quote(quote) for quote in answer.quotes],
        "suggestions": [in_words(follow_up.question) for follow_up in answer.follow_ups],
        "ms": round(milliseconds, 2),
    }


def _quote(quote: Quote) -> dict[str, object]:
    return {
        "review_id": quote.review_id,
        "film": str(quote.film),
        "reviewer": quote.reviewer,
        "byline_certain": quote.byline_certain,
        "rating": quote.rating,
        "date": quote.date.isoformat() if quote.date else None,
        "helpful": quote.helpful,
        "total": quote.total,
        "spoiler": quote.hidden,
        "marked_by_author": quote.spoiler,
        "text": quote.text,
    }
