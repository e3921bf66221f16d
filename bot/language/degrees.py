"""Adjectives in their degrees: what is `slower` or `the slowest` is slow."""

from __future__ import annotations

from bot.language.english import is_english

_ENDINGS = ("est", "er")
_NOT_OF_DEGREE = frozenset(
    """never over under other ever after rather either neither whether together number character chapter
    theater matter letter paper order water winter summer master monster killer thriller reader user reviewer
    viewer actor director writer composer player rest best test west guest quest interest forest request
    honest chest nest manner former latter later upper inner outer super silver her per corner danger anger
    finger power tower flower shower cover""".split()
)


def plain_degree(word: str) -> str | None:
    """`slow` for `slower` and `slowest`; None for a word that is in no such degree."""
    if word in _NOT_OF_DEGREE:
        return None
    ending = next((each for each in _ENDINGS if word.endswith(each)), None)
    if ending is None:
        return None
    root = word.removesuffix(ending)
    ways = [root, f"{root}e"]
    if root.endswith("i"):
        ways = [f"{root[:-1]}y"]
    elif root[-1:] == root[-2:-1] and not is_english(root):
        ways = [root[:-1]]
    return next((way for way in ways if len(way) > 2 and is_english(way)), None)
