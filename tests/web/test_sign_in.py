"""Signing in: a password, then a second factor; half-way in is nobody."""

import re
from datetime import timedelta

import pytest
from django.conf import settings as project_settings
from django.contrib.auth import SESSION_KEY
from django.contrib.auth.models import User
from django.contrib.sessions.models import Session
from django.test import Client
from django.utils import timezone
from django_otp.plugins.otp_static.models import StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice

from amendments.roles import Role
from civic.sign_in.half_way import MOST_SECONDS
from civic.sign_in.second_factor import renew_recovery_codes
from tests.factories.editors import (
    IN_ENGLISH,
    PASSWORD,
    an_editor,
    code_of,
    give_password,
    with_phone,
)

pytestmark = pytest.mark.django_db

STEP = "/admin/second-factor/"
PHONE = "/admin/second-factor/phone/"
CODES = "/admin/second-factor/codes/"
INSIDE = ["/admin/", "/admin/auth/user/", "/admin/quiz/quiz/statistics/", CODES]


@pytest.fixture(autouse=True)
def _required(settings) -> None:
    settings.EDITORS_SECOND_FACTOR = True


@pytest.fixture
def editor() -> User:
    return an_editor("asel", Role.ADMINISTRATOR)


@pytest.fixture
def phone(editor: User) -> TOTPDevice:
    return with_phone(editor)


def give_code(client: Client, code: str, page: str = STEP):
    return client.post(page, {"code": code, "next": "/admin/auth/user/"})


def is_inside(client: Client) -> bool:
    return client.get("/admin/").status_code == 200


def page_text(response) -> str:
    return re.sub(r"\s+", " ", response.content.decode())


@pytest.mark.parametrize("path", INSIDE)
def test_with_the_password_alone_an_editor_is_nobody(
    client: Client, phone: TOTPDevice, path: str
) -> None:
    answer = give_password(client)
    assert (answer.status_code, answer["Location"]) == (
        302,
        f"{STEP}?next=%2Fadmin%2Fauth%2Fuser%2F",
    )

    answer = client.get(path)

    assert answer.status_code == 302
    assert answer["Location"].startswith("/admin/login/")
    assert not client.get(STEP).wsgi_request.user.is_authenticated


def test_who_gave_the_password_is_led_from_the_sign_in_to_the_second_step(
    client: Client, phone: TOTPDevice
) -> None:
    give_password(client)

    answer = client.get("/admin/login/?next=/admin/quiz/")

    assert answer["Location"] == f"{STEP}?next=%2Fadmin%2Fquiz%2F"


def test_the_code_of_the_phone_lets_in_and_on(client: Client, phone: TOTPDevice) -> None:
    give_password(client)
    before = client.session.session_key

    answer = give_code(client, code_of(phone.key))

    assert answer["Location"] == "/admin/auth/user/"
    assert all(client.get(path).status_code == 200 for path in INSIDE)
    assert client.session.session_key != before


def test_a_code_works_once(client: Client, phone: TOTPDevice) -> None:
    code = code_of(phone.key)
    give_password(client)
    give_code(client, code)
    other = Client(headers=IN_ENGLISH)
    give_password(other)

    answer = give_code(other, code)

    assert (answer.status_code, is_inside(other)) == (200, False)


def test_wrong_codes_have_to_be_waited_out(client: Client, phone: TOTPDevice) -> None:
    give_password(client)

    first = give_code(client, "000000" if code_of(phone.key) != "000000" else "000001")
    right_too_soon = give_code(client, code_of(phone.key))

    assert "This code is not right." in page_text(first)
    assert "Too many wrong codes. Try again in 1 second." in page_text(right_too_soon)
    assert not is_inside(client)

    TOTPDevice.objects.update(
        throttling_failure_timestamp=timezone.now() - timedelta(seconds=1),
    )
    give_code(client, code_of(phone.key))

    assert is_inside(client)


@pytest.mark.parametrize("code", ["", " ", "abc", "²³²³²³", "1" * 40, "1" * 41, "\0", "A" * 12])
def test_what_is_no_code_lets_nobody_in(client: Client, phone: TOTPDevice, code: str) -> None:
    renew_recovery_codes(phone.user)
    give_password(client)

    assert give_code(client, code).status_code == 200
    assert not is_inside(client)


def test_a_recovery_code_works_once_and_says_how_many_are_left(
    client: Client, phone: TOTPDevice
) -> None:
    code = renew_recovery_codes(phone.user)[0]
    give_password(client)

    give_code(client, code.replace(" ", "").lower())

    assert "9 recovery codes are left." in page_text(client.get("/admin/"))
    other = Client(headers=IN_ENGLISH)
    give_password(other)
    assert give_code(other, code).status_code == 200
    assert not is_inside(other)


def test_recovery_codes_are_kept_as_hashes_and_are_their_owners_alone(editor: User) -> None:
    codes = renew_recovery_codes(editor)
    kept = set(StaticToken.objects.values_list("token", flat=True))

    assert len(set(codes)) == len(kept) == 10
    assert not kept & {code.replace(" ", "") for code in codes}

    with_phone(other := an_editor("other"))
    renew_recovery_codes(other)
    client = Client(headers=IN_ENGLISH)
    give_password(client, "other")
    give_code(client, codes[0])

    assert not is_inside(client)


