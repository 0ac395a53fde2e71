"""The house's two typefaces, as Streamlit brings them: for pages without a network, and pictures.

Where they are not there, the reader's own letters are used.
"""

from __future__ import annotations

import atexit
import tempfile
from base64 import b64encode
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont


# Family, the name of its file, and the weights in which pictures use it.
FACES = (
    ("Source Sans", "SourceSansVF-Upright*.woff2", (400, 700)),
    ("Source Serif", "SourceSerifVariable-Roman*.woff2", (600,)),
)
# The letters that pictures need: Latin, punctuation, arrows, the minus sign, signs of standings.
LETTERS = (
    *range(0x20, 0x180), *range(0x2010, 0x2040), *range(0x2190, 0x2194), 0x20AC, 0x2212, 0x25B3,
    0x25B5, 0x25CB, 0x25CF,
)  # fmt: skip
# Numbers of a typeface's names: family and style, plain and typographic, and the whole name.
FAMILY, STYLE, WHOLE, TYPOGRAPHIC = 1, 2, 4, (16, 17, 25)


@lru_cache(maxsize=1)
def embedded() -> str:
    """Style rules with the typefaces in them, for a page that may fetch nothing."""
    return "".join(
        f'@font-face{{font-family:"{family}";font-weight:200 900;font-display:block;'
        f"src:url(data:font/woff2;base64,{b64encode(path.read_bytes()).decode()})"
        'format("woff2")}'
        for family, path, _ in _found()
    )


@lru_cache(maxsize=1)
def files() -> tuple[str, ...]:
    """The typefaces as files of one weight each, as a program that draws pictures wants them.

    They are made once in a process, in about two seconds.
    """
    folder = tempfile.TemporaryDirectory(prefix="oversight-typefaces-")
    atexit.register(folder.cleanup)
    made = []
    for family, path, weights in _found():
        for weight in weights:
            file = Path(folder.name) / f"{family} {weight}.ttf"
            _of_one_weight(path, family, weight).save(file)
            made.append(str(file))
    return tuple(made)


def _found() -> list[tuple[str, Path, tuple[int, ...]]]:
    # The package is looked for and not imported: a pack is no view.
    package = find_spec("streamlit")
    if package is None or not package.submodule_search_locations:
        return []
    folder = Path(package.submodule_search_locations[0]) / "static" / "static" / "media"
    return [
        (family, paths[0], weights)
        for family, pattern, weights in FACES
        if (paths := sorted(folder.glob(pattern)))
    ]


def _of_one_weight(path: Path, family: str, weight: int) -> TTFont:
    # Here, because half a second is long for a server that may never draw a picture.
    from fontTools import subset
    from fontTools.ttLib import TTFont
    from fontTools.varLib import instancer

    made = TTFont(path)
    # First without the letters of other scripts and what pairs them: with these it takes a minute.
    options = subset.Options(layout_features=[], hinting=False)
    options.drop_tables += ["GPOS", "GSUB", "GDEF"]
    fewer = subset.Subsetter(options)
    fewer.populate(unicodes=LETTERS)
    fewer.subset(made)
    # Letters drawn for large sizes, where a typeface has those.
    axes = {axis.axisTag: axis.maxValue for axis in made["fvar"].axes}
    instancer.instantiateVariableFont(made, {**axes, "wght": weight}, inplace=True)
    made.flavor = None
    made["OS/2"].usWeightClass = weight
    names = made["name"]
    for number in TYPOGRAPHIC:
        names.removeNames(nameID=number)
    for number, text in ((FAMILY, family), (STYLE, "Regular"), (WHOLE, f"{family} {weight}")):
        names.removeNames(nameID=number)
        names.setName(text, number, 3, 1, 0x409)
    return made
