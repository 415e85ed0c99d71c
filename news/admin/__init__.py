"""The newsroom's part of the Wagtail admin: lists, the flash desk, the dashboard, reports, defaults."""
