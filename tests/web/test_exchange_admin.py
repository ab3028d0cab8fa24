"""The editors' pages that read and write files."""

from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import Permission, User
from django.test import Client
from django.urls import include, path

import civic.urls
from quiz.admin import exchange
from quiz.exchange import gift
from quiz.exchange.importing import import_questions
from quiz.models import Question

SAMPLES = Path(__file__).parents[1] / "samples" / "exchange"
TWO = b"::One:: Is it? {T}\n\n::Two:: Which? {=a ~b}\n\n::Three:: Write. {}"

urlpatterns = [
    path("admin/quiz/question/", include(exchange.urlpatterns)),
    *civic.urls.urlpatterns,
]
pytestmark = [pytest.mark.django_db, pytest.mark.urls(__name__)]
IMPORT, EXPORT = "/admin/quiz/question/import/", "/admin/quiz/question/export/"


def editor(*permissions: str) -> User:
    user = User.objects.create_user("editor", is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename__in=permissions))
    return user


@pytest.fixture
def staff(client: Client) -> Client:
    client.force_login(editor("add_question", "view_question"))
    return client


def sent(data: bytes, name: str = "questions.gift", **more: str) -> dict[str, object]:
    file = BytesIO(data)
    file.name = name
    return {"file": file, "format": "", "language": "en", "category": "", **more}


@pytest.mark.parametrize("address", [IMPORT, EXPORT])
def test_only_staff_with_the_permission_come_in(client: Client, address: str) -> None:
    assert client.get(address).status_code == 302
    client.force_login(User.objects.create_user("reader"))
    assert client.get(address).status_code == 302
    client.force_login(editor())
    assert client.get(address).status_code == 403


def test_a_file_is_tried_unless_the_editor_says_otherwise(staff: Client) -> None:
    assert 'name="dry_run"' in staff.get(IMPORT).text
    assert staff.get(IMPORT).context["form"]["dry_run"].initial is True

    page = staff.post(IMPORT, sent(TWO, dry_run="on"))

    assert "What would be done, read as GIFT" in page.text
    assert "an essay, which nobody here could mark" in page.text
    assert [number for _fate, number in page.context["counts"]] == [2, 0, 1]
    assert not Question.objects.exists()


def test_a_file_is_imported_under_the_name_of_the_editor(staff: Client) -> None:
    page = staff.post(IMPORT, sent(TWO, language="ru", category="rights"))

    assert "What was done, read as GIFT" in page.text
    questions: list[Any] = list(Question.objects.order_by("id"))
    assert [question.prompt_ru for question in questions] == ["Is it?", "Which?"]
    assert {question.category for question in questions} == {"rights"}
    assert {question.author.username for question in questions} == {"editor"}


@pytest.mark.parametrize(
    ("name", "said"), [("xxe.xml", "DOCTYPE"), ("windows-1251.gift", "Windows-1251")]
)
def test_a_file_that_cannot_be_read_is_named_at_its_field(staff: Client, name, said) -> None:
    page = staff.post(IMPORT, sent((SAMPLES / name).read_bytes(), name))

    assert said in page.context["form"].errors["file"][0]
    assert not Question.objects.exists()


def test_more_questions_than_a_page_can_write_are_refused(staff: Client) -> None:
    page = staff.post(IMPORT, sent(b"Is it? {T}\n\n" * 1001))

    assert "more than 1,000 questions" in page.context["form"].errors["file"][0]


def test_scripts_in_names_and_texts_are_shown_as_text(staff: Client) -> None:
    page = staff.post(IMPORT, sent((SAMPLES / "scripts.xml").read_bytes(), "scripts.xml"))

    assert "&lt;img src=x onerror=alert(1)&gt;" in page.text
    assert "<img src=x" not in page.text


def test_a_form_without_its_token_is_refused() -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(editor("add_question"))

    assert client.post(IMPORT, sent(TWO)).status_code == 403
    assert not Question.objects.exists()


def test_a_form_without_a_file_says_so(staff: Client) -> None:
    assert "file" in staff.post(IMPORT, {"language": "en"}).context["form"].errors


def test_questions_are_downloaded(staff: Client) -> None:
    import_questions(gift.read(TWO), language="en")

    file = staff.get(EXPORT, {"format": "gift", "language": "en", "download": "1"})

    assert file["Content-Disposition"] == 'attachment; filename="questions.gift"'
    assert [question.name for question in gift.read(file.content).questions] == ["One", "Two"]


def test_what_a_format_loses_is_shown_before_the_download(staff: Client) -> None:
    import_questions(gift.read(TWO), language="en")

    page = staff.get(EXPORT, {"format": "aiken", "language": "en"})

    assert "What Aiken cannot carry" in page.text
    assert "1 question would be exported." in page.text
    assert "the format has no questions of the type “true or false”" in page.text


def test_the_empty_form_of_the_export_is_shown(staff: Client) -> None:
    page = staff.get(EXPORT)

    assert page.status_code == 200
    assert "written" not in page.context
