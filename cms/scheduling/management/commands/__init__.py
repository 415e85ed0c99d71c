"""Commands that do what is due."""
