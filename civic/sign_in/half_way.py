"""Between the password and the second factor a person is nobody yet, to every page but these.

`NobodyUntilVerified` sees to it, so that neither the admin nor any view that asks
`request.user` needs to know of the second factor. It looks only when somebody asks.
"""

from collections.abc import Callable
from functools import partial
from urllib.parse import urlencode

import django_otp
from django.conf import settings
from django.contrib.auth import REDIRECT_FIELD_NAME, get_user
from django.contrib.auth.models import AnonymousUser, User
from django.http import HttpRequest, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.middleware.csrf import rotate_token
from django.urls import reverse
from django.utils.functional import SimpleLazyObject
from django_otp.models import Device

from amendments.local_path import local_path

LONGEST_PATH = 2000
MOST_SECONDS = 10 * 60  # Between the password and the second factor


class NobodyUntilVerified:
    """Stands behind `OTPMiddleware`, which says whether this session gave the second factor."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if settings.EDITORS_SECOND_FACTOR:
            lazily = SimpleLazyObject(partial(_verified, request.user))
            request.user = lazily  # type: ignore[assignment]  # As Django's own middleware does
        return self.get_response(request)


def _verified(user: User | AnonymousUser) -> User | AnonymousUser:
    return user if user.is_verified() else AnonymousUser()  # type: ignore[union-attr]  # By django_otp


def half_way_in(request: HttpRequest) -> User | None:
    """Return who has given the password and owes the second factor."""
    if request.user.is_authenticated:
        return None
    user = get_user(request)
    return user if isinstance(user, User) and user.is_staff else None


def next_path(request: HttpRequest) -> str:
    """Return where the person was going, else the admin's first page."""
    given = request.POST.get(REDIRECT_FIELD_NAME) or request.GET.get(REDIRECT_FIELD_NAME)
    return local_path(given, longest=LONGEST_PATH) or reverse("admin:index")


def to_page(request: HttpRequest, name: str) -> HttpResponseRedirect:
    """Lead to a page of the sign-in that knows where to go afterwards."""
    query = urlencode({REDIRECT_FIELD_NAME: next_path(request)})
    return HttpResponseRedirect(f"{reverse(name)}?{query}")


def wait_for_second_factor(request: HttpRequest) -> HttpResponseRedirect:
    """Lead from the password to the second factor, for which there are ten minutes."""
    request.session.pop(django_otp.DEVICE_ID_SESSION_KEY, None)
    request.session.set_expiry(MOST_SECONDS)
    return to_page(request, "admin:second_factor")


def let_in(request: HttpRequest, user: User, device: Device) -> None:
    """Make somebody of who gave the second factor, in a session whose key nobody saw before."""
    request.user = user
    django_otp.login(request, device)
    request.session.set_expiry(None)
    request.session.cycle_key()
    rotate_token(request)
