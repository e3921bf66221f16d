from __future__ import annotations

import calendar
import datetime as dt

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.language.bylines import Decision, Seen, Split, candidates, choose, evidence, settle
from tests.benchmarks.bylines import PAGE_SIZE, SAMPLE, Pair, read_pairs, score

reviewers = st.one_of(
    st.text(min_size=1, max_size=20),
    st.from_regex(r"[a-z]{1,3}(-|-[1-9]-|_| )?[0-9]{0,7}", fullmatch=True),
).filter(lambda name: name == name.strip() != "")
dates = st.dates(min_value=dt.date(1000, 1, 1))


def printed(reviewer: str, date: dt.date) -> str:
    return f"{reviewer}{date.day} {calendar.month_name[date.month]} {date.year}"


def readings(line: str) -> tuple[Split, ...]:
    found = candidates(line)
    assert found is not None, line
    return found


def settled(*lines: str) -> list[Decision]:
    return settle([readings(line) for line in lines])


def decided(line: str, **seen: Seen) -> Decision:
    return choose(readings(line), {name.replace("_", "-"): counts for name, counts in seen.items()})


def test_a_glued_line_has_both_readings_the_day_of_one_digit_first() -> None:
    assert candidates("yoshi-3315 August 2005") == (
        Split("yoshi-331", dt.date(2005, 8, 5)),
        Split("yoshi-33", dt.date(2005, 8, 15)),
    )


@pytest.mark.parametrize(
    ("line", "reviewer", "date"),
    [
        ("UlrikSander11 March 2006", "UlrikSander", dt.date(2006, 3, 11)),
        ("alke-23 January 2005", "alke-2", dt.date(2005, 1, 3)),
        ("PAolo-108 February 2009", "PAolo-10", dt.date(2009, 2, 8)),
        ("methodman-7025227 April 2020", "methodman-70252", dt.date(2020, 4, 27)),
        ("someone-1-12345617 May 2012", "someone-1-123456", dt.date(2012, 5, 17)),
        ("someone-812-1234565 May 2012", "someone-812-123456", dt.date(2012, 5, 5)),
        ("filmlover198415 May 2012", "filmlover1984", dt.date(2012, 5, 15)),
        ("filmlover19915 May 2012", "filmlover1991", dt.date(2012, 5, 5)),
        ("bob15 May 2012", "bob", dt.date(2012, 5, 15)),
        ("bob the mover 15 May 2012", "bob the mover", dt.date(2012, 5, 15)),
        ("Зритель15 May 2012", "Зритель", dt.date(2012, 5, 15)),
    ],
)
def test_the_way_names_end_decides_a_line_by_itself(line: str, reviewer: str, date: dt.date) -> None:
    assert settled(line)[0].split == (reviewer, date)


@pytest.mark.parametrize(
    ("line", "reviewer", "date"),
    [
        ("PAolo-108 February 2009", "PAolo-10", dt.date(2009, 2, 8)),
        ("12345678 May 2019", "1234567", dt.date(2019, 5, 8)),
        ("15 May 2019", "1", dt.date(2019, 5, 5)),
        ("Jo5 May 2019", "Jo", dt.date(2019, 5, 5)),
        ("Jo05 May 2019", "Jo0", dt.date(2019, 5, 5)),
        ("Jo30 May 2019", "Jo", dt.date(2019, 5, 30)),
        ("Jo31 April 2019", "Jo3", dt.date(2019, 4, 1)),
        ("Jo29 February 2019", "Jo2", dt.date(2019, 2, 9)),
        ("Jo٣5 May 2019", "Jo٣", dt.date(2019, 5, 5)),
        ("5 May 20195 May 2019", "5 May 2019", dt.date(2019, 5, 5)),
    ],
)
def test_a_line_with_one_reading_is_certain(line: str, reviewer: str, date: dt.date) -> None:
    assert settled(line) == [Decision(Split(reviewer, date), None, certain=True, probability=1.0)]


def test_the_29th_of_february_exists_in_leap_years_only() -> None:
    assert len(readings("Jo29 February 2020")) == 2
    assert len(readings("Jo29 February 2000")) == 2
    assert len(readings("Jo29 February 2100")) == 1


@pytest.mark.parametrize("month", ["Sep", "Sep.", "Sept", "Sept.", "September"])
def test_months_may_be_abbreviated(month: str) -> None:
    assert readings(f"Jo5 {month} 2005") == (Split("Jo", dt.date(2005, 9, 5)),)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "15 May",
        "5 May 2019",
        "30 May 2019",
        "Jo May 2019",
        "Jo0 May 2019",
        "Jo30 February 2019",
        "Jo5 Mai 2019",
        "Jo5 Ma 2019",
        "Jo5 May 19",
        "Jo5 May 0000",
        "Jo5 May ２０１９",
        "Jo٣ May 2019",
        "Jo5May 2019",
        "A film I saw in May 2019 again",
        "8/10",
    ],
)
def test_another_line_is_no_byline(line: str) -> None:
    assert candidates(line) is None


def test_white_space_around_counts_for_nothing() -> None:
    assert candidates("\u00a0Jo Li15\u00a0May 2019 \r\n") == candidates("Jo Li15 May 2019")


