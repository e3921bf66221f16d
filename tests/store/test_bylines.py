from __future__ import annotations

import datetime as dt
from dataclasses import replace
from itertools import permutations

from bot.language.bylines import candidates, settle
from bot.model import Byline, Review
from bot.store.library import Library
from bot.store.reviews import every_review
from tests.making import make_review, save

PRINTED = [
    "quillon23 March 2011",
    "quillon24 May 2012",
    "quillon2 June 2013",
    "perch-71 May 2014",
    "odd15 May 2001",
]


def printed_review(printed: str) -> Review:
    """A review whose byline is split as its page alone would split it."""
    splits = candidates(printed)
    assert splits
    (decision,) = settle([splits])
    other = decision.other and (decision.other.reviewer, decision.other.date)
    byline = Byline(printed, *decision.split, certain=decision.certain, other=other)
    return replace(make_review(title=printed), byline=byline)


def bylines(library: Library) -> dict[str, Byline]:
    return {item.review.byline.printed: item.review.byline for item in every_review(library)}


def test_a_name_seen_elsewhere_settles_a_byline_that_came_before(library: Library) -> None:
    save(library, [printed_review("tarnfell125 May 2012")])
    before = bylines(library)["tarnfell125 May 2012"]
    assert (before.reviewer, before.certain) == ("tarnfell1", False)
    save(library, [printed_review("tarnfell1230 June 2014"), printed_review("tarnfell1231 May 2015")])
    after = bylines(library)["tarnfell125 May 2012"]
    assert (after.reviewer, after.date) == ("tarnfell12", dt.date(2012, 5, 5))
    assert after.other == ("tarnfell1", dt.date(2012, 5, 25))


def test_the_store_settles_as_the_whole_library_at_once_in_any_order_of_import(library: Library) -> None:
    expected = {
        printed: decision.split
        for printed, decision in zip(
            PRINTED, settle([candidates(line) or () for line in PRINTED]), strict=True
        )
    }
    for order in list(permutations(PRINTED))[::17]:
        with library.transaction() as connection:
            for table in ("review", "byline_name", "film"):
                connection.execute(f"DELETE FROM {table}")  # noqa: S608
            connection.execute("INSERT INTO review_text (review_text) VALUES ('rebuild')")
        for printed in order:
            save(library, [printed_review(printed)])
        found = {printed: (byline.reviewer, byline.date) for printed, byline in bylines(library).items()}
        assert found == expected


def test_importing_again_neither_counts_nor_settles_anew(library: Library) -> None:
    page = [printed_review(printed) for printed in PRINTED]
    save(library, page)
    before = bylines(library)
    counts = [tuple(row) for row in library.rows("SELECT * FROM byline_name ORDER BY name")]
    save(library, page)
    assert bylines(library) == before
    assert [tuple(row) for row in library.rows("SELECT * FROM byline_name ORDER BY name")] == counts
