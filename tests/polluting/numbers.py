"""Values, markers and breakdowns of an observations return written otherwise."""

from __future__ import annotations

from tests.polluting.clean import OBSERVATIONS
from tests.polluting.marks import EITHER, LOADS, REFUSED, InPlace


def _cells(column: str, stands: str, mark: str, *instead: str) -> InPlace:
    return InPlace(OBSERVATIONS, column, stands, mark, instead)


VALUES = (
    _cells("value", "10034", LOADS, "10,034"),
    _cells("value", "1950000", LOADS, "1,950,000"),
    _cells("value", "2310.5", LOADS, "2,310.5", "2310.50"),
    _cells("value", "12.5", LOADS, "12.50"),
    _cells("value", "87", LOADS, "87.0"),
    _cells("value", "905", EITHER, " 905", "905 ", "905\n", "905\u00a0", "905\t"),
    _cells(
        "value", "905", REFUSED, "905.0", "905.00", "905.", "905.5", "0905", "00905", "+905",
        "-905", "\u2212905", "\u2013905", "(905)", "905-", "905*", "905 p", "905p", "905 [p]",
        "c. 905", "~905", "≈905", "about 905", "<905", ">905", "≥905", "900-910", "900\u2013910",
        "905%", "£905", "$905", "9.05e2", "9.05E+02", "1e3", "1E+03", "1E3", "905e0", "NaN", "nan",
        "NAN", "inf", "-inf", "Infinity", "∞", "#REF!", "#N/A", "#DIV/0!", "#VALUE!", "#NAME?",
        "#NUM!", "####", "########", "TRUE", "false", "nine hundred and five", "n/a", "N/A", "NA",
        "-", "\u2013", "..", ":", "...", "?", "TBC", "tbc", "null", "NULL", "None", "nil", "[c]",
        "c", "[x]", "x", "z", "low", "u", "C", "suppressed", "withheld", "not available", "0x389",
        "0b11", "9_05", "9 05", "90 5", "9'05", "9\u00a0005", "9\u2009005", "9.050", "9,05", "90,5",
        "9,05,000", "905,", ",905", "905,00", "9,0,5", "1,905.0", "10.034,0", "\uff19\uff10\uff15",
        "\u0669\u0660\u0665", "9O5", "9o5", "9\u041e5", "9\u06605", "l05", "9l5", "905²", "⑨", "½",
        "905½", "905 officers", "officers: 905", "=905", "=SUM(E2:E9)", "'905", '"905"',
        "905\u200b", "\u200e905", "905;906", "905/906", "905 + 1", "905\n906", "905, 906",
        "99999999999999", "1000000001", "1" + "0" * 400, "", "905.000.000", "--905", "905-906",
        "1/4", "Jan-05", "05/09/2014", "905 (2)", "905[1]", "905†", "-0", "+0", "9..05", "9.05.1",
        "\u0967\u0968", "𝟗𝟎𝟓", "as above", "ditto", "see note",
    ),
    _cells(
        "value", "12.5", REFUSED, "12,5", "12.5%", "12·5", "112.5", "100.1", "-12.5", ".5", "12.",
        "+12.5", "012.5", "1.25e1", "12.5.1", "12 .5", "1/8", "\uff11\uff12.\uff15", "12\u066b5",
        "12.5p", "NaN", "12½", "12.5 %", "1,2.5", "12.5,0",
    ),
    _cells(
        "value", "3.2", REFUSED, "-3.2", "3,2", "3.2 days", "3d", "3:12", "3.2e0", "inf", "03.2",
    ),
    _cells(
        "value", "2310.5", REFUSED, "2.310,5", "2 310.5", "2310,5", "23,10.5", "2,31.05",
        "2310.5 FTE", "2,310,5", "-2310.5", "2'310.5", "2310.5.0", "02310.5",
    ),
    _cells(
        "value", "10034", REFUSED, "10,34", "1,0034", "10,0345,1", "10.034", "10 034", "10034.0",
        "10,034.0",
    ),
    _cells("value", "0", REFUSED, "0.0", "00", "-0", "-", "nil", "none", "O", "zero", "0%", ""),
)  # fmt: skip

