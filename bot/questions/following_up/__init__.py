"""Questions that lean on the last answer: `and the worst?`, `show me more`, `who said that?`."""
