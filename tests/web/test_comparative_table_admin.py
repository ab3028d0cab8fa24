"""The upload in the admin: who may, dry run first, the list, and a strict policy."""

from typing import Any

import pytest
from django.contrib.auth.models import Permission, User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from amendments.comparative_table.docx import package
from amendments.models import Amendment, Topic
from tests.samples.comparative_table.law import write_law
from tests.samples.comparative_table.make_samples import SAMPLES
from tests.samples.comparative_table.texts import RU
from tests.samples.comparative_table.word_xml import docx, row, table

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.samples.comparative_table.urls")]
ADDRESS = "/upload/"


@pytest.fixture
def law():
    return write_law()


@pytest.fixture
def editor(client):
    editor = User.objects.create_user("editor", password="long enough", is_staff=True)
    editor.user_permissions.add(Permission.objects.get(codename="add_amendment"))
    client.force_login(editor)
    return editor


def send(client, law, data, name="table.docx", **more):
    given = {
        "file": SimpleUploadedFile(name, data),
        "law": law.pk,
        "language": "ru",
        "revisions": "before-after",
        "topic": Topic.objects.get().pk,
    }
    return client.post(ADDRESS, given | more)


def test_the_form_offers_a_dry_run_first(client, editor, law):
    page = client.get(ADDRESS)

    assert page.context["form"]["dry_run"].value() is True
    assert 'enctype="multipart/form-data"' in page.text
    assert "2022-06" in page.text


def test_a_dry_run_shows_the_list_and_writes_nothing(client, editor, law):
    page = send(client, law, SAMPLES["tracked-in-the-after-cell.docx"], dry_run="on")

    assert "What would be done" in page.text
    for shown in ("table 1, row 2", "Article 15, paragraph 2", "tracked change: deleted"):
        assert shown in page.text
    assert not Amendment.objects.filter(law=law).exists()


def test_an_import_writes_drafts_of_the_editor_and_links_to_them(client, editor, law):
    page = send(client, law, SAMPLES["plain-three-columns.docx"])

    first, _second = drafts = Amendment.objects.filter(law=law).order_by("pk")
    assert [draft.author for draft in drafts] == [editor, editor]
    assert f"/admin/amendments/amendment/{first.pk}/change/" in page.text
    history: Any = Amendment.history  # type: ignore[attr-defined]  # Added by simple_history
    assert {save.history_user for save in history.filter(law=law)} == {editor}


def test_a_refused_file_is_an_error_at_its_field(client, editor, law):
    page = send(client, law, SAMPLES["macros-not-declared.docx"])

    assert "macros" in page.context["form"].errors["file"][0]
    assert not Amendment.objects.filter(law=law).exists()


def test_refused_tracked_changes_are_listed_at_the_field(client, editor, law):
    page = send(client, law, SAMPLES["moved-row.docx"], revisions="refuse")

    assert "table 1, row 2: tracked change" in page.context["form"].errors["file"][1]


def test_a_large_file_is_refused_before_it_is_read(client, editor, law, monkeypatch):
    monkeypatch.setattr("amendments.comparative_table.admin_view.MOST_BYTES", 10)

    page = send(client, law, SAMPLES["plain-three-columns.docx"])

    assert "larger than 10 MB" in page.context["form"].errors["file"][0]
    assert package.MOST_BYTES == 10 * 1024 * 1024


def test_markup_in_the_file_is_shown_and_not_run(client, editor, law):
    nasty = "<script>alert(1)</script>"
    data = docx(table(RU, row(f"Статья 15, пункт 2, абзац пятый {nasty}", nasty, "2. Иное.")))

    page = send(client, law, data, dry_run="on")

    assert nasty not in page.text
    assert "&lt;script&gt;alert(1)" in page.text


def test_the_page_keeps_the_strict_policy(client, editor, law):
    page = send(client, law, SAMPLES["moved-row.docx"], dry_run="on")

    assert "unsafe" not in page["Content-Security-Policy"]
    assert " style=" not in page.text
    assert "<script>" not in page.text


def test_who_may_not_add_amendments_is_turned_away(client, law):
    assert client.get(ADDRESS).status_code == 302
    client.force_login(User.objects.create_user("reader", is_staff=True))
    assert client.get(ADDRESS).status_code == 403
    assert send(client, law, SAMPLES["plain-three-columns.docx"]).status_code == 403
    assert not Amendment.objects.filter(law=law).exists()


def test_a_post_without_a_token_is_refused(law):
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(User.objects.create_superuser("chief"))

    assert send(strict, law, SAMPLES["plain-three-columns.docx"]).status_code == 403
    assert not Amendment.objects.filter(law=law).exists()