MARKERS = (
    _cells("marker", "p", LOADS, "P", "[p]", "[P]", " p "),
    _cells("marker", "r", LOADS, "R", "[r]", "[R]"),
    _cells("marker", "e", LOADS, "E", "[e]", "[E]"),
    _cells("marker", "b", LOADS, "B", "[b]"),
    _cells("marker", "c", LOADS, "C", "[c]", "[C]", " c "),
    _cells("marker", "x", LOADS, "X", "[x]", "[X]"),
    _cells("marker", "z", LOADS, "Z", "[z]"),
    _cells("marker", "c", EITHER, "[ c ]", "(c)"),
    # A marker that says why there is no value stands beside one; and words that are no marker.
    _cells(
        "marker", "p", REFUSED, "c", "C", "[c]", "x", "[x]", "z", "u", "low", "[low]", "*", ":",
        "†", "pp", "p,r", "p;r", "p r", "pr", "k", "1", "n/a", "draft", "©", "®", "\u0440",
        "\uff50", "[p", "p]", "[]", "{p}", "p*", "601", "-", "p\u200b", "..", "?", "yes", "TRUE",
    ),
    _cells(
        "marker", "x", REFUSED, "", "p", "r", "e", "b", "[p]", "*", "\u0445", "xx", "-", "..",
        "[..]", "0", "x,c", "n",
    ),
    _cells(
        "marker", "c", REFUSED, "", "p", "\u0441", "©", "cc", "c,x", "[c", "**", "<5", "\uff43",
        "1",
    ),
)  # fmt: skip

BREAKDOWNS = (
    _cells(
        "breakdown", "sex=female", LOADS, "Sex=Female", "SEX=FEMALE", "sex = female", "sex= female",
        "sex=FEMALE", " sex=female ",
    ),
    _cells(
        "breakdown", "age=0-15;sex=female", LOADS, "sex=female;age=0-15", "age=0-15; sex=female",
        "sex=female ; age=0-15", "AGE=0-15;SEX=FEMALE", "age = 0-15 ; sex = female",
        "Sex=female; Age=0-15",
    ),
    _cells(
        "breakdown", "looked after=yes", LOADS, "Looked after=Yes", "LOOKED AFTER=YES",
        "looked after = yes",
    ),
    _cells("breakdown", "crime type=neglect", LOADS, "Crime type=Neglect", "crime type = neglect"),
    _cells("breakdown", "role=PCSO", LOADS, "role=pcso", "Role=PCSO", "ROLE=PCSO", "role = PCSO"),
    _cells("breakdown", "sex=female", EITHER, "sex=female;", ";sex=female"),
    _cells(
        "breakdown", "age=0-15;sex=female", EITHER, "age=0\u201315;sex=female",
        "age=0 - 15;sex=female",
    ),
    _cells("breakdown", "looked after=yes", EITHER, "looked  after=yes"),
    _cells(
        "breakdown", "sex=female", REFUSED, "hair=red", "sex", "sex=", "=female", "=", "sex:female",
        "female", "sex=female;sex=male", "sex=female;sex=female", "sex=female,age=0-15", "sex=womn",
        "sex==female", "s\u0435x=female", "sex=f\u0435male", "sex=girl", "gender=female",
        "sex=total", "sex=female/male", "sex=female*", "sex=1", "role=PCSO", "age=female",
        "female=sex", "sex\uff1dfemale", "sex=\uff46emale", "sex=female\u200b",
        "sex=female&age=0-15", "sex=female age=0-15", "#REF!", "sex=female;hair=red", "sex=femal",
        "sex=femail",
    ),
    _cells(
        "breakdown", "age=0-15;sex=female", REFUSED, "age=15-0;sex=female", "age=Jan-15;sex=female",
        "age=15-Jan;sex=female", "age=;sex=female", "age=young;sex=female", "age=0-15;age=16-17",
        "age=-1;sex=female", "age=0-;sex=female", "age=0-15;sex", "age=1e1;sex=female",
        "age=0-15 sex=female", "age=0-15|sex=female", "0-15;female", "age=O-15;sex=female",
        "age=\uff10-15;sex=female",
    ),
    _cells(
        "breakdown", "role=PCSO", REFUSED, "role=PSCO", "role=officer", "PCSO", "role=P\u0421SO",
        "sex=male",
    ),
    _cells(
        "breakdown", "looked after=yes", REFUSED, "looked after=maybe", "looked=yes",
        "looked after", "yes",
    ),
    _cells(
        "breakdown", "crime type=neglect", REFUSED, "crime type=theft", "type=neglect",
        "crime=neglect", "sex=male",
    ),
)  # fmt: skip
