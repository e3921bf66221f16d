"""Questions for what reviews say: of the film altogether, or of anything that stands in them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.language.english import is_english
from bot.language.topic_words import CHARACTERS, same_words
from bot.language.topics import Concept, Topic, read_topic
from bot.questions.figures.filler import MEASURED
from bot.questions.film_keys import series_of
from bot.questions.kinds import THE_FILM, NotInReviews, Opinion, Question, Reviewer, Side, WholeReview
from bot.questions.known import Known
from bot.questions.names_of_things import asks_name_of_thing, asks_what_it_made
from bot.questions.sentence import Sentence
from bot.questions.series import COMPARES, sibling

_MARK = re.compile(
    r"(?:\b(?:of|in|about|for|on|from|with|is|was|does|did|at) )?(?:the (?:film|movie) )?§(?:film"
    r"|reviewer)\d+"
)
_PEOPLE = (
    r"(?:(?:the |these |other |most )?(?:people|everyone|everybody|reviewers|reviews|they|users|viewers"
    r"|critics|folks|anyone|you|others)"
    r"(?: (?:all|generally|really|usually|mostly|actually|here|in here))* )"
)
_BEGINNING = re.compile(r"^(?:(?:and|so|but|ok|okay|hey|hi|well|please|now|just) )+(?:the |its )?")
_FRAME = re.compile(
    r"^(?:(?:can|could|would) you )?(?:(?:tell"
    r"|show|give) (?:me|us) )?"
    rf"(?:(?:(?:what|how) )?(?:do|did|does|would|have|has) {_PEOPLE}(?:think|thought|say|said|feel|felt"
    rf"|make|made|like|love|hate|dislike"
    r"|describe|talk|speak|have to say|got to say|rate|find|see|write|wrote|report|comment|mention)(?:"
    r" (?:of|about|on|regarding))? |"
    rf"what (?:is|was) (?:the deal|up) with |what (?:about|of) |how about |{_PEOPLE}(?:say|said|think"
    rf"|thought|write) (?:of|about) |about )(?:the"
    rf" |its |their |his |her )?"
)
_OPINION = re.compile(
    r"^(?:(?:any|some|the|what are|what is|peoples|general|overall) )*(?:opinions?|thoughts?|views?|takes?"
    r"|reactions?|consensus|verdict|impressions?) (?:on|of|about|regarding|to) (?:the )?"
)
_AGAINST = re.compile(
    r"\b(?:weak|weakest|low|worst|bad) (?:points?|spots?|sides?)\b|\bnot (?:really |so much |actually"
    r" )?(?:like|love|enjoy)(?:d|ed)?\b|\blowlights?\b|"
    r"\b(?:complain\w*|moan\w*|grip(?:e|es|ing)|grumbl\w*|whin(?:e|es|ing)|criticis\w*|criticiz\w*|negatives?|cons|weakness(?:es)?|flaws?|downsides?"
    r"|drawbacks?|problems?|issues?|faults?|shortcomings?)\b|\b(?:bad|wrong|worst|weak) (?:about|with"
    r"|thing|things|part|parts|aspects?)\b"
    r"|\b(?:hate|hated|dislike|disliked)\b|\b(?:did|do|does) not (?:\w+ )?(?:like|love|enjoy)\b|\b(?:bad"
    r"|negative|critical) (?:things|points|sides?|reviews|comments)\b|\bnot to like\b|\blike the least\b"
    r"|\bleast (?:like|liked|favourite)\b"
)
_FOR = re.compile(
    r"\b(?:strong|strongest|high|best|good) (?:points?|spots?|sides?)\b|"
    r"\b(?:positives?|pros|strengths?|praise[ds]?|highlights?|upsides?)\b|\b(?:good|great|best|right"
    r"|strongest) (?:about|thing|things|part|parts|aspects?|with)\b|\bwhat (?:do|did|does) (?:people|they"
    r"|everyone|reviewers|you|viewers|critics) (?:really |most |all )?(?:like|love|enjoy|liked|loved)\b"
    r"|\bwhy (?:do|did|does|is) (?:people|they|everyone|so many|reviewers|it|critics)\b.*\b(?:like|love"
    r"|liked|loved|good|great|popular)\b|\bfavou?rite (?:part|thing|aspect)s?\b"
)


_PREMISE = re.compile(
    r"^(?:(?:and|so|ok|hey|hi|please|tell me|but|well|um|wait) )*(?:what (?:is|was|does)|whats?)"
    r" (?:the |this |that )?(?:§film\d+|it|film|movie|story|plot|one)"
    r"(?: (?:film|movie|all|even|actually|exactly|really|story))*"
    r" (?:tell |is )?about(?: (?:exactly|anyway|then|again|please|without spoilers))*$"
    r"|^(?:(?:and|so|ok|hey|please) )*what (?:happens|goes on|is going on) in"
    r" (?:the |this |that )?(?:§film\d+|it|film|movie|one)$"
    r"|^(?:(?:whats?|what is|give me|tell me) )?(?:the |a |its )?(?:(?:plot|story) (?:summary|synopsis)"
    r"|premise|synopsis)(?: (?:of|for) (?:the |this )?(?:§film\d+|it|film|movie))?$"
)
"""Asks what happens in a film, and nobody's opinion."""


