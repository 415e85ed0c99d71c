"""The one place that reads environment variables; `.env.example` and docs/operations.md list them all.

Every value may also stand in a file that `NAME_FILE` names, as container platforms hand out secrets. An empty
value counts as none. What cannot be read is gathered, so that the start stops once, with the whole list.
"""

import ipaddress
import re
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias, TypeVar

import environ
from django.core.exceptions import ImproperlyConfigured
from environ.fileaware_mapping import FileAwareMapping

ROOT = Path(__file__).resolve().parent.parent
WORDS = {
    **dict.fromkeys(("1", "true", "yes", "on"), True),
    **dict.fromkeys(("0", "false", "no", "off"), False),
}
ADDRESS = re.compile(r"https?://[^\s/?#]+(/[^\s?#]*)?")
SECRET_CHARACTERS = 50

T = TypeVar("T")
# The kinds, under names that the methods of the class do not hide.
Text: TypeAlias = str
Whole: TypeAlias = int
Number: TypeAlias = float
YesNo: TypeAlias = bool
Several: TypeAlias = list[Any]


class Environment:
    """Reads variables by kind and remembers what is missing or makes no sense."""

    def __init__(self, variables: Any) -> None:
        self._variables = FileAwareMapping(variables)
        self.problems: dict[Text, str] = {}

    def str(self, name: Text, default: Text | None = None) -> Text:
        """Return a text."""
        return self._read(name, default, lambda value: value, "", "")

    def int(self, name: Text, default: Whole | None = None) -> Whole:
        """Return a whole number, not below zero."""
        return self._read(name, default, _whole_number, 0, "is not a whole number")

    def float(self, name: Text, default: Number | None = None) -> Number:
        """Return a number."""
        return self._read(name, default, Number, 0.0, "is not a number")

    def bool(self, name: Text, default: YesNo | None = None) -> YesNo:
        """Return a yes or no."""
        return self._read(
            name, default, lambda value: WORDS[value.lower()], False, "is neither true nor false"
        )

    def list(self, name: Text, default: Several | None = None) -> Several:
        """Return what stands between commas."""
        return self._read(name, default, _between_commas, [], "")

    def networks(self, name: Text, default: Several) -> Several:
        """Return networks, written as 10.0.0.0/8 or as single addresses, between commas."""
        return self._read(name, default, _networks, [], "is no list of networks such as 10.0.0.0/8")

    def address(self, name: Text, default: Text | None = None) -> Text:
        """Return an http or https address, without a slash at its end."""
        return self._read(name, default, _address, "", "is not an address such as https://cms.example.com")

    def secret(self, name: Text) -> Text:
        """Return a secret that is long enough to be one."""
        problem = f"is too short or too even to be a secret; it takes {SECRET_CHARACTERS} characters"
        return self._read(name, None, _secret, "", problem)

    def db(self, name: Text, default: Text | None = None) -> dict[Any, Any]:
        """Return Django's settings of the database at an address."""
        problem = "is not a database's address such as postgres://user:password@host:5432/name"
        return self._read(name, default and _database(default), _database, {}, problem)

    def email(self, name: Text, default: Any) -> dict[Any, Any]:
        """Return Django's settings of the mail server at an address."""
        problem = "is not a mail server's address such as smtp+tls://user:password@host:587"
        return self._read(name, environ.Env.email_url_config(default), _mail_server, {}, problem)

    def refuse(self, name: Text, problem: Text) -> None:
        """Remember what is wrong with a variable."""
        self.problems.setdefault(name, problem)

    def stop_if_unreadable(self) -> None:
        """Stop the start where anything is missing or unreadable, and say all of it."""
        if self.problems:
            told = "".join(f"\n  {name} {problem}" for name, problem in sorted(self.problems.items()))
            message = "Masthead does not start. docs/operations.md explains these environment variables:"
            raise ImproperlyConfigured(message + told)

    def _read(self, name: Text, default: Any, cast: Callable[[Any], T], stand_in: T, problem: Text) -> T:
        try:
            value = self._variables.get(name, "").strip()
        except OSError as error:
            self.refuse(name, f"cannot be read from the file that {name}_FILE names: {error.strerror}")
            return stand_in
        if not value:
            if default is None:
                self.refuse(name, "is missing")
            return stand_in if default is None else default
        try:
            return cast(value)
        except (ValueError, KeyError, ImproperlyConfigured):
            self.refuse(name, problem)
            return stand_in


def _whole_number(value: str) -> int:
    if not value.isascii() or not value.isdigit():
        raise ValueError(value)
    return int(value)


def _between_commas(value: str) -> list[str]:
    return [part.strip() for part in value.split(",") if part.strip()]


def _networks(value: str) -> list[str]:
    return [str(ipaddress.ip_network(part)) for part in _between_commas(value)]


def _address(value: str) -> str:
    if not ADDRESS.fullmatch(value):
        raise ValueError(value)
    return value.rstrip("/")


def _secret(value: str) -> str:
    if len(value) < SECRET_CHARACTERS or len(set(value)) < 10:
        raise ValueError(value)
    return value


def _database(value: str) -> dict[str, Any]:
    with warnings.catch_warnings(action="ignore"):  # environ's tells the log parts of what it could not read
        config = environ.Env.db_url_config(value)
    if not config.get("ENGINE") or not config.get("NAME"):
        raise ValueError(value)
    return config


def _mail_server(value: str) -> dict[str, Any]:
    return environ.Env.email_url_config(value)


environ.Env.read_env(ROOT / ".env")
env = Environment(environ.Env.ENVIRON)
VAR = Path(env.str("VAR_DIR", default=str(ROOT / "var")))
