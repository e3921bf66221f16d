from __future__ import annotations

import json

from bot.answers.as_json import as_json
from bot.answers.desk import Desk
from bot.questions.kinds import AverageRating, TopReviews, Unclear
from bot.store.library import Library
from tests.making import make_review, save


def test_answer_as_json_has_the_keys_that_scripts_rely_on(library: Library, desk: Desk) -> None:
    save(library, [make_review("ada", rating=None, votes=None)])
    given = as_json(desk.answer(TopReviews()), question="top", milliseconds=1.234)
    assert list(given) == ["question", "kind", "found", "text", "facts", "quotes", "suggestions", "ms"]
    assert given["question"] == "top"
    assert given["kind"] == "top_reviews"
    assert given["ms"] == 1.23
    quotes = json.loads(json.dumps(given))["quotes"]
    assert quotes == [
        {
            "review_id": quotes[0]["review_id"],
            "film": "Harbour Lights (1999)",
            "reviewer": "ada",
            "byline_certain": True,
            "rating": None,
            "date": "2010-05-17",
            "helpful": None,
            "total": None,
            "spoiler": False,
            "marked_by_author": False,
            "text": "The harbour glows and nobody says a word about it.",
        }
    ]


def test_figures_stand_in_facts_and_suggestions_can_be_asked(library: Library, desk: Desk) -> None:
    save(library, [make_review("ada", rating=7)])
    given = as_json(desk.answer(AverageRating()), question="rating", milliseconds=1)
    assert {"label": "Mean", "value": "7.00 of 10"} in json.loads(json.dumps(given))["facts"]
    assert "top Harbour Lights (1999)" in json.loads(json.dumps(given))["suggestions"]


def test_unclear_claims_nothing(library: Library, desk: Desk) -> None:
    given = as_json(desk.answer(Unclear("hm")), question="hm", milliseconds=1)
    assert (given["kind"], given["found"], given["quotes"]) == ("unclear", False, [])
