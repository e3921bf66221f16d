"""What somebody exported from Letterboxd and unpacked: the files of its folder as the archive that they were.

One table alone tells neither whose it is, nor which of its ratings belong to a review in another table.
"""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Iterable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import PurePosixPath
from tempfile import SpooledTemporaryFile
from typing import BinaryIO, cast

from bot.pages.letterboxd import PROFILE, TABLES, is_export
from bot.pages.members import Member

_BESIDE = frozenset((*TABLES, PROFILE, "watched.csv", "watchlist.csv", "comments.csv"))
_BELOW = frozenset(("deleted", "orphaned", "likes", "lists"))
_KEPT_IN_MEMORY = 16 << 20


@dataclass(frozen=True, slots=True)
class Unpacked:
    """An export that lies unpacked in a folder."""

    folder: PurePosixPath
    files: tuple[Member, ...]

    @property
    def name(self) -> str:
        """What it is called in a report."""
        return "Letterboxd export" if self.folder == PurePosixPath() else str(self.folder)

    def holds(self, name: str) -> bool:
        """Whether a file is a part of it, also one that its archive holds and nobody reads."""
        path = PurePosixPath(name)
        if path.parent == self.folder:
            return path.name in _BESIDE
        return any(above.parent == self.folder and above.name in _BELOW for above in path.parents)

    def packed(self) -> BinaryIO:
        """Its archive: the same bytes for the same files."""
        with ExitStack() as stack:
            out = cast("BinaryIO", stack.enter_context(SpooledTemporaryFile(max_size=_KEPT_IN_MEMORY)))
            with zipfile.ZipFile(out, "w") as archive:
                for file in self.files:
                    name = zipfile.ZipInfo(PurePosixPath(file.name).name)  # of a fixed date
                    with file.opens() as source, archive.open(name, "w", force_zip64=True) as member:
                        shutil.copyfileobj(source, member)
            out.seek(0)
            stack.pop_all()
            return out


def unpacked_exports(files: Iterable[Member]) -> list[Unpacked]:
    """The exports that lie unpacked among the files: where a folder's profile and tables stand together."""
    folders: dict[PurePosixPath, list[Member]] = {}
    for file in files:
        path = PurePosixPath(file.name)
        if path.name in _BESIDE:
            folders.setdefault(path.parent, []).append(file)
    return [Unpacked(folder, tuple(own)) for folder, own in folders.items() if _is_whole(own)]


def _is_whole(files: Sequence[Member]) -> bool:
    names = [PurePosixPath(file.name).name for file in files]
    return PROFILE in names and len(set(names)) == len(names) and is_export(files)
