"""Texts of dumps, which often still hold the HTML they were taken from."""

from __future__ import annotations

import html
import re

from bot.pages.saved_text import without_controls

_LINE_END = re.compile(r"\n?<br ?/?>\n?|\n", re.IGNORECASE)
_PARAGRAPH_END = re.compile(r"</(?:p|div|blockquote)>", re.IGNORECASE)
_SIMPLE_TAG = re.compile(
    r"</?(?:p|div|span|i|b|u|s|em|strong|a|blockquote|small)(?: [^<>]{0,300})?>", re.IGNORECASE
)
_MANY_LINE_ENDS = re.compile(r"\n{3,}")


def without_markup(text: str) -> str:
    """The text with its line ends and signs as a reader sees them: `<br/>`, `&quot;`, `<i>` are resolved."""
    if "<" in text:
        text = _PARAGRAPH_END.sub("\n\n", _LINE_END.sub("\n", text))
        text = _MANY_LINE_ENDS.sub("\n\n", _SIMPLE_TAG.sub("", text))
    if "&" in text:
        text = html.unescape(text)
    return without_controls(text).strip()
