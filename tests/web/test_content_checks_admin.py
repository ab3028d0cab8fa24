"""Errors stop publication, hints do not; both are told after a save and listed in the form."""

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.management import call_command
from django.test import Client

from amendments.models import Amendment, Citation, Source, State
from tests.factories.law import AmendmentFactory
from tests.web.taken_steps import taken
from tests.web.test_editing_published_texts import at, form_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def editing(client: Client) -> Client:
    client.force_login(User.objects.create_superuser("aigerim", password="long-enough-42"))
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"
    return client


@pytest.fixture
def draft() -> Any:
    change = AmendmentFactory.create(
        state=State.DRAFT, author=User.objects.create_user("writer", is_staff=True)
    )
    source = Source.objects.create(slug="edition", publisher="Edition")
    Citation.objects.create(text=change, source=source)
    return change


def test_after_a_save_errors_are_told_in_full_and_hints_counted(
    editing: Client, draft: Amendment
) -> None:
    sent = form_of(editing, at(draft))
    text = "Article 144 was so.\nArticle 145 was so.\n/topics/gone/\n/topics/gone-2/\n" + "so " * 40
    page = editing.post(
        at(draft), sent | {"what_changed_en": text, "_continue": "1"}, follow=True
    ).content.decode()
    assert page.count("This stops publication.") == 3
    assert "1 more error: see the list." in page
    assert "1 hint on the text: see the list." in page
    listed = page.split('<details class="findings" open>')[1].split("</details>")[0]
    assert listed.count("<li>") == 5
    assert "“/topics/gone-2/”" in listed and "a sentence of 40 words" in listed


def test_a_text_without_findings_says_nothing_of_them(editing: Client, draft: Amendment) -> None:
    page = editing.post(at(draft), form_of(editing, at(draft)), follow=True).content.decode()
    assert "stops publication" not in page and 'class="findings"' not in page


def test_what_is_proposed_is_looked_at_not_what_is_public(
    editing: Client, draft: Amendment
) -> None:
    Amendment.objects.update(state=State.PUBLISHED, author=None)
    sent = form_of(editing, at(draft)) | {"what_changed_en": "See <b>/topics/gone/ now."}
    editing.post(at(draft), sent | {"what_changed_en": "See /topics/gone/ <b>."})
    page = editing.get(at(draft)).content.decode()
    assert "“/topics/gone/”" in page.split('<details class="findings" open>')[1]
    taken(editing, draft, "submit", of_change="on")
    other = Client(headers={"accept-language": "en"})
    other.force_login(User.objects.create_superuser("botagoz", password="long-enough-42"))
    refused = taken(other, draft, "approve", of_change="on")
    assert "nothing is at this address: “/topics/gone/”" in refused


@pytest.mark.parametrize(
    ("text", "state"),
    [("Article 144 was so.", State.IN_REVIEW), ("so " * 40, State.PUBLISHED)],
)
def test_errors_stop_publication_and_hints_do_not(
    editing: Client, draft: Amendment, text: str, state: State
) -> None:
    Amendment.objects.update(state=State.IN_REVIEW, what_changed_en=text)
    taken(editing, draft, "approve")
    draft.refresh_from_db()
    assert draft.state == state


def test_the_audit_counts_hints_and_prints_them_when_asked(
    draft: Amendment, capsys: pytest.CaptureFixture[str]
) -> None:
    Amendment.objects.update(state=State.PUBLISHED, author=None, what_changed_en="so " * 40)

    def printed(*arguments: str) -> str:
        from django.core.management import CommandError

        try:
            call_command("audit_content", *arguments)
        except CommandError:  # The question that a change needs is missing
            pass
        return capsys.readouterr().out

    assert "1 hint: sentence-too-long\n" in printed()
    assert "a sentence of 40 words" not in printed()
    assert "what_changed.en: a sentence of 40 words" in printed("--hints")
