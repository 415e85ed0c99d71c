"""What any headless Wagtail site needs; knows no news."""
