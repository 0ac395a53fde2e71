"""Polluted returns, each with a mark made beforehand: what careful and careless people send.

Marks were committed before the product's new reader was written, and follow the words of the task
and its agreed decisions alone. A variant is marked

- LOADS: it must be taken, and mean what the clean return means;
- REFUSED: it must be refused;
- EITHER: it may be refused or taken, but never mean anything else.

A variant taken with another meaning, or taken although marked REFUSED, is silently different.
"""

from tests.polluting.variants import EITHER, LOADS, REFUSED, Variant, variants

__all__ = ["EITHER", "LOADS", "REFUSED", "Variant", "variants"]
