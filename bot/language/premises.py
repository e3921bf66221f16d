"""Sentences that tell what a film is about: who is in it and what they are up to, not how it is."""

from __future__ import annotations

import re

from bot.language.stance import evaluates, words_of

_TELLS = re.compile(
    r"\b(?:is about|story (?:of|about|follows)|tells? (?:of|the (?:story|tale))|tale of|follow(?:s|ing)"
    r"|revolves?"
    r"|cent(?:er|re)s? (?:on|around)|deals with|focus(?:es|ing)?(?: now)? on|(?:is )?set in|premise"
    r"|introduc\w+|plays? (?:an?|the)|finds? (?:himself|herself|themselves)|must|has to|have to|tries to"
    r"|trying to|agrees to|wants to|decides to|sets out|is hired|gets out|released from"
    r"|out of (?:prison|jail)|returns? (?:to|home|from)|owe[sd]?|inherits?|discovers?|learns? that"
    r"|struggl\w+|searching for|in search of"
    r"|(?:is|are) (?:alone|drained|sent|hired|forced|caught|left|torn)|comes? (?:home|back)|asks? to be"
    r"|falls? in love|moves? (?:to|in with)|takes? a job|years (?:later|earlier)|lights up|wakes? up|meets"
    r"|gets? (?:involved|caught|mixed up))\b",
    re.IGNORECASE,
)
_WHO = re.compile(r"\b(?:who|whose|where|when|a|an) \w+")
_CREDIT = re.compile(r"\b[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)*,? \((?:[A-Z][\w.'’-]+ ?){1,4}\)")
_OF_MY_OWN = re.compile(
    r"\b(?:i|i['’]m|i['’]ve|my|me|we|our|you|your|reviewers?|directors?|sequel|trilogy|script)\b",
    re.IGNORECASE,
)
_SOMEBODY = re.compile(
    r"\b(?:he|she|him|her|his|they|their|man|woman|boy|girl|son|daughter|father|mother)\b", re.IGNORECASE
)
_FEWEST, _MOST = 8, 60


def tells_premise(sentence: str) -> float:
    """How well the sentence tells what the film is about; 0 or less where it doesn't."""
    words = words_of(sentence)
    if not _FEWEST <= len(words.plain) <= _MOST or sentence.rstrip().endswith("?"):
        return 0.0
    told = 1.5 * min(2, len(_TELLS.findall(sentence)))
    if not told:
        return 0.0
    told += 1.2 * bool(_CREDIT.search(sentence)) + 0.5 * bool(_WHO.search(sentence))
    told += 0.4 * bool(_SOMEBODY.search(sentence))
    return told - 0.9 * evaluates(words) - 1.2 * len(_OF_MY_OWN.findall(sentence))
