"""`manage.py load_demo`: a newsroom to look at."""

from typing import Any

from django.core.management.base import BaseCommand

from news.demo.accounts import password_file
from news.demo.newsroom import load_newsroom
from news.demo.reading import content
from news.models import FrontPage


class Command(BaseCommand):
    """Loads the demo newsroom and says how to sign in."""

    help = (
        "Load the demo newsroom, The Sandmere Courier. Loading again adds what is missing and changes "
        "nothing else. The users' password is DEMO_PASSWORD, else made up once and kept in var/demo-password."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        if not FrontPage.objects.exists():
            self.stdout.write("Drawing pictures and publishing stories, which takes a minute or two ...")
        made = load_newsroom()
        if made:
            told = ", ".join(f"{count} {kind}" for kind, count in made.items())
            self.stdout.write(f"The Sandmere Courier is ready: {told}.")
        else:
            self.stdout.write("The Sandmere Courier was there already; nothing was changed.")
        names = ", ".join(account["username"] for account in content("accounts"))
        password = password_file().read_text().strip()
        self.stdout.write(f"Sign in as {names} with the password {self.style.SUCCESS(password)}")
