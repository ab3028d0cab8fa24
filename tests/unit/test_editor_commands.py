"""Commands for editors' accounts: a new one, a new password, a way back in."""

import re
from io import StringIO

import pytest
from django.contrib.auth.models import Group, User
from django.core.management import CommandError, call_command
from django.test import Client
from django_otp.plugins.otp_totp.models import TOTPDevice

from amendments.roles import Role
from civic.sign_in.password_link import password_link
from tests.factories.editors import (
    IN_ENGLISH,
    PASSWORD,
    an_editor,
    code_of,
    give_password,
    with_phone,
)

pytestmark = pytest.mark.django_db


def said(*command: str) -> str:
    out = StringIO()
    call_command(*command, stdout=out)
    return out.getvalue()


def choose_password(client: Client, address: str, password: str = PASSWORD) -> int:
    """Follow a link and send a password; return the status: 302 once it is set."""
    page = client.get(address.replace("http://127.0.0.1:8000", ""), follow=True)
    new = {"new_password1": password, "new_password2": password}
    return client.post(page.request["PATH_INFO"], new).status_code


def test_a_new_editor_chooses_a_password_by_the_link_and_signs_in(client: Client) -> None:
    out = said(
        "create_editor", "asel", "--role", "writer", "--role", "reviewer", "--email", "a@b.kz"
    )

    assert out.startswith("asel: Reviewer, Writer\n")
    editor = User.objects.get()
    assert (editor.is_staff, editor.is_superuser, editor.email) == (True, False, "a@b.kz")
    assert not editor.has_usable_password()
    (link,) = re.findall(r"http://\S+", out)
    assert choose_password(client, link) == 302
    assert give_password(client).status_code == 302


def test_a_link_works_once(client: Client) -> None:
    link = password_link(an_editor())

    assert choose_password(client, link, "ten-pine-trees") == 302
    assert choose_password(Client(headers=IN_ENGLISH), link, "other-pine-trees") == 200
    assert User.objects.get().check_password("ten-pine-trees")
    page = Client(headers=IN_ENGLISH).get(
        link.replace("http://127.0.0.1:8000", ""), headers={"accept-language": "en"}
    )
    assert "This link has been used" in page.content.decode()


def test_a_weak_password_is_refused(client: Client) -> None:
    assert choose_password(client, password_link(an_editor()), "12345678") == 200
    assert User.objects.get().check_password(PASSWORD)


def test_a_link_is_for_its_editor_and_its_day(client: Client, settings) -> None:
    link = password_link(an_editor())
    other = password_link(an_editor("other"))
    swapped = link.rsplit("/", 2)[0] + "/" + other.rsplit("/", 2)[1] + "/"
    assert choose_password(client, swapped) == 200

    settings.PASSWORD_RESET_TIMEOUT = -1
    assert choose_password(client, link) == 200


def test_a_password_may_be_asked_for_unseen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("getpass.getpass", lambda prompt: PASSWORD)

    out = said("create_editor", "asel", "--role", "publisher", "--ask-password")

    assert "http" not in out and PASSWORD not in out
    assert User.objects.get().check_password(PASSWORD)


@pytest.mark.parametrize(
    ("answers", "complaint"),
    [
        (["one-good-password", "another-password"], "The two passwords differ."),
        (["12345678", "12345678"], "too common"),
        ([], "No password, no account."),
    ],
)
def test_a_password_that_will_not_do_makes_no_account(
    monkeypatch: pytest.MonkeyPatch, answers: list[str], complaint: str
) -> None:
    given = iter(answers)

    def answer(prompt: str) -> str:
        try:
            return next(given)
        except StopIteration:
            raise EOFError from None

    monkeypatch.setattr("getpass.getpass", answer)

    with pytest.raises(CommandError, match=complaint):
        call_command("create_editor", "asel", "--role", "writer", "--ask-password")
    assert not User.objects.exists()


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["taken", "--role", "writer"], "already exists"),
        (["asel"], "--role"),
        (["asel", "--role", "king"], "invalid choice"),
        (["as el", "--role", "writer"], "valid username"),
        (["", "--role", "writer"], "blank"),
        (["a" * 151, "--role", "writer"], "150"),
        (["asel", "--role", "writer", "--email", "no address"], "valid email"),
    ],
)
def test_a_wrong_wish_is_refused_with_its_reason(arguments: list[str], complaint: str) -> None:
    an_editor("taken")

    with pytest.raises(CommandError, match=complaint):
        call_command("create_editor", *arguments)
    assert User.objects.count() == 1


def test_without_the_roles_it_says_what_to_do() -> None:
    Group.objects.all().delete()

    with pytest.raises(CommandError, match="migrate"):
        call_command("create_editor", "asel", "--role", "writer")


def test_who_lost_the_phone_comes_back_in_with_new_codes_and_enrols_another(settings) -> None:
    settings.EDITORS_SECOND_FACTOR = True
    editor = an_editor("asel", Role.WRITER)
    lost = with_phone(editor)
    elsewhere, client = Client(headers=IN_ENGLISH), Client(headers=IN_ENGLISH)
    give_password(elsewhere)
    elsewhere.post("/admin/second-factor/", {"code": code_of(lost.key)})
    assert elsewhere.get("/admin/").status_code == 200

    codes = said("reset_second_factor", "asel").splitlines()[1:]

    assert len(codes) == 10
    assert elsewhere.get("/admin/").status_code == 302
    give_password(client)
    assert client.get("/admin/second-factor/phone/").status_code == 302  # First the code
    back = client.post("/admin/second-factor/", {"code": codes[0]})
    assert back["Location"].startswith("/admin/second-factor/phone/")
    client.get(back["Location"])
    key = client.session["second_factor_key"]
    client.post("/admin/second-factor/phone/", {"code": code_of(key)})
    assert client.get("/admin/").status_code == 200
    assert TOTPDevice.objects.get().key == key


@pytest.mark.parametrize("command", ["reset_second_factor", "password_link"])
def test_only_an_editor_with_an_open_account_is_helped(command: str) -> None:
    User.objects.create_user("reader")
    closed = an_editor("closed")
    closed.is_active = False
    closed.save()

    for name, complaint in [("nobody", "No editor"), ("reader", "No editor"), ("closed", "closed")]:
        with pytest.raises(CommandError, match=complaint):
            call_command(command, name)


def test_a_new_link_leaves_the_old_password_until_it_is_used(client: Client) -> None:
    an_editor("asel")

    link = said("password_link", "asel").strip()

    assert give_password(Client(headers=IN_ENGLISH)).status_code == 302
    link = said("password_link", "asel").strip()  # Signing in made the first one void
    assert choose_password(client, link, "ten-pine-trees") == 302
