"""Who plays whom, who made the film, who is in it, and who somebody is."""

from __future__ import annotations

import re

from bot.language.english import is_english
from bot.language.parts import KIN
from bot.language.topic_words import CHARACTERS
from bot.questions.jobs import job_asked_for
from bot.questions.kinds import Who
from bot.questions.sentence import Sentence

_CAST = re.compile(
    r"\b(?:who (?:is|are|all is|was|were|else is)(?: all)? in (?:it|this|that|the (?:film|movie|cast)"
    r"|§film\d)|who (?:stars?|starred|acts?|acted|appears?|appeared|performs?)(?: in| on)?(?: it| this|"
    r" the film| the movie| §film\d)?$"
    r"|(?<!supporting )cast(?: list| members)?$"
    r"|who (?:is|are) (?:the )?(?:actors?|actress(?:es)?|cast|stars?"
    r"|main actors?|leads?|lead actors?|main cast)\b(?! (?:(?:who|that) )?(?:is |was )?(?:plays?|played"
    r"|playing|portray\w*|behind|as|(?:for|of) (?!it|this|that|the film|the movie|§film)))"
    r"|(?:which|what) (?:actor|actress) (?:stars?|is|acts?) in (?:it|this|the (?:film|movie)|§film\d)\b"
    r"|which actors\b|what actors\b|who (?:is|are) starring|(?:list|name)"
    r" (?:the )?(?:actors|cast)|who all (?:acts?|acted|stars?|plays?|is)\b(?: in (?:it|this|this one"
    r"|the (?:film|movie)))?$|^(?:the )?(?:actors|cast)\b(?: of| in)?(?: §film\d)?$"
    r"|who plays in (?:it|this|§film\d|the (?:film|movie)))"
)
_CASTING = re.compile(
    r"\b(?:plays?|played|playing|portray(?:s|ed|ing|al)?|acts? as|acted|performs?|performed by|stars? as"
    r"|cast as|voices?|voiced"
    r"|voice of|was who|is who|actor|actress|role|roles|parts? (?:does|did|has|have|is)|character"
    r"|characters"
    r"|embod(?:y|ies)|took the part|takes the part|(?:gets?|got) to be|took on|who do they have as|is it as"
    r"|casts?"
    r"|actors? for|irl"
    r"|in real life)\b"
)
_ASKS_WHO = re.compile(r"\b(?:who|whom|whos|whose|which|what|by|name)\b")
_AROUND = frozenset(
    """
who whom whose which what is was are were does did do has have had the a an this that these those it its
he she they him her his fella fellow bloke lad gent chap gentleman actor actress person guy dude man
woman lady girl one name plays play played
playing portrays portray portrayed portraying portrayal acts act acted acting as performs performed stars
star starring cast voices voiced voice role roles part parts character characters in of for by on at from
behind with and so but then again please film movie called named someone somebody being been be exactly
actually get gets got tell me know do you can i we real life embodies embody version to there here also to
s films movies again ok hey hi first original previous other one irl took takes they gets time whoever
""".split()
)
_WHO_IS = re.compile(
    r"^(?:and |so |but |hey )*(?:do you know |tell me )?who (?:the hell |exactly )?(?:is|was|are) (?:this "
    r"|that |the |a )?(?P<name>[\w ]+?)(?: (?:in|of|from) (?:it|this|the film|the movie|§film\d))?$"
)
_THAT_IS_WHO = re.compile(
    r"^(?:and |so |but )?(?:the )?(?P<name>\w+(?: \w+){0,2}?) who (?:is|are|was) (?:that|this|he|she"
    r"|they)(?: again| now)?$"
    r"|^(?:who is )?(?:the )?(?P<actor>\w+(?: \w+)?) (?:s )?(?:actor|actress|irl|in real life)(?: name)?$"
    r"|^(?:who is )?(?:the )?(?:actor|actress) (?:for|of|as|behind"
    r"|playing) (?:the )?(?P<of>\w+(?: \w+){0,2})$"
    r"|\b(?:name of|who is) the (?:bloke|guy|man|woman|lady|girl|chap|fella|fellow|actor|actress"
    r"|person) (?:who|that) (?:does|did|is)"
    r" (?P<done>\w+(?: \w+)?)$"
)
_LEAD = re.compile(
    r"\b(?:who|which actor) (?:is|was) in the (?:lead|main|title) ?(?:role|part)?$|\b(?:hero|heroine|lead"
    r"|main actor|main actress|protagonist|star|main character) ?(?:s )?name\b"
    r"|\bname of (?:the )?(?:hero|heroine|lead|main actor|main actress|protagonist|main character)\b|"
    r"\b(?:name|who|actor|actress|chap|guy|man|woman|person)\b.*\b(?:main|lead|leading|title|central"
    r"|starring) (?:part|role|character)$|"
    r"\bwho (?:is|was|are|were|plays?|played) (?:the )?(?:main |lead |leading |title |central"
    r" )(?:character|role|actor|actress|part|star|guy|man|woman|person|hero|lead|protagonist)?|who (?:is"
    r"|was|plays) the (?:protagonist|hero|lead|star|villain|bad guy|antagonist)"
)
_TAIL = re.compile(
    r"(?: (?:in|of|from|at|on|by the way))+(?: (?:it|this|that|the|film|movie|one|§film\d))*$|(?:"
    r" §film\d)+$|(?: (?:please|again|then|anyway|exactly|the|btw))+$|^(?:the character of|character|the"
    r" role of|the part of|part of|role of|called|named|someone called) "
)
_ARTICLE = re.compile(r"^(?:the|a|an|this|that|his|her) ")
_REVIEWERS = re.compile(
    r"\b(?:reviews?|reviewers?|ratings?|rated?|gave|scores?|mentions?|said|says|thinks?|thought|helpful"
    r"|votes?|(?:say|saying|thinking|talk|talking) (?:of|about)"
    r"|(?:opinions?|thoughts?|views?) (?:of|on|about))\b"
)


