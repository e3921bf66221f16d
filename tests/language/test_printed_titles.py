from __future__ import annotations

import pytest

from bot.language.printed_titles import is_printed_as_title


@pytest.mark.parametrize(
    "text",
    [
        "The music would feature heavily in COLD SALT RIVER years later.",
        'As strong as "cold salt river" ever was.',
        "I was so mute at the end of 'Cold Salt River', too.",
        "It reminded me of Cold Salt River (1994) more than once.",
    ],
)
def test_words_in_capitals_in_quotes_or_with_a_year_are_a_title(text: str) -> None:
    assert is_printed_as_title("cold salt river", text)


@pytest.mark.parametrize(
    "text",
    [
        "They wade through the cold salt river at night.",
        "THEY WADE THROUGH THE COLD SALT RIVER AT NIGHT.",
        'It is no tale about "cold salt river" people.',
        "We sat in the Cold Salt River and drank.",
    ],
)
def test_other_words_are_none(text: str) -> None:
    assert not is_printed_as_title("cold salt river", text)
