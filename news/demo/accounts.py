"""The demo's users and the password that they share."""

import secrets
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group

from news.demo.reading import Record, content


def password_file() -> Path:
    """Return where the password is kept between two loadings: outside git, for the owner's eyes only."""
    return Path(settings.VAR) / "demo-password"


def load_accounts() -> dict[str, Any]:
    """Make the users that are missing; return all by name.

    Their password is `DEMO_PASSWORD`, else the one kept, else a new one. A user who is there already keeps
    everything, except that a `DEMO_PASSWORD` which differs replaces the kept one, never one of their own.
    """
    file = password_file()
    kept = file.read_text().strip() if file.exists() else ""
    password = settings.DEMO_PASSWORD or kept or secrets.token_urlsafe(12)
    users = {account["username"]: load_account(account, password, kept) for account in content("accounts")}
    if password != kept:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch(mode=0o600)
        file.write_text(password + "\n")
    return users


def load_account(account: Record, password: str, kept: str) -> Any:
    """Return one user, made if missing."""
    users = get_user_model()
    if found := users.objects.filter(username=account["username"]).first():
        if password != kept and found.check_password(kept):
            found.set_password(password)
            found.save()
        return found
    superuser = account.get("superuser", False)
    user = users.objects.create_user(
        account["username"],
        f"{account['username']}@sandmere-courier.example",
        password,
        first_name=account["first_name"],
        last_name=account["last_name"],
        is_superuser=superuser,
        is_staff=superuser,
    )
    user.groups.set(groups(account))
    return user


def groups(account: Record) -> list[Group]:
    """Return the newsroom's groups for a user, or Wagtail's own where the newsroom's were removed."""
    own = list(Group.objects.filter(name__in=account["groups"]))
    if len(own) == len(account["groups"]):
        return own
    return list(Group.objects.filter(name=account["wagtail_group"]))
