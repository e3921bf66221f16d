"""Parts of which the reviews of a film speak, and that belong to another film, such as the first one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.answers.asked import Asked
from bot.answers.casting import Told
from bot.answers.scope import Scope
from bot.language.folding import folded
from bot.language.sentences import Span
from bot.model import Film
from bot.store.reviews import StoredReview

_OF_A_SERIES = re.compile(
    r"(?:(?:first|previous|earlier|last) (?:film|movie|one|part|entry|picture|inst\w+)"
    r"|original(?: film| movie)?)$"
)
_ABSENT = (
    r"\b{name}\b(?:['’]s)?(?: \w+){{0,4}}? (?:(?:does not|doesn['’]?t|did not|didn['’]?t|never)(?: even)?"
    r" (?:appear|feature|show up|return|come back)"
    r"|is (?:now |sadly |only |also )*(?:gone|absent|missing|mentioned|not in (?:it|this)))\b"
    r"|\b{name}['’]?s (?:\w+ )?(?:absence|disappearance)\b"
)


def is_of_another_film(told: Sequence[Told], absences: int, scope: Scope, asked: Asked) -> bool:
    """Whether no review tells the part as one of this film, or fewer than miss it here."""
    films = asked.catalogue.index.films
    elsewhere = [one for one in told if is_placed_elsewhere(one, scope.film, films)]
    here = {one.stored.review_id for one in told if one not in elsewhere and not one.credit.wished}
    return absences > len(here) or (not here and bool(elsewhere))


def is_placed_elsewhere(one: Told, film: Film | None, films: Sequence[Film]) -> bool:
    """Whether another film is named right behind the part: `Frank (Kim Bodnia) from the first film`."""
    placed = one.credit.placed
    if placed is None or film is None:
        return False
    if _OF_A_SERIES.match(placed):
        return True
    key, title = folded(placed), folded(film.title)
    others = {folded(other.title) for other in films if other != film}
    return key != title and (title.startswith(f"{key} ") or key in others)


def absences(told: Sequence[Told], reviews: Sequence[StoredReview]) -> Iterator[tuple[StoredReview, Span]]:
    """Sentences of different reviews that miss the player or the part: `Strake is missing here`."""
    names = {one.credit.who.split()[-1] for one in told}
    names |= {one.credit.role for one in told if one.credit.role[:1].isupper()}
    missed = re.compile("|".join(_ABSENT.format(name=re.escape(name)) for name in sorted(names)))
    for stored in reviews:
        text = stored.review.text
        for start, end in stored.sentences if missed.search(text) else ():
            if missed.search(text[start:end]):
                yield stored, (start, end)
                break