_RELATIVE = re.compile(
    r"\b(guys?|man|men|actors?|actress(?:es)?|persons?|wom[ae]n|girls?|ones?|people|those|lady|chap|dude|kid"
    r"|boy|he|she"
    r"|somebody|someone|anyone|reviewers?|users?|critics?|anybody) who\b"
)
_ASKS_WHAT_IS_THOUGHT = re.compile(
    r"^(?:(?:and|so|but|ok|okay|hey|hi|well|please|oh|honestly|actually) )*(?:(?:is|was|are|were|does"
    r"|did|do|should|would|will|has|have|any"
    r"|thoughts?|opinions?)\b(?!.*\b(?:who|whom)\b)|(?:what|how) (?:do|did|does|have|they|people|is said"
    r"|about|abt|of)\b"
    r"(?!.*\bplays?$))"
)


_ASKS_WHO_IS_BEST = re.compile(
    r"\b(?:best|worst|finest|weakest|strongest|greatest) (?:actor|actress|performer|performance|acting)\b"
)


def read_who(sentence: Sentence) -> Who | None:
    """Who is asked for, by a name or a job; None where nobody is."""
    text = _TOLD_WHO.sub("", _WHOEVER.sub("who", _quotes_back(sentence)))
    if (named := _NAMED.search(text)) and (job := job_asked_for(f"who is the {named['job']}")):
        return Who(job, sentence.films[0] if len(sentence.films) == 1 else None)
    if _ASKS_WHO_IS_BEST.search(text):
        return None
    if _ASKS_WHAT_IS_THOUGHT.search(_RELATIVE.sub(r"\1 that", text)) or _judges_somebody(sentence):
        return None
    film = sentence.films[0] if len(sentence.films) == 1 else None
    if job_asked_for(text) is None and _OF_A_REVIEW.search(text):
        return None
    subject = _in_clause(sentence) or _subject(text)
    return None if subject is None else Who(subject, film)


_WHOEVER = re.compile(r"\b(?:whoever|whomever|whos(?= (?:music|score|photography|sound|work|script)))\b")
_TOLD_WHO = re.compile(
    r"^(?:(?:and|so|but) )*(?:(?:do|does|did) (?:the |any |any of the )?(?:they|reviews?|reviewers?|people"
    r"|anyone|anybody|you|them)"
    r" (?:say|tell|mention|know|write|name|reveal)|is it (?:known|written|said|mentioned|told)(?: anywhere"
    r"| somewhere)?)"
    r" (?=who|whose|by whom)"
)
_NAMED = re.compile(
    r"^(?:(?:and|so|but) )*(?:is|was|are|were) (?:the |its )?(?P<job>[\w ]+?) (?:named|credited"
    r"|mentioned by name|known)\b"
)
_JUDGES = re.compile(
    r"^(?:and |but |so )*(?:is|was|did|does|do|has|are|were|how) (?:he|she|they|anyone|anybody|people"
    r"|everyone|it)\b|^(?:is )?(?:he |she )?(?:any good|good or bad|any thoughts|thoughts)$"
)


def _judges_somebody(sentence: Sentence) -> bool:
    """`the actor who plays Dot, did he convince anyone`: who that is only tells of whom to speak."""
    first, *others = sentence.with_commas.split(" , ")
    asked = re.match(r"(?:and |but |so |ok )*(?:who|whom|whose|which|what)\b", first)
    return not asked and any(_JUDGES.match(clause) and "called" not in clause for clause in others)


def _in_clause(sentence: Sentence) -> str | None:
    """Whom one clause asks for among others: `who plays Dot, is it written there`."""
    clauses = sentence.with_commas.split(" , ")
    if (by_name := _by_name_alone(clauses)) is not None and not sentence.quotes:
        return by_name
    if (beside := _beside(clauses)) is not None and not sentence.quotes:
        return beside
    for clause in clauses if len(clauses) > 1 and not sentence.quotes else ():
        if _VOICED.search(clause) or _WHOSE_VOICE.search(clause):
            return "voice"
        if _CASTING.search(clause) and _ASKS_WHO.search(clause) and not _REVIEWERS.search(clause):
            return who_named(clause)
    return None


