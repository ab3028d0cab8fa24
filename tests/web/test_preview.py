"""Editors see the page that readers will see, on any day, and nobody else sees anything of it."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from django.apps import apps
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone, translation
from pytest_django import Settings

from amendments.days import as_if_on, today
from amendments.entry_of_text import entry_of
from amendments.freshness import freshness
from amendments.languages import LANGUAGES
from amendments.models import Amendment, ProposedChange, Reviewed, State
from amendments.preview import FIRST_DAY, LAST_DAY, address_for_readers
from amendments.proposals import propose
from quiz.models import Question
from tests.factories.law import AmendmentFactory
from tests.factories.quiz import ChoiceFactory, QuestionFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(client: Client) -> User:
    editor = User.objects.create_superuser("aigerim", password="long-enough-42")
    client.force_login(editor)
    return editor


@pytest.fixture
def draft(editor: User) -> Amendment:
    draft: Amendment = AmendmentFactory.create(
        slug="the-draft",
        state=State.DRAFT,
        author=editor,
        title_kk="Жоба",
        title_ru="Черновик",
        title_en="The draft",
    )
    return draft


@pytest.fixture
def public() -> Amendment:
    public: Amendment = AmendmentFactory.create(slug="the-change", title_en="As it is")
    return public


@pytest.fixture
def proposal(public: Amendment, editor: User) -> ProposedChange:
    entry = entry_of(public) | {"title": {"en": "As it shall be"}, "key_facts": [{"en": "New."}]}
    change = propose(public, entry, editor=editor, now=timezone.now())
    assert change is not None
    return change


def at(text: Reviewed, language: str = "en", query: str = "") -> str:
    opts = text._meta
    return f"/admin/{opts.app_label}/{opts.model_name}/{text.pk}/preview/{language}/{query}"


def everything() -> dict[str, list[Any]]:
    """Return every row of every table but those of signing in."""
    models = [m for m in apps.get_models() if m._meta.managed and m._meta.app_label != "sessions"]
    return {m._meta.label: list(m._base_manager.order_by("pk").values_list()) for m in models}


@pytest.mark.parametrize(
    ("language", "title"), [("kk", "Жоба"), ("ru", "Черновик"), ("en", "The draft")]
)
def test_a_draft_is_shown_as_readers_would_see_it_and_to_nobody_else(
    client: Client, draft: Amendment, language: str, title: str
) -> None:
    html = client.get(at(draft, language)).content.decode()

    assert f'<html lang="{language}">' in html
    assert f"<h1>{title}</h1>" in html and 'class="law"' in html
    assert Client().get(f"/{language}/amendments/the-draft/").status_code == 404
    assert f'<a href="{at(draft, "kk" if language != "kk" else "ru")}"' in html


def test_the_page_says_what_it_is_and_no_one_keeps_it(client: Client, draft: Amendment) -> None:
    response = client.get(at(draft))
    html = response.content.decode()

    assert "Preview: not public." in html
    assert '<meta name="robots" content="noindex">' in html
    assert response["X-Robots-Tag"] == "noindex, nofollow"
    assert {"private", "no-store"} <= set(response["Cache-Control"].split(", "))
    assert "ETag" not in response
    assert " style=" not in html and "<style" not in html


def test_public_pages_know_nothing_of_previews(client: Client, public: Amendment) -> None:
    html = client.get("/en/amendments/the-change/").content.decode()

    assert "Preview" not in html and "noindex" not in html and "preview.css" not in html
    assert '<nav class="langs"' in html


def test_nothing_of_a_preview_stays(
    client: Client, draft: Amendment, public: Amendment, proposal: ProposedChange
) -> None:
    client.get(at(draft))  # What a process asks once
    before, fresh = everything(), freshness()
    for language in LANGUAGES:
        assert client.get(at(draft, language)).status_code == 200
        assert client.get(at(public, language, "?as-on=2026-07-01")).status_code == 200

    assert everything() == before
    assert freshness() == fresh
    assert today() == timezone.localdate()


def test_a_proposed_change_is_previewed_and_the_kept_page_is_the_public_one(
    client: Client, public: Amendment, proposal: ProposedChange, settings: Settings
) -> None:
    settings.PUBLIC_PAGES_CACHE_SECONDS = 60
    page = "/en/amendments/the-change/"
    first = Client().get(page)
    shown = client.get(at(public)).content.decode()
    again = Client().get(page)

    assert "As it shall be" in shown and "New." in shown
    assert "As it is" in again.content.decode()
    assert (again.content, again["ETag"]) == (first.content, first["ETag"])


def test_a_change_that_fits_no_more_is_told_and_not_shown(
    client: Client, public: Amendment, proposal: ProposedChange
) -> None:
    ProposedChange.objects.update(entry=proposal.entry.replace("parliament", "gone"))

    html = client.get(at(public)).content.decode()

    assert "The draft cannot be shown" in html and "Preview: not public." in html


def test_the_page_follows_the_chosen_day(client: Client, draft: Amendment) -> None:
    def on(day: str) -> str:
        return " ".join(client.get(at(draft, query=f"?as-on={day}")).content.decode().split())

    before, during, after = on("2022-06-07"), on("2022-06-08"), on("2026-07-01")
    assert "Not yet in force" in before and "As on 7 June 2022." in before
    assert "In force since 8 June 2022" in during and "was in force until" not in during
    assert "was in force until 30 June 2026" in after and "As on 1 July 2026." in after


@pytest.mark.parametrize("day", ["no-day", "1995-08-30", "9999-12-31", "2026-02-30"])
def test_a_day_that_cannot_be_taken_is_told(client: Client, draft: Amendment, day: str) -> None:
    response = client.get(at(draft, query=f"?as-on={day}"))

    assert response.status_code == 200
    assert "The day asked for could not be taken" in response.content.decode()


def test_the_other_day_ends_with_the_preview_also_after_an_error() -> None:
    with pytest.raises(ZeroDivisionError), as_if_on(date(2026, 7, 1)):
        assert today() == date(2026, 7, 1)
        raise ZeroDivisionError

    assert today() == timezone.localdate()


def test_a_view_of_the_page_and_the_part_for_htmx_work_in_the_preview(
    client: Client, draft: Amendment
) -> None:
    whole = client.get(at(draft, query="?as-on=2022-06-07&view=inline")).content.decode()
    part = client.get(at(draft, query="?view=inline"), headers={"HX-Request": "true"})

    assert "Before and after in one text" in whole
    assert "?as-on=2022-06-07&amp;view=changes" in whole
    assert part.content.decode().strip().startswith('<section id="texts"')


def test_a_question_can_be_answered_in_its_preview(client: Client, editor: User) -> None:
    question = QuestionFactory.create(state=State.DRAFT, author=editor, slug="asked")
    ChoiceFactory.create(question=question, key="a", weight=100)
    ChoiceFactory.create(question=question, key="b", weight=0)

    html = client.get(at(question)).content.decode()

    assert f'action="{at(question)}"' in html and 'action="/en/quizzes/questions' not in html
    answered = client.get(at(question, query="?answered=1&choice=a")).content.decode()
    assert "It changed one word." in answered
    assert Question.objects.get().state == State.DRAFT


def test_what_the_draft_belongs_to_is_shown_too(client: Client, editor: User) -> None:
    change = AmendmentFactory.create(state=State.DRAFT, author=editor, topic__state=State.DRAFT)

    assert "cannot be shown" not in client.get(at(change)).content.decode()
    assert not change.topic.is_public()


def test_only_who_may_see_the_text_may_preview_it(draft: Amendment) -> None:
    stranger = Client()
    assert stranger.get(at(draft)).status_code == 302
    stranger.force_login(User.objects.create_user("nobody", is_staff=True))
    assert stranger.get(at(draft)).status_code == 403


def test_the_form_leads_to_the_preview_in_each_language(client: Client, draft: Amendment) -> None:
    html = client.get(f"/admin/amendments/amendment/{draft.pk}/change/").content.decode()

    assert [language for language in LANGUAGES if f'href="{at(draft, language)}"' in html] == [
        *LANGUAGES
    ]
    assert client.get(at(draft, "de")).status_code == 404
    assert client.get(at(Amendment(pk=10**9))).status_code == 404


@pytest.fixture
def reviewed_models() -> Iterator[list[type[Reviewed]]]:
    yield [
        model
        for model in apps.get_models()
        if issubclass(model, Reviewed) and model is not ProposedChange
    ]


@pytest.mark.usefixtures("shipped_content")
def test_every_kind_of_text_has_a_preview_on_every_day(
    reviewed_models: list[type[Reviewed]], rf: Any
) -> None:
    from amendments.preview import preview

    broken = []
    for model in reviewed_models:
        for text in model._base_manager.order_by("-pk")[:2]:
            model._base_manager.filter(pk=text.pk).update(state=State.DRAFT)
            text.refresh_from_db()
            for language, day in zip(LANGUAGES, (FIRST_DAY, LAST_DAY, "2022-06-20"), strict=True):
                request = rf.get("/", {"as-on": str(day)})
                with translation.override(language):
                    assert address_for_readers(text)
                html = preview(
                    text, request, language=language, address_in=lambda code: f"/{code}/here/"
                ).content.decode()
                if '<section class="notice preview"' not in html:
                    broken.append((model.__name__, text.pk, "no banner"))
                with translation.override(language):
                    if translation.gettext("The draft cannot be shown") in html:
                        broken.append((model.__name__, text.pk, language))

    assert broken == []
