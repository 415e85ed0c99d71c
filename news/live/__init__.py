"""The ticker as it changes: server-sent events, and the same answer for those who ask again and again."""
