from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import PAGE, Pullquote


def test_films_are_listed_with_their_reviews(pullquote: Pullquote, page: Path) -> None:
    assert "There is no film yet" in pullquote("films")[1]
    pullquote("import", str(page))
    assert pullquote("films") == (0, "       2  Lantern Row (1988)\n", "")


@pytest.mark.parametrize("answer", ["", "n\n", "\n", "maybe"])
def test_a_film_stays_unless_the_host_says_yes(pullquote: Pullquote, page: Path, answer: str) -> None:
    pullquote("import", str(page))
    code, output, _ = pullquote("films", "remove", "lantern", typed=answer)
    assert code == 1
    assert output == "Remove Lantern Row (1988) and its 2 reviews for good? [y/N] Nothing was removed.\n"
    assert "Lantern Row" in pullquote("films")[1]


@pytest.mark.parametrize("argv", [["--yes"], []])
def test_a_film_is_removed(pullquote: Pullquote, page: Path, argv: list[str]) -> None:
    pullquote("import", str(page))
    code, output, _ = pullquote("films", "remove", "lantern row", *argv, typed="y\n")
    assert code == 0
    assert output.endswith("Removed Lantern Row (1988) and its 2 reviews.\n")
    assert "There is no film yet" in pullquote("films")[1]


def test_a_film_that_is_not_there_is_a_sentence(pullquote: Pullquote, page: Path) -> None:
    pullquote("import", str(page))
    code, _, errors = pullquote("films", "remove", "lantern row 2", "--yes")
    assert code == 1
    assert errors.startswith('No film called "lantern row 2" is in the library.')


def test_films_are_merged_renamed_and_parted_again(pullquote: Pullquote, page: Path) -> None:
    pullquote("import", str(page))
    pullquote("import", "-", typed=PAGE.replace("Lantern", "Candle").replace("orla-vint", "another"))
    code, output, _ = pullquote("films", "merge", "candle row", "lantern row")
    assert code == 0
    assert output == (
        "Candle Row (1988) is part of Lantern Row (1988) now. Both had 1 review in common. "
        "`pullquote films undo` takes it back.\n"
    )
    assert pullquote("films", "rename", "lantern", "Rows (1990)")[0] == 0
    assert pullquote("films")[1] == "       3  Rows (1990)\n"
    assert pullquote("films", "undo")[1] == "Taken back: Called Lantern Row (1988) Rows (1990).\n"
    assert pullquote("films", "undo")[1] == "Taken back: Made Candle Row (1988) part of Lantern Row (1988).\n"
    assert pullquote("films")[1] == "       2  Candle Row (1988)\n       2  Lantern Row (1988)\n"
    assert pullquote("films", "undo")[0] == 1


def test_a_film_is_not_called_nothing(pullquote: Pullquote, page: Path) -> None:
    pullquote("import", str(page))
    code, _, errors = pullquote("films", "rename", "lantern", " ")
    assert code == 1
    assert errors.startswith("A film needs a title")
