"""The one place that reads environment variables; `.env.example` and docs/operations.md list them all."""

from pathlib import Path

import environ

ROOT = Path(__file__).resolve().parent.parent

env = environ.Env()
env.read_env(ROOT / ".env")
