"""The questions to put at a meeting, a module a family of rules. Values in, texts out."""
