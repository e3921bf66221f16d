"""How well a round's questions are answered, by what their writers expected.

A round is a list of questions with what is right; see ROUNDS.md for how they came about and how they fared.
Where a page isn't ours to ship, the phrases that a right sentence holds are kept as digests alone.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from hashlib import blake2b
from pathlib import Path
from typing import Any

from bot.answers.answer import Answer
from bot.answers.desk import Desk
from bot.answers.place import Place
from bot.answers.remembering import remember
from bot.language.folding import folded
from bot.questions.reading import read

ROUNDS = Path(__file__).parent / "rounds"
COUNTING = frozenset(
    "count share average average_rating most_common extreme compare_films reviewed_by"
    " top_reviews films reviewer".split()
)
_LONGEST_PHRASE = 6
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
_SHARE = re.compile(r"\d+\.\d(?=%)")


@dataclass(frozen=True, slots=True)
class Judged:
    """One question with its answer: whether that is right, or a wrong figure, and of its quotes how"
    " many fit."""

    item: Mapping[str, Any]
    answer: Answer
    right: bool
    wrong_figure: bool = False
    shown: int = 0
    fitting: int = 0


@dataclass(slots=True)
class Score:
    """The figures of issue 5 over some judged questions."""

    judged: list[Judged] = field(default_factory=list)

    def of(self, *categories: str) -> list[Judged]:
        return [one for one in self.judged if category(one.item) in categories]

    def share(self, *categories: str) -> float:
        of = self.of(*categories)
        return sum(one.right for one in of) / len(of) if of else 1.0

    @property
    def figures(self) -> dict[str, float]:
        opinions = self.of("opinion")
        admitted = [one for one in self.judged if one.answer.kind == "not_in_reviews"]
        countable = self.of("countable")
        shown = sum(one.shown for one in opinions)
        return {
            "countable right": self.share("countable"),
            "wrong figures": sum(one.wrong_figure for one in countable) / max(1, len(countable)),
            "look-alikes kept out": self.share("look_alike"),
            "opinion in first three": self.share("opinion"),
            "shown sentences that answer": sum(one.fitting for one in opinions) / max(1, shown),
            "who": self.share("who"),
            "not there: admitted": self.share("not_in_reviews"),
            "admissions that are right": sum(category(one.item) == "not_in_reviews" for one in admitted)
            / max(1, len(admitted)),
            "small talk": self.share("small_talk"),
            "unclear": self.share("unclear"),
            "follow-ups": self.share("follow_up"),
        }


def category(item: Mapping[str, Any]) -> str:
    """The category under which a question counts."""
    return str(item["category"])


def read_round(path: Path) -> list[dict[str, Any]]:
    """The questions of a round."""
    items: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))
    return items


def judge_all(items: Iterable[Mapping[str, Any]], desks: Mapping[str, Desk]) -> Score:
    """Ask every question of the libraries that are there, and judge the answers."""
    return Score([judge(item, desks[item["library"]]) for item in items if item["library"] in desks])


def judge(item: Mapping[str, Any], desk: Desk) -> Judged:
    """Ask the question as its writer meant it to be asked, and judge the answer."""
    place = Place(film=item["film"])
    last = None
    if before := item.get("after"):
        last = remember(desk.answer(read(before, desk.known(place)), place))
    answer = desk.answer(read(item["question"], desk.known(place), last), place)
    expected = item["expected"]
    kind = expected.get("kind", item["category"])
    match kind:
        case "countable":
            right = is_right_figure(answer, expected)
            return Judged(item, answer, right, wrong_figure=_claims_figure(answer) and not right)
        case "who":
            return Judged(item, answer, answer.found and _names_stand(answer, expected["names"], expected))
        case "opinion" | "look_alike":
            return _judge_opinion(item, answer, expected)
        case "not_in_reviews":
            return Judged(item, answer, answer.kind == "not_in_reviews" and not answer.found)
        case "small_talk":
            also = {"nonsense": "unclear", "help": "help"}.get(expected.get("note", ""))
            return Judged(item, answer, answer.kind in ("small_talk", also))
        case _:
            return Judged(item, answer, not answer.found)


