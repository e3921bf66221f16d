"""What an import leaves behind when it is killed, the disk is full, or another one writes as well."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import threading
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

import pytest

from bot.errors import StoreBusyError, StoreError
from bot.indexing import index_files, page_files
from bot.store.library import Library
from bot.store.reviews import every_review
from bot.store.safekeeping import back_up, find_faults, restore
from tests.faults.killing import kill_import, prepare, reviews_in, start_import, write_pages
from tests.making import make_review, save


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
        (page,) = library.reader().execute("PRAGMA page_size").fetchone()
    content = bytearray(path.read_bytes())
    content[page * 3 : page * 9] = b"\xa5" * (page * 6)
    path.write_bytes(content)
    with Library(path) as library:
        with pytest.raises(StoreError, match="damaged"):
            list(every_review(library))
        assert "damaged" in find_faults(library)[0]
    assert path.read_bytes() == content


def test_whoever_reads_does_not_wait_for_whoever_writes(library: Library, tmp_path: Path) -> None:
    write_pages(tmp_path / "pages", 1)
    index_files(library, page_files([tmp_path / "pages"]))
    with library.transaction() as connection:
        connection.execute("DELETE FROM mention")
        with Library(library.path) as other:
            assert len(list(every_review(other))) == 12
            back_up(other, tmp_path / "copy.db")
    with Library(tmp_path / "copy.db") as copy:
        assert find_faults(copy) == ()


def test_a_restore_gives_up_while_others_write(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.store.opening.BUSY_SECONDS", 0.1)
    monkeypatch.setattr("bot.store.safekeeping.BUSY_SECONDS", 0.1)
    back_up(library, tmp_path / "copy.db")
    busy = pytest.raises(StoreBusyError, match="another process")
    with Library(library.path) as other, library.transaction(), busy:
        restore(other, tmp_path / "copy.db")


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of four megabytes."""
    place = tmp_path / "small"
    place.mkdir()
    mount = [shutil.which("mount") or "/bin/mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", str(place)]
    if not Path(mount[0]).exists() or subprocess.run(mount, capture_output=True).returncode:
        pytest.skip("no small disk can be made here: that takes Linux and the right to mount")
    yield place
    subprocess.run([shutil.which("umount") or "/bin/umount", str(place)], check=True)


def test_a_disk_that_fills_up_loses_nothing(small_disk: Path, tmp_path: Path) -> None:
    write_pages(tmp_path / "one", 1)
    write_pages(tmp_path / "many", 150)
    with Library(small_disk / "library.db") as library:
        index_files(library, page_files([tmp_path / "one"]))
    with Library(small_disk / "library.db") as library:
        before = list(every_review(library))
        with pytest.raises(StoreError, match=r"disk .* is full"):
            index_files(library, page_files([tmp_path / "many"]))
        assert list(every_review(library)) == before
        assert find_faults(library) == ()
    fill = small_disk / "fill"
    with suppress(OSError):
        fill.write_bytes(b"x" * (4 << 20))
    with Library(small_disk / "library.db") as library:
        assert "disk" in (library.unwritable or "")
        assert list(every_review(library)) == before
        assert find_faults(library) == ()
        with pytest.raises(StoreError, match=r"disk .* is full"):
            index_files(library, page_files([tmp_path / "many"]))
        fill.unlink()
        write_pages(tmp_path / "two", 2)
        with Library(small_disk / "library.db") as other:
            index_files(other, page_files([tmp_path / "two"]))
        assert len(list(every_review(library))) == 24, "it sees what others write once there is room"
        assert index_files(library, page_files([tmp_path / "one"])).counts.unchanged == 12
        assert library.unwritable is None


def test_a_log_that_cannot_be_read_is_told_with_what_to_do(small_disk: Path, tmp_path: Path) -> None:
    with Library(tmp_path / "library.db") as library:
        save(library, [make_review("ada")])
        for name in ("library.db", "library.db-wal"):
            shutil.copy(tmp_path / name, small_disk / name)
    remount = [shutil.which("mount") or "/bin/mount", "-o"]
    subprocess.run([*remount, "remount,ro", str(small_disk)], check=True)
    with pytest.raises(StoreError, match=r"may only be read.*last changes stand in .*copy both files"):
        Library(small_disk / "library.db")
    subprocess.run([*remount, "remount,rw", str(small_disk)], check=True)
    with Library(small_disk / "library.db") as library:
        assert len(list(every_review(library))) == 1


def test_who_waits_for_another_program_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.store.opening.QUIET_SECONDS", 0.05)
    told: list[str] = []
    with Library(tmp_path / "library.db", tell=told.append) as library:
        save(library, [make_review("ada")])
        assert not told
        with closing(sqlite3.connect(library.path, isolation_level=None, check_same_thread=False)) as other:
            other.execute("BEGIN IMMEDIATE")
            ends = threading.Timer(0.3, lambda: other.execute("COMMIT"))
            ends.start()
            save(library, [make_review("ben")])
            ends.join()
        assert told == [
            f'"{library.path}" is being written by another program; waiting for it, 30 seconds at most.'
        ]
        assert len(list(every_review(library))) == 2


def limit_pages(library: Library, more: int) -> None:
    """Let the database grow by so many pages only, as a full disk would."""
    with library.transaction() as connection:
        (pages,) = connection.execute("PRAGMA page_count").fetchone()
        connection.execute(f"PRAGMA max_page_count = {pages + more}")
