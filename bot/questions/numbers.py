"""Numbers as people write them (`six`, `tens`, `9+`, `between 5 and 7`, `no more than 4`), as ranges."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass

_UNITS = "zero one two three four five six seven eight nine ten eleven twelve".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety hundred".split()
_FIGURES = (
    {word: str(value) for value, word in enumerate(_UNITS)}
    | {f"{word}s": f"{value}s" for value, word in enumerate(_UNITS)}
    | {word: str(10 * value) for value, word in enumerate(_TENS, 2)}
    | {"sixes": "6s", "zeroes": "0s"}
)
_COUNTS_BEFORE = (
    "a than least most exactly just gave give it between above below under over rated scored".split()
)
_ONE = re.compile(
    r"(?<!best )(?<!top )(?<!worst )(?:(?<!highest rated )(?<!lowest rated )(?<!top rated )(?<!best rated"
    r" )(?<!worst rated ))(?:"
    + "|".join(rf"(?<=\b{word} )" for word in _COUNTS_BEFORE)
    + r")one\b(?! of\b)(?! (?:note|trick|man|woman|person|hit|off|liner|dimensional|sided|sentence|line"
    r"|word)\b)"
    r"|\bone\b(?= (?:stars?|out of|/|to \d|- \d|or (?:more|less|two)))|\bsingle\b(?= stars?\b)"
)
_ONES = re.compile(r"(?:(?<=how many )|(?<=any )|(?<=percentage of ))ones\b")


def with_figures(text: str) -> str:
    """The text with number words as figures: `six` is `6`, `tens` is `10s`; `one` only where it counts."""
    text = _ONES.sub("1s", _ONE.sub("1", text))
    return " ".join(word if word in ("one", "ones") else _FIGURES.get(word, word) for word in text.split())


@dataclass(frozen=True, slots=True)
class Range:
    """Some numbers: from `low` to `high`, both included, or `values` alone where they are given."""

    low: float = -math.inf
    high: float = math.inf
    values: tuple[float, ...] = ()

    def holds(self, number: float) -> bool:
        """Whether the number is meant."""
        return number in self.values if self.values else self.low <= number <= self.high

    @property
    def whole_from(self) -> int | None:
        """The first whole number meant, None where there is none."""
        low = min(self.values) if self.values else self.low
        return None if math.isinf(low) else math.ceil(low)

    @property
    def whole_to(self) -> int | None:
        """The last whole number meant, None where there is none."""
        high = max(self.values) if self.values else self.high
        return None if math.isinf(high) else math.floor(high)


@dataclass(frozen=True, slots=True)
class RangeFound:
    """A range in a text, where it stands, and whether a bare number is all that was said."""

    range: Range
    start: int
    end: int
    bare: bool


_MORE = r"(?:more|higher|above|better|greater|up|over|upwards?|longer|bigger)"
_LESS = r"(?:less|lower|below|under|worse|fewer|down|smaller|shorter)"
_MORE_THAN = r"(?:more|greater|higher|better|bigger|longer|kinder|nicer|friendlier|more generous) than"
_LESS_THAN = (
    r"(?:less|lower|fewer|worse|smaller|shorter|harsher|meaner|stricter|tougher|stingier|more critical) than"
)
_AT_MOST = (
    rf"at (?:the )?most|(?:at|on) or (?:below|under|beneath|{_LESS_THAN})|(?:no|not) {_MORE_THAN}"
    rf"|not (?:above|over|exceeding)|up to(?: and including| including)?|until and including"
    rf"|(?:a )?maximum(?: of)?|<="
    rf"|{_LESS_THAN} or equal to|equal to or less than"
)
_AT_LEAST = (
    rf"at (?:the )?least|(?:at|on) or (?:above|over|beyond|{_MORE_THAN})|(?:no|not) {_LESS_THAN}"
    rf"|not (?:below|under)|(?:a )?minimum(?: of)?|>="
    rf"|{_MORE_THAN} or equal to|equal to or {_MORE_THAN}"
)
_ABOVE = rf"{_MORE_THAN}|over|above|beyond|>|exceed(?:s|ed|ing)?|north of"
_BELOW = rf"{_LESS_THAN}|under|below|<|beneath|south of|sub(?: -)?|short of|shy of"
_EXACTLY = r"exactly|precisely|just|only|straight|equal(?:s|ing)?(?: to)?|="
_OR_MORE = rf"(?:or|and|&) {_MORE}|\+|plus|(?:on )?upwards?|up(?! to\b)|(?:at )?minimum|at (?:the )?least"
_UNIT = r"(?:stars?|points?|words|(?:helpful |useful |total |up ?)?votes)"
_OR_LESS = rf"(?:or|and|&) {_LESS}|(?:at )?maximum|at (?:the )?most|downwards?"


def ranges_in(text: str, number: str) -> Iterator[RangeFound]:
    """The ranges in the text, from left to right.

    `number` is a pattern for one number with its unit, such as `(?:a )?{n}(?: stars?)?`, where `{n}` stands
    for the figure. A number that some other number or sign leans on is never read by itself.
    """
    pattern = _pattern(number)
    for found in pattern.finditer(text):
        meant = _meant(found)
        if meant is not None:
            yield RangeFound(meant, found.start(), found.end(), bare=_is_bare(found))


def _pattern(number: str) -> re.Pattern[str]:
    def one(name: str) -> str:
        return number.replace("{n}", rf"(?P<{name}>\d+(?:\.\d+)?)s?")

    plain = number.replace("{n}", r"\d+(?:\.\d+)?s?")
    return re.compile(
        rf"(?<![\w/.§-])(?<!/ )(?<!out of )(?:"
        rf"(?P<strict>(?:strictly|exclusively|really|only) (?:in )?(?=between))?(?:(?:any|some)where"
        rf" )?(?:between|from|in between) {one('low')} (?:and|to|-|through|till|until)"
        rf" {one('high')}(?: inclusive(?:ly)?|(?P<open>(?: ,)? (?:exclusive(?:ly)?|not inclu(?:ding"
        rf"|sive)(?: (?:both|the ends|either|those))?|"
        rf"(?:both )?ends excluded|excluding (?:both|the ends))))?"
        rf"|(?:from )?{one('start')} (?:to|-|through|thru|up to)(?: and including)? {one('stop')}(?:"
        rf" inclusive(?:ly)?)?"
        rf"|(?:(?:any|some)where )?(?:either )?(?P<list>{plain}(?:(?: ,)?(?: (?:or|and|&)| ,) {plain})+)"
        rf"|(?:(?P<at_most>{_AT_MOST})|(?P<at_least>{_AT_LEAST})|(?P<above>{_ABOVE})|(?P<below>{_BELOW})"
        rf"|(?:{_EXACTLY})) {one('limit')}(?P<doubled> (?:{_OR_MORE}|{_OR_LESS}))?"
        rf"|{one('base')} (?:(?P<more>{_OR_MORE})|(?P<less>{_OR_LESS}))(?: {_UNIT})?"
        rf"|{one('only')}"
        rf")(?![\w.]| ?/| - ?\d| out of)"
    )


def _meant(found: re.Match[str]) -> Range | None:
    if found["doubled"]:
        return None
    if found["low"] or found["start"]:
        low, high = sorted((float(found["low"] or found["start"]), float(found["high"] or found["stop"])))
        if found["strict"] or found["open"]:
            return Range(math.nextafter(low, math.inf), math.nextafter(high, -math.inf))
        return Range(low, high)
    if found["list"]:
        return Range(values=tuple(map(float, _listed(found["list"]))))
    if found["limit"]:
        return _limited(found, float(found["limit"]))
    if found["base"]:
        base = float(found["base"])
        return Range(low=base) if found["more"] else Range(high=base)
    return Range(values=(float(found["only"]),))


def _listed(text: str) -> list[str]:
    """The numbers of a list, without the 10 of `8/10`."""
    return re.findall(r"(?<!/ )(?<!out of )\b(\d+(?:\.\d+)?)s?\b", text)


def _limited(found: re.Match[str], limit: float) -> Range:
    if found["at_most"]:
        return Range(high=limit)
    if found["at_least"]:
        return Range(low=limit)
    if found["above"]:
        return Range(low=math.nextafter(limit, math.inf))
    if found["below"]:
        return Range(high=math.nextafter(limit, -math.inf))
    return Range(values=(limit,))


def _is_bare(found: re.Match[str]) -> bool:
    return found["only"] is not None
