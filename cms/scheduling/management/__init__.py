"""The scheduler's management commands."""
