"""Scales of drawings: round steps from nought."""

from __future__ import annotations

import math


def ticks(top: float, most: int = 4) -> list[float]:
    """Round numbers from nought to at most `top`, no more than `most` of them above nought."""
    if top <= 0:
        return [0]
    size = 10 ** math.floor(math.log10(top / most))
    step = next(size * n for n in (1, 2, 2.5, 5, 10, 20) if size * n * most >= top)
    if top >= 1:
        step = max(step, 1)
    return [step * n for n in range(int(top / step + 1e-9) + 1)]
