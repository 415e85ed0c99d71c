"""Nothing hidden leaks: the canary walk, the exact boundary in time, and the schema's allow-list."""
