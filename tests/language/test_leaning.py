from __future__ import annotations

import pytest

from bot.language.leaning import leans
from bot.language.sayings import saying


@pytest.mark.parametrize(
    ("sentence", "rating"),
    [
        ("The acting is weak and flat.", 5),
        ("Fine actors but a weaker story!", 7),
        ("Boring.", 3),
        ("Nothing happens. Then it happens again.", 1),
        ("NO MUSIC. NO MONSTER. NO POINT.", 2),
        ("My reservation concerns the second hour.", 8),
        ("The scene at the fair is a mistake.", 9),
    ],
)
def test_a_complaint_is_told(sentence: str, rating: int) -> None:
    assert leans(saying(sentence), -1, rating)
    assert not leans(saying(sentence), 1, rating)


@pytest.mark.parametrize(
    ("sentence", "rating"),
    [
        ("But it's never for fun.", 8),
        ("Although thinner than the first, it holds you by the collar.", 7),
        ("But his mother has no room for him, and no patience with his brother.", 10),
        ("People say that the film is a bad joke.", 7),
        ("I haven't seen a better film.", 6),
        ("The fight is clumsy and over before anybody has understood it.", 9),
    ],
)
def test_plot_hearsay_and_defence_are_no_complaint(sentence: str, rating: int) -> None:
    assert not leans(saying(sentence), -1, rating)


@pytest.mark.parametrize(
    ("sentence", "rating"),
    [
        ("A friend who is studying the cinema has recommended me this film like the best of the year.", 6),
        ("Handsome pictures, I grant you; so is a calendar.", 4),
        ("Otto has left the harbour, and Milan wants a name as a thief.", 8),
        ("I see that this is the fate of some honest people here.", 7),
    ],
)
def test_hearsay_mockery_and_plot_are_no_praise(sentence: str, rating: int) -> None:
    assert not leans(saying(sentence), 1, rating)
    assert leans(saying("The music is wonderful."), 1, rating)
