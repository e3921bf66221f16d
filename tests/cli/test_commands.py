from __future__ import annotations

import io
import json
import logging
import os
import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from bot.cli.starting import log_to
from bot.cli.streams import Streams
from tests.cli.conftest import PAGE, Pullquote


def test_import_reports_and_the_second_time_changes_nothing(pullquote: Pullquote, page: Path) -> None:
    assert pullquote("import", str(page)) == (
        0,
        "Films      1: Lantern Row (1988)\nNew        2\nUpdated    0\nUnchanged  0\nProblems   0\n",
        "",
    )
    assert "New        0\nUpdated    0\nUnchanged  2\n" in pullquote("import", str(page))[1]


def test_import_takes_folders_and_standard_input(pullquote: Pullquote, page: Path) -> None:
    assert "New        2" in pullquote("import", "-", typed=PAGE.replace("Lantern", "Candle"))[1]
    assert "New        2" in pullquote("import", str(page.parent))[1]


def test_standard_input_named_twice_is_read_once(pullquote: Pullquote) -> None:
    code, output, _ = pullquote("import", "-", "-", typed=PAGE)
    assert code == 0
    assert output.endswith("New        2\nUpdated    0\nUnchanged  0\nProblems   0\n")


def test_an_empty_name_is_not_the_working_folder(pullquote: Pullquote) -> None:
    assert pullquote("import", "")[::2] == (
        1,
        'There is no file or folder "". Check the name and try again.\n',
    )


