"""Queries as front ends send them, one a file."""

from pathlib import Path

DOCUMENTS = {path.stem: path.read_text() for path in sorted(Path(__file__).parent.glob("*.graphql"))}
