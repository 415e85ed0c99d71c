"""The demo newsroom: what stands in `content/`, the pictures drawn for it, and what loads both."""
