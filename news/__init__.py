"""The newspaper: articles, sections, flash banners, contributors, sources and tags."""
