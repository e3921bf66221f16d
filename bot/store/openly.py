"""What stands in a review that is not marked as a spoiler: the rest may be what marked ones give away."""

from __future__ import annotations

from collections.abc import Iterable

from bot.language.words import plain_words
from bot.store.library import Library
from bot.store.matching import either, film_mark, spoiler_mark


def stands_openly(library: Library, words: str, film_id: int | None = None) -> bool:
    """Whether an unmarked review of the film, or of any, has these words side by side, in any form of them.

    A step or two into the index where they are told openly; else as many as the rarest word has reviews.
    """
    phrase = " ".join(plain_words(words))
    if not phrase:
        return False
    film = f"{either([film_mark(film_id)])} AND " if film_id is not None else ""
    match = f'({film}"{phrase}") NOT {either([spoiler_mark()])}'
    return library.row("SELECT 1 FROM review_text WHERE review_text MATCH ? LIMIT 1", (match,)) is not None


def told_openly(library: Library, forms: Iterable[str], film_id: int | None = None) -> list[str]:
    """Those of the forms of a name that an unmarked review has."""
    return [form for form in forms if stands_openly(library, form, film_id)]
