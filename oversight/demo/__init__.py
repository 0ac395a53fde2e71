"""A home to rehearse with: invented quarters of every borough, in several publications.

No figure here was counted by anybody. All of the home says so, and none of its returns is taken
anywhere else.
"""

from oversight.demo.making import Made, make
from oversight.demo.steps import Step, steps

__all__ = ["Made", "Step", "make", "steps"]
