"""Feeds: RSS 2.0, Atom 1.0 and JSON Feed 1.1 of the whole paper, a section, a tag, a contributor, a search.

A feed asks the API's own schema, so it shows what a front end may show, and nothing else.
"""
