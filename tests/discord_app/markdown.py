"""What Discord makes of markup: a small reader of its markdown, written from its rules and not from our code.

It knows what matters for safety: what stands open and what behind a spoiler, and whether anything works as a
mention, a link, a heading, a list or a picture.
"""

from __future__ import annotations

import re

_ESCAPED = re.compile(r"\\([^0-9A-Za-z\s])")
_SPOILER = re.compile(r"\|\|([\s\S]+?)\|\|")
_ACTIVE = {
    "mention": re.compile(r"<(?:@[!&]?|#|id:|t:|/[^>]+:|a?:\w+:)[^>]*>|@everyone|@here"),
    "link": re.compile(r"\[[^\]]*\]\([^)]*\)|https?://\S|<\w+://[^>]*>"),
    "picture": re.compile(r":[\w+-]+:"),
    "heading": re.compile(r"^(?:> )?\s*#{1,3}\s", re.MULTILINE),
    "subtext": re.compile(r"^(?:> )?\s*-#\s", re.MULTILINE),
    "list": re.compile(r"^(?:> )?\s*(?:[-+]|\d+\.)\s", re.MULTILINE),
    "emphasis": re.compile(r"[*_~`]"),
    "quote": re.compile(r"^(?:> )?\s*>>?>? ", re.MULTILINE),
}
_SAFE = "\ue000"


def _without_escapes(markup: str) -> str:
    """The markup with each escaped sign replaced by one that means nothing."""
    return _ESCAPED.sub(_SAFE, markup)


def what_works(markup: str) -> set[str]:
    """What in the markup does something."""
    bare = _without_escapes(markup)
    return {name for name, pattern in _ACTIVE.items() if pattern.search(bare)}


def open_text(markup: str) -> str:
    """What a member reads without opening a spoiler, its escapes resolved."""
    return plain(_SPOILER.sub("", markup))


def plain(markup: str) -> str:
    """The characters a member sees, spoilers opened, bold not bold."""
    shown = re.sub(r"^> ?", "", _SPOILER.sub(lambda mark: mark[1].strip(), markup), flags=re.MULTILINE)
    kept: list[str] = []
    for piece in re.split(r"(\\[^0-9A-Za-z\s])", shown):
        kept.append(piece[1:] if _ESCAPED.fullmatch(piece) else piece.replace("**", ""))
    return "".join(kept)
