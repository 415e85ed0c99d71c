"""The proof that what is kept is what would be answered: random editing, three processes, two databases.

`python -m tests.exactness --steps 20000` runs it at full size on the database that DATABASE_URL names.
"""
