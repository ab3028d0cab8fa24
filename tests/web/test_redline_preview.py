"""The redline of what an editor writes, before it is saved: for htmx, and by a plain button."""

from datetime import date
from typing import Any

import pytest
from django.contrib.auth.models import Permission, User
from django.test import Client

from amendments.models import Amendment, State
from tests.factories.law import AmendingLawFactory, AmendmentFactory, ProvisionFactory

pytestmark = pytest.mark.django_db

ADDRESS = "/admin/amendments/amendment/redline/"
TEXTS = {"before_en": "The Court has seven judges.", "after_en": "The Court has eleven judges."}


@pytest.fixture
def writer() -> User:
    return User.objects.create_superuser("aigerim", password="long-enough-42")


@pytest.fixture
def editing(client: Client, writer: User) -> Client:
    client.force_login(writer)
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"
    return client


def draw(client: Client, data: dict[str, Any], *, htmx: bool = True) -> str:
    headers = {"HX-Request": "true"} if htmx else {}
    response = client.post(ADDRESS, data, headers=headers)
    assert response.status_code == 200
    return response.content.decode()


def test_htmx_gets_the_parts_that_it_takes_over(editing: Client) -> None:
    part = draw(editing, TEXTS)
    assert "<html" not in part
    for name in ("said-kk", "said-ru", "said-en", "said-of-all", "redline-kk", "redline-en"):
        assert part.count(f'id="{name}"') == 1
    assert "seven</del>" in part.replace('<span class="vh"> end</span>', "")
    assert "1 word removed, 1 word added" in part
    assert part.count("Nothing is written in this language.") == 2


def test_the_button_gets_a_page_of_its_own_without_javascript(editing: Client) -> None:
    page = draw(editing, TEXTS, htmx=False)
    assert "<html" in page and "Nothing was saved." in page
    assert "1 word removed, 1 word added" in page
    assert not Amendment.objects.exists()


def test_the_form_shows_the_redline_of_each_language_below_its_texts(editing: Client) -> None:
    change = AmendmentFactory.create(before_ru="Семь судей.", after_ru="Одиннадцать судей.")
    response = editing.get(f"/admin/amendments/amendment/{change.pk}/change/")
    form = response.content.decode()
    order = [
        form.index(words)
        for words in (
            'name="before_ru"',
            'name="after_ru"',
            'id="redline-ru"',
            'name="before_en"',
            'id="redline-en"',
        )
    ]
    assert order == sorted(order)
    assert form.count('name="before_en"') == 1  # Not in a group of their own too
    assert "Одиннадцать" in form.split('id="redline-ru"')[1].split('id="redline-en"')[0]
    assert f'formaction="{ADDRESS}"' in form and f'name="redline_of" value="{change.pk}"' in form
    assert "'unsafe" not in response["Content-Security-Policy"]
    assert "style=" not in form.split('class="side-by-side"')[1].split("submit-row")[0]


def test_an_empty_form_and_a_faulty_one_show_it_too(editing: Client) -> None:
    empty = editing.get("/admin/amendments/amendment/add/").content.decode()
    assert empty.count("Nothing is written in this language.") == 3
    faulty = editing.post("/admin/amendments/amendment/add/", TEXTS).content.decode()
    assert "1 word removed, 1 word added" in faulty


def test_a_proposed_change_is_drawn_as_proposed(editing: Client) -> None:
    change = AmendmentFactory.create()
    address = f"/admin/amendments/amendment/{change.pk}/change/"
    from tests.web.test_editing_published_texts import form_of

    sent = form_of(editing, address) | {"after_en": "The proposed text of the law."}
    editing.post(address, sent)
    assert "proposed" in editing.get(address).content.decode().split('id="redline-en"')[1]


def test_html_in_the_text_is_escaped(editing: Client) -> None:
    part = draw(editing, {"before_en": "<b>A</b>", "after_en": "<script>alert(1)</script>  x  y"})
    assert "<script" not in part and "<b>" not in part
    assert "&lt;script&gt;" in part


def test_what_looks_suspicious_is_said(editing: Client) -> None:
    long = "The Court consists of eleven judges, its Chairperson and the deputy among them."
    part = draw(
        editing,
        {
            "before_en": long,
            "after_en": long,
            "before_ru": "С\u0443д.",
            "after_ru": "Cуд  состоит.",  # A Latin C, two spaces
        },
    )
    for said in (
        "Before and after are the same",
        "Before: the lengths of the texts in two languages differ much: Русский, English.",
        "After: letters of the wrong alphabet that only look right: “Cуд”.",
        "After: more than one space in a row: “Cуд  состоит.”",
    ):
        assert said in part


def test_a_before_that_is_not_the_previous_after(editing: Client) -> None:
    provision = ProvisionFactory.create()
    earlier = AmendmentFactory.create(provision=provision, after_en="Eleven judges.")
    law = AmendingLawFactory.create(slug="2022-09", dated=date(2022, 9, 17))
    later = AmendmentFactory.create(provision=provision, law=law, state=State.DRAFT)
    data = TEXTS | {"provision": provision.pk, "in_force_from": "2022-09-17"}

    def warns(**more: Any) -> bool:
        return "Before is not what the previous change left" in draw(editing, data | more)

    assert warns(redline_of=later.pk)
    assert not warns(before_en="Eleven judges.")
    assert not warns(in_force_from="2022-06-08", redline_of=earlier.pk)  # Nothing went before
    assert not warns(in_force_from="no day")
    assert not warns(provision="x" * 30)
    assert warns(redline_of="9" * 30)


def test_line_ends_of_browsers_are_no_change(editing: Client) -> None:
    part = draw(editing, {"before_en": "One.\r\nTwo.", "after_en": "One.\nTwo.\r\n"})
    assert "no word removed or added" in part and "are the same" in part


def test_only_editors_of_amendments_may_draw(client: Client) -> None:
    assert client.post(ADDRESS, TEXTS).status_code == 302
    guest = User.objects.create_user("guest", password="long-enough-42", is_staff=True)
    client.force_login(guest)
    assert client.post(ADDRESS, TEXTS).status_code == 403
    guest.user_permissions.set(Permission.objects.filter(codename="view_amendment"))
    assert client.post(ADDRESS, TEXTS).status_code == 200
    assert client.get(ADDRESS).status_code == 405


def test_a_forged_request_is_refused(writer: User) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(writer)
    assert strict.post(ADDRESS, TEXTS).status_code == 403


def test_who_may_only_look_sees_texts_and_redline(client: Client) -> None:
    change = AmendmentFactory.create()
    guest = User.objects.create_user("guest", password="long-enough-42", is_staff=True)
    guest.user_permissions.set(Permission.objects.filter(codename="view_amendment"))
    client.force_login(guest)
    form = client.get(f"/admin/amendments/amendment/{change.pk}/change/").content.decode()
    assert "<del" in form.split('id="redline-en"')[1]
