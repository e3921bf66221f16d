from __future__ import annotations

import csv
import io
import json
import os
from pathlib import Path

import pytest

from tests.cli.conftest import PAGE, Pullquote

SIGNS = (
    "=1+1 <b>bold</b> & *stars* `ticks`\\\n\n- a list\n  1. indented\n\n\n'=quoted\n# no heading\n> no quote"
)
SECOND = PAGE.replace("Lantern", "Candle")


@pytest.fixture
def two_films(pullquote: Pullquote, page: Path) -> Pullquote:
    pullquote("import", str(page))
    pullquote("import", "-", typed=SECOND)
    return pullquote


def test_a_table_holds_what_the_json_lines_hold(two_films: Pullquote) -> None:
    lines = [json.loads(line) for line in two_films("export", "--json")[1].splitlines()]
    rows = list(csv.DictReader(io.StringIO(two_films("export", "--csv")[1], newline="")))
    plain = {None: "", True: "true", False: "false"}
    assert rows == [
        {
            key: plain.get(value, str(value))
            if not isinstance(value, int) or isinstance(value, bool)
            else str(value)
            for key, value in line.items()
        }
        for line in lines
    ]


@pytest.mark.parametrize("sign", ["=", "+", "-", "@"])
def test_no_cell_becomes_a_formula(pullquote: Pullquote, sign: str) -> None:
    pullquote("import", "-", typed=PAGE.replace("A lamp in every window", f"{sign}SUM(A1:A9)"))
    output = pullquote("export", "--csv")[1]
    cells = [cell for row in csv.reader(io.StringIO(output, newline="")) for cell in row]
    assert f"'{sign}SUM(A1:A9)" in cells
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]


def test_one_film_alone(two_films: Pullquote) -> None:
    lines = two_films("export", "--json", "--film", "candle")[1].splitlines()
    assert {json.loads(line)["film"] for line in lines} == {"Candle Row"}
    assert two_films("export", "--json", "--film", "pusher")[0] == 1


def test_the_reviews_of_an_answer(two_films: Pullquote) -> None:
    found = two_films("export", "--json", "--ask", "search window film: candle")[1].splitlines()
    assert [json.loads(line)["reviewer"] for line in found] == ["orla-vint"]
    rated = two_films("export", "--json", "--ask", "rating candle row")[1].splitlines()
    assert [json.loads(line)["film"] for line in rated] == ["Candle Row"] * 2
    compared = two_films("export", "--json", "--ask", "compare candle row and lantern row")[1].splitlines()
    assert len(compared) == 4
    code, output, errors = two_films("export", "--json", "--ask", "rating of pusher 9")
    assert (code, output) == (1, "")
    assert "No film called" in errors
    assert "No reviews are behind that answer." in two_films("export", "--json", "--ask", "films")[2]


@pytest.mark.parametrize(
    ("question", "reviewers"),
    [
        ("how many reviews of candle row gave 8 or more", ["orla-vint"]),
        ("what share of reviews of candle row gave 8 or more", ["orla-vint"]),
        ("average rating of candle row in 2006", ["orla-vint"]),
        ("how many reviews mention a window", ["orla-vint", "orla-vint"]),
        ("how many reviews are there", ["hessian", "orla-vint"] * 2),
    ],
)
def test_a_figure_is_exported_as_the_reviews_that_it_counts(
    two_films: Pullquote, question: str, reviewers: list[str]
) -> None:
    lines = two_films("export", "--json", "--ask", question)[1].splitlines()
    assert sorted(json.loads(line)["reviewer"] for line in lines) == sorted(reviewers)


@pytest.mark.parametrize(
    ("question", "why"),
    [
        ("how many reviews of candle row were written in 1990", "So there is none to export."),
        ("help", "No reviews are behind that answer. Ask for reviews"),
        ("qwer asdf", "so I give no figure. Ask for reviews"),
        ("search zeppelin", 'No review holds "zeppelin".'),
    ],
)
def test_an_answer_without_reviews_says_why_and_writes_no_file(
    two_films: Pullquote, tmp_path: Path, question: str, why: str
) -> None:
    target = tmp_path / "none.csv"
    code, output, errors = two_films("export", "--csv", "--ask", question, "-o", str(target))
    assert (code, output, target.exists()) == (1, "", False)
    assert why in errors


