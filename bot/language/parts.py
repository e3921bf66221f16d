"""Who plays whom, as the sentences of a film's reviews tell it in passing.

`Tonny (Mads Mikkelsen)`, `Zlatko Buric as Milo`, `the engineer, played by X`, `Káldossy's Tarrant`; and what
the part is called beside its name: `his father "Smeden" (X)`, `X as Dot Corrigan, the landlady of the inn`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.language.credits import FULL_NAME, NAME, NAME_WORD, Credit, Proof, bare
from bot.language.folding import folded
from bot.language.topic_words import CHARACTERS

TITLES = frozenset(
    """doctor dr captain inspector sergeant detective officer constable agent professor father mother sister
    brother aunt auntie uncle king queen prince princess lady lord sir madame colonel general major lieutenant
    judge nurse reverend mr mrs ms miss mister""".split()
)
"""What parts are called by in front of their names, in lower case; players are not."""
KIN = frozenset(
    """father dad daddy pops papa mother mom mum mommy son daughter kid child brother sister wife husband
    girlfriend boyfriend uncle aunt grandfather grandmother friend sidekick neighbour neighbor boss""".split()
)
"""What somebody is to another: in `Tonny's father` another than Tonny is meant."""

_TITLE = rf"(?:{'|'.join(title.title() for title in sorted(TITLES))})\.?"
_TITLED = rf"(?:(?:the|a|an|his|her|their) )?(?:[a-z-]+ )?(?:{_TITLE} )*(?P<role>{NAME})"
_NO_ROLE = (
    r"(?!(?:is|was|are|were|has|had|have|who|that|which|and|but|or|in|on|at|by|with|of|for|to|from|as|so|too"
    r"|than|then|when|where|while|because|if|his|her|their|its|it|he|she|they|we|could|would|can|will|may"
    r"|might|should|does|did|do|steals?|makes?|gives?|plays?|played)\b)"
)
_NOUNS = rf"(?:{_NO_ROLE}[a-z]+[ -]){{0,3}}{_NO_ROLE}[a-z]+"
_ENDS = r"(?=[,.;:!?)]|$| (?:who|whom|that|of|in|and|with|from|so|but|is|was)\b)"
_PLAY = r"(?:plays|played|playing|portrays|portrayed|portraying|embodies|stars as|acts as|voices)"
_PLAYED = r"(?:played|portrayed|acted|performed|embodied|voiced)(?: \w+ly| again)? by"
_SOMEHOW = r"(?:(?:again|once again|once more|well|very well|[a-z]+ly),? )*"
_AGAIN = r"(?:(?:again|once again|now) )?"
_IS = r"(?:(?:is|was) )?"
_IS_SOMEHOW = r"(?:is|was)(?: (?!(?:as|and|known|seen|described|regarded)\b)[\w'’-]+){1,8}"
_MADE_BY = frozenset(
    """actor actress actors director writer composer filmmaker cinematographer editor producer author novelist
    cast crew film films movie movies picture sequel book novel version part parts role roles character
    characters series trilogy whole result rule way matter usual always debut one ones original name year
    years""".split()
)
"""What nobody plays, or everybody."""
_CALLINGS = "|".join(sorted(CHARACTERS - KIN))

_FORMS: tuple[tuple[str, Proof], ...] = (
    (rf"(?P<role>{NAME})[\"'”’]* ?\({_AGAIN}(?:played by )?(?P<who>{FULL_NAME})\)", Proof.NONE),
    (rf"(?P<role>{NAME})[\"'”’]* ?\((?P<who>{NAME_WORD})\)", Proof.PAIR),
    (
        rf"(?P<who>{NAME}),? (?:who )?{_IS}{_AGAIN}(?:{_PLAY}|as|in the (?:role|part) of)(?: \w+ly)?"
        rf" {_TITLED}",
        Proof.NONE,
    ),
    (rf"(?P<role>{NAME})(?:,| ?[-–—]+)?(?: [a-z-]+,?){{0,5}}? {_PLAYED} (?P<who>{NAME})", Proof.NONE),
    (rf"(?P<who>{NAME})['’]s (?:[a-z-]+ ){{0,3}}(?P<role>{NAME})", Proof.PAIR),
    (rf"(?P<role>{NAME}), (?:whom|who) (?P<who>{NAME}) (?:plays|played|portrays)", Proof.NONE),
    (
        rf"(?P<who>{NAME}) (?:comes back|returns|is back|appears|turns up|shines|excels)(?: again)? as"
        rf" {_TITLED}",
        Proof.NONE,
    ),
    (rf"(?P<who>{NAME}) {_IS_SOMEHOW} as {_TITLED}", Proof.NONE),
    (rf"\b(?P<role>[a-z]+) ?\({_AGAIN}(?:played by )?(?P<who>{FULL_NAME})\)", Proof.NONE),
    (rf"(?P<who>{NAME}),? (?:who )?{_IS}{_PLAY} (?:the|an?) (?P<role>{_NOUNS})\b", Proof.NONE),
    (rf"(?P<who>{NAME}),? as (?:the|an?) (?P<role>{_NOUNS})\b{_ENDS}", Proof.NONE),
    (rf"(?P<who>{NAME}) {_IS_SOMEHOW} as (?:the|an?) (?P<role>{_NOUNS})\b{_ENDS}", Proof.NONE),
    (
        rf"\b(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er) (?P<role>{_NOUNS}),? {_IS}{_SOMEHOW}{_PLAYED} (?P<who>{NAME})",
        Proof.NONE,
    ),
    (rf"(?P<who>{NAME})['’]s (?:[a-z-]+ )?(?P<role>{_CALLINGS})\b", Proof.PLAYER),
    (rf"\b(?:the|an?|his|her) (?P<role>{_NOUNS}) \((?P<who>[a-z]+ [a-z]+)\)", Proof.PLAYER),
)
_READ = tuple((re.compile(form), proof) for form, proof in _FORMS)
_PLAYS_SOMEBODY = re.compile(rf"(?P<who>{NAME}) (?:plays|played|portrays) (?:him|her)\b")
_OF_SOMEBODY = re.compile(rf"\b(?:his|her) (?P<role>{NAME})")
_NAMES = re.compile(NAME)
_WISHED = re.compile(r"\b(?:would|could|should)(?:['’]ve| have)\b|\b(?:I|we) (?:just )?wish\b")
_PLACED = re.compile(
    rf"(?:,? and {NAME} \({NAME}\))?,? (?:from|in|of) (?:the )?[\"“'‘]?"
    rf"(?P<film>(?:first|original|previous|earlier|last)(?: [a-z]+)?|{NAME})"
)


def casting(sentence: str, before: str = "") -> Iterator[Credit]:
    """Who plays whom, as far as the sentence tells; `before` is the one ahead of it."""
    wished = bool(_WISHED.search(sentence))
    for form, proof in _READ:
        for found in form.finditer(sentence):
            who, role = bare(found["who"]), bare(found["role"])
            if not who or not role or who == role or role.split()[-1] in _MADE_BY:
                continue
            described, owner = _described(sentence, found)
            placed = _PLACED.match(sentence, found.end())
            film = placed["film"] if placed else None
            yield Credit(who, role, found.start(), found.end(), proof, described, owner, film, wished)
    yield from _of_somebody(sentence, before)


def _of_somebody(sentence: str, before: str) -> Iterator[Credit]:
    """`It is the Purser. Gethin Oakshaw plays him`, `And Oakshaw? I find his Purser too large`."""
    for form, missing in ((_PLAYS_SOMEBODY, "role"), (_OF_SOMEBODY, "who")):
        for found in form.finditer(sentence):
            ahead = [bare(name) for name in _NAMES.findall(f"{before} {sentence[: found.start()]}")]
            named = {key: bare(name) for key, name in found.groupdict().items()}
            if (somebody := next((name for name in reversed(ahead) if name), None)) is not None:
                named[missing] = somebody
                if named["who"] and named["role"]:
                    yield Credit(named["who"], named["role"], found.start(), found.end(), Proof.PAIR)


_BEHIND = re.compile(
    r"[\"”’']*(?:,|:| [-–—]) (?:the|an?|(?P<owner>[A-ZÀ-ÖØ-Þ][\w-]+)['’]s)"
    r" (?P<words>[a-z]+(?:[ -][a-z]+){0,3})"
)
_CALLED = re.compile(rf",? (?:known|called|nicknamed) (?:only )?(?:as )?(?:the )?[\"“'‘]?(?P<name>{NAME})")
_WORDS = re.compile(r"[\w'’-]+[^\w\s]*")
_ARTICLES = frozenset("the a an his her their".split())
_STOPS = _ARTICLES | frozenset(
    """its of on in at by for from with to and or but that this these those is was are were as into about
    between under over when while because if than then who whom which where how why not no all it""".split()
)
_FARTHEST = 4


def _described(sentence: str, found: re.Match[str]) -> tuple[frozenset[str], str | None]:
    """The words by which the part is called beside its role, and whose it is."""
    words, owner = _called_before(sentence[: found.start("role")])
    owner = None if owner in found["who"].split() else owner
    if behind := _BEHIND.match(sentence, found.end()):
        called = behind["words"].split()
        stop = next((place for place, word in enumerate(called) if word in _STOPS), len(called))
        words += called[:stop]
        owner = owner or behind["owner"]
    if named := _CALLED.match(sentence, found.end()):
        words += [bare(named["name"])]
    return frozenset(folded(" ".join(words)).split()) - _MADE_BY, owner


def _called_before(ahead: str) -> tuple[list[str], str | None]:
    """`his father` in front of a name, `the new crook,` in apposition to it."""
    ahead = ahead.rstrip(" \"“'‘")
    words: list[str] = []
    for place, token in enumerate(reversed(_WORDS.findall(ahead)[-_FARTHEST:])):
        word = token.rstrip(',.;:!?()"”')
        if word != token and not (place == 0 and token == f"{word},"):
            return ([], None) if ahead.endswith(",") else (words, None)
        if word.lower() in _STOPS:
            return ([], None) if ahead.endswith(",") and word.lower() not in _ARTICLES else (words, None)
        if word[:1].isupper() and word.endswith(("'s", "’s")):
            return words, word[:-2]
        if word[:1].isupper() and word.lower() not in TITLES and ahead != word and not ahead.startswith(word):
            break
        words.append(word.lower())
    return ([], None) if ahead.endswith(",") else (words, None)
