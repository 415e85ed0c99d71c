"""The publishing gate: nothing unfinished goes out, whoever publishes it and by whatever path.

`placeholders` reads texts, `checks` look at things that are about to be public, `inspection` asks all checks,
`enforcement` refuses what they find at the moment it would become public, and `forms` shows it before.
"""
