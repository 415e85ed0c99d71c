"""Answers one question: which articles match these words?"""
