"""The indicators as shipped, and what is said of a definition that does not hold."""

from __future__ import annotations

import pytest

from oversight import definitions, reference
from oversight.definitions import DefinitionError

RAPE = "data/definitions/indicators/allegations_rape.toml"
IN_POST = "data/definitions/indicators/cse_officers_in_post.toml"


def test_all_forty_eight_indicators_load(files):
    assert len(definitions.load(files)) == 48


def test_allegations_referrals_and_detections_are_neutral_and_have_no_target(files):
    indicators = definitions.load(files)
    for name in (
        "allegations_all", "allegations_rape", "allegations_sexual_assault", "cse_referrals",
        "allegations_rape_and_sexual_assault", "fgm_referrals", "sanction_detections",
    ):  # fmt: skip
        assert (indicators[name].better, indicators[name].target) == ("neither", None), name


def test_every_figure_claim_and_gap_of_the_report_names_an_indicator_that_is_defined(files):
    indicators = definitions.load(files)
    for table in ("figures", "claims", "gaps"):
        rows = reference.table(files, f"data/report/{table}.csv")
        named = {row["indicator"] for row in rows} - {""}
        assert named
        assert named <= indicators.keys(), table


def test_no_caveat_says_that_nothing_has_been_supplied_for_a_return_may_bring_it(files):
    for name, indicator in definitions.load(files).items():
        for caveat in indicator.caveats:
            assert "has been supplied" not in caveat, name


def test_no_definition_says_it_is_not_comparable_with_itself(files):
    for name, indicator in definitions.load(files).items():
        assert name not in indicator.not_comparable_with, name


def test_counts_about_people_that_may_be_split_are_protected(files):
    unprotected = {
        name
        for name, indicator in definitions.load(files).items()
        if {"sex", "age"} & set(indicator.breakdowns_wanted) and indicator.disclosure != "raw"
    }
    # A census of everybody is published as it is; all else counts children something was done to.
    assert unprotected == {"borough_child_population"}


def changed(files, path: str, *changes: tuple[str, str]) -> dict[str, bytes]:
    """The files with one definition's text changed; a change that finds nothing is an error."""
    text = files[path].decode()
    for old, new in changes:
        assert old in text, f"{old} is not in {path}"
        text = text.replace(old, new, 1)
    return {**files, path: text.encode()}


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("title =", "titel =", "the key 'titel' is not known"),
        ("title =", "colour = 'red'\ntitle =", "the key 'colour' is not known"),
        ("title =", "# title =", "the key 'title' is missing"),
        ("related_asks =", "# related_asks =", "the key 'related_asks' is missing"),
        ("reviewed =", "# reviewed =", "the key 'reviewed' is missing"),
        ('unit = "allegations"', 'unit = ""', "nothing is written for 'unit'"),
        ('unit = "allegations"', 'unit = "  "', "nothing is written for 'unit'"),
        ('owner = ["Met"]', "owner = []", "nothing is written for 'owner'"),
        ('owner = ["Met"]', 'owner = ["Met", " "]', "nothing is written for 'owner'"),
        ('owner = ["Met"]', 'owner = "Met"', "'owner' must be a list of texts"),
        ('owner = ["Met"]', "owner = [1]", "'owner' must be a list of texts"),
        ('owner = ["Met"]', 'owner = ["Mett"]', "'owner' names 'Mett', which does not exist"),
        ('unit = "allegations"', "unit = 4", "'unit' must be a text in quotation marks"),
        ('kind = "flow"', 'kind = "flux"', "'kind' is 'flux'. It must be one of: flow, level, sh"),
        ('better = "neither"', 'better = "up"', "'better' is 'up'. It must be one of: higher, lo"),
        ('better = "neither"', 'better = "neither"\ntarget = 100', "'target' is set, yet better"),
        ('better = "neither"', 'better = "higher"\ntarget = "100"', "'target' must be a number"),
        ('better = "neither"', 'better = "higher"\ntarget = true', "'target' must be a number"),
        ("reviewed = 2026-11-22", 'reviewed = "soon"', "'reviewed' must be a date such as 2026"),
        ("review_by = 2027-11-22", "review_by = 2026-11-22", "'review_by' must be later than 're"),
        ('measure = "charges"', 'measure = "charge"', "names 'charge', which does not exist"),
        ('measure = "charges"', 'measure = "allegations_rape"', "names the indicator itself"),
        ('measure = "charges"', 'measure = ""', "nothing is written for 'counter_measure'"),
        ('checked_against = ["', 'checked_against = ["A99", "', "'checked_against' names 'A99'"),
        ('related_asks = ["', 'related_asks = ["R99", "', "'related_asks' names 'R99', which doe"),
        ('sex"', 'sex', "cannot be read as TOML"),
        ("title =", "breaks = []\ntitle =", "'breaks' is a list of tables, oldest first"),
        ("title =", "breaks = ['new']\ntitle =", "each of 'breaks' has the keys 'on' and 'reason'"),
        ("title =", "breaks = [{on = 2014-04-01}]\ntitle =", "has the keys 'on' and 'reason'"),
        ("title =", "breaks = [{on = 'May', reason = 'x'}]\ntitle =", "'on' must be a date"),
        ("title =", "breaks = [{on = 2014-04-01, reason = ' '}]\ntitle =", "nothing is written"),
        ("title =", "breaks = [{on = 2014-04-01, reason = 'x'}, {on = 2013-04-01, reason = 'y'}]"
         "\ntitle =", "oldest first, a day once"),
    ],
)  # fmt: skip
def test_a_definition_that_does_not_hold_is_refused_by_file_and_key(files, old, new, sentence):
    with pytest.raises(DefinitionError) as refused:
        definitions.load(changed(files, RAPE, (old, new)))
    assert str(refused.value).startswith(RAPE)
    assert sentence in str(refused.value)
    assert "\n" not in str(refused.value)


