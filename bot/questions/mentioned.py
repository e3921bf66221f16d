"""The word or name that reviews must hold: `that mention Refn`, `with the word "foghorn"`."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

_VERB = re.compile(
    r"\b(?:mention(?:s|ed|ing)?|(?:talk|speak)(?:s|ed|ing)? (?:of|about)|spoke (?:of|about)"
    r"|refer(?:s|red|ring)? to|referenc(?:e|es|ed|ing)|bring(?:s|ing)? up|brought up|discuss(?:es|ed|ing)?"
    r"|contain(?:s|ed|ing)?|us(?:e|es|ed|ing)"
    r"|(?<!the )(?<!^)nam(?:e|ing)(?! ?(?:drop|check))"
    r"|(?:(?<=that )|(?<=who )|(?<=which )|(?<=many )|(?<=reviews )|(?<=percentage )|(?<=share ))name[ds]"
    r"|(?:writ(?:e|es|ing)|wrote) (?:of"
    r"|about)"
    r"|comment(?:s|ed|ing)? on|name ?drop(?:s|ped|ping)?|includ(?:e|es|ing)|quot(?:e|es|ing)|cit(?:e|es|ing)"
    r"|touch(?:es|ed|ing)? on|bring(?:s|ing)? in|name ?check(?:s|ed|ing)?|singl(?:e|es|ed|ing) out)(?= )"
    r"|\bdrop(?:s|ped|ping)?(?= the (?:words?|names?) )"
    r"|\b(?:say|says|said|saying|writ(?:e|es|ing|ten)|wrote|with|have|has|having|hold|holds|typed?)"
    r"(?= (?:the |a )?(?:words?|terms?|phrases?|expressions?|names?) |"
    r" §quote)"
    r"|\b(?:says?|said)(?= (?:\w+ ){1,2}by name\b)"
    r"|\bstands?(?= the (?:names?|words?) )|\b(?:where|in which|in that)(?: there)?(?: (?:stands?"
    r"|appears?|comes?|is|occurs?))?"
    r"(?= (?:the )?(?:words?|terms?|names?|phrases?) )"
)
_PASSIVE = re.compile(
    r"\b(?:is|are|was|were|does|do|did|gets?|has|have) (?P<what>(?:the |a )?(?:words? |names?"
    r" )?(?:§quote\d+|\w+(?: \w+){0,2}?))"
    r" (?:been |get |gets |being |ever )*(?:mentioned|named|discussed|talked about|referenced|brought up"
    r"|referred to|name dropped|(?:come|crop|show|turn|pop)s? up|appears?|occurs?|used)\b"
    r"|\bis (?P<inside>(?:the )?(?:words? |name )?(?:§quote\d+|\w+(?: \w+)?)) (?:mentioned )?in (?=the"
    r" reviews?|reviews?|how many)"
)
_BEFORE = re.compile(
    r"^(?:(?:both|the|a|an|any|his|her|their|its|of|about|actors?|actress|director|character|someone|somebody"
    r"|called|named|words?|terms?|phrases?|expressions?|names?) )+"
)
_STOPS = frozenset(
    """in for from with who that which among but while when also at by is are was were and or give gave
    rated rate rates scores think thinks thought say says like likes love loves feel feels make write
    wrote writes per than on it anything something someone somebody this any how what more most somewhere
    anywhere explicitly specifically directly as well too please all them those they he she you i we
    lot much here there appear appears appearing occur occurs come comes pop pops show shows crop crops
    stand stands up total score average mean get if so then have has had do does did not title text body
    , . spoiler
    haha hahaha lol lmao rofl xd hehe ha tho though btw plz mate bro dude man tbh ngl imo imho honestly
    thanks thx
    anyway exactly overall altogether actually really yet now please
    spoilers across throughout amongst
    twice once times often least since before after until till without over under above below
    between written posted rated scored dated published""".split()
)
_NO_WORDS = frozenset(
    """film films movie movies review reviews rating ratings score scores spoiler spoilers word words
    number people person persons reviewer reviewers user users guys ones folks""".split()
)
_LONGEST = 4


@dataclass(frozen=True, slots=True)
class Mentioned:
    """The words that must stand in a review, and where in the sentence they were told.

    `also` are other words that must stand there as well; with `as_spelt` no other spelling will do.
    """

    words: str
    start: int
    end: int
    also: str | None = None
    as_spelt: bool = False


def find_mentioned(text: str, quotes: tuple[str, ...]) -> Mentioned | None:
    """What reviews must hold by the words of the sentence, whose quoted parts are marks."""
    found = _find(text, quotes)
    if found is None:
        return None
    as_spelt = bool(_AS_SPELT.search(text, found.start, found.end))
    return replace(_with_another(found, text, quotes), as_spelt=as_spelt)


_AS_SPELT = re.compile(r"\b(?:words?|terms?|phrases?|spelling|expressions?) ")
_AND_ALSO = re.compile(r" (?:and|plus|as well as)(?: also)? (?!how |who |what )")
_BEHIND_ANOTHER = re.compile(
    r"(?=$| (?:in|of|for|at|together|,|on|please|both|too|§)(?: |$))| (?:together|both|too)$"
)


def _with_another(found: Mentioned, text: str, quotes: tuple[str, ...]) -> Mentioned:
    """`mention both Refn and Mikkelsen`: what is joined to the first words and ends what is said of them."""
    joined = _AND_ALSO.match(text, found.end)
    other = _behind(text, found.start, joined.end(), quotes) if joined else None
    end = _BEHIND_ANOTHER.match(text, other.end) if other else None
    if other is None or end is None or len(other.words.split()) > _LONGEST_OTHER:
        return found
    return replace(found, end=end.end(), also=other.words)


_LONGEST_OTHER = 3


_CALLED = re.compile(
    r"(?<=how many )(?:reviews?|reviewers|people|users)(?: (?:of|for|in) §film\d)?"
    r" (?P<told>(?:(?:call|called|describe|described) (?:it|this|the film|the movie|§film\d)(?: as)?"
    r" (?:an? )?"
    r"|(?:say|said) )(?P<word>[a-z]+))$"
)
"""One word that reviews say: `how many call it a masterpiece`."""


def _find(text: str, quotes: tuple[str, ...]) -> Mentioned | None:
    if (called := _CALLED.search(text)) and called["word"] not in _STOPS | _NO_WORDS | {"yes", "no"}:
        return Mentioned(called["word"], called.start("told"), called.end())
    if found := _inside(text, quotes):
        return found
    for verb in _VERB.finditer(text):
        if found := _behind(text, verb.start(), verb.end() + 1, quotes):
            return found
    passive = _PASSIVE.search(text)
    if passive is None:
        return None
    told = "what" if passive["what"] else "inside"
    found = _behind(f"{passive[told]} ,", 0, 0, quotes)
    return Mentioned(found.words, passive.start(), passive.end()) if found else None


_INSIDE = re.compile(
    r"(?:^|, )(?:and |so |ok )?(?:the )?(?:word|term|phrase) (?P<word>§quote\d+"
    r"|\w+(?: \w+)?)(?: ,)? in (?=how many|what)|\b(?:have|has|with|had|got|having) (?P<what>(?:the "
    r"|a )?(?:words? |names? )?(?:§quote\d+|\w+(?: \w+)?))"
    r" (?:in|inside) (?:them|it|their (?:text|review)s?|the (?:text|review|body)|there)\b"
    r"|(?<!\w)(?:in which |where |when )?(?P<who>§quote\d+|(?:the )?\w+(?: \w+)?)"
    r" (?:gets?|got|is|was|are|were|being|has been|have been)"
    r" (?:(?:an? |any )(?:mention|shout ?out|name ?check)|name ?dropped|name ?checked|mentioned|named"
    r"|brought up|referenced|discussed|singled out)\b(?: in)?"
    r"|(?:(?<=how many )|(?<=how often )|(?<=how many reviews )|(?<=how many times ))(?:does|do|did)"
    r" (?P<up>§quote\d+|(?:the )?\w+(?: \w+)?)(?: names?)? (?:come|pop|crop|turn|show)s? up\b"
    r"|^(?P<comes>§quote\d+|(?:the )?\w+(?: \w+)?)(?: names?)? (?:come|pop|crop|turn|show)s? up"
    r" (?=in how many|how (?:many|often))"
    r"|\b(?:bring|brings|brought) (?P<brought>§quote\d+|(?:the )?\w+(?: \w+)?) up\b"
    r"|\b(?:give|gives|gave) (?P<given>§quote\d+|(?:the )?\w+(?: \w+)?) an? (?:mention|shout ?out"
    r"|name ?check)\b|\b(?:give|gives|gave) an? (?:mention|shout ?out) to"
    r" (?P<to>§quote\d+|(?:the )?\w+(?: \w+)?)"
)


def _inside(text: str, quotes: tuple[str, ...]) -> Mentioned | None:
    """`have cocaine in them`, `Refn gets mentioned in`."""
    found = _INSIDE.search(text)
    if found is None:
        return None
    words = next(words for words in found.groupdict().values() if words)
    told = _behind(f"{words} ,", 0, 0, quotes)
    return Mentioned(told.words, found.start(), found.end()) if told and told.words in words else None


_PRONOUN = re.compile(r"(?<= )(?:him|her|them|it|this|that)(?= ,| by name|$)")
_VERB_AT_END = re.compile(rf"(?:{_VERB.pattern}) (?:him|her|them|it|this|that)(?: by name)?(?= ,|$)")
_ANTECEDENT = re.compile(
    r"^(?:(?:ok|so|about|and|regarding|on) )*(?:(?P<alone>(?:the |a )?(?:§quote\d+|[a-z]+(?: [a-z]+)?))$"
    r"|the (?P<told>[a-z]+) (?!of|in|and|or)[a-z]+)"
)


_CAPITALS = re.compile(r"(?<=[a-z,] )[A-Z]\w+(?: [A-Z]\w+)*")


def with_antecedent(text: str, typed: str) -> str:
    """The text (with commas) with what `mention it` means in the place of `it`.

    That is what another clause is about: `the accordion divides people, how many mention it`. `typed` shows
    names by their capitals.
    """
    clauses = text.split(" , ")
    place = next((place for place, clause in enumerate(clauses) if _VERB_AT_END.search(clause)), None)
    if place is None or len(clauses) == 1:
        return text
    names = {name.lower() for name in _CAPITALS.findall(typed)}
    for other in (*clauses[:place], *clauses[place + 1 :]):
        told = _ANTECEDENT.match(other)
        words = (
            (told["alone"] or told["told"]) if told else next((name for name in names if name in other), "")
        )
        if words and (_NO_WORDS | _STOPS).isdisjoint(_BEFORE.sub("", words).split()):
            asked = _PRONOUN.sub(words, clauses[place])
            return " , ".join(
                asked if clause == clauses[place] else clause for clause in clauses if clause != other
            )
    return text


_NOBODY = frozenset("him her them it this that he she they neither both either".split())


def _behind(text: str, start: int, place: int, quotes: tuple[str, ...]) -> Mentioned | None:
    """The words that stand from the place on, up to one that is no part of a name or thing."""
    if skipped := _BEFORE.match(text[place:]):
        place += skipped.end()
    if quoted := re.match(r"§quote(\d+)", text[place:]):
        return Mentioned(quotes[int(quoted[1])], start, place + quoted.end())
    words: list[str] = []
    for word in text[place:].split():
        if word in _STOPS or not word.isalpha() or len(words) == _LONGEST:
            break
        words.append(word)
    while len(words) > 1 and words[-1] in _NEVER_LAST:
        words = words[:-1]
    if not words or _NO_WORDS.issuperset(words) or "spoiler" in " ".join(words):
        return None
    if words[0] in _NOBODY:
        return None
    end = place + len(" ".join(words))
    named = _BY_NAME.match(text, end)
    return Mentioned(" ".join(words), start, named.end() if named else end)


_NEVER_LAST = ("name", "names", "of", "the", "a")
_BY_NAME = re.compile(r" (?:by name|names?)\b")
