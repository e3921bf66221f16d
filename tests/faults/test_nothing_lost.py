"""What an import leaves behind when it is killed, the disk is full, or another one writes as well."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.errors import StoreError
from bot.indexing import index_files, page_files
from bot.store.library import Library
from bot.store.reviews import every_review
from bot.store.safekeeping import find_faults
from tests.faults.killing import kill_import, prepare, reviews_in, start_import, write_pages


@pytest.mark.parametrize("moment", [0.55, 0.7, 0.85, 0.95])
def test_a_killed_import_leaves_whole_pages_and_can_be_completed(tmp_path: Path, moment: float) -> None:
    kill_import(prepare(tmp_path, 60), tmp_path / "killed", moment)


def test_two_imports_at_once_both_complete(tmp_path: Path) -> None:
    pages = prepare(tmp_path, 20)
    data = tmp_path / "shared"
    both = [start_import(pages.folder, data) for _ in range(2)]
    assert [process.wait() for process in both] == [0, 0]
    assert reviews_in(data) == pages.expected


def test_a_full_disk_leaves_the_library_as_it_was(library: Library, tmp_path: Path) -> None:
    write_pages(tmp_path / "one", 1)
    write_pages(tmp_path / "many", 40)
    index_files(library, page_files([tmp_path / "one"]))
    before = list(every_review(library))
    limit_pages(library, 12)
    with pytest.raises(StoreError, match=r"disk .* is full"):
        index_files(library, page_files([tmp_path / "many"]))
    assert list(every_review(library)) == before
    assert find_faults(library) == ()
    limit_pages(library, 1 << 20)
    assert index_files(library, page_files([tmp_path / "many"])).counts.new == 39 * 12


def test_a_damaged_library_is_told_and_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    with Library(path) as library:
        write_pages(tmp_path / "pages", 20)
        index_files(library, page_files([tmp_path / "pages"]))
    content = bytearray(path.read_bytes())
    content[4096 * 3 : 4096 * 9] = b"\xa5" * (4096 * 6)
    path.write_bytes(content)
    with Library(path) as library:
        with pytest.raises(StoreError, match="damaged"):
            list(every_review(library))
        assert "damaged" in find_faults(library)[0]
    assert path.read_bytes() == content


def limit_pages(library: Library, more: int) -> None:
    """Let the database grow by so many pages only, as a full disk would."""
    with library.transaction() as connection:
        (pages,) = connection.execute("PRAGMA page_count").fetchone()
        connection.execute(f"PRAGMA max_page_count = {pages + more}")
