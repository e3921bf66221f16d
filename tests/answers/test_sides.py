"""Where reviews stand, as a reader judged them who knew nothing of how the bot does (see `verdicts/`)."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from bot.answers.asked import Asked
from bot.answers.catalogue import Catalogue
from bot.answers.decks import Decks
from bot.answers.opinions.asked_about import topic_asked
from bot.answers.opinions.judging import speaking
from bot.answers.opinions.sides import named_sides, stands_on
from bot.answers.place import Place
from bot.answers.scope import scope_of
from bot.model import Film
from bot.store.library import Library
from tests.making import make_review, save

VERDICTS = sorted((Path(__file__).parent / "verdicts").glob("*.json"))
QUESTIONS = {
    "music": "the music",
    "acting": "the acting",
    "look": "the cinematography",
    "story": "the story",
    "direction": "the direction",
    "ending": "the ending",
    "slow": "is it slow",
    "boring": "is it boring",
    "scary": "is it scary",
    "violent": "is it violent",
    "funny": "is it funny",
    "realistic": "is it realistic",
    "worth watching": "is it worth watching",
    "better than the first film": "is it better than the first one",
    "original": "is it original",
    "atmosphere": "the atmosphere",
}
SIDES = {"yes": 1, "no": -1, "unclear": 0}


def judged(library: Library, reviews: list[dict[str, Any]]) -> Counter[str]:
    """How many of the sides that are told are the reader's, and how many aren't."""
    films = {}
    for number, review in enumerate(reviews):
        title, year = re.fullmatch(r"(.*) \((\d{4})\)", review["film"]).groups()  # type: ignore[union-attr]
        films[review["film"]] = film = Film(title, int(year))
        review["by"] = f"{review['reviewer']}-{number}"
        made = {"rating": review["rating"], "title": review["title"], "text": review["text"]}
        save(library, [make_review(review["by"], film=film, **made)])
    asked = Asked(library, Catalogue.of(library), Place(), Decks())
    told: Counter[str] = Counter()
    for name in films:
        scope, mine = scope_of(name, asked), [review for review in reviews if review["film"] == name]
        about = QUESTIONS | {"lead actor": f"how is {mine[0]['lead']}"}
        if not mine[0]["sequel"]:
            del about["better than the first film"]
        for of, question in about.items():
            topic = topic_asked(question, scope, asked)
            stands = stands_on(topic, speaking(topic, scope, asked), scope) if named_sides(topic) else []
            sides = {stand.best.stored.review.byline.reviewer: stand.side for stand in stands}
            for review in mine:
                if side := sides.get(review["by"], 0):
                    told["right" if SIDES.get(review["stances"].get(of)) == side else "wrong"] += 1
    return told


@pytest.mark.parametrize("file", VERDICTS, ids=lambda file: file.stem)
def test_the_sides_that_are_told_are_a_readers(library: Library, file: Path) -> None:
    told = judged(library, json.loads(file.read_text(encoding="utf-8")))
    assert told["right"] > 30
    assert told["right"] / told.total() >= 0.9
