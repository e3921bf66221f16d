from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from bot.answers.desk import Desk
from bot.store.library import Library

# A slow machine is no failure, and a build fails for what changed in it, not by the luck of the draw.
settings.register_profile("anywhere", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", parent=settings.get_profile("anywhere"), derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "anywhere")


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """An empty library in a real file."""
    with Library(tmp_path / "library.db") as opened:
        yield opened


@pytest.fixture
def desk(library: Library) -> Desk:
    return Desk(library)


@pytest.fixture
def real_page() -> Path:
    """The page that the project began with; it is not ours to ship."""
    page = Path(__file__).resolve().parent.parent.parent / "shared" / "pages" / "pusher-ii-2004.txt"
    if not page.is_file():
        pytest.skip("the real page lies beside the repository, in ../shared/pages, and is not there")
    return page
