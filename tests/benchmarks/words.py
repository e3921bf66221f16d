"""Words with natural frequencies: a few hundred English ones at the head, made-up ones for the long tail.

The tail comes in families that a stemmer joins (`gravel`, `gravels`, `gravelled`), as English does, and a
share of all words is mistyped, so that the vocabulary goes on growing with the library as it does in reviews.
"""

from __future__ import annotations

import itertools
from array import array
from collections.abc import Iterator
from random import Random

HEAD = """
the and a of to is it in I this that was as for with but film movie on his not are he you have be one by an
at all who from they so like her about or has just out it's if there what some good more when very up she no
would even my time really only which had see their can were we me well than much most will into get first
other people story because great also its how do make don't way could after any made him then movies films
watch character think too characters being seen never plot acting best two where life many little over off
know them show ever does better your man end still say scene here these why scenes go while such something
back through I'm should real watching those years though work doesn't thing actors now didn't actually
nothing another makes find before few lot part look every new same again things director want cast quite
pretty old around world got going down seems interesting point long action big it'll both however own family
between enough young bad funny love fact always thought series original must without right may come times
almost role saw done whole script bit give performance minutes music isn't least played far feel comedy
might guy making anything horror played last since kind am probably am worth can't worst day fun having
ending found away yet plays rather hard anyone simply sure that's especially sense wasn't beautiful place
different looking although someone book trying everything once main men screen shot effects line seem
recommend dialogue set violent violence later sort put true girl everyone war job goes money although black
half three try father mother maybe high together special play excellent idea camera comes beginning believe
american instead wonderful let death hour simple audience act actor acted acts acting during wife house
night completely head hero second expect left reason else dark version seeing rest viewer eyes playing
despite short moments stupid looks definitely car used friends use house kids perfect budget women woman
video boring amazing pace tension suspense thriller drama romance soundtrack score photography
cinematography atmosphere gritty raw brutal brutally bleak honest realistic realism redemption prison
gangster crime criminal drugs underworld street handheld documentary sequel trilogy remake classic
masterpiece overrated underrated predictable cliché cliched twist twists climax finale villain protagonist
hitchhiker spider-man who's 10/10 déjà café naïve fiancée self-aware well-written Oscar award Hollywood
Denmark Danish English French ø
""".split()

_ONSETS = "b bl br c ch cl cr d dr f fl fr g gr h j k l m n p pl pr qu r s sc sh sl sp st t tr v w z".split()
_VOWELS = "a a e e i i o o u ai ea oo ou".split()
_CODAS = ["", "", *"b ck d g l ld lt m mp n nd ng nt p r rd rk rn rt s sh ss st t v x".split()]
_SUFFIXES = ("", "s", "ed", "ing", "er", "ly", "ness", "ful", "ment")

TAIL_FAMILIES = 12_000
_DRAWER = 1 << 20  # draws are a table look-up: the share of a word is its share of this table
MISTYPED = 0.003
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def one_edit(word: str, random: Random) -> str:
    """The word with one letter dropped, doubled, changed or swapped with the next; never itself."""
    while True:
        at = random.randrange(0 if random.random() < 0.1 else min(1, len(word) - 1), len(word))
        match random.randrange(4):
            case 0 if len(word) > 1:
                edited = word[:at] + word[at + 1 :]
            case 1:
                edited = word[: at + 1] + word[at:]
            case 2 if at + 1 < len(word):
                edited = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
            case _:
                edited = word[:at] + random.choice(_LETTERS) + word[at + 1 :]
        if edited != word:
            return edited


def made_up_stem(random: Random, syllables: int) -> str:
    """A word that English could have."""
    parts = (
        random.choice(_ONSETS) + random.choice(_VOWELS) + random.choice(_CODAS) for _ in range(syllables)
    )
    return "".join(parts)


def _tail(random: Random) -> Iterator[str]:
    for _ in range(TAIL_FAMILIES):
        stem = made_up_stem(random, random.choice((1, 2, 2)))
        yield from (stem + suffix for suffix in random.sample(_SUFFIXES, random.randint(1, 5)))


class Words:
    """A vocabulary to draw from by frequency (Zipf and Mandelbrot: share ~ 1 / (rank + 2.7) ** 1.05)."""

    def __init__(self, seed: int = 2004) -> None:
        random = Random(f"words {seed}")
        tail = list(dict.fromkeys(_tail(random)))
        random.shuffle(tail)
        self.ranked = list(dict.fromkeys(itertools.chain(HEAD, tail)))
        weights = [(rank + 2.7) ** -1.05 for rank in range(len(self.ranked))]
        scale = _DRAWER / sum(weights)
        drawer = [
            word
            for word, weight in zip(self.ranked, weights, strict=True)
            for _ in range(max(1, round(weight * scale)))
        ]
        self._drawer = [*drawer, *random.choices(drawer, k=_DRAWER)][:_DRAWER]

    def draw(self, random: Random, count: int) -> list[str]:
        """`count` words by frequency, a few of them mistyped."""
        picks = array("I", random.randbytes(4 * count))
        drawer = self._drawer
        words = [drawer[pick & (_DRAWER - 1)] for pick in picks]
        if random.random() < MISTYPED * count:
            at = random.randrange(count)
            words[at] = one_edit(words[at], random)
        return words

    def theme(self, random: Random, size: int) -> list[str]:
        """Words that a film or a review keeps coming back to: neither the commonest nor the rarest."""
        return [self.ranked[min(int(60 * 400 ** random.random()), len(self.ranked) - 1)] for _ in range(size)]