_RATES_SOMEBODY = re.compile(
    r"\bhow (?:do|did|would) (?:they|people|reviewers|critics|everyone|you) rate"
    r" (?P<who>[a-z]+(?: [a-z]+){0,2}?)(?= (?:as|in|here)\b|$)"
)


def _of_somebody(sentence: Sentence, known: Known) -> Sentence:
    """`how do they rate Edda Pym as the mother`: people are judged, and not by points."""
    found = _RATES_SOMEBODY.search(sentence.text)
    if found is None or not known.is_person(found["who"]):
        return sentence
    text = f"{sentence.text[: found.start()]}how is {found['who']}{sentence.text[found.end() :]}"
    return replace(sentence, text=text)


def read_opinion(sentence: Sentence, known: Known) -> Question | None:
    """What reviews are asked about; None where the words are no question that they could answer."""
    sentence = _of_somebody(sentence, known)
    text = _asking(_plain(sentence, known), sentence, known)
    if asks_what_it_made(sentence.text):
        return NotInReviews("box office", sentence.films[0] if sentence.films else None)
    if asks_name_of_thing(text) and not sentence.reviewers:
        return NotInReviews(_topic_words(text), sentence.films[0] if sentence.films else None)
    if _PREMISE.search(sentence.text) and not sentence.reviewers:
        return Opinion("what it is about", sentence.films[0] if sentence.films else THE_FILM)
    topic = read_topic(text)
    side = _side(sentence.text)
    things = [concept.label for concept in topic.concepts if concept.subject is None and side is None]
    if _is_no_topic(things, topic, text, sentence, known):
        return None
    film = _film_spoken_of(sentence, known) if sentence.films else THE_FILM if _IT.search(text) else None
    reviewer = sentence.reviewers[0] if sentence.reviewers else None
    if not topic.concepts and reviewer is not None:
        return WholeReview(reviewer, film) if film is not None else Reviewer(reviewer)
    if not topic.concepts or (side is not None and not any(concept.subject for concept in topic.concepts)):
        return Opinion("", film, reviewer, side) if _asks_altogether(sentence.text) or side else None
    words = _topic_words(text)
    spelt = {word for concept in topic.concepts for word in concept.spelt}
    if len(things) == len(topic.concepts) and not any(map(known.holds, spelt)):
        return NotInReviews(words, film) if _is_question(sentence) else None
    if film is None and any(concept.subject for concept in topic.concepts):
        film = THE_FILM
    return Opinion(words, film, reviewer, side)


def _plain(sentence: Sentence, known: Known) -> str:
    """The words without names of films and reviewers, and with what stood in quotes."""
    text = _ANY_LOVE.sub("about", _SUM_UP.sub(" ", _MARK.sub(" ", sentence.text)))
    for number, quote in enumerate(sentence.quotes):
        text = text.replace(f"§quote{number}", quote.lower())
    if known.film is not None:
        text = text.replace(f"{' '.join(series_of(known.film.title)[0])} trilogy", "trilogy")
    if len(sentence.films) == 1 and _film_spoken_of(sentence, known) != sentence.films[0]:
        text = f"{text} compared with the first film"
    if len(sentence.films) > 1:
        text = f"{text} compared with {_other(sentence, known)}"
    return " ".join(text.split())


