"""The ids of the indicators that pages ask for."""

from __future__ import annotations

RAPE = "allegations_rape"
SEXUAL_ASSAULT = "allegations_sexual_assault"
BOTH = "allegations_rape_and_sexual_assault"
ALL = "allegations_all"
ALLEGATIONS = (BOTH, SEXUAL_ASSAULT, RAPE, ALL)
DETECTIONS = "sanction_detections"
CHARGES = "charges"
RECORDED = ("recorded_rape_all_victims", "recorded_other_sexual_offences_all_victims")

OFFICERS = "soeca_officers_budgeted"
STAFF = "soeca_staff_budgeted"
WIDER = "officers_sexual_offences_all_ages"
EARLIER_CHANGE = "child_abuse_command_budget_change"
BUDGETED = (OFFICERS, STAFF, WIDER)
IN_POST = "soeca_officers_in_post"
VACANT = "soeca_officers_vacant"
ABSTRACTED = "soeca_officers_abstracted"
MATERNITY = "soeca_officers_maternity"
ARRIVING = "soeca_officers_arriving"
SOUGHT = "soeca_officers_sought"
COUNTED = (IN_POST, VACANT, ABSTRACTED, MATERNITY, ARRIVING, SOUGHT)
CSE_WANTED = "cse_officers_wanted"
CSE_IN_POST = "cse_officers_in_post"
CSE_TEAM = (CSE_WANTED, CSE_IN_POST)
STRENGTH = "met_strength"

CSE = "cse_referrals"
CSE_EXPECTED = "cse_referrals_expected"
CSE_TRAINED = "cse_officers_trained"
EXPLOITATION = (CSE, CSE_EXPECTED, CSE_TRAINED, *CSE_TEAM)
MISSING = "children_missing"
FGM = "fgm_referrals"
FGM_WOMEN = "fgm_women_estimated"
FGM_GIRLS = "fgm_girls_at_risk_estimated"
FGM_HOSPITALS = "fgm_hospital_presentations"
FGM_ESTIMATES = (FGM_WOMEN, FGM_GIRLS, FGM_HOSPITALS)
CHILDREN = "borough_child_population"
FGM_PROSECUTIONS = "fgm_prosecutions_announced"
ASSESSED = {
    "CSE": "assessment_factor_cse",
    "FGM": "assessment_factor_fgm",
    "Neglect": "assessment_factor_neglect",
}
