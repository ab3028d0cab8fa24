from django.contrib.auth.models import User
from django.core.management.base import CommandError


def named_editor(name: str) -> User:
    """Return the editor who signs in with a name. Raises CommandError for anybody else."""
    user = User.objects.filter(username=name, is_staff=True).first()
    if user is None:
        raise CommandError(f"No editor signs in as {name}.")
    if not user.is_active:
        raise CommandError(f"The account of {name} is closed.")
    return user
