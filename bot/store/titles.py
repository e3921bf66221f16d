"""What the library's tables and columns are called for somebody who looks at them in Datasette."""

from __future__ import annotations

from typing import Any


def browsing_titles() -> dict[str, Any]:
    """Datasette's metadata for `library.db`: titles, descriptions, what to search, and questions to start."""
    tables = {
        "film": _table(
            "Films",
            "How many reviews each has, and how many its site says there are",
            sort="title",
            label_column="title",
        ),
        "review": _table(
            "Reviews",
            "As their pages have them. Spoilers stand open here.",
            sort_desc="helpfulness",
            label_column="title",
            columns=_REVIEW_COLUMNS,
            fts_table="review_text",
            fts_pk="standing",
            facets=["film_id", "site", "rating", "spoiler"],
        ),
        "sentence": _table("Sentences", "Of the reviews, as they are searched for opinions"),
        "film_name": _table("Names of films", "As pages give them", sort="title"),
        "person": _table("People", "Whom the reviews speak of", sort_desc="reviews", label_column="name"),
        "film_person": _table("People of a film", "Whom its reviews speak of", sort_desc="reviews"),
        "rating_count": _table("Ratings", "How many reviews of a film gave each rating"),
        "month_count": _table("Months", "How many reviews were written in each"),
        "import": _table("Imports", "What was taken into the library, and when (UTC)", sort_desc="id"),
    }
    hidden: dict[str, Any] = {name: {"hidden": True} for name in _OURS_ALONE}
    hidden["indexed_review"] = {"allow": False}  # a view: Datasette would list it all the same
    return {
        "title": "Pullquote",
        "description": "Films, their reviews, and whom they speak of.",
        "databases": {
            "library": {"description": "The library.", "tables": tables | hidden, "queries": _QUERIES}
        },
    }


def _table(title: str, description: str, **more: object) -> dict[str, Any]:
    return {"title": title, "description": description, **more}


_REVIEW_COLUMNS = {
    "site": "The site that published it",
    "rating": "Points of ten",
    "helpful": "Readers who found it helpful",
    "total": "Readers who voted",
    "helpfulness": "Lower bound of the share of helpful votes (Wilson, 95%)",
    "divisiveness": "How evenly many votes are split",
    "spoiler": "1 where the site marks it as a spoiler",
    "slots": "How much of the index of places it takes",
    "standing": "The order of the search: by helpfulness",
    "printed_byline": "Reviewer and date as the page prints them",
    "byline_certain": "0 where the printed line may be read another way",
}
_OURS_ALONE = (
    "_sqlite_migrations film_change other_review_id reading told_total "
    "byline_name edition page passed_page stem standing_step last_count indexed_stem indexed_place "
    "mention film_spelling spelling person_clue sqlite_sequence"
).split()
_QUERIES = {
    "average_ratings": {
        "title": "Films by average rating",
        "sql": "SELECT title, year, round(1.0 * sum(rating * n) / sum(n), 2) AS average, sum(n) AS rated "
        "FROM (SELECT film_id, rating, reviews AS n FROM rating_count) JOIN film ON film.id = film_id "
        "GROUP BY film_id ORDER BY average DESC",
    },
    "most_helpful_reviews": {
        "title": "The most helpful reviews that are no spoilers",
        "sql": "SELECT film.title AS film, reviewer, rating, helpful, total, review.title, text FROM review "
        "JOIN film ON film.id = film_id WHERE spoiler = 0 ORDER BY helpfulness DESC LIMIT 100",
    },
}
