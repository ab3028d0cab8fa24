import getpass
from typing import Any

from django.contrib.auth.models import Group, User
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction
from django.utils.translation import override

from amendments.roles import Role
from civic.sign_in.password_link import password_link


class Command(BaseCommand):
    help = (
        "Make an account for an editor, with one or more roles, and print a link by which they "
        "choose their password. Refuses a name that is taken."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("name", help="to sign in with")
        parser.add_argument(
            "--role",
            action="append",
            required=True,
            choices=Role.values,
            help="may be given several times",
        )
        parser.add_argument("--email", default="")
        parser.add_argument(
            "--ask-password", action="store_true", help="ask for a password here, unseen"
        )

    def handle(
        self, *, name: str, role: list[str], email: str, ask_password: bool, **options: Any
    ) -> None:
        user = User(username=name, email=email, is_staff=True)
        user.set_unusable_password()
        _demand(user.full_clean)
        groups = list(Group.objects.filter(name__in=[Role(each).label for each in role]))
        if len(groups) < len(set(role)):
            raise CommandError("The roles are not there yet: run `manage.py migrate` first.")
        if ask_password:
            user.set_password(_ask_password(user))
        with transaction.atomic():
            user.save()
            user.groups.set(groups)
        self.stdout.write(f"{name}: {', '.join(sorted(group.name for group in groups))}")
        if not ask_password:
            self.stdout.write(
                f"To choose a password, once and within a day:\n{password_link(user)}"
            )


def _ask_password(user: User) -> str:
    """Ask twice, unseen. Raises CommandError for two that differ or one that is too weak."""
    try:
        password = getpass.getpass("Password: ")
        again = getpass.getpass("The same again: ")
    except (EOFError, KeyboardInterrupt) as stop:
        raise CommandError("No password, no account.") from stop
    if password != again:
        raise CommandError("The two passwords differ.")
    _demand(lambda: validate_password(password, user))
    return password


def _demand(check: Any) -> None:
    with override("en"):  # As all that commands say
        try:
            check()
        except ValidationError as error:
            raise CommandError("\n".join(error.messages)) from error
