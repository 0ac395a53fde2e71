"""What the product costs against a page of constants; run as `python -m benchmarks`.

Only ratios are to be trusted: A and B are measured in turn within one run, in several rounds.
"""
