"""Strangers' questions: what was reached on each round is not lost again."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.answers.desk import Desk
from tests.benchmarks.rounds import open_desks
from tests.questions.judging import ROUNDS, category, judge_all, read_round

REACHED = {
    "countable right": 0.9,
    "look-alikes kept out": 1.0,
    "opinion in first three": 0.85,
    "shown sentences that answer": 0.5,
    "who": 0.9,
    "not there: admitted": 0.8,
    "admissions that are right": 0.8,
    "follow-ups": 0.75,
}
HARDER = {
    "countable right": 0.85,
    "look-alikes kept out": 1.0,
    "opinion in first three": 0.75,
    "shown sentences that answer": 0.5,
    "who": 0.6,
    "not there: admitted": 0.7,
    "admissions that are right": 0.55,
}
"""What was reached on the rounds whose writers kept away from how people mostly ask."""
_HARDER_ROUNDS = range(9, 13)
_CATEGORIES = {
    "countable right": "countable",
    "look-alikes kept out": "look_alike",
    "opinion in first three": "opinion",
    "shown sentences that answer": "opinion",
    "who": "who",
    "not there: admitted": "not_in_reviews",
    "admissions that are right": "not_in_reviews",
    "follow-ups": "follow_up",
}
"""Of which questions a line is. Without the real page half of them are asked, and one may fall short."""


@pytest.fixture(scope="module")
def desks(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Desk]:
    return open_desks(tmp_path_factory.mktemp("rounds"))


@pytest.mark.parametrize("file", sorted(ROUNDS.glob("round-*.json")), ids=lambda file: file.stem)
def test_what_a_round_taught_stays_learnt(file: Path, desks: dict[str, Desk]) -> None:
    score = judge_all(read_round(file), desks)
    figures = score.figures
    assert not figures["wrong figures"]
    least_of = HARDER if int(file.stem.partition("-")[2]) in _HARDER_ROUNDS else REACHED
    part = "A" not in desks
    short = {
        name: figures[name]
        for name, least in least_of.items()
        if figures[name] < least - (part and 1 / max(1, len(score.of(_CATEGORIES[name]))))
    }
    assert not short


def test_no_answer_shows_a_passage_that_no_review_has(desks: dict[str, Desk]) -> None:
    desk = desks["B"]
    pages = " ".join(
        " ".join(page.read_text(encoding="utf-8").split())
        for page in (Path(__file__).parents[2] / "data" / "pages").glob("*-sample.txt")
    )
    for file in ROUNDS.glob("round-*.json"):
        for one in judge_all(
            [item for item in read_round(file) if item["library"] == "B"], {"B": desk}
        ).judged:
            for quote in one.answer.quotes:
                assert " ".join(quote.text.split()) in pages


def test_nothing_that_asks_is_taken_for_talk(desks: dict[str, Desk]) -> None:
    taken = [
        one.item["question"]
        for file in sorted(ROUNDS.glob("round-*.json"))
        for one in judge_all(read_round(file), desks).judged
        if one.answer.kind == "small_talk" and category(one.item) not in ("small_talk", "unclear")
    ]
    assert not taken