def test_problems_of_a_folder_tell_which_of_its_files(pullquote: Pullquote, tmp_path: Path) -> None:
    bad = tmp_path / "films" / "old" / "bad.csv"
    bad.parent.mkdir(parents=True)
    bad.write_bytes(b'reviewer,rating\n\n"ada,')
    assert (
        "\n  old/bad.csv:3: no row of this table can be read"
        in pullquote("import", str(tmp_path / "films"))[1]
    )
    (problem,) = map(json.loads, pullquote("parse", "--json", str(tmp_path / "films"))[1].splitlines())
    assert (problem["file"], problem["line"]) == ("old/bad.csv", 3)


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="nothing is closed to this user")
def test_a_folder_that_is_closed_is_a_problem(pullquote: Pullquote, page: Path, tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir(0)
    code, output, _ = pullquote("import", str(tmp_path))
    assert code == 0
    assert "  closed: this can't be read: Permission denied." in output
    assert "WRONG  Pages" in pullquote("doctor", PULLQUOTE_DATA=str(closed))[1]


def test_film_can_be_named_by_hand(pullquote: Pullquote, page: Path) -> None:
    page.write_text(PAGE.split("User Reviews")[1])
    assert (
        "Films      1: Candle (Row) (1990)"
        in pullquote("import", str(page), "--film", "Candle (Row) (1990)")[1]
    )
    code, _, errors = pullquote("import", str(page), "--film", " ")
    assert (code, errors) == (1, 'A film needs a title, for example "Harbour Lights (1999)".\n')


def test_columns_and_reviewer_can_be_named_by_hand(pullquote: Pullquote, tmp_path: Path) -> None:
    table = tmp_path / "table.csv"
    table.write_text("film,was,wie\nCandle Row (1990),It glows.,8\nCandle Row (1990),It fades.,10\n")
    assert "--map" in pullquote("parse", str(table))[1]
    told = ("--map", "text=was, rating=wie", "--reviewer", "orla-vint")
    parsed = [json.loads(line) for line in pullquote("parse", str(table), "--json", *told)[1].splitlines()]
    assert [(one["reviewer"], one["rating"], one["text"]) for one in parsed[1:]] == [
        ("orla-vint", 8, "It glows."),
        ("orla-vint", 10, "It fades."),
    ]
    assert "New        2" in pullquote("import", str(table), *told)[1]
    for wrong in ("text", "plot=was", "text=no"):
        code, output, errors = pullquote("import", str(table), "--map", wrong)
        assert code == 1
        assert wrong.split("=")[0] in output + errors


def test_how_a_table_was_read_is_a_note_and_no_problem(pullquote: Pullquote, tmp_path: Path) -> None:
    table = tmp_path / "mine.csv"
    table.write_text("reviewer,film,rating,text\nada,Lantern Row,2,Dim.\nbob,Lantern Row,4,Lit.\n")
    note = "ratings were read as out of 10, though none of the 2 is above 5. "
    _, output, _ = pullquote("import", str(table))
    assert f"Notes      1\n  mine.csv: {note}" in output
    assert "Problems   0\n" in output
    assert f"  note: mine.csv: {note}" in pullquote("parse", str(table))[1]
    found = [json.loads(each) for each in pullquote("parse", str(table), "--json")[1].splitlines()]
    assert [each["note"][: len(note)] for each in found if "note" in each] == [note]
    _, output, _ = pullquote("import", str(table), "--scale", "5")
    assert "Updated    2\n" in output
    assert "Notes" not in output
    assert "average" in pullquote("ask", "rating lantern row")[1]
    assert "6.00 out of 10" in pullquote("ask", "rating lantern row")[1]


def test_order_of_day_and_month_can_be_overruled(pullquote: Pullquote, tmp_path: Path) -> None:
    table = tmp_path / "mine.csv"
    table.write_text("reviewer,film,rating,text,date\nada,Lantern Row,8,Dim.,3/4/2005\n")
    _, output, _ = pullquote("import", str(table))
    assert "import again with --dates month-first" in output
    _, output, _ = pullquote("import", str(table), "--dates", "month-first")
    assert "New        0\nUpdated    1\n" in output
    assert "Notes" not in output
    (review,) = [json.loads(each) for each in pullquote("export", "--json")[1].splitlines() if "Dim." in each]
    assert review["date"] == "2005-03-04"


def test_problems_name_file_and_reason_and_fail_when_nothing_was_read(
    pullquote: Pullquote, page: Path
) -> None:
    bad = page.with_name("bad.bin")
    bad.write_bytes(b"\x00\x01")
    code, output, _ = pullquote("import", str(bad))
    assert code == 1
    assert "Problems   1\n  bad.bin: this is no text but a binary file" in output
    assert pullquote("import", str(bad), str(page))[0] == 0


@pytest.mark.parametrize("name", ["absent.txt", "x" * 5_000])
def test_path_that_names_nothing_is_a_sentence(pullquote: Pullquote, name: str) -> None:
    code, output, errors = pullquote("import", name)
    assert (code, output) == (1, "")
    assert name in errors
    assert "Traceback" not in errors


def test_parse_shows_what_would_be_read_and_writes_nothing(pullquote: Pullquote, page: Path) -> None:
    code, output, _ = pullquote("parse", str(page), "--json")
    film, first, second = (json.loads(line) for line in output.splitlines())
    assert code == 0
    assert film == {"film": "Lantern Row", "year": 1988, "site_reviews": 3}
    assert (first["reviewer"], first["date"], first["rating"]) == ("orla-vint", "2006-03-05", 8)
    assert (second["rating"], second["spoiler"], second["byline_certain"]) == (None, True, False)
    assert not (page.parent / "data").exists()


def test_parse_in_words_and_with_problems(pullquote: Pullquote, page: Path) -> None:
    page.write_text(PAGE + "7/10\nCut off in the middle\n")
    code, output, _ = pullquote("parse", str(page))
    assert code == 0
    assert "Lantern Row (1988) (3 reviews on the site)" in output
    assert "8/10  orla-vint, 2006-03-05, 12 of 14 helpful: A lamp in every window" in output
    assert "problem: lantern.txt:" in output
    problems = [
        json.loads(line)
        for line in pullquote("parse", str(page), "--json")[1].splitlines()
        if "problem" in line
    ]
    assert problems[0]["file"] == "lantern.txt"
    assert problems[0]["line"] > 10


def test_export_gives_the_library_in_a_stable_order(pullquote: Pullquote, page: Path) -> None:
    pullquote("import", str(page))
    first = pullquote("export", "--json")
    reviews = [json.loads(line) for line in first[1].splitlines()]
    assert first == pullquote("export", "--json")
    assert [list(review) for review in reviews] == [
        (
            "review_id film year title reviewer byline_certain date rating helpful total spoiler text site "
            "byline"
        ).split()
    ] * 2
    assert (reviews[0]["reviewer"], reviews[0]["helpful"], reviews[0]["total"]) == ("orla-vint", 12, 14)


def test_ask_answers_in_words(pullquote: Pullquote, page: Path) -> None:
    pullquote("import", str(page))
    code, output, _ = pullquote("ask", "what", "is", "the", "average", "rating", "of", "lantern", "row?")
    assert code == 0
    assert "Lantern Row (1988) averages 8.00 out of 10." in output
    assert "\x1b" not in output


def test_a_question_needs_no_ask_before_it(pullquote: Pullquote, page: Path) -> None:
    pullquote("import", str(page))
    assert "averages 8.00 out of 10." in pullquote("rating", "lantern", "row")[1]
    assert json.loads(pullquote("top", "lantern", "row", "--json")[1])["kind"] == "top_reviews"
    assert "Lantern Row (1988)" in pullquote("films")[1], "a command of ours stays one"
    with pytest.raises(SystemExit):
        pullquote("ratign", "lantern row")


@pytest.mark.parametrize(
    "argv",
    [
        ("ask", "--film", "Lantern Row", "who", "mentions", "lamp"),
        ("ask", "search lamp", "--film", "Lantern Row (1988)", "--json"),
        ("search", "lamp", "-hold", "--film", "Lantern Row (1988)", "--order", "newest"),
        ("search", "--film=Lantern Row", "lamp"),
    ],
)
def test_options_of_a_question_may_stand_anywhere_in_it(
    argv: tuple[str, ...], pullquote: Pullquote, page: Path
) -> None:
    pullquote("import", str(page))
    code, output, errors = pullquote(*argv)
    assert (code, errors) == (0, "")
    assert "every window in it has a lamp" in output


def test_ask_json_answers_each_line_of_standard_input(pullquote: Pullquote, page: Path) -> None:
    pullquote("import", str(page))
    code, output, _ = pullquote(
        "ask", "--json", "-", typed="rating\n\nfilms\nxyzzy\xff plugh\nreview hessian".encode()
    )
    answers = [json.loads(line) for line in output.splitlines()]
    assert code == 0
    assert [answer["kind"] for answer in answers] == ("average_rating unclear films unclear review".split())
    assert [answer["question"] for answer in answers] == [
        "rating",
        "",
        "films",
        "xyzzy\xff plugh",
        "review hessian",
    ]
    assert answers[4]["quotes"][0]["spoiler"] is True


def test_an_empty_question_is_answered(pullquote: Pullquote, page: Path) -> None:
    pullquote("import", str(page))
    code, output, _ = pullquote("ask", "")
    assert code == 0
    assert output.strip()


def test_ask_without_a_library_says_how_to_begin(pullquote: Pullquote) -> None:
    answer = json.loads(pullquote("ask", "--json", "films")[1])
    assert (answer["found"], answer["kind"]) == (False, "films")
    assert "pullquote import" in answer["text"]


def test_alone_it_indexes_what_is_new_and_chats(pullquote: Pullquote, page: Path, tmp_path: Path) -> None:
    (tmp_path / "data" / "pages").mkdir(parents=True)
    page.rename(tmp_path / "data" / "pages" / page.name)
    code, output, errors = pullquote(typed="rating\nquit\nfilms\n")
    assert (code, errors) == (0, "")
    assert output.startswith(
        "Indexed 1 file: 2 new reviews, 0 updated, 0 unchanged, 0 problems.\nDISCORD_TOKEN is not set"
    )
    assert "> rating\nLantern Row (1988) averages 8.00" in output
    assert "> films" not in output
    assert pullquote(typed="")[1].startswith("DISCORD_TOKEN is not set")


def test_problem_pages_are_told_at_the_start_and_do_not_stop_it(pullquote: Pullquote, tmp_path: Path) -> None:
    (tmp_path / "data" / "pages").mkdir(parents=True)
    (tmp_path / "data" / "pages" / "bad.bin").write_bytes(b"\x00")
    code, output, errors = pullquote(typed="")
    assert code == 0
    assert "1 problem" in output
    assert "bad.bin" in errors


def test_a_page_without_its_film_is_told_at_every_start(
    pullquote: Pullquote, page: Path, tmp_path: Path
) -> None:
    (tmp_path / "data" / "pages").mkdir(parents=True)
    (tmp_path / "data" / "pages" / "cut.txt").write_text(PAGE.split("User Reviews")[1])
    assert "--film" in pullquote(typed="")[2]
    again = pullquote(typed="")[2]
    cut = tmp_path / "data" / "pages" / "cut.txt"
    assert again == f'1 file in "{cut.parent}" could not be read: `pullquote parse {cut}` shows why.\n'
    assert pullquote("parse", str(cut))[0] == 1


def test_chat_reads_piped_lines(pullquote: Pullquote, page: Path) -> None:
    pullquote("import", str(page))
    code, output, _ = pullquote("chat", typed="top\nshow 2\n")
    assert code == 0
    assert "spoiler hidden" in output
    assert output.rindex("make up my mind") > output.rindex("> show 2")


def test_dotenv_is_read_and_the_environment_wins(pullquote: Pullquote, tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("PULLQUOTE_PREFIX=abc\n")
    code, _, errors = pullquote("ask", "films")
    assert (code, errors) == (1, 'PULLQUOTE_PREFIX is "abc". Give one to five signs such as ! or ?.\n')
    assert pullquote("ask", "films", PULLQUOTE_PREFIX="?")[0] == 0


def test_dotenv_that_is_no_text_is_a_sentence(pullquote: Pullquote, tmp_path: Path) -> None:
    (tmp_path / ".env").write_bytes(b"\xff\xfe\x00A")
    code, _, errors = pullquote("ask", "films")
    assert code == 1
    assert "can't be read" in errors


def test_library_that_cannot_be_used_is_a_sentence(pullquote: Pullquote, tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "library.db").write_bytes(b"not a database" * 100)
    for argv in (["ask", "films"], ["chat"], ["export", "--json"], []):
        code, output, errors = pullquote(*argv)
        assert (code, output) == (1, "")
        assert "library.db" in errors
        assert len(errors.splitlines()) == 1


def test_a_database_of_something_else_stays_as_it_is(pullquote: Pullquote, tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    file = tmp_path / "data" / "library.db"
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("CREATE TABLE film (name TEXT)")
    before = file.read_bytes()
    code, _, errors = pullquote("films")
    assert code == 1
    assert 'library.db" is a database of something else.' in errors
    assert "database of something else" in pullquote("doctor")[1]
    assert file.read_bytes() == before
    assert [path.name for path in file.parent.iterdir()] == ["library.db"]


def test_data_folder_that_is_a_file_is_a_sentence(pullquote: Pullquote, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    code, _, errors = pullquote("ask", "films", PULLQUOTE_DATA=str(tmp_path / "file"))
    assert code == 1
    assert "PULLQUOTE_DATA" in errors


def test_the_version_is_told(pullquote: Pullquote, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as leaving:
        pullquote("--version")
    assert leaving.value.code == 0
    assert re.fullmatch(r"Pullquote [0-9]+\.[0-9]+\.[0-9]+\n", capsys.readouterr().out)


def test_the_log_is_ours_and_has_one_format() -> None:
    root, errors = logging.getLogger(), io.StringIO()
    before, level, library = root.handlers[:], root.level, logging.getLogger("discord").level
    root.handlers.clear()
    try:
        log_to(Streams(io.StringIO(), io.StringIO(), errors))
        logging.getLogger("discord.client").info("logging in using static token")
        logging.getLogger("discord.gateway").warning("Behind by 20 seconds.")
        logging.getLogger("pullquote").info("Connected as Pullquote.")
    finally:
        root.handlers[:] = before
        root.setLevel(level)
        logging.getLogger("discord").setLevel(library)
    stamp = r"[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9:]{8}"
    said = rf"{stamp} WARNING Behind by 20 seconds\.\n{stamp} INFO Connected as Pullquote\.\n"
    assert re.fullmatch(said, errors.getvalue())


@pytest.mark.parametrize("argv", [["sing"], ["import"], ["ask"], ["export"], ["ask", "--loud", "films"]])
def test_wrong_usage_is_exit_code_two(
    pullquote: Pullquote, argv: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as leaving:
        pullquote(*argv)
    assert leaving.value.code == 2
    assert "usage: pullquote" in capsys.readouterr().err


def test_a_wrong_path_keeps_no_other_from_being_imported(pullquote: Pullquote, page: Path) -> None:
    code, output, errors = pullquote("import", "missing.txt", str(page))
    assert code == 1
    assert errors == 'There is no file or folder "missing.txt". Check the name and try again.\n'
    assert "New        2" in output
    code, output, errors = pullquote("parse", "missing.txt", str(page))
    assert (code, "missing.txt" in errors, "orla-vint" in output) == (1, True, True)


def test_a_folder_without_a_file_is_told_with_what_belongs_there(
    pullquote: Pullquote, tmp_path: Path
) -> None:
    (tmp_path / "empty").mkdir()
    code, output, errors = pullquote("import", str(tmp_path / "empty"))
    assert (code, output) == (1, "")
    assert errors.startswith(f'The folder "{tmp_path / "empty"}" holds no file. Put saved review pages there')


def test_a_file_that_is_named_as_the_folder_is_told(pullquote: Pullquote, page: Path) -> None:
    for data in (page, page / "deeper"):
        code, _, errors = pullquote("ask", "films", PULLQUOTE_DATA=str(data))
        assert (code, errors) == (1, f'"{page}" is a file, not a folder. Name a folder in PULLQUOTE_DATA.\n')
