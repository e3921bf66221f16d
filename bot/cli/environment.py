"""The environment with what `.env` in the working folder adds to it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from dotenv import dotenv_values

from bot.errors import SettingsError


def with_dotenv(environ: Mapping[str, str], folder: Path) -> Mapping[str, str]:
    """The variables of the folder's `.env` and of the environment, which wins."""
    file = folder / ".env"
    try:
        written = dotenv_values(file, interpolate=False, encoding="utf-8-sig") if file.is_file() else {}
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f'"{file}" can\'t be read: {error}. Save it as plain text (UTF-8).') from error
    return {key: value for key, value in written.items() if value is not None} | dict(environ)
