"""The sign by which the readers of commands and sentences give up. Users never see it."""

from __future__ import annotations


class UnreadError(ValueError):
    """Some of the words stay unread; whoever reads on their behalf tries another way or asks back."""
