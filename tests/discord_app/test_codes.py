from __future__ import annotations

from typing import get_args, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.discord_app.buttons import KEPT, AnswerButton, Carried, Press
from bot.discord_app.codes import LETTERS, decoded, encoded
from bot.discord_app.limits import CUSTOM_ID, length
from bot.model import Filters
from bot.questions.kinds import Order, Question, Search, TopReviews, WholeReview

HINTS = get_type_hints(Filters)
RATINGS = st.none() | st.sets(st.integers(0, 10), min_size=1).map(lambda found: tuple(sorted(found)))
FILTERS = st.builds(Filters, **{name: st.from_type(HINTS[name]) for name in HINTS} | {"ratings": RATINGS})
st.register_type_strategy(Filters, FILTERS)
QUESTIONS = st.one_of(*(st.from_type(kind) for kind in get_args(Question)))


def test_every_kind_of_question_has_a_letter() -> None:
    assert set(LETTERS.values()) == set(get_args(Question))


@given(QUESTIONS)
def test_a_question_comes_back_from_its_code(question: Question) -> None:
    assert decoded(encoded(question)) == question


@given(QUESTIONS, st.sampled_from(Press), st.integers(0, 2**63), st.integers(0, 10**8))
def test_any_button_fits_and_is_recognised(question: Question, press: Press, asker: int, number: int) -> None:
    kept: dict[str, str] = {}

    def keep(code: str) -> str:
        kept["key"] = code
        return "0123456789abcdef0123"

    custom_id = Carried(press, asker, encoded(question), number).custom_id(keep)

    assert length(custom_id) <= CUSTOM_ID
    found = AnswerButton.__discord_ui_compiled_template__.fullmatch(custom_id)
    assert found is not None
    code = kept["key"] if found["code"].startswith(KEPT) else found["code"]
    assert decoded(code) == question


def test_codes_of_sent_messages_are_understood_for_ever() -> None:
    assert decoded("t|Pusher II (2004)|lowest|3") == TopReviews("Pusher II (2004)", Order.LOWEST, 3)
    assert decoded("w|pq0123456789abcd") == WholeReview("pq0123456789abcd")
    assert decoded("s|a %7c b||||||||1") == Search("a | b", spoilers=True)


@pytest.mark.parametrize("code", ["", "?", "Z|1", "t||sideways", "t|||two", "f|1|2|3", "w"])
def test_what_is_no_code_stands_for_no_question(code: str) -> None:
    assert decoded(code) is None
