"""Sentences that speak of how a film ends: hidden wherever they stand."""

from __future__ import annotations

import re

_ENDING = re.compile(
    r"\b(?:endings?|finales?|climax|epilogue|denouement|twists?|(?:very|bitter) end"
    r"|(?<!\bto )(?<!\bto the )(?<!\bnot )(?<!n['’]t )(?<!\bcannot )(?<!\bi )(?<!\bwe )(?<!\byou )"
    r"(?<!\bcould )finish(?! (?:it|this|watching|line|the (?:film|movie)))"
    r"|(?<!\bin )(?<!\bthe same )(?<!\bmy )conclusion(?! that)"
    r"|(?<!\bhigh )(?<!\bpicture )(?<!\bimage )(?<!\bscreen )resolution"
    r"|the end (?:of (?:the (?!day|world|road|line|week|month|year|night|evening|street|pier)|this|it)"
    r"|when|where|is|was)"
    r"|(?<!\bit )(?<!\bfilm )(?<!\bmovie )(?<!\byou )(?<!\bi )(?<!\bwe )ends? up"
    r"|ends? (?:on|with|in|badly|well)"
    r"|(?:last|final|closing) (?:\w+ )?(?:scenes?|shots?|minutes?|act"
    r"|frames?|images?|reel|line|moments?)"
    r"|credits (?:roll|rolled)"
    r"|(?<!\bit )(?<!\bfilm )(?<!\bmovie )(?<!\bthis )turn(?:s|ed)? out to be|turn(?:s|ed)? out that"
    r"|(?:he|she|they|who) (?:dies|die|drowns?|gets? killed|is killed|kills?|survives?)"
    r"|(?:is|gets|was|were|been) (?:killed|murdered|shot dead)|kills? (?:him|her|them)sel(?:f|ves)|suicide"
    r"|dead (?:all along|the whole time|all the time)|(?:all|only|just) a dream|all along"
    r"|reveal(?:s|ed)? (?:that|to be|as the|who)|sinks? the boat"
    r"|the (?:real )?(?:killer|murderer|culprit|traitor) (?:is|was) (?:(?-i:[A-Z])\w*|the|his|her))\b"
    r"|(?-i:\b[A-Z][\w'’-]+ (?:dies|drowns|survives|is killed|gets killed|gets shot))\b",
    re.IGNORECASE,
)
_LATE = re.compile(r"\b(?:at|in|by|near|towards?|until|till) the (?:very )?end\b", re.IGNORECASE)
_OF_THE_WATCHER = re.compile(
    r"\b(?:i|i['’](?:m|d|ve)|we|my|me|us|you|your)\b(?: [^\s,;]+){0,5} (?:at|in|by|near|towards?|until|till)"
    r" the (?:very )?end\b"
    r"|\bthe (?:very )?end\b(?: of (?:this|the) (?:film|movie|one|thing)| of it all| of it)?,?(?: \w+){0,2}"
    r" (?:i|i['’](?:m|d|ve)|we|my|me|us|you|your|viewers?|audiences?)\b"
    r"|\bthe (?:very )?end of (?:\d|a |an |two|three|my|our"
    r"|the (?:day|week|month|year|night|evening|street|road|line))"
    r"|\bin the end,? (?:it|this|that|there|the (?:film|movie|acting|music|whole))\b"
    r"|\b(?:recommend|advertis|suggest)\w* .* at the end\b"
    r"|\b(?:gripping|watch\w*|sit|sat|stay\w*|last\w*|hooked|entertain\w*|engag\w*|riveted|seat)"
    r" (?:\S+ ){0,3}?(?:un)?till? the (?:very )?end\b",
    re.IGNORECASE,
)
"""`by the end I was out of breath`: when it befell whoever watched it."""


_END = (" end", "(end", '"end', "'end", "“end", "‘end", "-end")
_HINTS = (
    *"""final last closing climax epilogue denouement twist finish conclusion resolution credits turn die dead
    drown kill murder suicide dream along reveal sinks surviv culprit traitor shot""".split(),
    *_END,
)
"""What stands in a sentence that tells of the end: most hold none of it, and go no further."""


def speaks_of_ending(sentence: str) -> bool:
    """Whether the sentence speaks of the end of the film, or tells what only the end does."""
    small = f" {sentence.lower()}"
    if not any(hint in small for hint in _HINTS):
        return False
    if not any(hint in small for hint in _END):
        return bool(_ENDING.search(sentence))
    told = _OF_THE_WATCHER.sub(" ", sentence)
    return bool(_ENDING.search(told) or _LATE.search(told))
