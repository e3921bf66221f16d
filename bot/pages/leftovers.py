"""What computers and browsers put beside saved pages: nothing of it is a page, and nothing to be told."""

from __future__ import annotations

from collections.abc import Container
from pathlib import PurePosixPath

_ASSETS = frozenset(
    ".png .jpg .jpeg .gif .webp .svg .ico .css .js .mjs .map .woff .woff2 .ttf .otf .eot .mp4 .mp3".split()
)
_FOLDERS = ("_files", "-Dateien", "_fichiers", "_archivos", "_bestanden", "_file", ".files")
"""Ends of the names that browsers give to the folder of what a page saved whole is made of."""
_PAGES = (".html", ".htm", ".xhtml")


def is_leftover(path: PurePosixPath, files: Container[str]) -> bool:
    """Whether a file isn't one that may hold reviews; `files` are all that lie there, by path."""
    if path.suffix.casefold() in _ASSETS or any(is_hidden(part) for part in path.parts):
        return True
    return any(is_of_a_page(folder, files) for folder in path.parents)


def is_hidden(name: str) -> bool:
    """Whether computers keep things under such a name that people don't see."""
    return name.startswith((".", "__MACOSX"))


def is_of_a_page(folder: PurePosixPath, files: Container[str]) -> bool:
    """Whether the folder holds what a saved page beside it is made of: pictures, scripts, advertisements."""
    return any(
        f"{folder}".removesuffix(end) + suffix in files
        for end in _FOLDERS
        if folder.name.endswith(end)
        for suffix in _PAGES
    )
