"""Films set beside each other on something: which is older, longer or scarier, whose music is liked."""

from __future__ import annotations

import re
from collections.abc import Callable

from bot.language.degrees import plain_degree
from bot.language.topics import read_topic
from bot.questions.figures.filler import MEASURED
from bot.questions.kinds import CompareFilms, CompareOpinions, Question, Statistic

_POLITE = r"(?:(?:and|but|ok|okay|so|now|then|please|hm|well|yes|no) )*"
WHICH = (
    r"(?:which|what)(?: one| ones| 1| film| movie)?"
    r"(?: (?:of|out of|between|among)(?: (?:the|them|these|those|both|all|\d|two|three|four|films|movies"
    r"|ones))+)?"
)
_IS = r"(?: (?:is|was|are|were|has|had|have|got|did|does|do|really|the|a|an|film|movie|one|reckoned))*"
_END = (
    r"(?: (?:film|movie|one|then|please|now|overall|here|in it|of the (?:two|2|three|3|four|4|bunch|lot)"
    r"|of (?:them|both|these|those)))*"
)
_ASKS = rf"{_POLITE}(?:{WHICH}{_IS}|is|was|are|(?:the|a))"
_OLDER = re.compile(
    rf"{_ASKS} (?:(?P<old>older|oldest|earlier|earliest)|newer|newest|younger|youngest|more recent"
    rf"|most recent|latest|later|more modern|most modern){_END}"
    rf"|{_POLITE}{WHICH}{_IS} (?:c[ao]me|made|released|shot|filmed|produced|be|get)(?: out)?"
    rf" (?:(?P<first>first|earlier|before|earliest)|last|later|after|latest|second){_END}"
)
_LONGER = re.compile(
    rf"{_ASKS} (?:longer|longest|shorter|shortest)(?: (?:running time|runtime|run time|length))?{_END}"
    rf"|{_POLITE}{WHICH}{_IS} (?:longer|longest|shorter|shortest|more|less) (?:running time|runtime){_END}"
    rf"|{_POLITE}{WHICH} (?:runs|goes on|lasts|takes) (?:for )?(?:longer|longest|shorter){_END}"
)
_VOTED = re.compile(
    rf"{_POLITE}{WHICH}{_IS} (?P<how>more|most|fewer|fewest|less|least) (?P<votes>votes)"
    rf"(?: (?:from readers|on its reviews|in total|altogether|in all))?{_END}"
    rf"|{_POLITE}{WHICH}{_IS} (?P<much>more|most|fewer|fewest|less|least) (?:helpful|useful)"
    rf"(?: (?:votes|reviews))?{_END}"
)
_ON = re.compile(
    rf"{_POLITE}(?:(?:can|could|would) you )?(?:compare|contrast)(?: (?:them|those|these|both|each other"
    rf"|it|(?:the )?(?:two|2|films|movies)))*(?: (?:with each other|together))?"
    rf" (?:on|by|for|in terms of|when it comes to|regarding|concerning|in|as to|about)"
    rf" (?:the |their |its )?(?P<topic>[^§]+?){_END}"
    rf"|{_POLITE}(?:(?:can|could|would) you )?(?:compare|contrast) (?:the |their |its )?(?P<what>[^§]+?)"
    rf"(?: (?:of|in|for|between))*(?: (?:them|those|these|both|the (?:two|2)))?{_END}"
)
_MORE = re.compile(
    rf"{_POLITE}(?:{WHICH}{_IS}|is|was|has|does) (?P<rest>[^§]+?){_END}",
)
_DEGREE = re.compile(r"^(?:more|most|less|least|better|best|worse|worst|stronger|strongest|weaker|greater) ")
_FEWER = ("less", "least", "fewer", "fewest")
_COUNTED = MEASURED | {"spoiler", "spoilers"}
_OF_THE_WHOLE = frozenset(("worth", "comparison", "trilogy", "sequel", "standalone"))


def read_beside(text: str, films: tuple[str, ...], holds: Callable[[str], bool]) -> Question | None:
    """What is asked of films beside each other, in words without their names; None where that isn't read.

    `holds` tells whether the reviews use a word.
    """
    if found := _OLDER.fullmatch(text):
        lowest = bool(found["old"] or found["first"])
        return CompareFilms(films, Statistic.RELEASED, lowest=lowest)
    if _LONGER.fullmatch(text):
        return CompareOpinions("how long", films)
    if found := _VOTED.fullmatch(text):
        statistic = Statistic.VOTES if found["votes"] else Statistic.HELPFUL_VOTES
        return CompareFilms(films, statistic, lowest=(found["how"] or found["much"]) in _FEWER)
    topic = _topic(text, holds)
    return None if topic is None else CompareOpinions(topic, films)


def _topic(text: str, holds: Callable[[str], bool]) -> str | None:
    """What is compared, in the words in which it is asked for of one film: `scary` for `which is scarier`."""
    if found := _ON.fullmatch(text):
        words = found["topic"] or found["what"]
    elif (found := _MORE.fullmatch(text)) and in_degree(found["rest"]):
        words = found["rest"]
    else:
        return None
    words = _DEGREE.sub("", words)
    words = " ".join(plain_degree(word) or word for word in words.split())
    concepts = read_topic(words).concepts
    if (
        not concepts
        or not (MEASURED | {"spoiler", "spoilers"}).isdisjoint(words.split())
        or any(map(str.isdigit, words))
    ):
        return None
    known = (
        one.subject.name not in _OF_THE_WHOLE if one.subject else all(map(holds, one.label.split()))
        for one in concepts
    )
    return words if all(known) else None


def in_degree(words: str) -> bool:
    """Whether the words say of something that it is more, or most: `scarier`, `the better acting`."""
    return bool(_DEGREE.match(words)) or any(plain_degree(word) for word in words.split()[:2])


_NAMES = re.compile(
    r"(?:(?: ,| or| and| versus| than| between| of| for| in| from| with| to)* ?§film\d+)+(?: ,)*"
)


def without_films(text: str) -> str:
    """The text without the names of films and the words that join them."""
    return " ".join(_NAMES.sub(" ", text).split())
