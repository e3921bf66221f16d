"""Who may know whom: the table of the README's map, held against the imports of every file."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
EVERYTHING = frozenset({"everything"})

MAY_IMPORT = {
    "__init__": set(),
    "__main__": EVERYTHING,
    "cli": EVERYTHING,
    "model": set(),
    "errors": {"model"},
    "settings": {"errors"},
    "language": set(),
    "pages": {"model", "errors", "language"},
    "store": {"model", "errors", "language"},
    "indexing": {"pages", "store", "model", "errors"},
    "questions": {"model", "language"},
    "answers": {"questions", "store", "model", "errors", "language"},
    "terminal": {"answers", "questions", "model", "errors"},
    "pictures": {"answers", "model"},
    "discord_app": {
        "answers",
        "indexing",
        "pictures",
        "questions",
        "settings",
        "store",
        "model",
        "errors",
        "language",
    },
}
"""For each room of `bot/`: the rooms of ours that it may import."""

ONLY_IN = {
    "discord": {"discord_app"},
    "PIL": {"pictures"},
    "sqlite3": {"store"},
    "sqlite_utils": {"store"},
    "rich": {"terminal", "cli"},
    "prompt_toolkit": {"terminal"},
    "dotenv": {"cli"},
}
"""For each library: the rooms that may import it."""

SQL = ("SELECT ", "INSERT INTO ", "UPDATE ", "DELETE FROM ", "CREATE TABLE ", "PRAGMA ")

FILES = sorted((ROOT / "bot").rglob("*.py"))


def room_of(file: Path) -> str:
    return file.relative_to(ROOT / "bot").with_suffix("").parts[0]


def imports_of(tree: ast.AST) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found.update(name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, "imports are absolute, so that a reader sees where things come from"
            found.update(f"{node.module}.{name.name}" for name in node.names)
    return found


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(ROOT)))
def test_a_room_knows_only_whom_it_may(file: Path) -> None:
    room = room_of(file)
    assert room in MAY_IMPORT, f"{file} stands in no room of the table"
    for name in imports_of(ast.parse(file.read_text())):
        top, _, rest = name.partition(".")
        if top == "bot":
            known = rest.partition(".")[0]
            assert (
                known in (room, "__version__") or known in MAY_IMPORT[room] or MAY_IMPORT[room] is EVERYTHING
            ), f"{room} may not import {name}"
        else:
            assert top not in ONLY_IN or room in ONLY_IN[top], f"{room} may not import {top}"


def test_no_modules_import_each_other_in_a_circle() -> None:
    modules = {module_of(file): imports_of(ast.parse(file.read_text())) for file in FILES}
    # `from bot.answers import answer` names a module, `from bot.answers.answer import Answer` one within it.
    known = {
        module: {name if name in modules else name.rpartition(".")[0] for name in imported} & set(modules)
        for module, imported in modules.items()
    }
    while leaves := {module for module, imported in known.items() if not imported & set(known)}:
        known = {module: imported for module, imported in known.items() if module not in leaves}
    assert not known, "these stand in a circle or upon one, imports for types alone counted too"


def module_of(file: Path) -> str:
    return ".".join(file.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(ROOT)))
def test_sql_stands_in_the_store_alone(file: Path) -> None:
    if room_of(file) == "store":
        return
    for node in ast.walk(ast.parse(file.read_text())):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            assert not node.value.lstrip().startswith(SQL), f"{file}:{node.lineno} reads as SQL"


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(ROOT)))
def test_every_module_says_why_it_exists(file: Path) -> None:
    assert ast.get_docstring(ast.parse(file.read_text()))
