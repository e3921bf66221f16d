"""What people would take instead of Pullquote's search, built over the same reviews and asked the same."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

import tantivy

from tests.benchmarks.queries import Kind, Query

TOP = 10


class Engine(Protocol):
    """A full-text engine over the texts of a library."""

    name: str

    def search(self, query: Query) -> object:
        """The ten best with snippets."""


def texts(library: Path) -> Iterator[tuple[int, str, str]]:
    """Id, title and text of every review of a library of ours."""
    database = sqlite3.connect(library)
    yield from database.execute("SELECT id, title, text FROM review ORDER BY id")
    database.close()


class RawFts5:
    """SQLite's FTS5 as it is used everywhere: `ORDER BY rank LIMIT 10`, with its snippet."""

    name = "FTS5 `ORDER BY rank`"

    def __init__(self, library: Path, folder: Path) -> None:
        path = folder / "raw-fts5.db"
        if not path.exists():
            _build_fts5(library, path.with_suffix(".part"))
            path.with_suffix(".part").rename(path)
        self._database = sqlite3.connect(path)
        self._database.execute("PRAGMA cache_size = -32768")  # as much as our readers have

    def search(self, query: Query) -> object:
        return self._database.execute(
            "SELECT rowid, rank, snippet(found, 1, '[', ']', '…', 40) FROM found WHERE found MATCH ? "
            "ORDER BY rank LIMIT ?",
            (fts5_expression(query), TOP),
        ).fetchall()

    def scores(self, query: Query) -> dict[int, float]:
        """The score of every match by its review's id, higher being better."""
        sql = "SELECT rowid, -rank FROM found WHERE found MATCH ?"
        return dict(self._database.execute(sql, (fts5_expression(query),)))


def _build_fts5(library: Path, path: Path) -> None:
    path.unlink(missing_ok=True)
    database = sqlite3.connect(path)
    database.execute("CREATE TABLE review (id INTEGER PRIMARY KEY, title TEXT, text TEXT)")
    database.executemany("INSERT INTO review VALUES (?, ?, ?)", texts(library))
    database.execute(
        "CREATE VIRTUAL TABLE found USING fts5(title, text, content='review', content_rowid='id', "
        "tokenize='porter unicode61 remove_diacritics 2')"
    )
    database.execute("INSERT INTO found (found) VALUES ('rebuild')")
    database.commit()
    database.close()


def fts5_expression(query: Query) -> str:
    """The query in FTS5's language."""
    if query.kind is Kind.PHRASE:
        return '"' + " ".join(query.words) + '"'
    return " AND ".join(f'"{word}"' + "*" * (query.kind is Kind.PREFIX) for word in query.words)


class Tantivy:
    """tantivy, the engine behind Quickwit, with its stemmer, its block-max ranking and its snippets."""

    name = "tantivy"

    def __init__(self, library: Path, folder: Path) -> None:
        path = folder / "tantivy"
        builder = tantivy.SchemaBuilder()
        builder.add_integer_field("id", stored=True)
        builder.add_text_field("title", stored=True, tokenizer_name="en_stem")
        builder.add_text_field("text", stored=True, tokenizer_name="en_stem")
        builder.add_text_field("words", stored=False, tokenizer_name="default")
        self._schema = builder.build()
        if not path.exists():
            self._build(library, path.with_suffix(".part"))
            path.with_suffix(".part").rename(path)
        self._index = tantivy.Index.open(str(path))
        self._searcher = self._index.searcher()

    def _build(self, library: Path, path: Path) -> None:
        shutil.rmtree(path, ignore_errors=True)
        path.mkdir(parents=True)
        writer = tantivy.Index(self._schema, path=str(path)).writer(256_000_000, 1)
        for number, title, text in texts(library):
            writer.add_document(tantivy.Document(id=number, title=title, text=text, words=text))
        writer.commit()
        writer.wait_merging_threads()

    def search(self, query: Query) -> object:
        return self._top(self._query(query))

    def search_name(self, name: str) -> object:
        """Reviews that hold every word of the name, each with at most one edit."""
        words = [
            (tantivy.Occur.Must, tantivy.Query.fuzzy_term_query(self._schema, "words", word, distance=1))
            for word in name.lower().split()
        ]
        return self._top(tantivy.Query.boolean_query(words))

    def _query(self, query: Query) -> tantivy.Query:
        if query.kind is Kind.PREFIX:
            return tantivy.Query.regex_query(self._schema, "text", f"{query.words[0]}.*")
        if query.kind is Kind.PHRASE:
            return self._index.parse_query('"' + " ".join(query.words) + '"', ["title", "text"])
        return self._index.parse_query(" ".join(f"+{word}" for word in query.words), ["title", "text"])

    def _top(self, query: tantivy.Query) -> object:
        snippets = tantivy.SnippetGenerator.create(self._searcher, query, self._schema, "text")
        found = self._searcher.search(query, TOP, count=False)
        documents = [self._searcher.doc(address) for _, address in found.hits]
        return [(document["id"], snippets.snippet_from_doc(document).to_html()) for document in documents]


