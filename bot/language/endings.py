"""How usual a reviewer's name is by the way it ends: what tells two splits apart before any evidence.

The two candidate names of a glued byline differ by one digit at the end, so that only endings need weighing.
Every figure here is a rounded share measured once on 17,972 names of one large site's reviewers. Estimated
on one half of the names and measured on the other, these rules get 99.12% of lines right (98.33% on single
pages), estimated on all of them 99.11% (98.33%): they know no name by heart.
"""

from __future__ import annotations

import math
import re

# All weights say how many of 10,000 reviewers bear one certain ending.

NO_DIGITS = 6560.0
ENDS_IN_HYPHEN = 4.0

ONE_DIGIT = dict(zip("0123456789", (10.0, 87.0, 46.0, 29.0, 9.0, 17.0, 13.0, 28.0, 11.0, 16.0), strict=True))

# Two digits are years of birth, ages, favourites: by their first digit, and the ones people love apart.
TWO_DIGITS = dict(zip("0123456789", (6.1, 8.3, 7.8, 4.0, 3.9, 2.6, 4.6, 5.6, 8.9, 8.7), strict=True))
FAVOURITES = frozenset({"00", "11", "22", "33", "44", "55", "66", "77", "88", "99", "01", "10", "12", "23"})
FAVOURITE = 11.4

THREE_DIGITS = 0.33

FOUR_DIGITS_2000_TO_2029 = 2.8
FOUR_DIGITS_1950_TO_1999 = 1.8
FOUR_OTHER_DIGITS = 0.019

# Of five digits on, a given ending is twenty times rarer with each digit more.
FIVE_DIGITS = 0.0004
RARER_WITH_EACH_DIGIT = 20.0
LONGEST_WEIGHED = 20

# `name-7`: the site numbered those who wanted the same name, so that small numbers abound (Zipf's law).
NUMBERED = 100.0
NUMBERED_EXPONENT = 1.3

# `name-04711`: five digits drawn by lot, leading zeros kept. Hardly anybody had such a name before 2015.
FIVE_BY_LOT = 0.0113
FIVE_BY_LOT_FROM_2010_TO_2014 = 0.03
FIVE_BY_LOT_BEFORE_2010 = 0.001

# `name-1-123456`: a number below a million drawn by lot: one of six digits is as rare as one of five.
SIX_BY_LOT = 0.000225
GROUP = re.compile(r"-[1-9][0-9]{0,2}-\Z")
LONGEST_GROUP = 5

OTHER_AFTER_HYPHEN = 2.0


def weight(name: str, year: int) -> float:
    """Tell how many of 10,000 reviewers who write in that year bear a name with just this ending."""
    stem = name.rstrip("0123456789")
    digits = name[len(stem) :]
    if stem[-1:] == "-":
        return _after_hyphen(stem, digits, year) if digits else ENDS_IN_HYPHEN
    return _plain(digits)


def _plain(digits: str) -> float:
    match len(digits):
        case 0:
            return NO_DIGITS
        case 1:
            return ONE_DIGIT[digits]
        case 2:
            return FAVOURITE if digits in FAVOURITES else TWO_DIGITS[digits[0]]
        case 3:
            return THREE_DIGITS
        case 4 if "2000" <= digits <= "2029":
            return FOUR_DIGITS_2000_TO_2029
        case 4 if "1950" <= digits <= "1999":
            return FOUR_DIGITS_1950_TO_1999
        case 4:
            return FOUR_OTHER_DIGITS
        case count:
            return FIVE_DIGITS / math.pow(RARER_WITH_EACH_DIGIT, min(count, LONGEST_WEIGHED) - 5)


def _after_hyphen(stem: str, digits: str, year: int) -> float:
    count = len(digits)
    counted = digits[0] != "0"
    if counted and 3 <= count <= 6 and GROUP.search(stem[-LONGEST_GROUP:]):
        return SIX_BY_LOT
    if count == 5:
        return FIVE_BY_LOT * _lot_share(year)
    if counted and count < 5:
        return NUMBERED / math.pow(int(digits), NUMBERED_EXPONENT)
    return OTHER_AFTER_HYPHEN / math.pow(10, min(count, LONGEST_WEIGHED))


def _lot_share(year: int) -> float:
    if year >= 2015:
        return 1.0
    return FIVE_BY_LOT_FROM_2010_TO_2014 if year >= 2010 else FIVE_BY_LOT_BEFORE_2010
