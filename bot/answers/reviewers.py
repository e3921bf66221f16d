"""That nobody of a name wrote: of this film, or at all."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answers.asked import Asked
from bot.answers.wording import joined, shortened
from bot.errors import NotFoundError
from bot.store.reviews import StoredReview, reviewers_like, reviews_by

_FILMS_NAMED = 3
_BEGINNING = 3


def no_reviewer(name: str, asked: Asked, film: str | None = None) -> NotFoundError:
    """What is said of a name that no review bears, of the film or at all; names like it go along."""
    like = reviewers_like(asked.library, name, limit=2) if film else []
    of_name = name if len(like) != 1 else like[0]
    elsewhere = reviews_by(asked.library, of_name, limit=_FILMS_NAMED + 1) if film else []
    if elsewhere:
        return _of_other_films(elsewhere, film or "")
    where = f"of {film}" if film else "in this library"
    like = reviewers_like(asked.library, name[:_BEGINNING], limit=3)
    hint = (
        f"Names that begin alike: {', '.join(like)}." if like else "Try the name as it stands under a quote."
    )
    return NotFoundError(f'No review {where} is by "{shortened(name)}". {hint}', like)


def _of_other_films(elsewhere: Sequence[StoredReview], film: str) -> NotFoundError:
    """What is said of somebody who wrote, but not of this film."""
    name = elsewhere[0].review.byline.reviewer
    films = list(dict.fromkeys(str(stored.review.film) for stored in elsewhere))
    more = ["more"] if len(films) > _FILMS_NAMED else []
    named = joined([*films[:_FILMS_NAMED], *more])
    return NotFoundError(f"No review of {film} is by {name}, who wrote of {named}.", [name])
