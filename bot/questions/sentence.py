"""A sentence as the grammar reads it: plain words in small letters, names replaced by marks.

The marks are `§film0`, `§reviewer0` and `§quote0`; they number into the sentence's tuples. Everything else is
folded, contractions and chat spellings are written out, and figures stand by themselves (`8+` is `8 +`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from bot.language.folding import folded

MARK = re.compile(r"§(?:film|reviewer|quote)\d+")

_TOKEN = re.compile(
    r"§[a-z]+\d+|(?<!\d)\d+(?!\d)(?:\.\d+)?(?:st|nd|rd|th|s)?(?![^\W_])|<=|>=|[<>=+%/★⭐]|[-–—](?=\s?\d)|,|/"
    r"|\w+(?:['’‘`´]\w*)*"
)
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}\b)")
_POSSESSIVE = re.compile(r"['’‘`´]s$|s['’‘`´]$")
_ELONGATED = re.compile(r"([a-z])\1{2,}")
_SIGNS = {"★": "stars", "⭐": "stars", "–": "-", "—": "-"}

_WRITTEN_OUT = {
    key: value
    for line in """
    hwo who; teh the; waht what; wht what; taht that; adn and;  nad and; fo of; ot to; si is;
    giv give; incl inclusive; wil will; hav have; hte the; thsi this; whas what is; whatd what did;
    whod who did; howd how did; whats what is; whos who is; hows how is; wheres where is; whens when is;
    m8 mate; gr8 great;
    theres there is; thats that is; whys why is; hes he is; shes she is; heres here is; its it is;
    isnt is not; arent are not; wasnt was not; werent were not; dont do not; doesnt does not; didnt did not;
    cant can not; cannot can not; couldnt could not; wouldnt would not; shouldnt should not;
    havent have not; hasnt has not; hadnt had not; wont will not; aint is not; im i am; ive i have;
    youre you are; theyre they are; theyve they have; shouldve should have; whatre what are; howre how are;
    lets let us; didja did you; ppl people; peeps people; folks people; ppls people; u you; ur your; r are;
    y why; n and; w with; wo without; abt about; bout about; avg average; ave average; pls please;
    plz please; thx thanks; ty thanks; tho though; btw by the way; bc because; cuz because; cos because;
    coz because; thru through; b4 before; wat what; wut what; wot what; whut what; wanna want to;
    gonna going to; gimme give me; lemme let me; dunno do not know; kinda kind of; sorta kind of;
    gotta got to; howmany how many; alot a lot; atleast at least; atmost at most; flick film; flicks films;
    pic film; movi movie; rn right now; fav favourite; fave favourite; favorite favourite; vs versus;
    v versus; pct percent; percents percent; min minimum; max maximum; wks weeks; yrs years; yr year;
    msg message; nd and; hw how; whch which; wich which; wh who; tbh honestly; imo i think; imho i think;
    no1 no one; noone no one; any1 anyone; every1 everyone; some1 someone; 1st first; 2nd second; 3rd third;
    4th fourth; 5th fifth; mny many; gve gave; gav gave; rtng rating; rtngs ratings; revs reviews;
    rev review; rvw review; rvws reviews; nt not; hv have; mch much; tht that; thn than; ovr over; wud would;
    shud should; cud could; gud good; luv love; d the; da the; dis this; dat that; wen when; whn when;
    whr where; bcz because; bcoz because; plss please; plis please; kindle kindly; nos number; scr score;
    revw review; whts what is; hwz how is; hwd how did; ne any; twenties 2020s; noughties 2000s; nineties
    1990s; eighties 1980s; hu who; oot out; outta out of; nr number; ov of; frm
    from; bfr before; aftr after; mor more; shd should; cd could; wd would; neone
    anyone; sumone someone; evry every;
    bst best; youd you would; gived gave; gaved gave; writed wrote; youve you have; weve we have; itd it
    would; theyd they would; thatd that would;
    id i would; youll you will;
    tonite tonight; num number; wout without; sans without; barring without; itll it
    will; theyll they will; wouldve would have; couldve could have; mustve must have; wrst worst; lngst
    longest; shrtst shortest; hghst highest; lwst lowest; peple people; smth
    something; sth something; bday birthday; ok okay; okey okay; k okay
    """.split(";")
    if line.strip()
    for key, _, value in [line.strip().partition(" ")]
}


@dataclass(frozen=True, slots=True)
class Sentence:
    """What was typed and what the grammar reads of it; `typed_as` gives a word back as it was typed.

    In `text` commas stand between figures alone, in `with_commas` wherever they were typed.
    """

    typed: str
    text: str
    with_commas: str = ""
    films: tuple[str, ...] = ()
    reviewers: tuple[str, ...] = ()
    quotes: tuple[str, ...] = ()
    typed_as: dict[str, str] = field(default_factory=dict)

    def as_typed(self, word: str) -> str:
        """What was typed where the word or mark stands."""
        mark = re.fullmatch(r"§(film|reviewer|quote)(\d+)", word)
        if mark is None:
            return self.typed_as.get(word, word)
        names = {"film": self.films, "reviewer": self.reviewers, "quote": self.quotes}[mark[1]]
        return names[int(mark[2])]


_FIGURE = re.compile(r"\d[\d.]*s?")


def without_commas(text: str) -> str:
    """The text with commas only where they stand in a list of figures."""
    words = text.split()
    return " ".join(word for place, word in enumerate(words) if word != "," or _lists(words, place))


def _lists(words: list[str], place: int) -> bool:
    behind = [word for word in words[place + 1 : place + 3] if word not in ("a", "an")]
    around = [*words[place - 1 : place], *behind[:1]] if place else []
    return len(around) == 2 and all(_FIGURE.fullmatch(word) for word in around)


_COURTESY = re.compile(
    r"\b(?:if (?:it is|that is|this is|you|i|it|that) (?:not too much to ask|possible|okay|do not mind(?:"
    r" me asking)?|can|could|may ask|may|would|know|please)"
    r"|(?:just )?out of (?:pure |sheer |idle )?curiosity|i (?:would be|am|was) (?:just )?(?:curious"
    r"|wondering|interested)(?: (?:to (?:learn|know|hear|see)|about|what|whether|if))?"
    r"|(?:can|could|would|will) (?:you|someone|anyone) (?:please |kindly |possibly |maybe )*(?:tell|show"
    r"|give|let)(?: me| us)?(?: know)?"
    r"|even(?= (?:have|has|had|got|get|are|is|there|exist|bother|bothered|rated|reviewed)\b)"
    r"|(?:do|does|did) (?:you|we|they|anyone|anybody|someone|somebody) (?:even |happen to |actually )*know"
    r"(?= (?:who|what|which|how|whose|if|whether))|(?:any(?:one|body) know|remind me|any idea|no idea)"
    r"(?= (?:who|what|which|how|whose))|(?<!do )(?<!should )(?<!if )i (?:would|want|need|wanted) (?:like )?to"
    r" (?:know|ask|see|hear)|i mean"
    r"|i am (?:a (?:little|bit) |quite |rather )?(?:afraid|worried|concerned|scared|nervous)(?: (?:that|if"
    r"|about))?"
    r"|(?:is|was) it (?:true|right|correct|the case) (?:that)?|my \w+ (?:says?|claims?|thinks?|reckons?"
    r"|swears?|insists?|believes?|told me)(?: that)?"
    r"|(?:(?:be|were|was|are|is|been|felt) )?\w+(?: it| the film| this)? enough to (?=(?:give|rate|score"
    r"|hand|award|drop|throw)\b)"
    r"|(?<=what )the (?:heck|hell|fuck|devil)|(?<=who )the (?:heck|hell|fuck|devil)|(?<=how )the (?:heck"
    r"|hell|fuck|devil)"
    r"|(?<=[a-z] )(?:did|is|was|has|does|do|are|were) not (?:he|she|it|they)"
    r"(?=(?: ,)? (?:what|which|how|who)\b)"
    r"|(?:absolutely|literally)(?= (?:everything|every|all|everyone|nobody|no)\b)"
    r"|(?:i am )?(?:new|(?:my )?first time) (?:here|in here|on here|to this server|using this)"
    r"|could not be bothered and(?= (?:wrote|left|posted|gave))|you know|i see|let us see|to be honest"
    r"|by the way|for what it is worth|at the end of the day)\b"
)
_ASIDE = re.compile(
    r"(?<=\w)(?: ,)? (?:so (?:that )?(?:we|i|you|u) (?:can|could|know|may|will)\b|i bet\b|asking for"
    r" (?:a|my|the)\b"
    r"|to judge (?:by|from)\b|judging (?:by|from)\b|(?:just )?for (?:the|my|our|a|an) (?:podcast|show|intro"
    r"|article|essay|blog|video|class|homework|school|project|friend|mate|record|stream|newsletter"
    r"|slide|slides"
    r"|presentation|quiz|bet|thread|post)\b|according to any(?:one|body)|in the (?:view|opinion|eyes) of"
    r" (?:those|the"
    r" (?:reviewers|critics|users|people|viewers)|people|everyone|reviewers)\b|as far as (?:we|you|i"
    r"|people) know"
    r"|if (?:you|u) (?:have|know|got|can)\b|question mark$|on file\b|in (?:your|the) (?:records|files"
    r"|archive)$"
    r"|i (?:should|would) like to avoid (?:them|those)|sorry (?:for |about )?(?:my|the) (?:bad )?english"
    r"|from (?:small|smallest)"
    r" to (?:big|biggest|large|largest))"
    r"(?: (?:the |that |its |my |a )?(?:mark|rating|score|number)(?= ,|$)|(?: [^,§]*$))?"
)
_WRITING = re.compile(
    r"(?:(?: ,)? with| ,) \d+ and \d+ (?:also |both |too |as well )*(?:count(?:s|ing|ed)?|included"
    r"|inclusive)\b|"
    r"(?: ,)? (?:to |with |in |rounded to |give me )?(?:the )?\d (?:decimals?|digits?)(?: places?|"
    r" points?| behind the point)?"
    r"(?: if possible| at least)?\b|\bas (?:low|high) as(?= (?:an? )?\d)"
)
_PLUS_BETWEEN_WORDS = re.compile(r"(?<![\d★]) (?:\+|plus) (?=[a-z])")


_PLEASE = re.compile(r"(?<=\w)(?:(?: ,)* (?:please|thanks|thank you|cheers))+$")


def without_courtesy(text: str) -> str:
    """The text without the phrases that only make a question polite or chatty."""
    text = _PLEASE.sub("", text)
    plain = " ".join(_PLUS_BETWEEN_WORDS.sub(" and ", _COURTESY.sub(" ", text)).split())
    return " ".join(_ASIDE.sub(" ", plain).split()) or text


def without_writing(text: str) -> str:
    """The text (with figures) without what says only how a figure is to be written: `2 decimals`."""
    return " ".join(_WRITING.sub(" ", text).split()) or text


_TAKES_AN = re.compile(r"[aeiouh]|8|11|18|§|$|x\b|mc|[flmnrs][b-df-hj-np-tv-z]*\b")
_EMOJI = re.compile("[\U0001f000-\U0001faff\u2600-\u2604\u2607-\u27bf]+")
_CENSORED = re.compile(r"\bs[*@3]x\b", re.IGNORECASE)
_LAST_SHORT_YEAR = 40
_SLASH = re.compile(r"(?<=[A-Za-z])\s?/\s?(?=[A-Za-z])")
_DOTTED_RANGE = re.compile(r"(?<=\d)\s?(?:\.{2,}|…)\s?(?=\d)")
_CLAUSE_END = re.compile(r"(?<!\bvs)(?:\.{2,}|[.;:!?…]|\s[-–—])(?=\s)(?!\s?\d)")
_NUMBER_OF = re.compile(
    r"(?:\bno\.|\bnos\.?|\bno|\bnr\.?|#)(?= ?of\b)|#(?= )|\bno\.(?= ?(?:reviews|ratings|votes))",
    re.IGNORECASE,
)
_SHORT_YEAR = re.compile(r"(?<!\w)['’‘`](?P<year>\d\d)(?!\d|['’])")
_WRITE_UP = re.compile(r"\bwrite[ -]ups?\b", re.IGNORECASE)
_WITH = re.compile(r"\bw/(o\b)?", re.IGNORECASE)


def words_of(text: str) -> list[tuple[str, str]]:
    """The words of a text as the grammar reads them, each with the stretch of the text it comes from."""
    text = _WITH.sub(lambda short: "without " if short[1] else "with ", _THOUSANDS.sub("", text))
    text = _WRITE_UP.sub(lambda found: "reviews" if found[0][-1] in "sS" else "review", text)
    text = _SHORT_YEAR.sub(_whole_year, _NUMBER_OF.sub("number", text))
    text = _EMOJI.sub(" , ", _CENSORED.sub("sex", text.replace("&", " and ")))
    text = _DOTTED_RANGE.sub("-", text)
    text = _SLASH.sub(" ", _CLAUSE_END.sub(" , ", text))
    pairs = [pair for typed in _TOKEN.findall(text) for pair in _written_out(typed)]
    after = [*(word for word, _ in pairs), ""][1:]
    return [
        ("and", typed) if word == "an" and not _TAKES_AN.match(behind) else (word, typed)
        for (word, typed), behind in zip(pairs, after, strict=True)
    ]


def _whole_year(found: re.Match[str]) -> str:
    """`'04` is 2004, `'98` is 1998."""
    return ("19" if int(found["year"]) > _LAST_SHORT_YEAR else "20") + found["year"]


def _written_out(typed: str) -> Iterator[tuple[str, str]]:
    for part in _one_word(typed).split():
        yield part, typed


def _one_word(typed: str) -> str:
    if typed.startswith("§") or not typed[0].isalnum():
        return _SIGNS.get(typed, typed)
    if typed[0].isdigit():
        return _WRITTEN_OUT.get(typed.lower(), typed.lower())
    word = folded(typed).replace(" ", "")
    if word not in _WRITTEN_OUT and (owner := _POSSESSIVE.search(typed)):
        word = folded(typed[: owner.start()]) + ("s" if owner[0][0] == "s" else "")
    word = _ELONGATED.sub(r"\1\1", word)
    return _WRITTEN_OUT.get(word, word)
