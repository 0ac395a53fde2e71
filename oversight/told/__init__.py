"""What readers are told of a position, sentence by sentence, and where two positions differ.

Every text comes from the very function that its page calls, so that what is foretold of a
publication is what its pages read. Values in, texts out.
"""

from oversight.told.differing import Difference, differences, words_changed
from oversight.told.telling import HEADLINE, KINDS, SIGNAL, TITLE, Told, told

__all__ = [
    "HEADLINE",
    "KINDS",
    "SIGNAL",
    "TITLE",
    "Difference",
    "Told",
    "differences",
    "told",
    "words_changed",
]
