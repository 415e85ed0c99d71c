"""A newsroom built with stock Wagtail and Grapple by their documentation: the baseline to measure against."""
