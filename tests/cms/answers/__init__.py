"""The answer cache: exact, precise, and never in the way."""
