"""Small numbers about children are withheld by themselves, and what would give them away."""

from __future__ import annotations

import itertools
import random

import duckdb
import numpy as np
import pytest
from scipy.optimize import Bounds, LinearConstraint, milp

from oversight import definitions, disclosure, publishing, store
from oversight.disclosure import LONDON, Key, Word
from tests.conftest import CLERK, a_return
from tests.test_publishing import cells_with

YEAR = ("2014-04-01", "2015-03-31")
QUARTERS = {
    "Q1": ("2014-04-01", "2014-06-30"),
    "Q2": ("2014-07-01", "2014-09-30"),
    "Q3": ("2014-10-01", "2014-12-31"),
    "Q4": ("2015-01-01", "2015-03-31"),
}


def key(text: str) -> Key:
    """A figure written in short: "rape Camden Q1 sex=male", London and the year where not said."""
    indicator, *rest = text.split()
    breakdown = next((part for part in rest if "=" in part), "")
    place = next((part for part in rest if part in ("A", "B", "C")), LONDON)
    days = next((QUARTERS[part] for part in rest if part in QUARTERS), YEAR)
    return Key(f"allegations_{indicator}", *days, place, breakdown)


def word(value: int | str) -> Word:
    return Word(None, None, value) if isinstance(value, str) else Word(value, value)


@pytest.fixture(scope="module")
def indicators(few):
    return definitions.load(few)


