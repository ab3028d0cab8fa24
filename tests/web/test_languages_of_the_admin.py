"""An editor of Kazakh or Russian meets no other language in the admin but in the texts edited."""

import re
from urllib.parse import urljoin, urlsplit

import pytest
from django.contrib import admin
from django.contrib.auth.models import Group, User
from django.test import Client
from lxml import html

from amendments.roles import Role
from tests.factories.editors import with_phone
from tests.factories.registered import MAKE
from tests.web.shown_words import foreign_words, words_of_all_rows

pytestmark = pytest.mark.django_db
TABLES = frozenset({"Group", "User", "user", "group", "permissions"})  # As a deletion names them
NOT_FOLLOWED = ("/logout/", "/jsi18n/", ".csv", "/start-over/")


@pytest.fixture
def everything(client: Client) -> Client:
    for make in MAKE.values():
        make()
    superuser = User.objects.create_superuser("aigerim", password="x")
    with_phone(superuser)
    client.force_login(superuser)
    return client


def every_page(client: Client) -> dict[str, str]:
    """Return one page of each kind that links lead to from the start of the admin."""
    found: dict[str, str] = {}
    kinds: set[str] = set()
    ahead = ["/admin/", "/admin/second-factor/"]
    while ahead:
        path = ahead.pop()
        kind = re.sub(r"\d+", "1", path)
        if kind in kinds:
            continue
        kinds.add(kind)
        response = client.get(path, follow=True)
        found[path] = ""
        if response.status_code == 200 and response["Content-Type"].startswith("text/html"):
            found[path] = response.content.decode()
            links = html.document_fromstring(found[path]).iter("a")
            paths = {urlsplit(urljoin(path, link.get("href", ""))).path for link in links}
            ahead += sorted(each for each in paths if each.startswith("/admin/"))
            ahead = [each for each in ahead if not any(name in each for name in NOT_FOLLOWED)]
    return found


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_the_admin_speaks_one_language(everything: Client, language: str) -> None:
    everything.cookies["language"] = language
    known = words_of_all_rows() | TABLES
    pages = every_page(everything)

    assert len(pages) > 4 * len(admin.site._registry)
    foreign: dict[str, str] = {}
    for path, page in pages.items():
        if page:
            foreign |= dict.fromkeys(foreign_words(page, language, known), path)
    assert foreign == {}


@pytest.mark.parametrize("language", ["kk", "ru"])
@pytest.mark.parametrize("path", ["/admin/login/", "/admin/password/MQ/old-link/"])
def test_the_way_in_speaks_one_language(client: Client, path: str, language: str) -> None:
    client.cookies["language"] = language
    page = client.get(path, follow=True).content.decode()
    refused = client.post(path, {"username": "asel", "password": "x"}, follow=True)

    assert foreign_words(page, language, frozenset()) == set()
    assert foreign_words(refused.content.decode(), language, frozenset()) == set()


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_what_goes_with_a_role_or_an_account_is_said_in_one_language(
    everything: Client, language: str
) -> None:
    everything.cookies["language"] = language
    role = Group.objects.get(name=Role.WRITER.label)
    writer = User.objects.create_user("daniyar")
    writer.groups.add(role)

    for path in (f"/admin/auth/group/{role.pk}/delete/", f"/admin/auth/user/{writer.pk}/delete/"):
        page = everything.get(path).content.decode()
        assert " object (" not in page
        assert foreign_words(page, language, words_of_all_rows() | TABLES) == set()