_ANY_LOVE = re.compile(r"\b(?:any|much|some|no) (?:love|hate|praise) (?:here )?for\b")
_SUM_UP = re.compile(
    r"\b(?:summari[sz]e|sum up|tl ?dr"
    r"|(?:give me )?(?:a |the )?(?:short |quick |brief )?summary of the reviews)\b"
    r"(?: (?:the )?reviews)?(?: for (?:me|us))?"
)
_CLAUSE_ASKS = re.compile(
    r"^(?:(?:and|so|but|ok|okay|hey|hi|well|please|now|still|honestly|like|then|just) )*(?:is|are|was"
    r"|were|does|do|did|should|would"
    r"|can|could|will|any|what|how|which|why|whether|has|have|tell|thoughts|opinions?)\b"
)
_STATES = re.compile(
    r"^(?:(?:and|so|but|ok|okay|hey|hi|well|honestly|like) )*(?:i|we|my|our|bit|before|since|as|kids|the"
    r" kids|having|just|im|asking"
    r"|he|she|they|you|planning|need|looking|because|never|saw|watching|got|heard|people say|everyone"
    r" says|someone)\b"
)


def _asking(text: str, sentence: Sentence, known: Known) -> str:
    """The clauses that ask, where others only tell of the asker: `kids are in bed.. is it violent`."""
    clauses = [_MARK.sub(" ", clause) for clause in sentence.with_commas.split(" , ")]
    if len(clauses) == 1 or sentence.quotes or len(sentence.films) > 1:
        return text
    if (thing := _thing_judged(clauses)) is not None:
        return thing
    asking = [clause for clause in clauses if _CLAUSE_ASKS.match(clause.strip())]
    telling = [clause for clause in clauses if _STATES.match(clause.strip()) and clause not in asking]
    rest = " ".join(clause for clause in clauses if clause not in telling)
    topic = read_topic(" ".join(asking))
    asked = topic.concepts
    leftover = [clause for clause in clauses if clause not in asking]
    if not topic.fact and _is_clear(" ".join(asking), asked) and all(map(_is_chatter, leftover)):
        return " ".join(" ".join(asking).split())
    if telling and any(map(_THAT.match, asking)) and read_topic(" ".join(telling)).concepts:
        return text
    if not telling or not any(concept.subject or known.holds(concept.label) for concept in asked):
        return text
    return " ".join(rest.split())


_OF_ANOTHER = re.compile(r"\b(?:he|she|him|her|his|hers|they|them|their|theirs|those|these)\b")
_THAT = re.compile(r"^(?:(?:and|so|but) )*(?:did|does|do|was|is) that\b")
_ALTERNATIVE = re.compile(
    r"(?:(?:is|was|are|were|does|did) (?:it|that|they|this) )?(?:(?:just|too|a bit|very|simply|kind of|more"
    r"|really|all) )*\w+(?: \w+){0,2} or (?:\w+ ){0,3}\w+"
)
_LONGEST_THING = 5


def _thing_judged(clauses: list[str]) -> str | None:
    """The thing of which one of two opinions is asked for: `that foghorn, effective or annoying`."""
    first, *others = (clause.strip() for clause in clauses)
    if len(others) != 1 or not _ALTERNATIVE.fullmatch(others[0]) or _CLAUSE_ASKS.match(first):
        return None
    return first if 0 < len(first.split()) <= _LONGEST_THING and read_topic(first).concepts else None


def _is_clear(asking: str, asked: Sequence[Concept]) -> bool:
    """Whether the clauses that ask name their topic, and lean on no other clause for whom they mean."""
    return bool(asking) and not _OF_ANOTHER.search(asking) and any(map(_is_told_alone, asked))


def _is_chatter(clause: str) -> bool:
    """Whether a clause that asks nothing may be left out: not `in dollars`, nor a topic named by itself."""
    return len(clause.split()) >= _LONG_CLAUSE or bool(_STATES.match(clause.strip())) or not clause.strip()


