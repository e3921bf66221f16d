from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import PAGE, Pullquote


def test_imports_are_listed_the_latest_first(pullquote: Pullquote, page: Path) -> None:
    assert "Nothing was imported yet" in pullquote("imports")[1]
    pullquote("import", str(page))
    pullquote("import", "-", typed=PAGE.replace("Lantern", "Candle"))
    code, output, errors = pullquote("imports")
    latest, first = output.splitlines()
    assert (code, errors) == (0, "")
    assert latest.endswith("UTC  2 new, 0 updated  standard input")
    assert first.startswith("   1  ")
    assert first.endswith("lantern.txt")


def test_an_import_is_taken_back_by_its_number(pullquote: Pullquote, page: Path) -> None:
    pullquote("import", str(page))
    code, output, _ = pullquote("imports", "undo", "1")
    assert code == 0
    assert output.startswith("Import 1 was taken back: 2 reviews went. A start passes over")
    assert pullquote("export", "--json") == (0, "", "")
    code, _, errors = pullquote("imports", "undo", "1")
    assert (code, errors) == (1, "There is no import 1. See the list of imports for their numbers.\n")


def test_what_another_import_holds_too_stays(pullquote: Pullquote, page: Path) -> None:
    pullquote("import", str(page))
    pullquote("import", "-", typed=PAGE.replace("12 out of 14", "30 out of 40"))
    pullquote("import", str(page))
    latest, newer, first = pullquote("imports")[1].splitlines()
    assert "UTC  2 reviews, all known already  lantern.txt" in latest
    assert "UTC  0 new, 1 updated, 1 known already  standard input" in newer
    assert "UTC  2 new, 0 updated  lantern.txt" in first
    assert "taken back: 2 reviews that other imports hold too stay. " in pullquote("imports", "undo", "1")[1]
    told = pullquote("imports", "undo", "2")[1]
    assert "taken back: 2 reviews that other imports hold too stay, 1 of them as these have it. " in told
    assert "12 of 14 found this helpful" in pullquote("ask", "review orla-vint")[1]
    assert "taken back: 2 reviews went. " in pullquote("imports", "undo", "3")[1]
    assert "The site says" not in pullquote("ask", "rating")[1]


def test_names_of_files_steer_no_terminal(pullquote: Pullquote, page: Path) -> None:
    page.rename(page.with_name("a\x1b[31mb.txt"))
    pullquote("import", str(page.with_name("a\x1b[31mb.txt")))
    assert "\x1b" not in pullquote("imports")[1]


def test_what_was_taken_back_does_not_return_at_a_start(
    pullquote: Pullquote, page: Path, tmp_path: Path
) -> None:
    (tmp_path / "data" / "pages").mkdir(parents=True)
    page.rename(tmp_path / "data" / "pages" / page.name)
    pullquote(typed="")
    pullquote("imports", "undo", "1")
    pullquote(typed="")
    assert pullquote("export", "--json")[1] == ""
    assert "New        2" in pullquote("import", str(tmp_path / "data" / "pages"))[1]