def _claims_figure(answer: Answer) -> bool:
    return answer.found and answer.kind in COUNTING


def is_right_figure(answer: Answer, expected: Mapping[str, Any]) -> bool:
    """Whether the answer gives the expected figures, and names whom it should."""
    if not answer.found:
        return False
    told = {float(number.replace(",", "")) for number in _NUMBER.findall(_words(answer))}
    if expected["figures"]:
        stand = [_figure_stands(figure, told, answer) for figure in expected["figures"]]
        if not (any(stand) if expected.get("any_of") else all(stand)):
            return False
    names = expected.get("reviewers", [])
    if names:
        found = [_stands(name, answer) for name in names]
        if not (any(found) if expected.get("reviewers_any_of") else all(found)):
            return False
    ahead = expected.get("film_ahead")
    return not ahead or all(folded(film) in folded(answer.headline) for film in ahead.split(" / ")[:1])


def _figure_stands(figure: str, told: set[float], answer: Answer) -> bool:
    number = figure.strip().removesuffix("%")
    try:
        return float(number) in told or _rounds(Decimal(number), answer)
    except ValueError:  # a date
        return folded(figure) in folded(_words(answer))


def _rounds(expected: Decimal, answer: Answer) -> bool:
    """Whether a share that is told to one decimal rounds the expected one: 23.1% where it is 23.08."""
    rounded = expected.quantize(Decimal("0.1"), ROUND_HALF_UP)
    return any(Decimal(share) == rounded for share in _SHARE.findall(_words(answer)))


def _words(answer: Answer) -> str:
    return " ".join((answer.text, *(f"{fact.label} {fact.value}" for fact in answer.facts)))


def _stands(name: str, answer: Answer) -> bool:
    names = " ".join((_words(answer), *(quote.reviewer for quote in answer.quotes)))
    return folded(name) in folded(names)


def _names_stand(answer: Answer, names: list[str], expected: Mapping[str, Any]) -> bool:
    text = folded(_words(answer))
    found = [folded(name) in text for name in names]
    return any(found) if expected.get("any_of") else all(found)


def _judge_opinion(item: Mapping[str, Any], answer: Answer, expected: Mapping[str, Any]) -> Judged:
    phrases: Mapping[str, list[str]] = expected["key_words_by_reviewer"]
    hidden = set(expected.get("only_behind_spoiler_mark", {}))
    fitting = [holds_any(quote.text, phrases.get(quote.reviewer, ())) for quote in answer.quotes]
    open_spoiler = any(quote.reviewer in hidden and not quote.spoiler for quote in answer.quotes)
    first_three = any(fitting[:3]) and answer.found and not open_spoiler
    if item["category"] == "look_alike":
        return Judged(item, answer, answer.kind not in COUNTING, shown=len(fitting), fitting=sum(fitting))
    return Judged(item, answer, first_three, shown=len(fitting), fitting=sum(fitting))


def digest(phrase: str) -> str:
    """What is kept of a phrase that may not be shipped."""
    return "#" + blake2b(folded(phrase).encode(), digest_size=6).hexdigest()


def holds_any(text: str, phrases: Sequence[str]) -> bool:
    """Whether the text holds one of the phrases, or a phrase with one of the digests."""
    words = folded(text).split()
    kept = {phrase for phrase in phrases if phrase.startswith("#")}
    runs = (
        " ".join(words[start : start + size])
        for size in range(1, _LONGEST_PHRASE + 1)
        for start in range(len(words) - size + 1)
    )
    return any(folded(phrase) in folded(text) for phrase in set(phrases) - kept) or (
        bool(kept) and not kept.isdisjoint(map(digest, runs))
    )


def misses(score: Score) -> Counter[str]:
    """How many questions of each category went wrong."""
    return Counter(category(one.item) for one in score.judged if not one.right)
