"""Which page files the library has taken in."""

from __future__ import annotations

from bot.store.library import Library


def has_page(library: Library, digest: str) -> bool:
    """Whether content with this SHA-256 digest was indexed before."""
    return library.row("SELECT 1 FROM page WHERE digest = ?", (digest,)) is not None
