from __future__ import annotations

import json
import os
import re
import socket
import subprocess
import sys
import time
from importlib.util import find_spec
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

import pytest

from bot.store.library import Library
from bot.store.titles import browsing_titles
from tests.cli.conftest import Pullquote


@pytest.mark.skipif(find_spec("datasette") is not None, reason="Datasette is installed and would start")
def test_without_datasette_it_says_how_to_get_it(pullquote: Pullquote) -> None:
    code, output, errors = pullquote("browse")
    assert (code, output) == (1, "")
    assert "pip install datasette" in errors


def test_titles_speak_of_tables_that_there_are(library: Library) -> None:
    there = {row["name"] for row in library.rows("SELECT name FROM sqlite_master")}
    titles = browsing_titles()["databases"]["library"]
    assert set(titles["tables"]) <= there
    columns = {row["name"] for row in library.rows("SELECT name FROM pragma_table_info('review')")}
    assert set(titles["tables"]["review"]["columns"]) <= columns
    for query in titles["queries"].values():
        assert library.rows(query["sql"]) == []


@pytest.mark.skipif(find_spec("datasette") is None, reason="Datasette is not installed")
def test_datasette_shows_the_library_by_its_titles(pullquote: Pullquote, page: Path, tmp_path: Path) -> None:
    pullquote("import", str(page))
    environ = os.environ | {"PULLQUOTE_DATA": str(tmp_path / "data"), "BROWSER": "true"}
    port = free_port()
    command = [sys.executable, "-m", "bot", "browse", "--port", port]
    with subprocess.Popen(
        command, env=environ, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        try:
            tables = {table["name"]: table for table in json.loads(fetched(port, "library.json"))["tables"]}
            shown = {name for name, table in tables.items() if not table["hidden"]}
            assert {"film", "review", "person", "import"} <= shown
            assert not shown & {"sqlite_sequence", "page", "stem"}
            assert "indexed_review" not in fetched(port, "library")
            assert "<h1>Reviews" in re.sub(r"<h1[^>]*>", "<h1>", fetched(port, "library/review"))
            assert "orla-vint" in fetched(port, "library/review?_search=lamp")
            assert "8.0" in fetched(port, "library/average_ratings")
            with pytest.raises(HTTPError):
                fetched(port, "library?sql=delete+from+film")
        finally:
            process.terminate()
    assert "Lantern Row (1988)" in pullquote("films")[1]


def free_port() -> str:
    with socket.create_server(("127.0.0.1", 0)) as free:
        return str(free.getsockname()[1])


def fetched(port: str, place: str) -> str:
    for _ in range(100):
        try:
            with urlopen(f"http://127.0.0.1:{port}/{place}", timeout=10) as answer:
                return str(answer.read().decode())
        except HTTPError:
            raise
        except URLError:
            time.sleep(0.2)
    raise AssertionError("Datasette does not answer")