def test_an_unknown_indicator_in_a_list_is_refused(files):
    broken = changed(files, RAPE, ("not_comparable_with = [", 'not_comparable_with = ["rapes",'))
    with pytest.raises(DefinitionError, match="'not_comparable_with' names 'rapes'"):
        definitions.load(broken)


def test_a_measure_that_could_reward_recording_less_names_what_to_read_beside_it(files):
    indicators = definitions.load(files)
    beside = {name: one.counter_measure for name, one in indicators.items() if one.counter_measure}
    assert {name for name in indicators if name.startswith("allegations_")} < beside.keys()
    assert beside["allegations_rape"] == beside["allegations_all"] == "charges"
    assert beside["sanction_detections"] == beside["charges"] == "allegations_all"


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("cse_referral,R6a,Rise,some day,26", "'indicator' names 'cse_referral', which does not"),
        ("cse_referrals,R1a,Rise,some day,26", "'R1a' is no related ask of cse_referrals. Add it"),
        ("cse_referrals,R6a,,some day,26", "nothing is written for 'effect'"),
        ("cse_referrals,R6a,Rise,,26", "nothing is written for 'by_when'"),
        (",R6a,Rise,some day,26", "nothing is written for 'indicator'"),
    ],
)
def test_an_expected_effect_that_does_not_hold_is_refused_by_line(files, line, sentence):
    broken = f"indicator,ask,effect,by_when,page\nallegations_all,,Rise,some day,5\n{line}\n"
    with pytest.raises(DefinitionError) as refused:
        definitions.load({**files, definitions.EFFECTS: broken.encode()})
    assert str(refused.value).startswith("data/report/effects.csv, line 3: ")
    assert sentence in str(refused.value)


def test_the_report_expects_referrals_about_exploitation_to_rise(files):
    effects = reference.table(files, definitions.EFFECTS)
    (row,) = [row for row in effects if row["ask"] == "R6a"]
    assert (row["indicator"], row["page"]) == ("cse_referrals", "26")
    assert "2,000 or 3,000" in row["effect"]


def test_a_target_is_taken_where_one_way_is_better(files):
    with_target = changed(files, IN_POST, ("better =", "target = 60\nbetter ="))
    indicator = definitions.load(with_target)["cse_officers_in_post"]
    assert (indicator.better, indicator.target) == ("higher", 60)


def test_a_definition_that_is_not_utf_8_is_refused(files):
    broken = {**files, RAPE: files[RAPE] + b"# \xe9\n"}
    with pytest.raises(DefinitionError, match=r"allegations_rape\.toml cannot be read as TOML"):
        definitions.load(broken)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (None, "must have the keys contact and feedback_link"),
        (b'contact = "us"\n', "must have the keys contact and feedback_link"),
        (b'contact = "us"\nfeedback_link = "javascript:x"\n', "'feedback_link' must begin with"),
        (b'contact = "us\n', "cannot be read as TOML"),
    ],
)
def test_settings_that_do_not_hold_are_refused_by_file(files, content, sentence):
    broken = {path: files[path] for path in files if path != definitions.SETTINGS}
    if content is not None:
        broken[definitions.SETTINGS] = content
    with pytest.raises(DefinitionError, match=sentence) as refused:
        definitions.settings(broken)
    assert str(refused.value).startswith("data/definitions/settings.toml")


def test_no_definition_at_all_is_refused(files):
    none = {path: files[path] for path in files if not path.endswith(".toml")}
    with pytest.raises(DefinitionError, match=r"has no definition\. Put it back"):
        definitions.load(none)
