"""What people put in other words than the grammar's: `maxed it out` is `gave full marks`.

Each entry gives the grammar's words and, divided by commas, phrases that mean the same. In a phrase `a/b` is
one word or the other, `it?` may be left out, and `#` is a figure that is kept, `#s` one such as `9s`, `#!`
one without `or more` behind it.
Nothing stands here that could ask something else where no figure is asked for.
"""

from __future__ import annotations

import re
from functools import cache

_WAYS = {
    "gave #": """
    settle/settles/settled/settling on/for/at a/an/the? #, end/ends/ended/wind/winds/wound up at/on/with
    a/an? #, come/comes/came down on/at a/an? #, max/maxed/top/topped/cap/capped it? out? at a/an? #,
    plump/plumped/opt/opted for a/an? #, park/parked/peg/pegged/pin/pinned it/this/theirs on/at a/an? #,
    came/come/comes out at a/an? #, went all the way up? to a/an? #, go/goes all the way up? to a/an? #
    """,
    "gave full marks": """
    max/maxed/maxes it/this/that out, maxed it/this/that, maxed out
    """,
    "gave no more than #": """
    could/would/did/can/do/will not get/go/make/climb/come/stretch/venture/rise it? past/beyond/above/over
    a/an/the? #, could/would/did/can/do/will not get/go/make/climb/come/stretch/venture/rise it? any?
    higher/further than a/an? #, never get/got/go/went/gave/came/climbed/rose it? past/beyond/above/over
    a/an/the? #, never get/got/go/went/gave/came/climbed/rose it? any? higher/more/further than a/an? #
    """,
    "gave more than #": """
    clear/clears/cleared/surpass/surpassed/pass/passed a/an/the? #, break/breaks/broke the #
    barrier/mark/line, make/made/get/gets/got/climb/climbed it? past/beyond/above a/an/the? #
    """,
    "gave under #": """
    could/would/did/can/do/will not even? reach even? a/an/the? #,
    could/would/did/can/do/will not even? get/make/go it? up? to a/an/the? #,
    end/ends/ended/wind/wound/finish/finished up under/below/beneath a/an? #,
    stay/stays/stayed/remain/remains/remained/keep/kept it? under/below/beneath/short of? a/an? #,
    dip/dipped/drop/dropped/sink/sank/fall/falls/fell down? below/under/beneath a/an? #
    """,
    "gave at least #": "reach/reached/reaches a/an/the? #!, make/made/makes it up? to a/an/the? #!",
    "gave over #": """
    end/ends/ended/wind/wound/finish/finished up over/above a/an? #,
    stay/stays/stayed/remain/remains/remained/keep/kept it? over/above a/an? #
    """,
    "#.5": "# and a half",
    "without": "with out, leaving aside, discounting, disregarding, setting aside, excepting, save for",
    "what percentage of reviews": """
    how big/large is the/a? chunk/part/slice/portion/piece/proportion/fraction/share/bit/crowd/group/camp of?
    the? reviews/people/reviewers/them?
    """,
    "between # and #": "within # and #",
    "how many #": "tally/tot/add/count/sum up? together? all? the? how? many? #s",
    "how many": "tally/tot/add/count/sum up how many",
    "how many reviews": """
    how big/large/deep/thick/tall/high/long is the/your/this/that
    pile/stack/heap/mountain/load/bunch/body/haul/hoard of reviews, how big/large is the/your/this/that
    review/reviews pile/stack/heap/collection/archive/library, the? size of the/your review/reviews
    pile/stack/heap/collection/archive, the? size of the/your pile/stack/heap/collection/archive of reviews,
    size of the? sample
    """,
    "how many reviewers": """
    how many people/folks/of? them/souls/users? have? chimed/chime/weighed/weigh/piped/sounded in/up, how
    many people/folks/souls/users? have? spoke/spoken/speak up, how many people/folks/souls/users? have?
    had/have their say
    """,
    "wrote the longest review": """
    write/wrote/written/writes/left/posted/typed/penned/produced
    basically/practically/almost/nearly/literally/like/such? an/a
    whole/entire/proper/absolute/full/actual/real/total/small/mini?
    essay/novel/thesis/dissertation/saga/treatise
    """,
    "who wrote the longest review": """
    who went/goes/rambles/rambled/droned/waffled/yapped on and on, who rambled/droned/waffled on? the? most,
    who went/goes/rambled on forever, who went/goes on for ages/pages,
    who could/can/would/did not stop writing/typing/rambling, who could/can/would/did not shut up
    """,
    "the longest review": """
    one of them is super/very/really/insanely/crazy/ridiculously/mega long/lengthy
    """,
    "who wrote the shortest review": """
    who kept/keeps it/things/theirs super/very/really? short/brief/snappy/concise/terse and? sweet?,
    who barely/hardly/scarcely wrote/writes/typed anything, who barely/hardly wrote/typed a word,
    who put in the least effort
    """,
    "the shortest review": "the one liner",
    "average of the reviews": "average/mean over/across the/those/all reviews",
    "0 helpful votes": "no helpful/useful votes, no helpful/useful vote",
    "reviews with 0 helpful votes": """
    reviews that? nobody/none found/thought/called helpful/useful, reviews that? no one found/thought/called
    helpful/useful
    """,
    "for me": "4 me, 4 us",
    "the ratings by": "the 2/3/4/5 marks/ratings/scores from/by/of",
    "when was the latest review": "latest/newest review date, date of the? latest/newest review",
    "when was the first review": """
    first/earliest/oldest review date, date of the? first/earliest/oldest review
    """,
    "who plays her": "who acts/acted her/him/them",
    "plays": "appears/features/shows as, shows/turns up as, appeared as, turned/showed up as",
    "rate it": "think/say/reckon/feel it/this/that was/is worth out of 10, value it/this/that at out of 10",
    "better than the first": """
    sequel versus the? original/first, second versus the? original/first, sequel or the? original/first
    """,
}
_FIGURE = r"((?:10|\d(?:\.\d)?){})(?!\w|\.\d| ?(?:%|(?:{})s?\b))"
_BARE = (
    r"(?!\d+ ?(?:\+|plus\b|up\b"
    r"|(?:or|and) (?:more|higher|above|better|up|over|less|lower|below|under|worse)\b))"
)
_UNITS = "minute min hour hr page scene second time year vote word people film movie episode sequel percent"
_ENDS = frozenset(["longest", "shortest"])
_ASK_WHO = frozenset(["who", "whose", "which", "name", "names"])


