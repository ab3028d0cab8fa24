"""Tables that are not taken in: said where and why, with nothing half written."""

from typing import Any

import pytest
from django.contrib.auth.models import Permission, User
from django.test import Client

from amendments.models import State, Term
from tests.factories.context import TermFactory
from tests.web.exchanged_tables import at, shown, workbook

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor() -> User:
    return User.objects.create_superuser("aigerim", password="long-enough-42")


@pytest.fixture
def admin(client: Client, editor: User) -> Client:
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"
    client.force_login(editor)
    return client


def test_a_bad_row_is_named_and_nothing_is_written(admin: Client) -> None:
    table = "slug,date,phase,title_en,text_en,certainty,note_en\n"
    table += 'good,2022-06-05,referendum,A,B,high,"two\nlines"\n\nbad,5 June,no such,A,,high,\n'
    response: Any = shown(admin, "event", table)
    refused = response.context["result"].rows[1]
    assert (refused.number, refused.slug) == (4, "bad")
    assert {column for column, _fault in refused.faults} == {"date", "phase", "text"}
    assert "sealed" not in response.context
    assert "Nothing was written" in response.content.decode()


def test_a_fault_that_appears_only_when_importing_writes_nothing(admin: Client) -> None:
    preview: Any = shown(admin, "term", "slug,name_en\none,First\ntwo,Second\n")
    TermFactory.create(slug="two", state=State.WITHDRAWN)
    response = admin.post(at("term", "import"), {"sealed": preview.context["sealed"]})
    assert "It was withdrawn" in response.content.decode()
    assert list(Term.objects.values_list("slug", flat=True)) == ["two"]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ("slug,name_kk\nx,Әкім\n".encode("cp1251", "replace"), None),
        ("slug,name_ru\nx,аким\n".encode("cp1251"), "not in UTF-8"),
        ("slug,name_kk\nx,әкім\n".encode("utf-16"), "not in UTF-8"),
        (b"", None),
        (b"\n\n", "The file is empty"),
        (b"name_en\nx\n", "no column"),
        (b"slug,nmae\nx,y\n", "Unknown columns: nmae"),
        (b"slug,slug\nx,y\n", "stand twice: slug"),
        (b"slug,name_en\nx,y,z\n", "Row 2 has more cells"),
        (b"PK\x03\x04 no zip", "no workbook"),
        (workbook(["slug", "name_en"], ["x", "=1+1"]), "Cell B2 holds a formula"),
        (b"slug\n" + b"x\n" * 1001, "more than 1,000 rows"),
        (b"slug\n" + b"x" * (5 * 1024 * 1024), "larger than 5 MB"),
        (b'slug,name_en\nx,"open\n', "no proper CSV"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_clearly(
    admin: Client, data: bytes, said: str | None
) -> None:
    response: Any = shown(admin, "term", data)
    assert "sealed" not in response.context or said is None
    if said:
        assert said in response.content.decode().replace("&#x27;", "'")
    assert not Term.objects.exists()


def test_a_preview_is_its_editors_own(admin: Client) -> None:
    preview: Any = shown(admin, "term", "slug,name_en\none,First\n")
    other = User.objects.create_superuser("botagoz", password="long-enough-42")
    admin.force_login(other)
    response = admin.post(at("term", "import"), {"sealed": preview.context["sealed"]})
    assert "too old" in response.content.decode() and not Term.objects.exists()


def test_rights_are_asked_for(client: Client) -> None:
    reader = User.objects.create_user("reader", password="x", is_staff=True)
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"
    client.force_login(reader)
    assert client.get(at("term", "import")).status_code == 403
    assert client.get(at("term", "export")).status_code == 403
    reader.user_permissions.add(Permission.objects.get(codename="view_term"))
    assert client.get(at("term", "import")).status_code == 403
    assert client.get(at("term", "export")).status_code == 200
    reader.user_permissions.add(Permission.objects.get(codename="add_term"))
    TermFactory.create(slug="akim")
    page = shown(client, "term", "slug,name_en\nakim,Another\n").content.decode()
    assert "You have no right to change it." in page
