"""Bad inputs of the command that writes packs."""

from __future__ import annotations

from tests.bad_inputs import WRONG_USAGE, Bad

BAD = [
    Bad("a pack of no form", "pack pack.doc", WRONG_USAGE,
        "'pack.doc' tells no form. Name a file that ends in .pptx, .xlsx, .html or .zip."),
    Bad("a pack without a name", "pack", WRONG_USAGE, "arguments are required: OUT"),
    Bad("a pack in no folder", "pack nowhere/pack.zip", WRONG_USAGE,
        "nowhere/pack.zip cannot be written (No such file or directory). Name another file."),
    Bad("a pack of an unknown publication", "pack pack.zip --publication 99", WRONG_USAGE,
        "There is no publication 99. Publications here are numbered 1."),
    Bad("a pack of a publication in letters", "pack pack.zip --publication x", WRONG_USAGE,
        "'x' is not a publication's number"),
    Bad("a pack read on no day", "pack pack.zip --on 2015-02-30", WRONG_USAGE,
        "'2015-02-30' is not a day written like 2015-08-01, from 2014-07-24 to"),
    Bad("a pack read in words", "pack pack.zip --on tomorrow", WRONG_USAGE,
        "'tomorrow' is not a day written like 2015-08-01"),
    Bad("a pack read before the report", "pack pack.zip --on 2014-07-23", WRONG_USAGE,
        "'2014-07-23' is not a day written like 2015-08-01, from 2014-07-24 to"),
    Bad("a pack read on a day in another form", "pack pack.zip --on 20150801", WRONG_USAGE,
        "'20150801' is not a day written like 2015-08-01"),
]  # fmt: skip