class Postgres:
    """PostgreSQL with a stored `tsvector` and a GIN index, ranked by `ts_rank` and cut by `ts_headline`."""

    name = "PostgreSQL"

    def __init__(self, library: Path, folder: Path) -> None:
        self._folder = folder / "postgres"
        # PostgreSQL refuses to run as root: there it runs as `nobody`.
        self._as_user: dict[str, str] = {"user": "nobody"} if os.geteuid() == 0 else {}
        fresh = not (self._folder / "loaded").exists()
        if fresh:
            self._initialize()
        self._run("pg_ctl", "-D", str(self._folder / "data"), "-w", "-l", str(self._folder / "log"), "start")
        self._client = subprocess.Popen(
            ["psql", "-X", "-q", "-A", "-t", "-h", str(self._folder), "-U", "pullquote", "postgres"],  # noqa: S607
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        if fresh:
            self._load(library)

    def search(self, query: Query) -> object:
        best = (
            "SELECT id, text, query FROM review, "  # noqa: S608 - our own words
            f"to_tsquery('english', '{_tsquery(query)}') AS query "
            f"WHERE words @@ query ORDER BY ts_rank(words, query) DESC LIMIT {TOP}"
        )
        return self._ask(f"SELECT id, ts_headline('english', text, query) FROM ({best}) AS best;")  # noqa: S608

    def close(self) -> None:
        """Stop the server; its data stay."""
        self._client.communicate("\\q\n")
        self._run("pg_ctl", "-D", str(self._folder / "data"), "-w", "-m", "fast", "stop")

    @staticmethod
    def is_installed() -> bool:
        return all(shutil.which(program) for program in ("initdb", "pg_ctl", "psql"))

    def _initialize(self) -> None:
        shutil.rmtree(self._folder, ignore_errors=True)
        self._folder.mkdir(parents=True)
        if self._as_user:
            shutil.chown(self._folder, **self._as_user)
        self._run("initdb", "-D", str(self._folder / "data"), "-U", "pullquote", "-A", "trust", "--no-sync")
        settings = (
            f"listen_addresses = ''\nunix_socket_directories = '{self._folder}'\nshared_buffers = 1GB\n"
            "client_min_messages = error\n"
        )
        with (self._folder / "data" / "postgresql.conf").open("a") as file:
            file.write(settings + "maintenance_work_mem = 512MB\nfsync = off\nmax_wal_size = 8GB\n")

    def _load(self, library: Path) -> None:
        self._ask("CREATE TABLE review (id bigint PRIMARY KEY, title text, text text, words tsvector);")
        assert self._client.stdin is not None
        self._client.stdin.write("COPY review (id, title, text) FROM STDIN;\n")
        for number, title, text in texts(library):
            fields = (field.replace("\\", "\\\\").replace("\n", "\\n") for field in (title, text))
            self._client.stdin.write(f"{number}\t" + "\t".join(fields) + "\n")
        self._client.stdin.write("\\.\n")
        self._ask("UPDATE review SET words = to_tsvector('english', title || ' ' || text);")
        self._ask("CREATE INDEX ON review USING gin (words);")
        self._ask("VACUUM ANALYZE;")
        (self._folder / "loaded").touch()

    def _ask(self, sql: str) -> list[str]:
        assert self._client.stdin is not None
        assert self._client.stdout is not None
        self._client.stdin.write(f"{sql}\n\\echo done\n")
        self._client.stdin.flush()
        lines = iter(self._client.stdout.readline, "done\n")
        return list(lines)

    def _run(self, *command: str) -> None:
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, **self._as_user)  # type: ignore[call-overload]


def _tsquery(query: Query) -> str:
    glue = " <-> " if query.kind is Kind.PHRASE else " & "
    return glue.join(word + ":*" * (query.kind is Kind.PREFIX) for word in query.words)
