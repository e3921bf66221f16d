"""Stems by which sentences are told to speak of something, but for words whose stem means other things too.

`believable` is a quality and `I believe` none, `dated` is old and a `date` isn't, `actions` are deeds and no
action: such words stay whole.
"""

from __future__ import annotations

from bot.language.stemming import stem

_BY_THEMSELVES = frozenset(
    """believable unbelievable convincing unconvincing moving touching affecting dated opening setting
    actions interesting uninteresting interested frightening frightened terrifying terrified boring bored
    engaged finally finale suspense wonder wonders dreadful brutally hooked chilling chiller inventive
    inventions witness witnesses witnessed owns steals""".split()
)


def sense(word: str) -> str:
    """The stem of a word in small letters, or the word itself where its stem means something else too."""
    return word if word in _BY_THEMSELVES else stem(word)
