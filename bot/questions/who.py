"""Who plays whom, who made the film, who is in it, and who somebody is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.language.english import is_english
from bot.language.topic_words import CHARACTERS
from bot.questions.kinds import Who
from bot.questions.sentence import Sentence

_MADE = (
    r"(?:did|done|does|do|made|makes|make|wrote|writes|write|composed|created|is behind|behind|for|handled"
    r"|responsible for)"
)
_IT = r"(?:it|this|that|the (?:film|movie)|§film\d)"
JOBS = {
    "composer": (
        rf"compos(?:e|es|ed|er|ers|ing)|scored|{_MADE} (?:the |its |this |that )?(?:(?!film|movie|script"
        rf"|story|sound)\w+ )?(?:music|score|soundtrack|songs?|tunes?)"
        r"|(?:music|soundtrack|score) (?:is |was )?by"
    ),
    "cinematographer": (
        r"cinematograph(?:er|ers|y)|shot|shoots|filmed|photograph(?:ed|er|y)|camera ?(?:man|woman)|dp|dop"
        rf"|(?:{_MADE}|held|operated|on) (?:the )?(?:camera|cinematography|photography|camera ?work)"
    ),
    "sound designer": rf"{_MADE} (?:the )?sound(?: design)?|sound design(?:er)?|designed the sound",
    "editor": r"edit(?:ed|s|or|ing)",
    "producer": r"produc(?:ed|es|er|ers|ing)",
    "writer": (
        r"penned|wr(?:ote|ite|ites|itten)(?: by)?|writers?|screenwriters?|screenplay|scripted"
        rf"|{_MADE} (?:the )?(?:script|story|screenplay|dialogue)"
    ),
    "dedication": r"dedicated",
    "voice": (
        r"(?:is |was |does |did |do |has )?(?:the |its |that )?voice(?! of)(?: is it| is that)?"
        r"(?: on| in| at| over|$)|s voice"
    ),
    "director": rf"direct(?:s|ed|ing|or|ors)?|film ?maker|{_MADE} {_IT}|helmed|made|filmmaker",
}
"""What somebody does on a film, by the word for who does it, with the words of questions for it."""

_CAST = re.compile(
    r"\b(?:who (?:is|are|all is|was|were|else is)(?: all)? in (?:it|this|that|the (?:film|movie|cast)"
    r"|§film\d)|who (?:stars?|starred|acts?|acted|appears?|appeared|performs?)(?: in| on)?(?: it| this|"
    r" the film| the movie| §film\d)?$"
    r"|(?:the )?cast(?: list| members)?$|who (?:is|are) (?:the )?(?:actors?|cast|stars?|main actors?"
    r"|leads?|lead actors?|main cast)\b|which actors\b|what actors\b|who (?:is|are) starring|(?:list|name)"
    r" (?:the )?(?:actors|cast)|^(?:the )?(?:actors|cast)\b(?: of| in)?(?: §film\d)?$"
    r"|who plays in (?:it|this|§film\d|the (?:film|movie)))"
)
_CASTING = re.compile(
    r"\b(?:plays?|played|playing|portray(?:s|ed|ing|al)?|acts? as|acted|performs?|performed by|stars? as"
    r"|cast as|voices?|voiced"
    r"|voice of|was who|is who|actor|actress|role|roles|part does|part did|character does|character did"
    r"|character is"
    r"|embod(?:y|ies)|took the part|takes the part|gets to be|who do they have as|is it as|casts?"
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
s again ok hey hi first original previous other one irl took takes they gets time whoever
""".split()
)
_WHO_IS = re.compile(
    r"^(?:and |so |but |hey )*(?:do you know |tell me )?who (?:the hell |exactly )?(?:is|was|are) (?:this "
    r"|that |the |a )?(?P<name>[\w ]+?)(?: (?:in|of|from) (?:it|this|the film|the movie|§film\d))?$"
)
_LEAD = re.compile(
    r"\b(?:hero|heroine|lead|main actor|main actress|protagonist|star|main character) ?(?:s )?name\b"
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
_ONLY_JOB = re.compile(
    r"^(?:the )?(?:name of )?(?:the )?(director|composer|writer|screenwriter|cinematographer|editor"
    r"|producer)(?: of| for)?(?: (?:this (?:one|film|movie)|that (?:one|film|movie)|it|this|the film|the"
    r" movie|§film\d))?$|^(?:what is |tell me )(?:the"
    r" )?(?:name of )?(?:the )?(director|composer|writer|screenwriter|cinematographer|editor|producer)(?:"
    r" s)?(?: name| called)?(?: of| for)?(?: (?:it|this|the film|the movie|§film\d))?$"
)
_REVIEWERS = re.compile(
    r"\b(?:reviews?|reviewers?|ratings?|rated?|gave|scores?|mentions?|said|says|thinks?|thought|helpful"
    r"|votes?)\b"
)


_RELATIVE = re.compile(
    r"\b(guys?|man|men|actors?|actress(?:es)?|persons?|wom[ae]n|girls?|ones?|people|those|lady|chap|dude|kid|boy|he|she"
    r"|somebody|someone|anyone|reviewers?|users?|critics?|anybody) who\b"
)
_ASKS_WHAT_IS_THOUGHT = re.compile(
    r"^(?:(?:and|so|but|ok|okay|hey|hi|well|please|oh|honestly|actually) )*(?:(?:is|was|are|were|does"
    r"|did|do|should|would|will|has|have|any"
    r"|thoughts?|opinions?)\b(?!.*\b(?:who|whom)\b)|(?:what|how) (?:do|did|does|have|they|people|is said"
    r"|about|abt|of)\b"
    r"(?!.*\bplays?$))"
)


def read_who(sentence: Sentence) -> Who | None:
    """Who is asked for, by a name or a job; None where nobody is."""
    text = _WHOEVER.sub("who", _quotes_back(sentence))
    if _ASKS_WHAT_IS_THOUGHT.search(_RELATIVE.sub(r"\1 that", text)) or _judges_somebody(sentence):
        return None
    film = sentence.films[0] if len(sentence.films) == 1 else None
    special = _special(text)
    if special is None and _OF_A_REVIEW.search(text):
        return None
    subject = _in_clause(sentence) or special or _subject(text)
    return None if subject is None else Who(subject, film)


_WHOEVER = re.compile(r"\b(?:whoever|whomever|whos(?= (?:music|score|photography|sound|work|script)))\b")
_JUDGES = re.compile(
    r"^(?:and |but |so )*(?:is|was|did|does|do|has|are|were|how) (?:he|she|they|anyone|anybody|people"
    r"|everyone|it)\b"
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
    for clause in clauses if len(clauses) > 1 and not sentence.quotes else ():
        if _CASTING.search(clause) and _ASKS_WHO.search(clause) and not _REVIEWERS.search(clause):
            return who_named(clause)
    return None


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


def _subject(text: str) -> str | None:
    if job := _ONLY_JOB.search(text):
        return (job[1] or job[2]).replace("screenwriter", "writer")
    if _LEAD.search(text) and not _REVIEWERS.search(text):
        return "lead" if not re.search(r"villain|bad guy|antagonist", text) else "villain"
    if _CAST.search(text):
        return "cast"
    if (done_by := _done_by(text)) is not None:
        return done_by
    if not re.search(
        r"\b(?:who|whom|whose|which|what|actor|actress|by|role|name)\b", text
    ) or _REVIEWERS.search(text):
        return None
    if (job_asked := _job(text)) is not None:
        return job_asked
    if _CASTING.search(text) and _ASKS_WHO.search(text) and (name := who_named(text)):
        return name
    if found := _WHO_IS.search(text):
        return _cleaned(found["name"])
    return None


_DID = {
    "wrote": "writer",
    "written": "writer",
    "write": "writer",
    "scripted": "writer",
    "directed": "director",
    "direct": "director",
    "composed": "composer",
    "compose": "composer",
    "shot": "cinematographer",
    "produced": "producer",
    "edited": "editor",
}
_WITH_WHOM = re.compile(
    rf"\b(?P<did>{'|'.join(_DID)})\b.*\bwith (?:who|whom)$|\bwho helped\b.*\b(?P<helped>{'|'.join(_DID)})\b"
)


_OF_A_REVIEW = re.compile(
    r"\bw(?:rote|rites?|ritten)\b.*\b(?:one|ones|review|reviews|piece|essay|text|comment|longest|shortest)\b"
)


_SPECIAL = (
    (
        "composer",
        re.compile(
            r"\bwho (?:wrote|writes|composed|made|did|done|does) (?:the |this |its )?(?:\w+ )?(?:score"
            r"|soundtrack|music)\b"
        ),
    ),
    (
        "cinematographer",
        re.compile(
            r"\b(?:director of photography|photography director|cinematographer|camera ?man|who lensed|behind"
            r" the (?:lens|camera)|whose (?:photography|camera ?work|cinematography|camera|images)"
            r"|in charge of (?:the )?(?:camera|photography|cinematography|look|images))\b"
        ),
    ),
    (
        "writer",
        re.compile(
            r"\b(?:co ?writers?|co ?authors?|co ?wrote|co ?written|helped .* writ\w+|writing partner"
            r"|second writer"
            r"|wrote (?:it|this|the (?:script|screenplay|story|film)) (?:together|along|alongside"
            r"|jointly|with)"
            r"|(?:script|screenplay)\b.*\b(?:together with|along with|alongside|jointly|with (?:some\w+"
            r"|an?\b|who))"
            r"|helped \w+ (?:with|on) the (?:script|screenplay|writing)|(?:script|screenplay) was written by"
            r"|who else (?:wrote|worked on the script))\b"
        ),
    ),
    (
        "composer",
        re.compile(
            r"\b(?:whose|who is) (?:\w+ ){0,2}(?:music|soundtrack|score|tunes?|songs?|synths?)\b(?:"
            r" (?:is|was)\b|$)"
            r"|\bin charge of (?:the )?(?:music|score|soundtrack)\b|\bwho (?:cooked up|came up with|laid"
            r" down|recorded"
            r"|performed|supplied|provided|delivered|did|done|made|does) (?:all |the |that |this |those "
            r"|its )*(?:\w+ )?"
            r"(?:music|score|soundtrack|tunes|synths?|synthesi[sz]ers?)\b"
        ),
    ),
    (
        "sound designer",
        re.compile(
            r"\b(?:whose (?:work is )?(?:the |that )?sound|in charge of (?:the )?sound|(?:mixed|recorded"
            r"|engineered|built"
            r"|created) (?:all )?(?:the |that |this )?sounds?|sound (?:person|guy|wizard|engineer|mixer"
            r"|man|woman))\b"
        ),
    ),
    ("editor", re.compile(r"\bwho (?:cut|spliced|trimmed) (?:it|this|the (?:film|movie|picture))\b")),
    (
        "dedication",
        re.compile(
            r"\bto (?:whom|who|which \w+|what \w+)\b.*\bdedicated\b|\b(?:which|what) (?!is|are"
            r"|was)\w+\b.*\bdedicated to\b|"
            r"\bdedicated to (?:an? |some )\w+\b.*\b(?:which|who|name)\b|\bin (?:whose|memory of (?:who"
            r"|whom))\b|\bdedicated to (?:who|whom)\b|\bwho"
            r" .*\bdedicated to\b"
        ),
    ),
)
_OF_REVIEWS = re.compile(r"\b(?:reviews?|reviewers?|ratings?|rated?|gave|mentions?|helpful|votes?)\b")
_ASKS_NAME = re.compile(r"\b(?:who|whom|whose|name|called|which|named)\b")


def _special(text: str) -> str | None:
    """A job that is told by words of its own, whatever else the sentence says of directors and scripts."""
    if not _ASKS_NAME.search(text):
        return None
    if _OF_REVIEWS.search(text):
        return None
    return next((job for job, words in _SPECIAL if words.search(text)), None)


def _done_by(text: str) -> str | None:
    """The job for which words ask that need no `who`: `music by`, `name of the director`."""
    if (by := _BY.search(text)) is not None:
        return _DONE_BY[by["job"]]
    if (called := _CALLED.search(text)) is not None:
        return next(job for job, words in _PEOPLE.items() if re.search(words, called[0]))
    if (with_whom := _WITH_WHOM.search(text)) is not None:
        return _DID[with_whom["did"] or with_whom["helped"]]
    return None


def who_named(text: str) -> str | None:
    """Whom the words name, when everything is taken away with which one asks who plays whom."""
    words = [word for word in re.sub(r"§\w+", " ", text).split() if word not in _AROUND]
    return " ".join(words) if 0 < len(words) <= _LONGEST_NAME else None


_LONGEST_NAME = 4


_PEOPLE = {
    "cinematographer": (
        r"camera (?:person|guy|man|woman|operator)|cinematographer|cameraman|dop|director of photography"
    ),
    "composer": r"composer|music (?:person|guy|man)|musician",
    "writer": r"screenwriter|scriptwriter|script writer|writer",
    "sound designer": r"sound (?:person|guy|designer)",
    "director": r"director|filmmaker|film maker",
}
_DONE_BY = {
    word: job
    for job, words in (
        ("director", "directed direction"),
        ("composer", "composed music score soundtrack"),
        ("cinematographer", "shot filmed photographed photography cinematography camera"),
        ("writer", "written script screenplay"),
        ("editor", "edited editing"),
        ("producer", "produced"),
        ("sound designer", "sound"),
    )
    for word in words.split()
}
_BY = re.compile(
    rf"^(?:(?:{_IT}|and|so|was|is) )*(?P<job>{'|'.join(_DONE_BY)})(?: design)? (?:(?:is|was) )?by(?: who"
    rf"| whom)?$"
)
_CALLED = re.compile(
    rf"(?:{'|'.join(_PEOPLE.values())})(?: (?:s|of|for|on|it|this|the|film|movie|§film\d))*(?: (?:is|was"
    rf"|named|called|name|how|what))+$"
    rf"|(?:name|called|named)(?: of)?(?: the| its)? (?:{'|'.join(_PEOPLE.values())})|^(?:the"
    rf" )?(?:{'|'.join(_PEOPLE.values())})(?: of| for)?(?: (?:it|this|§film\d))?$"
)


def _job(text: str) -> str | None:
    jobs = list(_jobs(text))
    return "director" if "director" in jobs and "direct" in text else next(iter(jobs), None)


def _jobs(text: str) -> Iterator[str]:
    for job, words in _PEOPLE.items():
        if re.search(rf"\b(?:{words})s?\b.*\b(?:who|whom|name)\b", text):
            yield job
    for job, words in JOBS.items():
        if re.search(
            rf"\bwho(?:se)?\b.*?(?:\b|(?=§))(?:{words})(?!\w)|\bby whom\b.*?\b(?:{words})\b|\b(?:what"
            rf"|which) (?:director|composer|writer|cinematographer)\b.*\b(?:{words})\b",
            text,
        ):
            yield job
    if re.search(r"\bwhose (?:film|movie|work)\b", text):
        yield "director"


def _cleaned(name: str) -> str | None:
    name = name.strip()
    while (shorter := _TAIL.sub("", name).strip()) != name:
        name = shorter
    name = _ARTICLE.sub("", name)
    if not name or len(name.split()) > 4 or name in _NOBODY:
        return None
    return name


_NOBODY = frozenset(
    "it this that them he she they who film movie in you me best worst one there what".split()
)


def _quotes_back(sentence: Sentence) -> str:
    text = sentence.text
    for number, quote in enumerate(sentence.quotes):
        text = text.replace(f"§quote{number}", quote.lower())
    return text
