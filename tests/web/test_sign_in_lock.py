"""Few tries at a password: a name is locked for an address, and only there, and not for long."""

import logging
from datetime import timedelta

import pytest
from axes.models import AccessAttempt, AccessFailureLog, AccessLog
from django.conf import settings as project_settings
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from tests.factories.editors import PASSWORD, an_editor, give_password

pytestmark = pytest.mark.django_db

HERE, THERE = "192.0.2.1", "192.0.2.2"


def try_wrongly(times: int, *, address: str = HERE, name: str = "asel") -> list[int]:
    return [
        give_password(Client(), name, f"wrong {each}", REMOTE_ADDR=address).status_code
        for each in range(times)
    ]


def test_the_fifth_wrong_password_locks_the_name_for_that_address_alone() -> None:
    an_editor("asel")
    an_editor("other")

    assert try_wrongly(5) == [200, 200, 200, 200, 429]

    locked = give_password(Client(), REMOTE_ADDR=HERE)
    assert (locked.status_code, locked["Retry-After"]) == (429, "900")
    assert "too many wrong passwords" in locked.content.decode()
    assert "sessionid" not in locked.cookies
    assert give_password(Client(), REMOTE_ADDR=THERE).status_code == 302
    assert give_password(Client(), "other", REMOTE_ADDR=HERE).status_code == 302


def test_a_name_that_does_not_exist_is_locked_alike() -> None:
    assert try_wrongly(6, name="nobody") == [200, 200, 200, 200, 429, 429]


def test_another_browser_at_the_same_address_is_no_new_start() -> None:
    an_editor("asel")
    try_wrongly(4)

    answer = give_password(Client(HTTP_USER_AGENT="another"), password="wrong", REMOTE_ADDR=HERE)

    assert answer.status_code == 429


def test_the_lock_ends_though_someone_goes_on_trying() -> None:
    an_editor("asel")
    try_wrongly(5)
    locked_at = AccessAttempt.objects.get().attempt_time
    try_wrongly(3)
    assert AccessAttempt.objects.get().attempt_time == locked_at

    AccessAttempt.objects.update(attempt_time=timezone.now() - project_settings.AXES_COOLOFF_TIME)

    assert give_password(Client(), REMOTE_ADDR=HERE).status_code == 302


def test_a_right_password_forgets_the_wrong_ones() -> None:
    an_editor("asel")
    try_wrongly(4)
    give_password(Client(), REMOTE_ADDR=HERE)

    assert AccessAttempt.objects.count() == 0
    assert try_wrongly(4) == [200] * 4


@pytest.mark.parametrize(
    ("behind_proxy", "forwarded", "counted"),
    [
        (False, "203.0.113.9", HERE),
        (True, "203.0.113.9", "203.0.113.9"),
        (True, "198.51.100.1, 203.0.113.9", "203.0.113.9"),
        (True, "2001:db8:1:2:3:4:5:6", "2001:db8:1:2::"),
        (True, "nonsense", None),
    ],
)
def test_the_address_is_the_one_that_a_trusted_proxy_names(
    settings, behind_proxy: bool, forwarded: str, counted: str | None
) -> None:
    proxied = ("HTTP_X_FORWARDED_PROTO", "https")
    settings.SECURE_PROXY_SSL_HEADER = proxied if behind_proxy else None

    give_password(Client(), password="w", REMOTE_ADDR=HERE, HTTP_X_FORWARDED_FOR=forwarded)

    assert AccessAttempt.objects.get().ip_address == counted


def test_no_password_is_written_down_and_no_address_outlives_the_lock(caplog) -> None:
    an_editor("asel")
    with caplog.at_level(logging.DEBUG):
        give_password(Client(), password="a-secret-typo", REMOTE_ADDR=HERE)
        kept = AccessAttempt.objects.values().get()
        give_password(Client(), REMOTE_ADDR=THERE)

    assert "a-secret-typo" not in str(kept) + caplog.text and PASSWORD not in caplog.text
    assert HERE not in caplog.text and "asel" not in caplog.text
    assert AccessLog.objects.count() == AccessFailureLog.objects.count() == 0

    AccessAttempt.objects.update(attempt_time=timezone.now() - timedelta(minutes=16))
    give_password(Client(), "other", "wrong", REMOTE_ADDR=THERE)

    assert not AccessAttempt.objects.filter(ip_address=HERE).exists()


def test_the_command_forgets_what_is_over(capsys) -> None:
    try_wrongly(1)
    call_command("forget_sign_ins")
    assert AccessAttempt.objects.count() == 1

    AccessAttempt.objects.update(attempt_time=timezone.now() - timedelta(minutes=16))
    call_command("forget_sign_ins")

    assert AccessAttempt.objects.count() == 0
    assert capsys.readouterr().out.splitlines()[-1] == "1 failed sign-in forgotten"
