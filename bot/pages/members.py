"""A file inside an archive, as the readers of what archives hold see it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import BinaryIO


@dataclass(frozen=True, slots=True)
class Member:
    """A file in an archive: its path there, and how to open it anew."""

    name: str
    opens: Callable[[], BinaryIO]
