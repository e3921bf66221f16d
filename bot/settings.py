"""What the host sets in the environment or in `.env`, read once and passed on as a value."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from bot.errors import SettingsError

KEYS = ("DISCORD_TOKEN", "PULLQUOTE_DATA", "PULLQUOTE_HOSTS", "PULLQUOTE_PREFIX")
"""Every key that is read; `.env.example` explains each."""

_PREFIX = "!"


@dataclass(frozen=True, slots=True)
class Settings:
    """The host's settings.

    `data` is the folder that holds an installation: `pages/`, `library.db`, `servers.db`. `hosts` are the
    Discord user ids that may change the library from Discord, beside the owner of the application.
    """

    token: str | None
    data: Path
    hosts: frozenset[int]
    prefix: str

    @classmethod
    def from_env(cls, environ: Mapping[str, str]) -> Settings:
        """Read the settings; raises SettingsError for a value that can't be used."""
        settings, faults = cls.read(environ)
        if faults:
            raise faults[0]
        return settings

    @classmethod
    def read(cls, environ: Mapping[str, str]) -> tuple[Settings, tuple[SettingsError, ...]]:
        """The settings, with what holds where nothing is set for values that can't be used, and these."""
        given = {key: environ.get(key, "").strip() for key in KEYS}
        faults: list[SettingsError] = []
        try:
            hosts = _ids(given["PULLQUOTE_HOSTS"])
        except SettingsError as error:
            hosts = frozenset()
            faults.append(error)
        try:
            prefix = _prefix(given["PULLQUOTE_PREFIX"] or _PREFIX)
        except SettingsError as error:
            prefix = _PREFIX
            faults.append(error)
        data = Path(given["PULLQUOTE_DATA"] or "data").expanduser()
        return cls(given["DISCORD_TOKEN"] or None, data, hosts, prefix), tuple(faults)

    @property
    def pages(self) -> Path:
        """The folder whose pages are indexed at start."""
        return self.data / "pages"

    @property
    def library(self) -> Path:
        """The database of films and reviews."""
        return self.data / "library.db"

    @property
    def backups(self) -> Path:
        """The folder where backups are kept unless another is named."""
        return self.data / "backups"

    @property
    def servers(self) -> Path:
        """The database of what each Discord server chose."""
        return self.data / "servers.db"


def is_prefix(text: str) -> bool:
    """Whether typed commands can begin so: one to five signs, none of which begins a word.

    A slash alone opens Discord's own menu, which keeps what is typed behind it.
    """
    return 0 < len(text) <= 5 and text != "/" and not any(char.isspace() or char.isalnum() for char in text)


def _ids(text: str) -> frozenset[int]:
    parts = [part for part in re.split(r"[,\s]+", text) if part]
    for part in parts:
        if not re.fullmatch(r"[0-9]{15,20}", part):
            raise SettingsError(
                f'PULLQUOTE_HOSTS holds "{part}", which is no Discord user id. Give the long numbers that '
                '"Copy User ID" gives, separated by commas.'
            )
    return frozenset(int(part) for part in parts)


def _prefix(text: str) -> str:
    if not is_prefix(text):
        raise SettingsError(f'PULLQUOTE_PREFIX is "{text}". Give one to five signs such as ! or ?.')
    return text
