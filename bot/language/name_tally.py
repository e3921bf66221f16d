"""What a film's texts say of each name in them: which reviews print it, in what forms and surroundings."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Container, Iterable, Iterator
from dataclasses import dataclass, field

from bot.language.folding import folded
from bot.language.name_ties import LONGEST_NAME
from bot.language.names import (
    Name,
    NamedText,
    Setting,
    Sightings,
    in_lower_case,
    read_group,
    read_word,
    sightings,
)

_FEWEST_ROLES = 2
_OUTWEIGHS = 3
_A_FEW = 3


@dataclass(slots=True)
class Tally:
    """What the texts say of one name: which reviews print it, how often in which form and setting."""

    reviews: set[int] = field(default_factory=set)
    printed: defaultdict[str, int] = field(default_factory=lambda: defaultdict(int))
    settings: list[int] = field(default_factory=lambda: [0] * len(Setting))

    def add(self, printed: str, reviews: Collection[int], setting: Setting = Setting.PLAIN) -> None:
        """Count the name once for each entry of `reviews`."""
        self.reviews.update(reviews)
        self.printed[printed] += len(reviews)
        self.settings[setting] += len(reviews)

    def take(self, other: Tally) -> None:
        """Count all that is said of the other name as said of this one."""
        self.reviews |= other.reviews
        for printed, times in other.printed.items():
            self.printed[printed] += times
        self.settings = [sum(both) for both in zip(self.settings, other.settings, strict=True)]

    def speaks_of_a_thing(self) -> bool:
        """Whether it reads like a place, a film or an object."""
        inside = sum(self.settings) - self.settings[Setting.START]
        return self.settings[Setting.FILM] > 0 or self.settings[Setting.THING] * 2 > inside

    def is_sure(self) -> bool:
        """Whether it stands inside a sentence, or at least behind the first words of a few."""
        return sum(self.settings) > self.settings[Setting.START] or len(self.reviews) >= _A_FEW

    def is_a_role(self) -> bool:
        """Whether it stands beside another name in brackets, as parts and players do."""
        return self.settings[Setting.ROLE] > 0

    def speaks_of_a_person(self) -> bool:
        """Whether anything that is only said of people is said of it."""
        return self.settings[Setting.PERSON] + self.settings[Setting.ROLE] > 0


@dataclass(frozen=True, slots=True)
class Loose:
    """A name whose capitals say little: it counts where the rest of the texts makes it known."""

    name: Name
    reviews: list[int]


class NameCount:
    """The names in a film's texts: `tallies` by key, and `loose` ones.

    `lower` tells which reviews print a word of any name in lower case, `capitals` how many in capitals.
    """

    def __init__(self, texts: Iterable[NamedText], title: str) -> None:
        self.tallies: defaultdict[str, Tally] = defaultdict(Tally)
        self.loose: list[Loose] = []
        found = sightings(texts)
        exposed = list(self._sort_out(found))
        self._first_words = {
            text: reviews for text, reviews in found[Setting.START].items() if " " not in text
        }
        keys = [*self.tallies, *(item.name.key for item in exposed)]
        self.lower = in_lower_case(texts, {word for key in keys for word in key.split()})
        capitals = self._count_capitals()
        for item in exposed:
            self._settle(item, capitals)
        self._drop_title(title)
        self.capitals = self._count_capitals()

    def first_words(self, known: Container[str]) -> Iterator[Loose]:
        """Words that begin a sentence, without another capitalised word behind, and may be a known name."""
        for text, reviews in self._first_words.items():
            key = text.lower()
            if key in known or key[:-1] in known or not (text.isalpha() and text.isascii()):
                yield Loose(read_word(text), reviews)

    def is_common(self, word: str) -> bool:
        """Whether the texts print the word in lower case more than in capitals, or as often where alone."""
        small = len(self.lower.get(word, ()))
        alone = len(self.tallies[word].reviews) if word in self.tallies else 0
        return small > 0 and small > self.capitals[word] - (self.capitals[word] == alone)

    def _sort_out(self, found: Sightings) -> Iterator[Loose]:
        """Tally the names; hand back those that the first word of a sentence may have got into."""
        for setting, groups in zip(Setting, found, strict=True):
            start = setting == Setting.START
            for text, reviews in groups.items():
                if start and " " not in text:
                    continue
                group = read_group(text)
                if setting == Setting.LOOSE or group.loose or (group.opened and not start):
                    self.loose += [Loose(name, reviews) for name in group.names]
                    continue
                told = Setting.PLAIN if _is_possessive(text) and not start else setting
                for name in group.names:
                    if start and group.begins and name is group.names[0] and " " in name.key:
                        yield Loose(name, reviews)
                    elif start and group.begins and name is group.names[0]:
                        self.loose.append(Loose(name, reviews))
                    elif name.key.count(" ") < LONGEST_NAME:
                        self.tallies[name.key].add(name.printed, reviews, told)

    def _settle(self, item: Loose, capitals: Counter[str]) -> None:
        """Tell whether the first word of a sentence belongs to the name behind it (`Luckily Mikkelsen`)."""
        key, printed = item.name.key, item.name.printed
        first, _, rest = key.partition(" ")
        alone = self.tallies[rest].reviews if rest in self.tallies else ()
        outweighed = len(alone) >= _OUTWEIGHS * len(item.reviews)
        small = len(self.lower.get(first, ())) - len(self.lower.get(rest.split()[-1], ()))
        if key not in self.tallies and (small > capitals[first] or outweighed):
            key, printed = rest, printed.partition(" ")[2] or printed.partition("-")[2]
        if key.count(" ") < LONGEST_NAME:
            self.tallies[key].add(printed, item.reviews)

    def _count_capitals(self) -> Counter[str]:
        """In how many reviews each word is printed as a name or part of one, about."""
        counts: Counter[str] = Counter()
        for key, tally in self.tallies.items():
            for word in key.split():
                counts[word] += len(tally.reviews)
        return counts

    def _drop_title(self, title: str) -> None:
        """Leave the film's own title out, unless a part is named so (`Forrest Gump (Tom Hanks)`)."""
        words = folded(title).split()
        for key in list(self.tallies):
            own = set(words).issuperset(key.split()) or "".join(words) == key.replace(" ", "")
            if own and self.tallies[key].settings[Setting.ROLE] < _FEWEST_ROLES:
                del self.tallies[key]


def _is_possessive(group: str) -> bool:
    """`in Refn's films` says nothing against Refn."""
    return group.endswith(("'s", "’s"))
