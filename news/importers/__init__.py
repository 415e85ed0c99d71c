"""Brings stories in: each format becomes the neutral `Item`, and an `Item` becomes an article."""
