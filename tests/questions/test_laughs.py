"""Chat words behind a question change nothing, unless they are what is asked about."""

from __future__ import annotations

import pytest

from bot.questions.laughs import without_laughs


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("who wrote the shortest review xd", "who wrote the shortest review"),
        ("is it any good? lol", "is it any good"),
        ("rating pusher 2, haha ngl", "rating pusher 2"),
        ("how many 10s fr fr", "how many 10s"),
        ("best review LMAO!!", "best review!!"),
    ],
)
def test_chat_words_at_the_end_are_left_out(typed: str, plain: str) -> None:
    assert without_laughs(typed) == plain


@pytest.mark.parametrize("typed", ["who says lol", "mentions xd", "lol", 'search "haha', "review xd"])
def test_chat_words_that_are_asked_about_stay(typed: str) -> None:
    assert without_laughs(typed) == typed