def _beside(clauses: list[str]) -> str | None:
    """The name behind what somebody is: `who plays the new bad guy, Ansgar Dole`."""
    if len(clauses) < _TWO or not (_PLAYS.search(clauses[0]) and _ASKS_WHO.search(clauses[0])):
        return None
    described = (who_named(clauses[0]) or "").split()
    words = clauses[1].split()
    named = 0 < len(words) <= _SHORT_NAME and any(not is_english(word) for word in words)
    return clauses[1] if named and all(map(is_english, described)) and _AROUND.isdisjoint(words) else None


_TWO = 2


def _by_name_alone(clauses: list[str]) -> str | None:
    """The name that stands beside what somebody is: `the mother, charlotte, what is the actress called`."""
    if len(clauses) < _WITH_NAME or not (_CASTING.search(clauses[-1]) and _ASKS_WHO.search(clauses[-1])):
        return None
    beside = clauses[-2].split()
    known = any(word in _AROUND or is_english(word) or word in CHARACTERS for word in beside)
    return (
        clauses[-2] if 0 < len(beside) <= _SHORT_NAME and not known and not who_named(clauses[-1]) else None
    )


_WITH_NAME = 3
_SHORT_NAME = 2


_DOES = re.compile(r"^(?:and |so )?who (?:does|did|do) (?!he\b|she\b|they\b|it\b|people\b)\w+(?: \w+)?$")
_VOICED = re.compile(r"\bwho (?:plays|played|does|did|is|was) (?:the )?voice(?: on| at| in|$)")
_WHOSE_VOICE = re.compile(r"\bwhose (?:is (?:the|that) )?voice\b")
_PLAYS = re.compile(r"\b(?:plays?|played|playing|portray\w*)\b")


def _subject(text: str) -> str | None:
    if _LEAD.search(text) and not _REVIEWERS.search(text):
        return "lead" if not re.search(r"villain|bad guy|antagonist", text) else "villain"
    if _CAST.search(text):
        return "cast"
    if _DOES.search(text) and (name := who_named(text)) and not all(map(is_english, name.split())):
        return name
    if _VOICED.search(text):
        return "voice"
    if not _PLAYS.search(text) and (job := job_asked_for(text)) is not None:
        return job
    if not re.search(
        r"\b(?:who|whom|whose|which|what|actor|actress|by|role|name)\b", text
    ) or _REVIEWERS.search(text):
        return None
    if _CASTING.search(text) and _ASKS_WHO.search(text) and (name := who_named(text)):
        return name
    if found := _WHO_IS.search(text) or _THAT_IS_WHO.search(text):
        return _cleaned(next(name for name in found.groupdict().values() if name))
    return None


_OF_A_REVIEW = re.compile(
    r"\bw(?:rote|rites?|ritten)\b.*\b(?:one|ones|review|reviews|piece|essay|text|comment|longest|shortest)\b"
)


def who_named(text: str) -> str | None:
    """Whom the words name, when everything is taken away with which one asks who plays whom."""
    told = _KIN_OF.sub(r"\2 \1", _HIS_PART.sub(_without_s, re.sub(r"§\w+", " ", text))).split()
    words = [word for word in told if word not in _AROUND]
    if len(words) > 1:
        words = [word for word in words if word not in _ANYBODY]
    return " ".join(words) if 0 < len(words) <= _LONGEST_NAME else None


_LONGEST_NAME = 4
_ANYBODY = frozenset("hero heroine lead protagonist".split())
_KIN_OF = re.compile(rf"\b({'|'.join(sorted(KIN))}) of (?:the |that |this )?(\w+)\b")
"""`the father of Tonny` is Tonny's father."""
_HIS_PART = re.compile(r"\b(\w{3,})s (?=(?:character|role|part|actor|actress)\b)")


def _without_s(found: re.Match[str]) -> str:
    """`bodnias character` is Bodnia's, where the apostrophe was left out."""
    return found[0] if is_english(found[1] + "s") else f"{found[1]} "


def _cleaned(name: str) -> str | None:
    name = name.strip()
    while (shorter := _TAIL.sub("", name).strip()) != name:
        name = shorter
    name = _ARTICLE.sub("", name)
    if not name or len(name.split()) > 4 or name in _NOBODY:
        return None
    return name


_NOBODY = frozenset(
    "it this that them he she they who film movie in you me best worst one there what okay right good".split()
)


def _quotes_back(sentence: Sentence) -> str:
    text = sentence.text
    for number, quote in enumerate(sentence.quotes):
        text = text.replace(f"§quote{number}", quote.lower())
    return text