def in_plain_words(text: str) -> str:
    """The text (small letters, numbers as figures) with the grammar's words for what is put otherwise."""
    words = set(text.split())
    ends_meant = not _ASK_WHO.isdisjoint(words) and _ENDS.isdisjoint(words)
    for pattern, meant in _patterns():
        if ends_meant or _ENDS.isdisjoint(meant.split()):  # not in `someone wrote an essay. is it slow`
            text = pattern.sub(meant, text)
    return text


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple(
        (re.compile(rf"(?<![\w§]){_pattern(phrase)}(?!\w)"), _kept(meant))
        for meant, phrases in _WAYS.items()
        for phrase in (" ".join(each.split()) for each in phrases.split(","))
    )


def _pattern(phrase: str) -> str:
    """The pattern of a phrase; a word that may be left out takes the space beside it along."""
    words = phrase.split()
    first = next(place for place, word in enumerate(words) if not word.endswith("?"))
    before = "".join(f"(?:{_one_of(word)} )?" for word in words[:first])
    behind = "".join(
        f"(?: {_one_of(word)})?" if word.endswith("?") else f" {_one_of(word)}" for word in words[first + 1 :]
    )
    return before + _one_of(words[first]) + behind


def _one_of(word: str) -> str:
    plain = word.removesuffix("?")
    if plain.startswith("#"):
        bare = _BARE if plain == "#!" else ""
        return bare + _FIGURE.format("s" if plain == "#s" else "s?", "|".join(_UNITS.split()))
    return f"(?:{'|'.join(map(re.escape, plain.split('/')))})"


def _kept(meant: str) -> str:
    """The words with the figures of the phrase in the places where they are to stand."""
    parts = meant.split("#")
    return parts[0] + "".join(rf"\{number}{part}" for number, part in enumerate(parts[1:], 1))


SPOKEN = frozenset(word for phrases in _WAYS.values() for word in re.findall(r"[a-z]+", phrases))
"""Every word of the phrases, for whoever puts misspelt words right."""
