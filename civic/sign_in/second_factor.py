"""The second factor: six digits from an app on the phone, or one of ten recovery codes.

A recovery code has 59 random bits and works once. What is kept of it is a hash with its owner's
number, so that neither the database nor a copy of it signs anybody in.
"""

import hashlib
import math
import secrets
from base64 import b32encode
from collections.abc import Iterable

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone
from django_otp import devices_for_user, user_has_device, verify_token
from django_otp.models import Device
from django_otp.plugins.otp_static.models import StaticDevice, StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice
from django_otp.util import random_hex

CODES = 10
LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"  # None that looks like another
CODE_LENGTH = 12
PIECE = 4


class TooManyTries(Exception):
    """Wrong codes came before; the next one is looked at in `seconds`, twice as long each time."""

    def __init__(self, seconds: int) -> None:
        super().__init__(seconds)
        self.seconds = seconds


def new_key() -> str:
    key: str = random_hex(20)
    return key


def has_second_factor(user: User) -> bool:
    return bool(user_has_device(user))


def has_phone(user: User) -> bool:
    return bool(TOTPDevice.objects.devices_for_user(user, confirmed=True).exists())


def phone_with(user: User, key: str) -> TOTPDevice:
    """Return a phone that is not kept yet, to show its key."""
    return TOTPDevice(user=user, name="phone", key=key)


def shown_key(key: str) -> str:
    """Write a key for typing: base 32, in groups of four."""
    return in_pieces(b32encode(bytes.fromhex(key)).decode())


def in_pieces(text: str) -> str:
    return " ".join(text[start : start + PIECE] for start in range(0, len(text), PIECE))


@transaction.atomic
def enrol_phone(user: User, *, key: str, code: str, verified: bool) -> Device | None:
    """Keep the phone that shows `code` for `key`, in place of any other; None for a wrong code.

    Also None where another session has enrolled a phone meanwhile, and this one gave no second
    factor (`verified`): whoever holds the password alone enrols nothing beside it.
    """
    User.objects.select_for_update().get(pk=user.pk)
    if has_second_factor(user) and not verified:
        return None
    phone = phone_with(user, key)
    phone.save()
    if not phone.verify_token(_plain(code)):
        phone.delete()
        return None
    TOTPDevice.objects.filter(user=user).exclude(pk=phone.pk).delete()
    return phone


@transaction.atomic
def renew_recovery_codes(user: User) -> list[str]:
    """Give ten new recovery codes, the only time they can be read; older ones are void."""
    User.objects.select_for_update().get(pk=user.pk)
    device, _made = StaticDevice.objects.get_or_create(user=user, name="recovery codes")
    device.token_set.all().delete()
    codes = ["".join(secrets.choice(LETTERS) for _ in range(CODE_LENGTH)) for _ in range(CODES)]
    StaticToken.objects.bulk_create(
        StaticToken(device=device, token=_kept(user, code)) for code in codes
    )
    device.throttle_reset()
    return [in_pieces(code) for code in codes]


def codes_left(user: User) -> int:
    return int(StaticToken.objects.filter(device__user=user).count())


def verify_second_factor(user: User, code: str) -> Device | None:
    """Return the device whose code this is, and use the code up; None for a wrong one.

    Raises TooManyTries while wrong codes have to be waited out.
    """
    plain = _plain(code)
    if plain.isdecimal() and len(plain) < CODE_LENGTH:
        devices: Iterable[Device] = TOTPDevice.objects.devices_for_user(user, confirmed=True)
    else:
        devices = StaticDevice.objects.devices_for_user(user, confirmed=True)
        plain = _kept(user, plain)
    devices = list(devices)
    _demand_patience(devices)
    for device in devices:
        verified: Device | None = verify_token(user, device.persistent_id, plain)
        if verified:
            return verified
    return None


@transaction.atomic
def forget_second_factor(user: User) -> None:
    """Take phone and codes away. Every session of theirs is worth a password alone from now on."""
    for device in list(devices_for_user(user, confirmed=None)):
        device.delete()


def _demand_patience(devices: Iterable[Device]) -> None:
    for device in devices:
        allowed, why = device.verify_is_allowed()
        if not allowed:
            left = (why["locked_until"] - timezone.now()).total_seconds()
            raise TooManyTries(max(1, math.ceil(left)))


def _plain(code: str) -> str:
    return "".join(code.split()).replace("-", "").upper()


def _kept(user: User, code: str) -> str:
    """Return the 16 characters that the table has room for: 80 bits of the hash."""
    digest = hashlib.sha256(f"recovery code {user.pk} {_plain(code)}".encode()).digest()
    return b32encode(digest[:10]).decode()