def test_the_first_sign_in_enrols_a_phone_and_shows_ten_codes_once(
    client: Client, editor: User
) -> None:
    give_password(client)
    assert client.get(STEP)["Location"].startswith(PHONE)
    page = client.get(PHONE)
    key = client.session["second_factor_key"]

    wrong = give_code(client, "not it", PHONE)
    right = give_code(client, code_of(key), PHONE)

    assert "<svg" in page_text(page) and "otpauth://totp/Ata%20Za%C5%84%3Aasel" in page_text(page)
    assert "This code is not right." in page_text(wrong)
    shown = re.findall(r"<li><code>([^<]+)</code>", page_text(right))
    assert len(shown) == 10
    assert all(client.get(path).status_code == 200 for path in INSIDE)
    assert "no-store" in right["Cache-Control"]
    later = page_text(client.get(CODES))
    assert "10 recovery codes are left." in later
    assert not any(code in later for code in shown)
    assert TOTPDevice.objects.get().key == key


def test_no_phone_can_be_enrolled_beside_one_with_the_password_alone(
    client: Client, editor: User
) -> None:
    give_password(client)
    client.get(PHONE)
    phone = with_phone(editor)  # Enrolled meanwhile by another session

    answer = give_code(client, code_of(client.session["second_factor_key"]), PHONE)

    assert answer["Location"].startswith(STEP)
    assert client.get(PHONE)["Location"].startswith(STEP)
    assert TOTPDevice.objects.get() == phone


def test_new_codes_make_the_old_ones_void(client: Client, phone: TOTPDevice) -> None:
    old = renew_recovery_codes(phone.user)[0]
    give_password(client)
    give_code(client, code_of(phone.key))

    shown = re.findall(r"<li><code>([^<]+)</code>", page_text(client.post(CODES)))

    assert len(shown) == 10
    other = Client(headers=IN_ENGLISH)
    give_password(other)
    assert give_code(other, old).status_code == 200


def test_a_new_phone_takes_the_place_of_the_old_one_and_ends_its_sessions(
    client: Client, phone: TOTPDevice
) -> None:
    elsewhere = Client(headers=IN_ENGLISH)
    give_password(elsewhere)
    give_code(elsewhere, code_of(phone.key))
    give_password(client)
    give_code(client, code_of(phone.key, ahead=1))
    client.get(PHONE)

    give_code(client, code_of(client.session["second_factor_key"]), PHONE)

    assert is_inside(client) and not is_inside(elsewhere)
    assert not TOTPDevice.objects.filter(pk=phone.pk).exists()


def test_where_it_is_not_required_the_password_is_enough(client: Client, settings) -> None:
    settings.EDITORS_SECOND_FACTOR = False
    an_editor("asel", Role.WRITER)

    assert give_password(client)["Location"] == "/admin/auth/user/"
    assert is_inside(client)
    assert "Second step" not in page_text(client.get("/admin/"))


def test_a_session_from_before_it_was_required_is_worth_a_password(
    client: Client, phone: TOTPDevice
) -> None:
    client.force_login(phone.user)

    assert not is_inside(client)
    give_code(client, code_of(phone.key))
    assert is_inside(client)


def test_who_is_no_editor_does_not_come_half_way(client: Client) -> None:
    User.objects.create_user("reader", password=PASSWORD)

    assert give_password(client, "reader").status_code == 200
    assert client.get(STEP)["Location"] == "/admin/"
    assert client.get(PHONE)["Location"].startswith("/admin/login/")


def test_half_way_one_can_start_over_as_someone_else(client: Client, phone: TOTPDevice) -> None:
    give_password(client)

    assert client.get("/admin/second-factor/start-over/").status_code == 405
    client.post("/admin/second-factor/start-over/")

    assert SESSION_KEY not in client.session


@pytest.mark.parametrize("to", ["https://example.org/", "//example.org", "javascript:1", "/\\x"])
def test_the_second_step_leads_to_no_other_site(client: Client, phone: TOTPDevice, to: str) -> None:
    give_password(client)

    answer = client.post(STEP, {"code": code_of(phone.key), "next": to})

    assert answer["Location"] == "/admin/"


def test_half_way_in_ends_after_minutes_and_inside_with_the_day_or_the_browser(
    client: Client, phone: TOTPDevice
) -> None:
    half_way = give_password(client).cookies["sessionid"]
    assert half_way["max-age"] == client.session.get_expiry_age() == MOST_SECONDS

    inside = give_code(client, code_of(phone.key)).cookies["sessionid"]

    assert inside["max-age"] == ""  # Ends with the browser
    assert client.session.get_expiry_age() == project_settings.SESSION_COOKIE_AGE == 8 * 3600
    Session.objects.update(expire_date=timezone.now() - timedelta(seconds=1))
    assert not is_inside(client)


def test_a_new_password_ends_every_other_session(client: Client, phone: TOTPDevice) -> None:
    elsewhere = Client(headers=IN_ENGLISH)
    give_password(elsewhere)
    give_code(elsewhere, code_of(phone.key))
    give_password(client)
    give_code(client, code_of(phone.key, ahead=1))

    new = {
        "old_password": PASSWORD,
        "new_password1": "ten-pine-trees",
        "new_password2": "ten-pine-trees",
    }
    client.post("/admin/password_change/", new)

    assert is_inside(client)
    assert not is_inside(elsewhere)


def test_a_closed_account_is_out_at_once(client: Client, phone: TOTPDevice) -> None:
    give_password(client)
    give_code(client, code_of(phone.key))
    User.objects.update(is_active=False)

    assert not is_inside(client)


def test_neither_keys_nor_codes_are_in_the_admin(admin_client: Client, settings) -> None:
    settings.EDITORS_SECOND_FACTOR = False

    for app in ("otp_totp", "otp_static", "axes"):
        assert admin_client.get(f"/admin/{app}/").status_code == 404
