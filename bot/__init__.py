"""Pullquote answers questions about film reviews, in Discord and in a terminal.

The way through the house: a saved page is read by `pages` into `Review` values (`model`); `indexing` takes
them to the library (`store`, one SQLite file). A slash command, a prefix command or a plain sentence becomes
one `Question` (`questions`); `answers` turns it into one `Answer`, which knows no markup; `discord_app`,
`terminal` and JSON are three renderings of it. `language` knows what English text says (sentences, names)
and nothing of ours. `cli` opens things and wires them. `tests/test_architecture.py` holds who may know whom.
"""

__version__ = "0.1.0"
