"""Who wrote of several films."""

from __future__ import annotations

import json
from collections.abc import Sequence

from bot.store.library import Library


def who_wrote_of_all(library: Library, film_ids: Sequence[int]) -> tuple[str, ...]:
    """The reviewers, as printed, who reviewed each of the films, by name; `film_ids` must not be empty."""
    first, *others = film_ids
    keys = {
        row["reviewer_key"]
        for row in library.rows("SELECT DISTINCT reviewer_key FROM review WHERE film_id = ?", (first,))
    }
    for film_id in others:
        rows = library.rows(
            "SELECT DISTINCT reviewer_key FROM review "
            "WHERE film_id = :film AND reviewer_key IN (SELECT value FROM json_each(:keys))",
            {"film": film_id, "keys": json.dumps(sorted(keys))},
        )
        keys = {row["reviewer_key"] for row in rows}
    printed = library.rows(
        "SELECT min(reviewer) AS reviewer FROM review "
        "WHERE reviewer_key IN (SELECT value FROM json_each(:keys)) GROUP BY reviewer_key",
        {"keys": json.dumps(sorted(keys))},
    )
    return tuple(sorted((str(row["reviewer"]) for row in printed), key=str.lower))


def who_wrote_of_several(library: Library, least: int) -> dict[str, int]:
    """Those who reviewed at least so many films, as printed, with how many: those of most films first."""
    rows = library.rows(
        "SELECT min(reviewer) AS reviewer, count(DISTINCT film_id) AS films FROM review "
        "GROUP BY reviewer_key HAVING count(DISTINCT film_id) >= ? ORDER BY films DESC, lower(reviewer)",
        (least,),
    )
    return {str(row["reviewer"]): int(row["films"]) for row in rows}