HIDDEN = [
    ("a few of a borough", {"rape A": 7}, {"rape A"}),
    ("nought and eight are shown", {"rape A": 0, "rape B": 8}, set()),
    ("few in all of London are not of a borough", {"rape": 5}, set()),
    (
        "the total that gives the one borough away",
        {"rape": 100, "rape A": 3, "rape B": 97},
        {"rape", "rape A"},
    ),
    (
        "no total where two are hidden and could be any",
        {"rape": 100, "rape A": 3, "rape B": 92, "rape C": 5},
        {"rape A", "rape C"},
    ),
    (
        "the total of two that can only be one each",
        {"rape": 94, "rape A": 1, "rape B": 92, "rape C": 1},
        {"rape", "rape A", "rape C"},
    ),
    (
        "the total of two that can only be seven each",
        {"rape": 106, "rape A": 7, "rape B": 92, "rape C": 7},
        {"rape", "rape A", "rape C"},
    ),
    (
        "no total where most boroughs were not sent",
        {"rape": 583, "rape A": 3, "rape B": 92},
        {"rape A"},
    ),
    (
        "what was withheld by whoever sent it counts as hidden",
        {"rape": 100, "rape A": "c", "rape B": 97},
        {"rape"},
    ),
    (
        "what was withheld may be anything, not few alone",
        {"rape A sex=male": "c", "rape A sex=female": 40, "rape A": 90},
        {"rape A"},
    ),
    (
        "no total where what was withheld is of some boroughs alone",
        {"rape": 583, "rape A": "c", "rape B": 92},
        set(),
    ),
    (
        "all, where one sex is few",
        {"rape": 50, "rape sex=female": 47, "rape sex=male": 3},
        {"rape", "rape sex=male"},
    ),
    (
        "the year, where one quarter is few",
        {"rape A Q1": 3, "rape A Q2": 20, "rape A Q3": 30, "rape A Q4": 40, "rape A": 93},
        {"rape A Q1", "rape A"},
    ),
    (
        "the sum of two indicators, where one is few",
        {"rape A": 3, "sexual_assault A": 30, "rape_and_sexual_assault A": 33},
        {"rape A", "rape_and_sexual_assault A"},
    ),
    (
        "the whole, where its kinds may be all there is",
        {"rape A": 3, "assault A": 30, "all A": 33},
        {"rape A", "all A"},
    ),
    (
        "one total after another, until none gives the next away",
        {"rape A sex=male": 3, "rape A sex=female": 23, "rape A": 26, "rape B": 100, "rape": 126},
        {"rape A sex=male", "rape A", "rape"},
    ),
    (
        "the wider ages, where narrower ones leave a few",
        {"rape age=0-9": 3, "rape age=10-15": 20, "rape age=0-15": 23, "rape age=16+": 20},
        {"rape age=0-9", "rape age=0-15"},
    ),
    (
        "a part nobody sent is worked out, and then the few",
        {"rape A": 10, "rape A sex=male": 1, "rape B": 17, "rape B sex=female": 8,
         "rape sex=female": 17},
        {"rape A sex=male", "rape A"},
    ),
    (
        "the total where another is as good as nought: not applicable",
        {"rape A": "z", "rape B": 20, "rape C": 3, "rape": 23},
        {"rape C", "rape"},
    ),
    (
        "the total where another is as good as nought: rounds to zero",
        {"rape A": "low", "rape B": 20, "rape C": 3, "rape": 23},
        {"rape C", "rape"},
    ),
    (
        "the total where another may be nought, for nobody knows",
        {"rape A": "x", "rape B": 20, "rape C": 3, "rape": 23},
        {"rape C", "rape"},
    ),
    (
        "no total where another is not nought, and is not known",
        {"rape A": "x", "rape B": 20, "rape C": 3, "rape": 63},
        {"rape C"},
    ),
    (
        "all, where the other sex is few and nobody wrote it",
        {"rape A": 20, "rape A sex=female": 17},
        {"rape A"},
    ),
    (
        "all, where the other sex is few and is not available",
        {"rape A": 20, "rape A sex=female": 17, "rape A sex=male": "x"},
        {"rape A"},
    ),
    (
        "nothing where the other sex is not few",
        {"rape A": 25, "rape A sex=female": 17},
        set(),
    ),
    (
        "the wider ages, where the narrower leave a few that nobody wrote",
        {"rape A age=0-17": 20, "rape A age=0-15": 17, "rape A age=18+": 30},
        {"rape A age=0-17"},
    ),
    (
        "the year, where three quarters leave a few",
        {"rape A Q1": 10, "rape A Q2": 12, "rape A Q3": 15, "rape A": 40},
        {"rape A"},
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    ("given", "wanted"), [one[1:] for one in HIDDEN], ids=[o[0] for o in HIDDEN]
)
def test_what_is_few_is_hidden_with_what_would_give_it_away(given, wanted, indicators):
    words = {key(text): word(value) for text, value in given.items()}
    assert disclosure.hidden(words, indicators) == {key(text) for text in wanted}
    backwards = dict(reversed(words.items()))
    assert disclosure.hidden(backwards, indicators) == {key(text) for text in wanted}


def test_a_total_that_is_public_stays_and_the_smallest_further_part_is_hidden(indicators):
    words = {key(text): word(value) for text, value in
             {"rape": 140, "rape A": 3, "rape B": 97, "rape C": 40}.items()}  # fmt: skip
    found = disclosure.hidden(words, indicators, {key("rape"): [140]})
    assert found == {key("rape A"), key("rape C")}
    # That C was published before makes it useless too.
    found = disclosure.hidden(words, indicators, {key("rape"): [140], key("rape C"): [40]})
    assert found == {key("rape A"), key("rape B")}


def test_a_nought_is_hidden_only_where_nothing_else_is_left(indicators):
    words = {key("rape"): word(3), key("rape A"): word(3), key("rape B"): word(0)}
    assert disclosure.hidden(words, indicators) == {key("rape A"), key("rape")}
    assert disclosure.hidden(words, indicators, {key("rape"): [3]}) == {
        key("rape A"),
        key("rape B"),
    }


def test_nobody_who_tries_every_table_can_tell_a_hidden_figure(indicators):
    """Two places, both sexes and all sums, some never sent; the reader tries all that fit."""
    most, chance = 31, random.Random(5)
    numbers = (0, 0, 1, 2, 3, 5, 7, 8, 9, 12)
    tried = np.stack(np.meshgrid(*[np.arange(most)] * 4, indexing="ij")).reshape(4, -1)
    table = {}
    for number, (place, sex) in enumerate(itertools.product("AB", ("female", "male"))):
        table[key(f"rape {place} sex={sex}")] = tried[number]
    for number, place in enumerate("AB"):
        table[key(f"rape {place}")] = tried[2 * number] + tried[2 * number + 1]
    for number, sex in enumerate(("female", "male")):
        table[key(f"rape sex={sex}")] = tried[number] + tried[number + 2]
    table[key("rape")] = tried.sum(axis=0)
    for _ in range(60):
        true = np.ravel_multi_index(chance.choices(numbers, k=4), (most,) * 4)
        sent = {one: int(sums[true]) for one, sums in table.items() if chance.random() < 0.85}
        found = disclosure.hidden({one: word(value) for one, value in sent.items()}, indicators)
        few = {one for one, n in sent.items() if disclosure.is_protected(one) and 1 <= n <= 7}
        assert few <= found
        fits = np.ones(tried.shape[1], bool)
        for one, value in sent.items():
            if one in few:
                fits &= (table[one] >= 1) & (table[one] <= 7)
            elif one not in found:
                fits &= table[one] == value
        for one in few:
            assert len(np.unique(table[one][fits])) > 1, (sent, one)


def shown_by(words, numbers, remembered, indicators) -> dict[Key, float]:
    """What readers see of these words, who saw those numbers and marks before; both grow."""
    said = {one: n if isinstance(n, Word) else word(n) for one, n in words.items()}
    for one in remembered:
        if one not in said or said[one].is_silent:
            said[one] = word("c")
    found = disclosure.hidden(said, indicators, numbers)
    shown = {one: each.lower for one, each in said.items() if each.is_exact and one not in found}
    for one, number in shown.items():
        numbers[one] = [number, *(n for n in numbers.get(one, ()) if n != number)]
    remembered |= {one for one in said if one in found or said[one].is_withheld}
    return shown


def test_nobody_who_solves_for_every_figure_can_tell_a_hidden_one(indicators, often):
    """Three places by quarter, sent in two returns, the first then withdrawn; and some markers.

    The reader remembers every number, knows that London is the three and a year its quarters.
    """
    chance = random.Random(11)
    numbers, cells = (0, 0, 1, 1, 2, 3, 6, 7, 9, 12, 15), cells_by_place_and_quarter()
    for _ in range(often(25, 2_000)):
        true = np.array(chance.choices(numbers, k=12)).reshape(3, 4)
        is_full = chance.random() < 0.5
        first, second = {}, {}
        for one, row in cells.items():
            count = int((row * true).sum())
            said = count or chance.choice((0, "z", "low"))
            returns = [first] if is_full else chance.choice(([first], [second], [first, second]))
            for sent in returns if is_full or chance.random() < 0.9 else ():
                sent[one] = chance.choice((said, "x")) if sent is second else said
        known, marked, few, told = {}, set(), {}, []
        for words in (first, {**first, **second}, second) if second else (first,):
            few |= {
                one: (1, 7)
                for one, n in words.items()
                if disclosure.is_protected(one) and n in range(1, 8) and n not in known.get(one, ())
            }
            noughts = {one: (0, 0) for one, n in words.items() if n in ("z", "low")}
            earlier = {one: (n[0], n[0]) for one, n in known.items()}
            shown = shown_by(words, known, marked, indicators)
            now = {one: (n, n) for one, n in shown.items()}
            assert few.keys().isdisjoint(shown)
            told.append(words)
            before = {**few, **earlier, **noughts}
            for one in few:
                least, most = had_from({**before, **now}, cells, one)
                # What was public before it was sent cannot be taken back.
                assert least < most or len(set(had_from(before, cells, one))) == 1, (told, one)


def cells_by_place_and_quarter() -> dict[Key, np.ndarray]:
    """Each figure, a year's and London's too, by which of three places and four quarters it is."""
    cells = {}
    for p, q in itertools.product((*range(3), slice(None)), (*range(4), slice(None))):
        place, quarter = ("ABC"[p] if p in range(3) else ""), (f"Q{q + 1}" if q in range(4) else "")
        cells[key(f"rape {place} {quarter}")] = row = np.zeros((3, 4))
        row[p, q] = 1
    return cells


def had_from(limits, cells, wanted) -> tuple[int, int]:
    """The least and the most that a figure can be, in whole numbers that fit all limits."""
    rows = np.array([cells[one].ravel() for one in limits])
    low, high = np.array(list(limits.values()), dtype=float).T
    fits = LinearConstraint(rows, low, high)
    goal = cells[wanted].ravel()
    least, most = (
        milp(sign * goal, constraints=fits, integrality=np.ones(12), bounds=Bounds(0, 999))
        for sign in (1, -1)
    )
    return round(least.fun), round(-most.fun)


def test_sums_that_are_added_and_subtracted_give_nothing_away(indicators):
    """London less a year, and so on: no sum of this return alone tells that A had 1 in Q1."""
    table = {
        "A": (1, 15, 1, 3, 20), "B": (6, 15, 9, 9, 39), "C": (1, 15, 9, 9, 34),
        "": (8, 45, 19, 21, 93),
    }  # fmt: skip
    words = {
        key(f"rape {place} {quarter}"): word(count)
        for place, counts in table.items()
        for quarter, count in zip(("Q1", "Q2", "Q3", "Q4", ""), counts, strict=True)
    }
    found = disclosure.hidden(words, indicators)
    shown = {one: (each.lower, each.lower) for one, each in words.items() if one not in found}
    few = {one: (1, 7) for one, each in words.items() if disclosure.is_few(each)}
    assert few.keys() <= found
    for one in few:
        least, most = had_from({**shown, **few}, cells_by_place_and_quarter(), one)
        assert least < most


def test_the_last_borough_of_all_that_london_leaves_is_not_told(indicators):
    boroughs = {key("rape")._replace(place=f"E{number}"): word(20) for number in range(31)}
    for left, wanted in ((3, {key("rape")}), (9, set())):
        words = {**boroughs, key("rape"): word(620 + left)}
        assert disclosure.hidden(words, indicators) == wanted


BY_BOROUGH_AND_SEX = a_return(
    "cse_referrals,2014-15 Q1,London,,8143,,",
    "cse_referrals,2014-15 Q1,Camden,,3,,was 3 in all",
    "cse_referrals,2014-15 Q1,Brent,,8140,,",
    "cse_referrals,2014-15 Q1,Brent,sex=female,8140,,",
    "cse_referrals,2014-15 Q1,Brent,sex=male,0,,",
    "cse_referrals,2014-15 Q2,Camden,,20,,",
    "cse_referrals,2014-15 Q2,Brent,,8141,,",
    "cse_referrals,2014-15 Q3,Camden,,30,,",
    "cse_referrals,2014-15 Q3,Brent,,8142,,",
    "cse_referrals,2014-15 Q4,Camden,,40,p,",
    "cse_referrals,2014-15 Q4,Brent,,8144,,",
)
CAMDEN, BRENT = "E09000007", "E09000005"


def seen(where, number: int) -> dict[tuple, tuple]:
    """value, lower, marker, withheld and note of every CSE referral, by period, place and kind."""
    with duckdb.connect(str(where.publication(number)), read_only=True) as connection:
        rows = connection.execute(
            "SELECT period, CASE WHEN level = 'London' THEN level ELSE area END, breakdown,"
            " value, lower, marker, withheld, note FROM observation"
            " WHERE indicator = 'cse_referrals'"
        ).fetchall()
    return {row[:3]: row[3:] for row in rows}


def test_a_raw_return_is_taken_and_published_with_its_few_withheld(where, few):
    publishing.publish(where, few, BY_BOROUGH_AND_SEX, CLERK)
    found = seen(where, 2)
    told = (None, None, "c", 1, "withheld to protect people")
    assert found["2014-15 Q1", CAMDEN, ""] == told
    assert found["2014-15 Q1", "London", ""] == told
    assert found["2014-15 Q1", BRENT, ""][0] == 8140
    assert found["2014-15 Q1", BRENT, "sex=male"][:3] == (0, 0, "")
    # The year is what the build makes of its quarters: a lower limit that says what is withheld.
    assert found["2014-15", CAMDEN, ""] == (None, 90, "p", 1, "sum of four quarters")
    assert where.returned(where.entries()[1].accepted[0]).read_bytes() == BY_BOROUGH_AND_SEX
    assert publishing.verify(where) == []


def test_a_number_that_is_withheld_stands_nowhere_in_the_publication(where, few):
    publishing.publish(where, few, BY_BOROUGH_AND_SEX, CLERK)
    with duckdb.connect(str(where.publication(2)), read_only=True) as connection:
        assert cells_with("8143", connection) == set()
        assert cells_with("was 3", connection) == set()
        assert cells_with("8140", connection) != set()
    for path in (where.publication(2), where.copy):
        assert b"was 3 in all" not in path.read_bytes()
        assert np.float64(8143).tobytes() not in path.read_bytes()
    for row in store.current(where).rows("export/observations"):
        assert 8143 not in row


def test_a_total_published_first_makes_another_borough_be_withheld(where, few):
    total, *rest = BY_BOROUGH_AND_SEX.decode().splitlines()[1:]
    publishing.publish(where, few, a_return(total), CLERK)
    publishing.publish(where, few, a_return(*rest), CLERK)
    found = seen(where, 3)
    assert found["2014-15 Q1", "London", ""][0] == 8143
    assert found["2014-15 Q1", CAMDEN, ""][2] == "c"
    assert found["2014-15 Q1", BRENT, ""][2] == "c"
    # Nor can it be had from what it is split into, or from another publication of the same.
    assert found["2014-15 Q1", BRENT, "sex=female"][2] == "c"
    publishing.publish(where, few, a_return("fgm_referrals,2014,London,,80,,"), CLERK)
    assert seen(where, 4) == found


def test_the_newest_word_counts_and_a_number_no_longer_few_is_shown(where, few):
    publishing.publish(where, few, BY_BOROUGH_AND_SEX, CLERK)
    again = a_return(
        "cse_referrals,2014-15 Q1,Camden,,33,,counted again",
        "cse_referrals,2014-15 Q1,London,,8173,,",
    )
    publishing.publish(where, few, again, CLERK)
    found = seen(where, 3)
    # Nobody has seen the 3, so to readers 33 revises nothing.
    assert found["2014-15 Q1", CAMDEN, ""] == (33, 33, "", 0, "counted again")
    assert found["2014-15 Q1", "London", ""][0] == 8173
    assert found["2014-15", CAMDEN, ""][0] == 123


@pytest.mark.parametrize(("girls", "later"), [(5, 30), (6, 30), (5, 31)])
def test_whether_a_figure_is_marked_revised_tells_nothing_of_what_was_hidden(
    where, few, girls, later
):
    """Were it told of all 30 that it was not 30 before, the girls could be counted out."""
    first = {"": 25 + girls, "sex=female": girls, "sex=male": 25}
    second = {"": later, "sex=female": later - 18, "sex=male": 18}
    for counts in (first, second):
        rows = [f"cse_referrals,2014-15 Q1,Camden,{kind},{n},," for kind, n in counts.items()]
        publishing.publish(where, few, a_return(*rows), CLERK)
    assert {kind: seen(where, 2)["2014-15 Q1", CAMDEN, kind][2] for kind in first} == {
        "": "c", "sex=female": "c", "sex=male": "",
    }  # fmt: skip
    # Of the three the number of boys alone was seen before.
    assert {kind: seen(where, 3)["2014-15 Q1", CAMDEN, kind][2] for kind in second} == {
        "": "", "sex=female": "", "sex=male": "r",
    }  # fmt: skip
    assert publishing.verify(where) == []


def test_a_quarter_that_staff_withhold_for_london_is_still_theirs_to_cover(where, few):
    rows = [f"allegations_neglect,2014-15 Q{quarter},{{place}},,100,," for quarter in (1, 2, 3)]
    rows += [
        "allegations_neglect,2014-15 Q4,{place},,,c,",
        "allegations_neglect,2014-15,{place},,400,,",
    ]
    with pytest.raises(publishing.RefusedReturn) as refused:
        publishing.publish(where, few, a_return(*(r.format(place="London") for r in rows)), CLERK)
    assert [finding.check for finding in refused.value.findings] == ["withheld_stays_hidden"]
    # For a borough the year is withheld by itself.
    publishing.publish(where, few, a_return(*(r.format(place="Camden") for r in rows)), CLERK)
    with duckdb.connect(str(where.publication(2)), read_only=True) as connection:
        assert connection.execute(
            "SELECT period FROM observation WHERE indicator = 'allegations_neglect'"
            " AND marker = 'c' ORDER BY period"
        ).fetchall() == [("2014-15",), ("2014-15 Q4",)]


PARTS = ("cse_referrals,2014-15 Q1,Croydon,,10,,", "cse_referrals,2014-15 Q1,Lambeth,,20,,")
FEW_OF_SUTTON = "cse_referrals,2014-15 Q1,Sutton,,3,,"
ALL_OF_LONDON = "cse_referrals,2014-15 Q1,London,,33,,"
OVERWRITTEN = [part.replace(",10,,", ",,x,").replace(",20,,", ",,x,") for part in PARTS]


@pytest.mark.parametrize(
    ("first", "second", "third"),
    [
        ([*PARTS, FEW_OF_SUTTON], [ALL_OF_LONDON], None),
        ([*PARTS, FEW_OF_SUTTON], [ALL_OF_LONDON, *OVERWRITTEN], None),
        ([*PARTS, FEW_OF_SUTTON], [ALL_OF_LONDON], OVERWRITTEN),
        (PARTS, [FEW_OF_SUTTON, ALL_OF_LONDON], None),
        ([*PARTS, FEW_OF_SUTTON], [ALL_OF_LONDON], [PARTS[0].replace("10", "50")]),
    ],
    ids=["withdrawn", "withdrawn and overwritten", "overwritten", "parts alone", "restated"],
)
def test_a_number_once_published_is_remembered_for_good(where, few, first, second, third):
    publish(where, few, *first)
    publish(where, few, *second)
    assert seen(where, 3)["2014-15 Q1", "London", ""][2] == "c"
    if third:
        publish(where, few, *third)
    else:
        publishing.withdraw(where, few, 2, CLERK, "Sent twice")
    assert seen(where, 4)["2014-15 Q1", "London", ""][2] == "c"
    publish(where, few, "fgm_referrals,2014,London,,80,,")
    assert seen(where, 5)["2014-15 Q1", "London", ""][2] == "c"
    assert publishing.verify(where) == []


def test_quarters_that_were_withdrawn_are_remembered_against_their_year(where, few):
    of_croydon = "cse_referrals,2014-15{},Croydon,,{},,".format
    publish(where, few, of_croydon(" Q1", 10), of_croydon(" Q2", 12))
    publish(where, few, of_croydon(" Q3", 15), of_croydon(" Q4", 3), of_croydon("", 40))
    publishing.withdraw(where, few, 2, CLERK, "Sent twice")
    for number in (3, 4):
        assert seen(where, number)["2014-15", "E09000008", ""][2] == "c"


def publish(where, few, *rows: str) -> None:
    """Publish, whatever is asked about explained."""
    content = a_return(*rows)
    findings = publishing.check(where, few, content, CLERK).findings
    publishing.publish(where, few, content, CLERK, "", {one.check: "so" for one in findings})
