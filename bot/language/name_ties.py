"""Which spellings are one person's: shorter forms, surnames, first names, rare misspellings.

It goes by counts, the frequent forms first, and looks for near spellings in buckets: the work grows with the
number of different spellings, not with its square.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Set

from bot.language.name_words import NEVER_ALONE, PARTICLES
from bot.language.spellings import buckets, by_ear, same_spelling

LONGEST_NAME = 5
"""Words of the longest name that is looked for."""

_RARER = 3
_DOMINANT = 5
_FIRST_NAME = 4
_NEGLIGIBLE = 10
_MOST_ALIKE = 40
_ONCE_OR_TWICE = 2
_SHORTEST_BY_EAR = 4
_SUFFIXES = frozenset(["jr", "sr"])


class Ties:
    """Spellings tied to people. A person goes by the spelling that the reviews give most: the head.

    `heads` leads from each spelling to its head. `shared` holds single words that more than one person may be
    meant by. `compounds` are names run together without a comma. `full` and `single` tell for names and for
    single words how many reviews print them; only `unusual` words may be misspellings, and only those of them
    in `founding` a person's whole name.
    """

    def __init__(
        self, full: Mapping[str, int], single: Mapping[str, int], unusual: Set[str], founding: Set[str]
    ) -> None:
        self.heads: dict[str, str] = {}
        self.shared: dict[str, tuple[str, ...]] = {}
        self.compounds: set[str] = set()
        self._counts = {**single, **full}
        self._support: defaultdict[str, int] = defaultdict(int)
        self._bearers: defaultdict[str, list[str]] = defaultdict(list)
        self._in_bucket: defaultdict[str, list[str]] = defaultdict(list)
        self._sounding: dict[str, str] = {}
        self._kin: defaultdict[str, list[str]] = defaultdict(list)
        for key in sorted(full, key=lambda key: (-full[key], -len(key), key)):
            self._add_full(key)
        self._tie_words(single)
        for word in sorted(unusual, key=lambda word: (-single[word], word)):
            if word not in self.heads and word not in self.shared:
                head = self._misspelt(word) or (word if word in founding else None)
                if head is not None:
                    self._tie(word, head)

    def head_of(self, key: str, *, heard: bool = False) -> str | None:
        """Whose name the key is, None where nobody's. With `heard` it may be spelt as it sounds."""
        head = self.heads.get(key)
        if head is None and key.endswith("s"):
            head = self.heads.get(key[:-1])
        if head is None and heard and len(key) > _SHORTEST_BY_EAR:
            head = self._sounding.get(_sound(key))
        return head

    def in_full(self, head: str) -> str:
        """The head, or a spelling that puts a first name before it: Robert De Niro for De Niro."""
        longer = [key for key in self._kin[head] if key.endswith(f" {head}")]
        least = 1 if head.split()[0] in PARTICLES else max(2, self._counts[head] // _NEGLIGIBLE)
        usual = [key for key in longer if self._counts[key] >= least]
        return max(usual, key=lambda key: (self._counts[key], key), default=head)

    def pieces(self, key: str) -> Iterator[tuple[int, int, str, str]]:
        """Cut the key into the names in it, the longest first: first word, end, the name, its head."""
        words = key.split()
        start = 0
        while start < len(words):
            for end in range(min(len(words), start + LONGEST_NAME), start, -1):
                piece = " ".join(words[start:end])
                head = self.head_of(piece, heard=True)
                if head is not None:
                    yield start, end, piece, head
                    start = end - 1
                    break
            start += 1

    def _add_full(self, key: str) -> None:
        if self._is_compound(key):
            self.compounds.add(key)
            return
        kin = self._shorter_or_longer(key)
        head = kin or self._misspelt(key) or key
        self._tie(key, head)
        if kin is not None:
            self._offer(key, kin)
            self._kin[kin].append(key)
        self._support[head] += self._counts[key]
        if self._counts[key] * _NEGLIGIBLE < self._support[head]:
            return
        for word in key.split():
            bearers = self._bearers[word]
            if len(bearers) < _MOST_ALIKE and head not in bearers and word not in PARTICLES:
                bearers.append(head)

    def _tie(self, key: str, head: str) -> None:
        self.heads[key] = head
        if head == key:
            self._offer(key, head)

    def _offer(self, key: str, head: str) -> None:
        """Let later spellings find this one."""
        for bucket in buckets(key):
            if len(self._in_bucket[bucket]) < _MOST_ALIKE:
                self._in_bucket[bucket].append(key)
        self._sounding.setdefault(_sound(key), head)

    def _tie_words(self, single: Mapping[str, int]) -> None:
        """Tie words to the full names they are part of: those that stand alone, and those that may."""
        for word in sorted({*self._bearers, *(word for word in single if word[:-1] in self._bearers)}):
            owners = self._owners(word, single.get(word, 0))
            if len(owners) == 1:
                self.heads[word] = owners[0]
                self._counts[word] = self._support[owners[0]]
                self._offer(word, owners[0])
            elif owners and word in single:
                self.shared[word] = owners

    def _is_compound(self, key: str) -> bool:
        """Whether a rare name is nothing but other people's names in a row."""
        words = key.split()
        start = count = 0
        while start < len(words):
            ends = (end for end in range(len(words), start, -1) if self._stands_for(words[start:end], key))
            end = next(ends, start)
            if end == start:
                return False
            start, count = end, count + 1
        return count > 1

    def _stands_for(self, words: list[str], rare: str) -> bool:
        """Whether the words are a far more frequent name than `rare`, or the surname of one."""
        least = _RARER * self._counts[rare]
        if len(words) > 1:
            return self._support.get(self.heads.get(" ".join(words), ""), 0) >= least
        bearers = self._bearers.get(words[0], ())
        return any(_surname(head) == words[0] and self._support[head] >= 2 * least for head in bearers)

    def _shorter_or_longer(self, key: str) -> str | None:
        """The person whose name holds all these words, or whose words are all held in this name."""
        words = key.split()
        near = dict.fromkeys(head for word in (words[0], words[-1]) for head in self._bearers.get(word, ()))
        fitting = [head for head in near if _one_in_the_other(words, head.split())]
        return fitting[0] if len(fitting) == 1 else None

    def _misspelt(self, key: str) -> str | None:
        """The head of the most frequent spelling that this one is a variant of."""
        found = {near for bucket in buckets(key) for near in self._in_bucket.get(bucket, ())}
        found.discard(key)
        for near in sorted(found, key=lambda near: (-self._counts[near], near)):
            if self._is_variant(key, near):
                return self.heads[near]
        return None

    def _is_variant(self, key: str, near: str) -> bool:
        if len(key) >= _SHORTEST_BY_EAR and _sound(key) == _sound(near):
            return True
        rarer = self._counts[near] >= _RARER * self._counts[key]
        rare_full = " " in key and self._counts[key] <= _ONCE_OR_TWICE
        return (rarer or rare_full) and same_spelling(key, near)

    def _owners(self, word: str, count: int) -> tuple[str, ...]:
        """The people whom a single word can mean; one where one of them is meant far more than the others."""
        stem = word if word in self._bearers else word[:-1]  # "Mikkelsens dad"
        bearing = [head for head in self._bearers[stem] if self._fits(stem, head, count)]
        bearing = [head for head in bearing if _surname(head) == stem] or bearing
        bearing.sort(key=lambda head: (-self._support[head], head))
        if len(bearing) > 1 and self._support[bearing[0]] >= _DOMINANT * self._support[bearing[1]]:
            return (bearing[0],)
        return tuple(bearing)

    def _fits(self, word: str, head: str, count: int) -> bool:
        """A first name by itself means the full one only where that is named about as often."""
        if _surname(head) == word:
            return self._support[head] * 2 * _DOMINANT >= count
        return self._support[head] * _FIRST_NAME >= count and word not in NEVER_ALONE and len(word) > 1


def _surname(key: str) -> str:
    words = key.split()
    return words[-2] if words[-1] in _SUFFIXES and len(words) > 1 else words[-1]


def _sound(key: str) -> str:
    return " ".join(map(by_ear, key.split()))


def _one_in_the_other(one: list[str], other: list[str]) -> bool:
    """Whether the shorter name's words stand in the longer, in order, sharing its first or last word.

    Of two names as long, whether they differ in initials only, or in which comes first (Park Chan-wook).
    """
    short, long = (one, other) if len(one) <= len(other) else (other, one)
    if len(short) == len(long) or len(short) == 1:
        return sorted(short) == sorted(long) or _same_but_initials(short, long)
    if short[0] != long[0] and short[-1] != long[-1]:
        return False
    rest: Iterable[str] = iter(long)
    return all(word in rest for word in short)


def _same_but_initials(one: list[str], other: list[str]) -> bool:
    if len(one) != len(other) or one[-1] != other[-1] or len(one) == 1:
        return False
    return all(
        left == right or (min(len(left), len(right)) == 1 and left[0] == right[0])
        for left, right in zip(one, other, strict=True)
    )
