"""`manage.py reset_second_factor NAME`: for whoever lost both phone and recovery codes."""

from argparse import ArgumentParser
from typing import Any

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError

from cms.second_factor.devices import forget


class Command(BaseCommand):
    """Forgets a user's authenticator app and codes; the next time they sign in, they set up new ones."""

    help = __doc__

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("name", help="The name they sign in with.")

    def handle(self, *, name: str, **options: Any) -> None:
        user = get_user_model().objects.filter(username=name).first()
        if user is None:
            raise CommandError(f"Nobody signs in as {name}.")
        forget(user)
        self.stdout.write(f"{name} sets up a new second factor when they sign in next. Know who asked you.")
