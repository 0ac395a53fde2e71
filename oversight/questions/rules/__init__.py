"""The rules, one file a family: each reads a position and yields the questions that follow."""
