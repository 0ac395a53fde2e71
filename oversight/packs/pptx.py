"""The pack as slides to take away: native charts, real tables, notes, text alternatives."""

from __future__ import annotations

from oversight.packs.made import Made


def as_pptx(made: Made) -> bytes:
    """A presentation of the running order, the questions, the sources and the symbols.

    The same bytes come of the same meeting whenever it is written.
    """
    # Imported here: python-pptx is loaded where slides are taken away, and by no page or command.
    from oversight.packs.deck.writing import written

    return written(made)
