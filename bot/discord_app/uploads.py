"""Page files that a host uploads: refused in a sentence or held until the host has decided."""

from __future__ import annotations

import asyncio
import io
import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial

import discord

from bot.errors import NotFoundError, PageError
from bot.indexing import PageFile
from bot.model import NOTHING_TOLD, Told

MOST_FILES = 10
LARGEST = 25 << 20
LARGEST_TOGETHER = 60 << 20
"""Bytes of one file, and of the files of one upload."""

HELD_MINUTES = 30
_MOST_HELD, _BYTES_HELD = 4, 2 * LARGEST_TOGETHER
"""Uploads that wait for a decision, and their bytes together; the oldest are forgotten."""


@dataclass(frozen=True, slots=True)
class Upload:
    """Files as they were uploaded, and what the host says of them."""

    contents: tuple[tuple[str, bytes], ...]
    told: Told = NOTHING_TOLD

    def files(self) -> list[PageFile]:
        """The files as an import takes them."""
        return [PageFile(name, partial(io.BytesIO, content), len(content)) for name, content in self.contents]

    def size(self) -> int:
        """Bytes of all the files."""
        return sum(len(content) for _, content in self.contents)


@dataclass(slots=True)
class Uploads:
    """Uploads that wait for a decision, by a key that their buttons carry."""

    _held: dict[str, Upload] = field(default_factory=dict)

    def hold(self, upload: Upload) -> str:
        """Keep an upload until it is taken, for half an hour at most; gives its key."""
        while self._held and not self._has_room_for(upload):
            del self._held[next(iter(self._held))]
        key = secrets.token_hex(8)
        self._held[key] = upload
        asyncio.get_running_loop().call_later(HELD_MINUTES * 60, self.forget, key)
        return key

    def __len__(self) -> int:
        return len(self._held)

    def _has_room_for(self, upload: Upload) -> bool:
        held = sum(one.size() for one in self._held.values())
        return len(self._held) < _MOST_HELD and held + upload.size() <= _BYTES_HELD

    def forget(self, key: str) -> None:
        """Keep an upload no longer, if it still is."""
        self._held.pop(key, None)

    def take(self, key: str) -> Upload:
        """Give an upload back, once; raises NotFoundError for one that was taken or is forgotten."""
        upload = self._held.pop(key, None)
        if upload is None:
            raise NotFoundError("These files are held no longer. Upload them again with /library import.")
        return upload


async def fetch(attachments: Sequence[discord.Attachment], told: Told) -> Upload:
    """Fetch what was uploaded, whatever it is called; raises PageError for what is empty or too large."""
    for file in attachments:
        _check(file)
    if sum(file.size for file in attachments) > LARGEST_TOGETHER:
        raise PageError(
            f"These files have more than {LARGEST_TOGETHER >> 20} MB together. Upload fewer at once."
        )
    return Upload(tuple([(file.filename, await file.read()) for file in attachments]), told)


def _check(file: discord.Attachment) -> None:
    if file.size > LARGEST:
        raise PageError(
            f'"{file.filename}" is larger than {LARGEST >> 20} MB. '
            "Give it to the command pullquote import on the machine that the bot runs on."
        )
    if not file.size:
        raise PageError(f'"{file.filename}" is empty. Save the page again and upload it anew.')
