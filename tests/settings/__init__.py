"""The settings, read as a server reads them."""
