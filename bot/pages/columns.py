"""Which column of a table holds what, by the names that dumps usually give their columns."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from itertools import islice

from bot.errors import PageError

USUAL_NAMES = {
    "film": (
        "movie film film_title movie_title film_name movie_name show_title "
        "of_movie of_film of_title of_name of_key"
    ),
    "year": "year film_year movie_year release_year of_year of_release_year",
    "film_id": (
        "imdb_id imdbid movie_id film_id tconst title_id tmdb_id of_imdb_id of_movie_id of_tconst of_id"
    ),
    "reviewer": (
        "reviewer user author username user_name reviewer_name author_name author_username user_username "
        "critic critic_name nickname profile_name user_id userid reviewer_id"
    ),
    "date": (
        "date review_date reviewed_at date_posted published published_at posted created_at review_time "
        "timestamp unix_review_time submission_date creation_date watched_date"
    ),
    "rating": (
        "rating score stars review_rating user_rating review_score overall star_rating author_rating points"
    ),
    "title": "title review_summary headline summary review_title review_heading heading",
    "text": (
        "text review body content review_detail review_text review_body review_content full_review "
        "user_review comment"
    ),
    "helpful": (
        "helpful helpfulness found_helpful helpful_votes helpful_count useful up upvotes thumbs_up likes"
    ),
    "total": "total total_votes votes_total helpful_total votes vote_total out_of",
    "unhelpful": (
        "unhelpful not_helpful unhelpful_votes not_helpful_votes down downvotes thumbs_down dislikes"
    ),
    "spoiler": "spoiler_tag spoiler is_spoiler spoilers contains_spoilers contains_spoiler has_spoilers",
    "review_id": "review_id reviewid rw_id id",
    "site": "site source website",
}
"""What a column can hold, and the usual names of such columns, the clearest first."""

OWN_MARK = "byline_certain"
"""A column that only this product's own export has."""

_ALIASES = {field: tuple(names.split()) for field, names in USUAL_NAMES.items()}
_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_NO_WORD = re.compile(r"[^a-z0-9]+")


def plain_name(column: str) -> str:
    """A column's name as it is compared: `reviewText`, `Review Text` and `review.text` are `review_text`."""
    return _NO_WORD.sub("_", _HUMP.sub("_", column.strip()).casefold()).strip("_")


def match_columns(names: Iterable[str], told: Mapping[str, str]) -> dict[str, str]:
    """For each thing that a review is made of, the column that holds it; what the host told goes first."""
    there: dict[str, str] = {}
    for column in names:
        there.setdefault(plain_name(column), column)
    found = {thing: there[plain_name(name)] for thing, name in told.items() if plain_name(name) in there}
    for thing, aliases in _ALIASES.items():
        usual = [there[alias] for alias in aliases if alias in there]
        free = [column for column in usual if column not in found.values()]
        if thing not in told and free:
            found[thing] = free[0]
    return found


def listed(names: Iterable[str]) -> str:
    """The names of columns as a sentence gives them: the first ones, in one line."""
    return ", ".join(" ".join(name.split())[:60] for name in islice(names, 30))


def check_told(names: Collection[str], told: Mapping[str, str], source: str) -> None:
    """Raise PageError where the host named a thing that no column can hold, or a column that isn't there."""
    there = {plain_name(name): name for name in names}
    for thing, column in told.items():
        if thing not in USUAL_NAMES:
            raise PageError(f'A column can\'t hold "{thing}". It can hold one of: {", ".join(USUAL_NAMES)}.')
        if plain_name(column) not in there:
            raise PageError(f'{source} has no column "{column}" for {thing}. It has: {listed(names)}.')


def looks_like_reviews(names: Iterable[str]) -> bool:
    """Whether columns of these names hold reviews: a text or a rating, and something else of a review."""
    found = match_columns(names, {}).keys()
    return bool(found & {"text", "rating"}) and len(found) > 1
