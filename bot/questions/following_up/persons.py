"""What leans on somebody or something just spoken of: who played him, who made it, is he any good."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.language.english import is_english
from bot.language.topic_words import CHARACTERS
from bot.language.topics import read_topic
from bot.questions.conversation import Conversation
from bot.questions.following_up.connecting import CONNECTED, LEANS
from bot.questions.jobs import JOBS, job_asked_for, job_of_work
from bot.questions.kinds import Mentions, NotInReviews, Opinion, Question, Unclear, Who
from bot.questions.sentence import Sentence
from bot.questions.who import who_named

_PLAYS_HIM = re.compile(
    r"^(?:and |but |so )?(?:who|which (?:actor|actress)) (?:plays?|played|is playing|portrays?|does|acts?"
    r"|is it)(?: as)? (?:him|her"
    r"|them|that|this|it|(?:that|this|the) (?:guy|man|woman|character|part|role|one|person))(?: again"
    r"| then)?$"
    r"|^(?:and )?who (?:is|was) (?:he|she|that|it|they) (?:played|portrayed|acted|voiced) by$"
    r"|^(?:and )?(?:what|how) is (?:the|that) (?:actor|actress)(?: s)?(?: name| called)+$|^(?:and )?(?:actor"
    r"|actress) name$"
)
_MADE_IT = re.compile(
    r"^(?:and |but |so )?(?:who (?:made|did|has made|has done|composed|created|is behind|was behind"
    r"|is responsible for)"
    r" (?:it|that|this|them|those|these)|whose is (?:it|that|this)|who is (?:it|that|this) by|who (?:wrote"
    r"|shot|took|filmed) it)$"
)
_JOB_OF_TOPIC = {
    "music": "composer",
    "sound": "sound designer",
    "look": "cinematographer",
    "writing": "writer",
    "story": "writer",
    "direction": "director",
    "voice": "voice",
}
"""Who made what was just spoken of, by the subject of film talk."""


def who_is_meant(sentence: Sentence, last: Conversation) -> Question | None:
    """`who played him`, `who made it`, `and the music` after an answer about somebody or something."""
    text, question = sentence.text, last.question
    film = getattr(question, "film", None)
    if isinstance(question, Opinion | NotInReviews | Who) and _PLAYS_HIM.match(text):
        name = (
            question.subject if isinstance(question, Who) else who_named(_OF_SPEECH.sub(" ", question.topic))
        )
        return Who(name, film) if name and name not in JOBS else None
    if isinstance(question, Opinion | NotInReviews) and _MADE_IT.match(text):
        subjects = [one.subject.name for one in read_topic(question.topic).concepts if one.subject]
        job = next((_JOB_OF_TOPIC[name] for name in subjects if name in _JOB_OF_TOPIC), None)
        return Who(job, film) if job else None
    if isinstance(question, Who) and LEANS.match(text):
        job = job_asked_for(text) or job_of_work(CONNECTED.sub("", text, count=1))
        return Who(job, film) if job and not sentence.films else None
    return None


_OF_SPEECH = re.compile(
    r"\b(?:what|how|do|did|does|they|people|reviews|reviewers|think|thought|say|said|make|of|about|good|any"
    r"|like|liked|new|old)\b"
)
_JUDGED = re.compile(
    r"^(?:(?:and|but|so|ok|okay|well|right) )*(?:(?:is|was|were|are|do|does|did|has|have|how) (?:they "
    r"|people |reviewers"
    r" |everyone |anyone |critics )?(?:(?:like|love|rate|hate|praise|mention|enjoy|good|think of|find"
    r"|complain about) )?"
    r"(?:is |was |about )?(?:he|she|him|her|they|them)\b|how (?:did|does|is|was) (?:he|she|they) (?:do|doing"
    r"|perform|act|fare)\b|what (?:do|did) (?:they|people|reviewers"
    r"|critics) (?:think|say|make) (?:of|about)"
    r" (?:him|her|them)\b|any good(?: in it)?$)"
)


def judged(text: str, last: Conversation) -> Question | None:
    """`and is he any good in it` after the answer who somebody is: what reviews say of that person."""
    question = last.question
    if not _JUDGED.match(text) or re.search(r"\b(?:who|play|plays|name)\b", text):
        return None
    match question:
        case Who(subject, film) if subject in _JOBS_TOPICS:
            return Opinion(_JOBS_TOPICS[subject], film)
        case Who(_, film) if last.persons:
            return Opinion(last.persons[0].lower(), film)
        case Who(subject, film):
            return Opinion(f"{subject} acting", film)
        case NotInReviews(is_film=False):
            return _of_whom(text)
        case Mentions(name, film):
            return Opinion(name.lower(), film)
        case Opinion(topic, reviewer=None) if _OF_SOMEBODY.search(text) and not _COMPARES.search(text):
            return replace(question, page=1, side=None) if _is_person(topic) else _of_whom(text)
        case _:
            return None


def _of_whom(text: str) -> Unclear:
    return Unclear(text, asks="Of whom? My last answer names nobody.")


_COMPARES = re.compile(r"\b(?:better|worse|than|compared|first|other)\b|\b(?:he|she) (?:even |really )?in\b")
_OF_SOMEBODY = re.compile(r"\b(?:he|she|him|her)\b")


def _is_person(topic: str) -> bool:
    """Whether a topic is nothing but words of its own, as a name is."""
    concepts = read_topic(topic).concepts
    return bool(concepts) and all(one.subject is None for one in concepts)


_JOBS_TOPICS = {
    "director": "the direction",
    "writer": "the script",
    "composer": "the music",
    "cinematographer": "the cinematography",
    "sound designer": "the sound",
    "editor": "the editing",
    "voice": "the voice",
    "cast": "the acting",
    "lead": "the acting",
}
NAME_AGAIN = re.compile(
    r"\b(?:name|called)\b.*\b(?:that|this|the|him|her|he|she|again)\b|\bwho was (?:that|it|he|she) again\b"
)


def spoken_of(question: Question) -> Question | None:
    """Who is asked for when the name of `that actor` is: of the last answer, or of whom its topic tells."""
    if isinstance(question, Opinion) and (
        played := re.search(r"\bplay(?:s|ed|ing) (?:the )?([\w ]+)$", question.topic)
    ):
        return Who(played[1], question.film)
    return question if isinstance(question, Who) else None


def is_name(text: str) -> bool:
    """Whether nothing but a name is said, or what somebody is: `milo?`, `the landlady`."""
    words = text.removeprefix("the ").split()
    if not 0 < len(words) <= _SHORT_NAME:
        return False
    told = [concept.subject for concept in read_topic(" ".join(words)).concepts]
    return (len(told) == len(words) and not any(told)) or all(
        word in CHARACTERS or not is_english(word) for word in words
    )


_SHORT_NAME = 2