_LONG_CLAUSE = 4


def _is_told_alone(concept: Concept) -> bool:
    """Whether a clause that asks for it needs no other one to be understood."""
    return concept.subject is not None and concept.subject.name not in (
        "worth",
        "comparison",
        "acting",
        "lead",
    )


def _is_no_topic(things: list[str], topic: Topic, text: str, sentence: Sentence, known: Known) -> bool:
    """Whether the words are no topic of reviews: gibberish, a figure, or the reviews themselves."""
    if (
        things
        and len(things) == len(text.split())
        and not any(is_english(word) or known.holds(word) for word in things)
    ):
        return True
    unheard = [
        word
        for word in things
        if not is_english(word) and word not in CHARACTERS and not any(map(known.holds, same_words(word)))
    ]
    if len(unheard) > 1 and 2 * len(unheard) >= len(things) == len(topic.concepts):
        return True
    if len(things) == len(topic.concepts) and not MEASURED.isdisjoint(things):
        return True
    return any(word.isdigit() for word in things) and not _is_question(sentence)


def _is_question(sentence: Sentence) -> bool:
    return bool(_ASKS.search(sentence.text)) or "?" in sentence.typed


def _other(sentence: Sentence, known: Known) -> str:
    """How the film is called that another is compared with: the first of its series, or its title."""
    by_name = {str(film): film for film in known.films.films}
    first, other = (by_name.get(name) for name in sentence.films[:2])
    related = (
        first
        and other
        and sibling(first, 1, known.films) in (first, other)
        and sibling(other, 1, known.films)
    )
    return "the first film" if related in (first, other) and related else str(other or "")


def _film_spoken_of(sentence: Sentence, known: Known) -> str:
    """The film whose reviews can tell: of two in a series, those of the later one compare them."""
    first, *others = sentence.films
    by_name = {str(film): film for film in known.films.films}
    here = known.film
    if here is not None and not others and COMPARES.search(sentence.text):
        is_first = sibling(here, 1, known.films) == by_name.get(first) != here
        return str(here) if is_first else first
    if others and sibling(by_name.get(others[0]), 1, known.films) == by_name.get(first) != by_name.get(
        others[0]
    ):
        return others[0]
    return first


def _side(text: str) -> Side | None:
    praise, blame = bool(_FOR.search(text)), bool(_AGAINST.search(text))
    if (praise and blame and _BOTH.search(text)) or _LOVE_OR_HATE.search(text):
        return None
    return Side.AGAINST if blame else Side.FOR if praise else None


def _topic_words(text: str) -> str:
    words = _OPINION.sub("", _FRAME.sub("", _BEGINNING.sub("", text), count=1), count=1)
    return words.strip() or text


_IT = re.compile(r"\b(?:it|(?:this|the) (?:film|movie))\b")
_LOVE_OR_HATE = re.compile(r"\b(?:like|love|enjoy|rate)(?: it| this| that)? or (?:hate|dislike|loathe)\b")
_BOTH = re.compile(r"\b(?:and|or|versus)\b")
_ALTOGETHER = re.compile(
    r"§film|§reviewer|\b(?:it|this|that|film|movie|people|reviews?|reviewers|critics|they|everyone"
    r"|opinions?|thoughts?|consensus|verdict|any good|worth|recommend|like|liked|love|loved|think|good|bad"
    r"|received|reception|sum it up|sum up|tl ?dr|summary|summarise|summarize|nutshell|overview|pros|cons"
    r"|weaknesses|strengths|complaints)\b"
)
_ASKS = re.compile(
    r"\b(?:what|how|is|was|are|were|do|does|did|should|would|any|why|which|can|good|bad|worth|opinions?"
    r"|thoughts?|consensus|verdict|reception|general|overall|summary|summarise|summarize|tl ?dr|tell|say|best"
    r"|worst|pros|cons|sum|got|have|anything|something|points)\b"
)


def _asks_altogether(text: str) -> bool:
    return bool(_ALTOGETHER.search(text) and _ASKS.search(text))
