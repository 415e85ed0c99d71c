"""What `search` shows in Wagtail's admin."""
