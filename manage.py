#!/usr/bin/env python
"""Runs Masthead's management commands; development settings unless told otherwise."""

import os

from django.core.management import execute_from_command_line

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "settings.development")
    execute_from_command_line()
