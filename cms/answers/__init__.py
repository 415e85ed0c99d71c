"""The answer cache: answers that are exact in every process as soon as an editor's transaction commits.

Triggers write what each change concerns, as keys, into a log, in the transaction of the change itself
(`watching`, `triggers`). While an answer is made, `recording` notes the keys of what it asks and shows. A process
reads what the log has gained before it serves anything (`log`), and an answer none of whose keys moved still
stands (`cache`). What the clock alone will change is looked up in advance (`agenda`).

docs/caching.md tells it at length; docs/decisions/ has why.
"""