def test_a_name_seen_elsewhere_wins() -> None:
    alone = settled("yoshi-3315 August 2005")[0]
    assert alone.split == ("yoshi-33", dt.date(2005, 8, 15))
    assert not alone.certain

    beside_others = settled("yoshi-3315 August 2005", "yoshi-33110 May 2010", "yoshi-33127 May 2011")[0]
    assert beside_others.split == ("yoshi-331", dt.date(2005, 8, 5))
    assert beside_others.other == ("yoshi-33", dt.date(2005, 8, 15))
    assert beside_others.certain


def test_what_speaks_for_both_names_speaks_for_neither() -> None:
    alone = settled("yoshi-3315 August 2005")[0]
    assert settled("yoshi-3315 August 2005", "yoshi-3317 May 2010")[0] == alone


def test_the_name_common_to_several_bylines_wins_where_none_is_certain() -> None:
    decisions = settled("setanta-15 May 2004", "setanta-21 June 2005", "setanta-12 July 2006")
    assert [decision.split.reviewer for decision in decisions] == ["setanta-"] * 3


def test_a_name_that_ends_in_a_hyphen_is_not_believed_for_a_line_by_itself() -> None:
    assert settled("setanta-18 January 2002")[0].split.reviewer == "setanta-1"


def test_five_digits_after_a_hyphen_are_of_a_later_time() -> None:
    assert settled("simon-130315 May 2006")[0].split.reviewer == "simon-1303"
    assert settled("simon-130315 May 2019")[0].split.reviewer == "simon-13031"


def test_names_with_evidence_on_both_sides_stay_in_doubt() -> None:
    doubtful = decided("yoshi-3315 August 2005", yoshi_331=Seen(alone=1), yoshi_33=Seen(alone=2))
    assert doubtful.split.reviewer == "yoshi-33"
    assert not doubtful.certain


def test_the_rules_alone_do_not_make_a_common_ending_certain() -> None:
    assert not settled("bob15 May 2012")[0].certain


def test_counting_a_byline_itself_changes_nothing() -> None:
    splits = readings("yoshi-3315 August 2005")
    library = [readings("yoshi-3325 May 2010"), readings("yoshi-334 May 2010")]
    assert choose(splits, evidence(library)) == choose(splits, evidence([*library, splits]))


same_stem = st.builds(
    lambda stem, digits, date: printed(stem + digits, date),
    st.sampled_from(["yoshi-", "yoshi"]),
    st.from_regex("[1-3]{0,3}", fullmatch=True),
    st.dates(min_value=dt.date(1998, 1, 1), max_value=dt.date(2026, 12, 31)),
)


@given(st.data(), st.lists(same_stem, max_size=12))
def test_the_order_of_import_changes_no_decision(data: st.DataObject, lines: list[str]) -> None:
    order = data.draw(st.permutations(range(len(lines))))
    in_order = settled(*lines)
    assert settled(*(lines[place] for place in order)) == [in_order[place] for place in order]


@given(st.lists(same_stem, max_size=12), st.lists(same_stem, max_size=12))
def test_the_counts_of_a_library_are_the_sums_of_its_parts(first: list[str], second: list[str]) -> None:
    one, two = ([readings(line) for line in lines] for lines in (first, second))
    counts, others = evidence(one), evidence(two)
    both = {
        name: Seen(*(a + b for a, b in zip(counts.get(name, Seen()), others.get(name, Seen()), strict=True)))
        for name in counts.keys() | others.keys()
    }
    assert evidence(one + two) == both


@given(st.lists(same_stem, min_size=1, max_size=12))
def test_only_bylines_whose_names_gained_evidence_need_settling_again(lines: list[str]) -> None:
    *before, added = [readings(line) for line in lines]
    touched = {split.reviewer for split in added}
    for splits, old, new in zip(before, settle(before), settle([*before, added]), strict=False):
        assert old == new or touched & {split.reviewer for split in splits}


@given(st.text())
@example("1" * 50_000 + "5 May 2005")
@example("a-1-" * 20_000 + "15 May 2005")
@example("a-" + "0" * 400 + "15 May 2005")
def test_any_text_is_read_or_refused(text: str) -> None:
    for line in (text, f"{text}15 May 2005"):
        splits = candidates(line)
        if splits is not None:
            decision = settle([splits])[0]
            assert 0.5 <= decision.probability <= 1.0
            assert {decision.split, decision.other} - {None} == set(splits)


@given(reviewers, dates)
def test_the_truth_is_among_the_readings(reviewer: str, date: dt.date) -> None:
    assert (reviewer, date) in readings(printed(reviewer, date))


@given(reviewers, dates)
def test_every_reading_prints_as_the_line(reviewer: str, date: dt.date) -> None:
    line = printed(reviewer, date)
    for split in readings(line):
        assert "".join(printed(*split).split()) == "".join(line.split())


@pytest.fixture(scope="module")
def pairs() -> list[Pair]:
    if not SAMPLE.is_file():
        pytest.skip("the real bylines lie beside the repository, in ../shared/samples, and are not there")
    return read_pairs()


def test_real_bylines_are_split_right_as_one_library(pairs: list[Pair]) -> None:
    found = score(pairs)
    assert found.share_right >= 0.991
    assert found.open_certain_share_right >= 0.998
    assert found.share_certain >= 0.69
    assert found.doubts == pytest.approx(found.lines - found.right, rel=0.15)


@pytest.mark.parametrize("library_size", [1, PAGE_SIZE])
def test_real_bylines_are_split_right_page_by_page(pairs: list[Pair], library_size: int) -> None:
    found = score(pairs, library_size=library_size)
    assert found.share_right >= 0.983
    assert found.open_certain_share_right >= 0.998
