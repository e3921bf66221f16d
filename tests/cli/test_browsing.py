from __future__ import annotations

from importlib.util import find_spec

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
