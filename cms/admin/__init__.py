"""What the Wagtail admin of any headless site needs beyond Wagtail's own."""