def test_all_pages_of_an_answer_are_written(pullquote: Pullquote) -> None:
    head, reviews = PAGE.split("8/10\n")[0], PAGE.split("3 Reviews\n")[1].split("No rating")[0]
    many = head + "".join(reviews.replace("orla-vint5", f"orla{number}x5") for number in range(13))
    pullquote("import", "-", typed=many)
    lines = pullquote("export", "--json", "--ask", "top lantern row")[1].splitlines()
    assert len({json.loads(line)["reviewer"] for line in lines}) == 13


def test_markdown_folds_spoilers_away_and_takes_no_markup_from_reviews(pullquote: Pullquote) -> None:
    typed = PAGE.replace("It was filmed by night", "# <script>*It*</script> was filmed")
    pullquote("import", "-", typed=typed)
    output = pullquote("export", "--markdown")[1]
    assert "# Lantern Row (1988)" in output.splitlines()
    assert "> \\# &lt;script\\>\\*It\\*&lt;/script\\> was filmed" in output
    spoiler = output.split("<details><summary>Spoiler</summary>")[1].split("</details>")[0]
    assert "make up my mind" in spoiler
    assert output.count("No rating from me") == spoiler.count("No rating from me") == 2


def test_a_dash_is_standard_output(two_films: Pullquote) -> None:
    assert two_films("export", "--json", "-o", "-") == two_films("export", "--json")
    assert not Path("-").exists()


@pytest.mark.skipif(os.name != "posix", reason="modes and links of Unix")
def test_a_file_is_replaced_by_force_alone_and_keeps_its_mode_its_links_and_its_neighbours(
    two_films: Pullquote, tmp_path: Path
) -> None:
    target, link, neighbour = (tmp_path / name for name in ("kept", "link", "kept.part"))
    target.write_text("before")
    target.chmod(0o600)
    neighbour.write_text("mine")
    link.symlink_to("kept")
    code, _, errors = two_films("export", "--json", "-o", str(link))
    assert (code, target.read_text()) == (1, "before")
    assert "--force" in errors
    assert two_films("export", "--json", "-o", str(link), "--force") == (0, "", "")
    assert link.is_symlink()
    assert target.read_text() == two_films("export", "--json")[1]
    assert target.stat().st_mode & 0o777 == 0o600
    assert neighbour.read_text() == "mine"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a device that is always full")
def test_a_device_or_pipe_stays_one(two_films: Pullquote, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reading = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    assert two_films("export", "--json", "-o", str(pipe)) == (0, "", "")
    assert pipe.is_fifo()
    assert os.read(reading, 1 << 16).decode() == two_films("export", "--json")[1]
    os.close(reading)
    (tmp_path / "full").symlink_to("/dev/full")
    code, _, errors = two_films("export", "--json", "-o", str(tmp_path / "full"))
    assert code == 1
    assert "can't be written: No space left" in errors
    assert Path("/dev/full").is_char_device()


def test_a_file_is_written_whole_or_not_at_all(two_films: Pullquote, tmp_path: Path) -> None:
    target = tmp_path / "reviews.jsonl"
    assert two_films("export", "--json", "-o", str(target)) == (0, "", "")
    assert target.read_text() == two_films("export", "--json")[1]
    assert [path.name for path in tmp_path.glob("reviews*")] == ["reviews.jsonl"]
    code, _, errors = two_films("export", "--json", "-o", str(tmp_path / "no" / "reviews.jsonl"))
    assert code == 1
    assert "can't be written" in errors


@pytest.mark.parametrize("form", ["json", "csv", "markdown"])
def test_what_is_exported_imports_again_the_same(
    pullquote: Pullquote, page: Path, tmp_path: Path, form: str
) -> None:
    page.write_text(PAGE.replace("It was filmed by night", SIGNS).replace("A lamp in", "-- & @lamp --> in"))
    pages = Path(__file__).resolve().parent.parent.parent / "data" / "pages"
    pullquote("import", str(page), str(pages))
    exported = pullquote("export", "--json")[1]
    target = tmp_path / f"reviews.{form}"
    pullquote("export", f"--{form}", "-o", str(target))
    elsewhere = {"PULLQUOTE_DATA": str(tmp_path / "elsewhere")}
    code, report, _ = pullquote("import", str(target), **elsewhere)
    assert (code, "Problems   0\n" in report) == (0, True), report
    assert pullquote("export", "--json", **elsewhere)[1] == exported
    again = pullquote("import", str(target))[1]
    assert "New        0\nUpdated    0\n" in again
